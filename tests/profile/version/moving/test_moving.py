"""What becomes of every row when a round goes over to the next version, and when it goes back."""

from __future__ import annotations

from typing import Any

import pytest

from dekkend.audit.models import Event
from dekkend.process.engine import NotAllowed, Refused
from dekkend.profile.checklist.models import Copy
from dekkend.profile.checklist.queries import shared_sheet
from dekkend.profile.dialogue.actions import agree
from dekkend.profile.models import Agreement, ImprovementPoint, Profile, SectionText, Talk
from dekkend.profile.version.moving import actions
from dekkend.profile.version.moving.actions import confirm, move_round, undo_round
from dekkend.profile.version.moving.queries import open_items
from dekkend.region.models import Round
from tests.profile.version.moving.moved import NEW, OLD, agreed, answered, move_of, now, over, rows
from tests.world import World


def test_what_a_school_agreed_goes_along(half_way: World) -> None:
    profile = over(half_way)

    assert profile.format.ref == Round.objects.get().format_ref == NEW
    assert agreed(profile) == {
        "klas_doel": "strong",  # gone, and kept
        "klas_eigen_tempo": "started",  # another key and other words
        "klas_hulp": "strong",
        "sfeer_plein": "",  # its value is no more: open again
        "rust_binnen": "strong",  # of one item two
        "rust_buiten": "strong",
        "buren_samen": "",  # of two items one, and they said two things
        "buren_ouders": "strong",
    }
    assert (
        profile.agreements.get(item="buren_samen").note
        == "Zo doen wij buren_zorg.\n\nZo doen wij buren_ouders."
    )
    assert profile.agreements.get(item="klas_hulp").topics == {"letters": "strong", "muziek": "strong"}


def test_two_items_that_said_the_same_become_one(half_way: World) -> None:
    Agreement.objects.filter(item="buren_ouders").update(value="started")
    assert agreed(over(half_way))["buren_samen"] == "started"


def test_of_two_items_of_which_one_is_open_the_one_is_open(half_way: World) -> None:
    Agreement.objects.filter(item="buren_ouders").delete()
    assert agreed(over(half_way))["buren_samen"] == ""


def test_the_shared_copy_goes_as_what_was_agreed(half_way: World) -> None:
    told = answered(over(half_way), "shared")
    assert (told["rust_buiten"], told["buren_samen"], told["klas_eigen_tempo"]) == ("strong", "", "started")


def test_what_a_colleague_said_of_two_items_is_never_made_one(half_way: World) -> None:
    """The spread of the one beside that of the two would tell who answered them differently."""
    told = answered(over(half_way), "personal")
    assert "buren_samen" not in told
    assert (told["buren_zorg"], told["rust_binnen"], told["rust_buiten"]) == ("started", "strong", "strong")


def test_who_was_asked_an_item_is_asked_what_comes_from_it(half_way: World) -> None:
    over(half_way)
    assert Copy.objects.get(kind="personal").covers == ["rust_binnen", "rust_buiten"]


def test_nobody_is_asked_everything_because_all_is_gone(half_way: World) -> None:
    Copy.objects.filter(kind="personal").update(covers=["klas_doel"])
    over(half_way)
    assert Copy.objects.get(kind="personal").covers == ["klas_doel"]


def test_the_history_of_an_answer_goes_along(half_way: World) -> None:
    row = half_way.profile.agreements.get(item="klas_tempo")
    profile = over(half_way)
    assert profile.agreements.get(item="klas_eigen_tempo").pk == row.pk


def test_paragraphs_keep_their_tie_to_the_item(half_way: World) -> None:
    over(half_way)
    row = SectionText.objects.get(field="koers")
    assert [each.source for each in row.traced.origins] == ["klas_eigen_tempo", ""]
    assert row.traced.gone[0][1].source == "klas_eigen_tempo"


def test_an_improvement_point_keeps_its_causes(half_way: World) -> None:
    over(half_way)
    assert ImprovementPoint.objects.get().causes == [("item", "rust_binnen"), ("item", "buren_samen")]


def test_the_agenda_of_a_talk_goes_along(half_way: World) -> None:
    profile = over(half_way)
    items = Talk.objects.get(profile=profile).agenda.values_list("item", flat=True)
    assert list(items) == ["rust_binnen", "buren_samen", "buren_ouders", "klas_doel"]


def test_what_no_item_says_any_more_is_kept_and_not_read(half_way: World) -> None:
    profile = over(half_way)
    assert SectionText.objects.get(field="droom").text == "Ooit een boomhut."
    assert "klas_doel" not in shared_sheet(profile).answers


