"""Comments are placed, answered and closed, and stay with their paragraph in all that people do."""

from collections.abc import Callable

import pytest

from dekkend.audit.models import Event
from dekkend.process.engine import NotAllowed, Refused
from dekkend.profile.models import Comment
from dekkend.profile.writing import actions as writing
from dekkend.profile.writing.comments import actions
from dekkend.profile.writing.comments.tying import mark_of
from tests.profile.writing.comments.talking import (
    LIST,
    ONE,
    OWN,
    REST,
    SPOT,
    TWO,
    WORDS,
    said,
    text_at,
    write,
)
from tests.profile.writing.shared import BASIS, FMT, LIMIT, OFFER, submitted
from tests.world import World


@pytest.fixture(autouse=True)
def written(world: World) -> None:
    write(world, OWN, LIST, REST)


def now(comment: Comment) -> tuple[str, int]:
    comment.refresh_from_db()
    return comment.words, comment.position


@pytest.mark.parametrize("who", ["head", "coordinator", "staff"])
def test_the_school_comments_with_name_role_and_day(world: World, who: str) -> None:
    row = said(world, world.people[who])
    assert (row.who, row.text, row.before, row.words, row.position) == (
        world.people[who].name, WORDS, LIST, LIST, 1,
    )  # fmt: skip
    assert row.role
    assert row.is_open


@pytest.mark.parametrize(
    "who", ["council", "board", "adviser", "analyst", "administrator", "other_head", "sam"]
)
@pytest.mark.one_database
def test_nobody_else_comments(world: World, who: str) -> None:
    row = said(world, world.staff)
    with pytest.raises(NotAllowed):
        said(world, world.people[who])
    with pytest.raises(NotAllowed):
        actions.reply(world.profile, row, "Ja.", actor=world.people[who])
    with pytest.raises(NotAllowed):
        actions.take_back(world.profile, row, actor=world.people[who])


@pytest.mark.parametrize("who", ["staff", "council", "board", "other_head", "sam"])
def test_only_head_and_coordinator_close(world: World, who: str) -> None:
    row = said(world, world.staff)
    for act in (actions.resolve, actions.reopen):
        with pytest.raises(NotAllowed):
            act(world.profile, row, actor=world.people[who])


def test_a_comment_is_answered_closed_and_opened_again(world: World) -> None:
    row = said(world, world.staff)
    actions.reply(world.profile, row, "Klopt, ik pas het aan.", actor=world.coordinator)
    actions.resolve(world.profile, row, actor=world.head)
    row.refresh_from_db()
    assert row.closed_by == world.head.name
    assert [each.text for each in row.replies.all()] == ["Klopt, ik pas het aan."]
    with pytest.raises(Refused, match="gesloten"):
        actions.reply(world.profile, row, "Nog iets.", actor=world.staff)
    actions.reopen(world.profile, row, actor=world.coordinator)
    actions.reply(world.profile, row, "Nog iets.", actor=world.staff)
    assert row.replies.count() == 2


def test_closing_twice_changes_nothing(world: World) -> None:
    row = said(world, world.staff)
    actions.resolve(world.profile, row, actor=world.head)
    actions.resolve(world.profile, row, actor=world.coordinator)
    row.refresh_from_db()
    assert row.closed_by == world.head.name
    assert Event.objects.filter(act="close_comment").count() == 1


def test_every_step_leaves_an_event_without_the_words(world: World) -> None:
    row = said(world, world.staff)
    actions.reply(world.profile, row, "Goed gezien.", actor=world.head)
    actions.resolve(world.profile, row, actor=world.head)
    actions.reopen(world.profile, row, actor=world.head)
    actions.take_back(world.profile, row.replies.get(), actor=world.head)
    events = Event.objects.filter(subject=row.subject)
    assert {event.act for event in events} == {
        "comment", "reply_to_comment", "close_comment", "reopen_comment", "take_back_comment",
    }  # fmt: skip
    assert not any(WORDS in str(event.data) or "Goed" in str(event.data) for event in events)


def test_who_said_something_takes_it_back_for_good(world: World) -> None:
    row = said(world, world.staff)
    with pytest.raises(Refused, match="wie dit schreef"):
        actions.take_back(world.profile, row, actor=world.head)
    actions.take_back(world.profile, row, actor=world.staff)
    assert not Comment.objects.exists()


def test_what_was_answered_keeps_its_place_without_its_words(world: World) -> None:
    row = said(world, world.staff)
    actions.reply(world.profile, row, "Goed gezien.", actor=world.head)
    actions.take_back(world.profile, row, actor=world.staff)
    row.refresh_from_db()
    assert row.text == ""
    assert row.replies.count() == 1


def test_it_follows_what_is_written(world: World) -> None:
    row = said(world, world.staff)
    write(world, "Eerst dit nog.", OWN, LIST, REST)
    assert now(row) == (LIST, 2)
    edited = LIST.replace("Twee keer", "Drie keer")
    write(world, OWN, edited, REST)
    assert now(row) == (edited, 1)
    assert row.before == LIST


def test_what_went_away_keeps_its_words_and_returns(world: World) -> None:
    row = said(world, world.staff)
    write(world, OWN, REST)
    assert now(row) == (LIST, 1)
    write(world, OWN, REST, LIST)
    assert now(row) == (LIST, 2)


def test_what_was_edited_meanwhile_gets_it_on_the_same_place(world: World) -> None:
    about, old = text_at(world.profile), f"1.{mark_of('Zoals het eerst was.')}"
    row = actions.comment(world.profile, about, WORDS, paragraph=old, actor=world.staff)
    assert row.words == LIST
    gone = actions.comment(world.profile, about, WORDS, paragraph="9.xx", actor=world.staff)
    assert (gone.words, gone.position) == ("", 0)