def test_the_school_has_to_look_at_what_changed_under_its_answers(half_way: World) -> None:
    profile = over(half_way)
    assert open_items(profile) == ["klas_eigen_tempo", "rust_binnen", "rust_buiten"]

    left = confirm(profile, profile.format.item("rust_binnen"), actor=half_way.coordinator)

    assert left == 2
    assert "rust_binnen" not in open_items(profile)
    with pytest.raises(Refused, match="al nagekeken"):
        confirm(profile, profile.format.item("rust_binnen"), actor=half_way.coordinator)
    with pytest.raises(NotAllowed):
        confirm(profile, profile.format.item("rust_buiten"), actor=half_way.staff)


def test_going_back_puts_every_row_as_it_was(half_way: World) -> None:
    before, exactly = rows(revisions=False), rows()
    over(half_way)
    assert rows(revisions=False) != before

    undo_round(half_way.round, actor=half_way.administrator)

    assert now(half_way).format.ref == Round.objects.get().format_ref == OLD
    assert rows(revisions=False) == before
    # Only what people had written, and was put in other words for a while, has more steps in its history.
    assert {key.partition("/")[0] for key, row in rows().items() if row != exactly[key]} == {
        "Agreement", "Answer", "ImprovementPoint",
    }  # fmt: skip


def test_going_there_again_gives_the_same(half_way: World) -> None:
    first = agreed(over(half_way))
    undo_round(half_way.round, actor=half_way.administrator)
    assert agreed(over(half_way)) == first


def test_back_by_moving_and_there_again_has_one_way_back(half_way: World) -> None:
    """There, back by choosing the former version, and there again: the last step is taken back, no earlier one."""
    over(half_way)
    half_way.round.refresh_from_db()
    assert move_round(half_way.round, OLD, actor=half_way.administrator) == 1
    half_way.round.refresh_from_db()
    before = rows(revisions=False)
    over(half_way)

    half_way.round.refresh_from_db()
    assert undo_round(half_way.round, actor=half_way.administrator) == 1

    assert now(half_way).format.ref == Round.objects.get().format_ref == OLD
    assert rows(revisions=False) == before


def test_answers_go_along_to_an_earlier_version_too(half_way: World) -> None:
    """Who chooses the former version in the list, and not the way back, loses no answer under a key that it renamed."""
    before = agreed(now(half_way))
    over(half_way)
    half_way.round.refresh_from_db()

    move_round(half_way.round, OLD, actor=half_way.administrator)

    assert agreed(now(half_way))["klas_tempo"] == before["klas_tempo"]
    assert not now(half_way).agreements.filter(item="klas_eigen_tempo").exists()


def test_what_is_at_another_version_than_the_round_is_no_part_of_the_way_back(half_way: World) -> None:
    """It went there and back with the round, and handed in; then the round goes there again without it."""
    over(half_way)
    profile = now(half_way)
    half_way.round.refresh_from_db()
    move_round(half_way.round, OLD, actor=half_way.administrator)
    Profile.objects.filter(pk=profile.pk).update(state="submitted")
    half_way.round.refresh_from_db()
    move_round(half_way.round, NEW, actor=half_way.administrator)
    Profile.objects.filter(pk=profile.pk).update(state="preparing")

    half_way.round.refresh_from_db()
    with pytest.raises(Refused, match="niets om terug te draaien"):
        undo_round(half_way.round, actor=half_way.administrator)
    assert now(half_way).format.ref == OLD


def test_during_a_talk_there_is_no_way_back(half_way: World) -> None:
    """The phones answer to what is on the board."""
    over(half_way)
    Talk.objects.update(state="running")
    before = rows()

    with pytest.raises(Refused, match="loopt een gesprek: De Leesplank"):
        undo_round(half_way.round, actor=half_way.administrator)

    assert Round.objects.get().format_ref == NEW
    assert rows() == before
    Talk.objects.update(state="closed")
    assert undo_round(half_way.round, actor=half_way.administrator) == 1


def test_what_people_wrote_since_stays_when_going_back(half_way: World) -> None:
    profile = over(half_way)
    for item, base in (("klas_eigen_tempo", 1), ("rust_buiten", 1)):
        said = {"note": f"Anders: {item}."}
        agree(profile, profile.format.item(item), said, base=base, actor=half_way.coordinator)

    undo_round(half_way.round, actor=half_way.administrator)

    assert now(half_way).agreements.get(item="klas_tempo").note == "Anders: klas_eigen_tempo."
    assert now(half_way).agreements.get(item="rust_buiten").note == "Anders: rust_buiten."