def test_it_returns_with_an_arrangement_that_is_put_back(world: World) -> None:
    by = {"actor": world.coordinator}
    arrangement = writing.add_arrangement(world.profile, FMT.offer.needs[0], **by)
    writing.write_column(arrangement, OFFER.columns[0], OWN, base=0, **by)
    about = text_at(world.profile, f"kolom.{arrangement.pk}.{OFFER.columns[0].id}")
    row = actions.comment(world.profile, about, WORDS, paragraph=f"0.{mark_of(OWN)}", actor=world.staff)
    back = writing.put_back(world.profile, writing.remove(arrangement, profile=world.profile, **by), **by)
    row.refresh_from_db()
    assert row.spot == f"kolom.{back.pk}.{OFFER.columns[0].id}"


def test_a_boundary_has_comments_in_each_of_its_texts(world: World) -> None:
    boundary = writing.switch_on(world.profile, LIMIT, actor=world.head)
    writing.save(boundary, {"still": OWN}, profile=world.profile, base=1, actor=world.head)
    about = text_at(world.profile, f"grens.{LIMIT.id}", "still")
    row = actions.comment(world.profile, about, WORDS, paragraph=f"0.{mark_of(OWN)}", actor=world.staff)
    boundary.refresh_from_db()
    edited = OWN.replace("kennen", "zien")
    writing.save(boundary, {"still": edited}, profile=world.profile, base=boundary.revision, actor=world.head)
    assert now(row) == (edited, 0)


def test_after_submitting_nobody_comments(world: World) -> None:
    row = said(world, world.staff)
    submitted(world.profile)
    world.profile.refresh_from_db()
    for late in (
        lambda: said(world, world.head),
        lambda: actions.resolve(world.profile, row, actor=world.head),
        lambda: actions.reply(world.profile, row, "Ja.", actor=world.head),
    ):
        with pytest.raises(Refused, match="ingediend"):
            late()


def test_whom_an_arrangement_is_for_and_a_specialisation_have_comments(world: World) -> None:
    by = {"actor": world.coordinator}
    arrangement = writing.add_arrangement(world.profile, FMT.offer.needs[0], **by)
    special = writing.add_specialisation(world.profile, title="Taalplein", **by)
    for row, kind in ((arrangement, "arrangement"), (special, "specialisatie")):
        writing.save(row, {"target": OWN}, profile=world.profile, base=1, **by)
        about = text_at(world.profile, f"{kind}.{row.pk}", "target")
        comment = actions.comment(
            world.profile, about, WORDS, paragraph=f"0.{mark_of(OWN)}", actor=world.staff
        )
        row.refresh_from_db()
        edited = OWN.replace("kennen", "zien")
        writing.save(row, {"target": edited}, profile=world.profile, base=row.revision, **by)
        assert now(comment) == (edited, 0)
        row.refresh_from_db()
        back = writing.put_back(world.profile, writing.remove(row, profile=world.profile, **by), **by)
        comment.refresh_from_db()
        assert comment.spot == f"{kind}.{back.pk}"


def elsewhere(world: World, *parts: str) -> None:
    """The same, in the next text of the section."""
    row = world.profile.texts.filter(section=BASIS.id, field=TWO.id).first()
    base, text = row.revision if row else 0, "\n\n".join(parts)
    writing.write_text(world.profile, BASIS, TWO, text, base=base, actor=world.coordinator)


def cut_first(world: World) -> None:
    write(world, OWN, REST)
    elsewhere(world, "Nieuw.", LIST)


def paste_first(world: World) -> None:
    elsewhere(world, "Nieuw.", LIST)
    write(world, OWN, REST)


@pytest.mark.parametrize("move", [cut_first, paste_first])
def test_it_moves_with_its_paragraph_to_another_text(world: World, move: Callable[[World], None]) -> None:
    row, whole = said(world, world.staff), said(world, world.staff, part="")
    move(world)
    assert now(row) == (LIST, 1)
    whole.refresh_from_db()
    assert (row.spot, whole.spot) == (f"veld.{BASIS.id}.{TWO.id}", SPOT)


def test_it_stays_where_its_paragraph_stays_when_that_is_copied(world: World) -> None:
    row = said(world, world.staff)
    elsewhere(world, LIST)
    assert (*now(row), row.spot) == (LIST, 1, SPOT)


def test_it_moves_between_the_texts_of_one_boundary(world: World) -> None:
    boundary = writing.switch_on(world.profile, LIMIT, actor=world.head)
    writing.save(boundary, {"own": OWN}, profile=world.profile, base=1, actor=world.head)
    row = actions.comment(
        world.profile, text_at(world.profile, f"grens.{LIMIT.id}", "own"), WORDS, paragraph=f"0.{mark_of(OWN)}",
        actor=world.staff,
    )  # fmt: skip
    writing.save(boundary, {"own": "Anders.", "then": OWN}, profile=world.profile, base=2, actor=world.head)
    row.refresh_from_db()
    assert (row.field, row.position) == ("then", 0)


def test_it_follows_when_two_edits_are_merged(world: World) -> None:
    row, base = said(world, world.staff), world.profile.texts.get(field=ONE.id).revision
    by = {"base": base, "actor": world.head}
    mine = "\n\n".join([OWN, LIST.replace("Twee keer", "Drie keer"), REST])
    theirs = "\n\n".join(["Eerst dit nog.", OWN, LIST.replace("nodig heeft", "kan gebruiken"), REST])
    writing.write_text(world.profile, BASIS, ONE, theirs, **by)
    writing.write_text(world.profile, BASIS, ONE, mine, **by)
    assert now(row) == ("Drie keer per jaar gaan we na wie iets extra's kan gebruiken.", 2)