def test_there_is_no_way_back_once_somebody_handed_in(half_way: World) -> None:
    profile = over(half_way)
    profile.versions.create(number=1, content="{}", sha256="0" * 64, sealed_by="Hanna")

    with pytest.raises(Refused, match="De Leesplank heeft al ingediend"):
        undo_round(half_way.round, actor=half_way.administrator)
    assert Round.objects.get().format_ref == NEW


def test_who_handed_in_keeps_the_version_it_has(half_way: World) -> None:
    Profile.objects.filter(pk=half_way.profile.pk).update(state="submitted")
    before = rows()

    profile = over(half_way)

    assert (profile.format.ref, Round.objects.get().format_ref) == (OLD, NEW)
    assert rows() == before


def test_a_profile_that_comes_back_can_follow(half_way: World) -> None:
    Profile.objects.filter(pk=half_way.profile.pk).update(state="submitted")
    over(half_way)
    Profile.objects.filter(pk=half_way.profile.pk).update(state="preparing")

    assert move_round(half_way.round, NEW, actor=half_way.administrator) == 1
    assert now(half_way).format.ref == NEW


def test_a_school_in_a_talk_waits(half_way: World) -> None:
    Talk.objects.update(state="running")
    assert over(half_way).format.ref == OLD


def test_only_the_administrator_moves_a_round(half_way: World) -> None:
    for person in (half_way.head, half_way.analyst, half_way.board, half_way.sam):
        with pytest.raises(NotAllowed):
            move_round(half_way.round, NEW, actor=person)
        with pytest.raises(NotAllowed):
            undo_round(half_way.round, actor=person)
    assert Round.objects.get().format_ref == OLD


def test_a_version_that_is_not_there_is_refused(half_way: World) -> None:
    for ref in ("anders/1999.1", "almere-po/2026.1", ""):
        with pytest.raises(Refused, match="Kies een versie"):
            move_round(half_way.round, ref, actor=half_way.administrator)


def test_a_page_that_was_open_saves_nothing_under_the_former_version(half_way: World) -> None:
    stale = half_way.profile
    over(half_way)
    with pytest.raises(Refused, match="nieuwe versie"):
        agree(stale, stale.format.item("klas_doel"), {"note": "Laat."}, base=1, actor=half_way.coordinator)


def test_the_move_and_the_way_back_are_in_the_log(half_way: World) -> None:
    profile = over(half_way)
    assert move_of(profile).before == OLD
    undo_round(half_way.round, actor=half_way.administrator)
    told = set(Event.objects.filter(place=profile.place).values_list("act", flat=True))
    assert {"move_format", "unmove_format"} <= told


def breaks_off(world: World, monkeypatch: pytest.MonkeyPatch, *, after: int) -> None:
    """The way back of the round, of which so many schools get back."""
    back, left = actions.undo_profile, after

    def some(profile: Profile, **more: Any) -> None:
        nonlocal left
        if not left:
            raise Refused("Er loopt een gesprek.")
        left -= 1
        back(profile, **more)

    world.round.refresh_from_db()
    monkeypatch.setattr(actions, "undo_profile", some)
    with pytest.raises(Refused, match="loopt een gesprek"):
        undo_round(world.round, actor=world.administrator)
    monkeypatch.setattr(actions, "undo_profile", back)
    world.round.refresh_from_db()


def test_a_way_back_that_was_broken_off_is_finished_by_a_second_press(
    half_way: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    Profile.objects.create(school=half_way.schools[1], round=half_way.round)
    before = rows(revisions=False)
    over(half_way)
    breaks_off(half_way, monkeypatch, after=1)

    assert undo_round(half_way.round, actor=half_way.administrator) == 2
    assert Round.objects.get().format_ref == OLD
    assert rows(revisions=False) == before
    with pytest.raises(Refused, match="niets om terug te draaien"):
        undo_round(Round.objects.get(), actor=half_way.administrator)


def test_a_way_back_that_broke_off_before_the_round_itself_is_finished_too(half_way: World) -> None:
    """Every school is back, and nothing said so of the round."""
    over(half_way)
    actions.undo_profile(now(half_way), actor=half_way.administrator)
    half_way.round.refresh_from_db()

    assert undo_round(half_way.round, actor=half_way.administrator) == 1
    assert Round.objects.get().format_ref == OLD
