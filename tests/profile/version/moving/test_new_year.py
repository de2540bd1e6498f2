"""A new year with another version of the format, and a new version in a year that began with the last."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from dekkend.profile.base.models import Profile
from dekkend.profile.dialogue.actions import agree
from dekkend.profile.models import SectionText
from dekkend.profile.version.carrying.walking import Step, steps
from dekkend.profile.version.earlier import earlier_of
from dekkend.profile.version.moving.actions import move_round, undo_round
from dekkend.profile.writing import actions
from dekkend.profile.writing.queries import with_rows
from dekkend.region.models import Round
from tests.profile.version.moving.moved import NEW, OLD, text
from tests.profile.version.yearly import adopt, fresh, next_year
from tests.world import FORMAT, World

LATER = 2028


def last_year(world: World) -> Profile:
    world.profile.arrangements.get().column_texts.create(column="doen", text="Samen rustig.", revision=1)
    text(world.profile, "ritme", "vast")
    return adopt(world.profile)


def walked(profile: Profile) -> dict[str, bool]:
    found: list[Step] = steps(with_rows(fresh(profile)), profile.carried)
    return {step.item: step.is_walked for step in found}


def test_a_year_with_other_keys_takes_along_what_fits(half_way: World, sign_in: Any) -> None:
    last_year(half_way)

    now = next_year(half_way, LATER, NEW)

    told = {each["name"]: each["text"] for each in now.carried.homeless}
    assert told == {"Droom": "Ooit een boomhut.", "Rust": "Tot hier."}
    origin, _ = SectionText.objects.get(profile=now, field="koers").traced.origins
    assert origin.source == "klas_eigen_tempo"
    assert ("item", "rust_binnen") in now.improvements.get().causes
    page = sign_in(half_way.coordinator).get(reverse("last_year", args=[now.pk])).content.decode()
    assert "Ooit een boomhut." in page
    assert "Deel II, Koers" in page


def test_a_wholly_other_format_keeps_every_word(half_way: World, sign_in: Any) -> None:
    last_year(half_way)

    now = next_year(half_way, LATER, FORMAT)

    told = "\n".join(each["text"] for each in now.carried.homeless)
    for words in (
        "Wij geven tijd.\n\nEn rust.",
        "Ooit een boomhut.",
        "Tot hier.",
        "Samen rustig.",
        "Hut",
        "Vast",
    ):
        assert words in told
    assert "Samen." in told  # the summary of a question that is not there
    client = sign_in(half_way.head)
    for name in ("last_year", "preview", "submit", "compare", "checklist", "dialogue"):
        assert client.get(reverse(name, args=[now.pk])).status_code == 200, name
    paper = client.get(reverse("preview", args=[now.pk, "mr"])).content.decode()
    assert "Wat er veranderde sinds schooljaar <span" in paper


def test_the_council_of_that_year_reads_items_under_their_new_key(half_way: World) -> None:
    last_year(half_way)
    now = next_year(half_way, LATER, NEW)
    found = earlier_of(now, 1, now.format)
    assert found
    assert (found.format and found.format.ref, found.name) == (OLD, "schooljaar 2027-2028")
    seen = found.comparable(now.format)
    told = [seen.why(item) for item in ("klas_eigen_tempo", "rust_buiten", "klas_rooster")]
    assert told == ["anders verwoord", "gesplitst", "nieuw"]


def test_a_version_that_comes_after_the_year_began_keeps_what_was_looked_at(half_way: World) -> None:
    last_year(half_way)
    now = next_year(half_way, LATER, OLD)
    for item in ("klas_tempo", "sfeer_rust"):
        told = {"value": "missing", "note": f"Anders: {item}."}
        agree(now, now.format.item(item), told, base=0, actor=half_way.coordinator)
    for step in steps(with_rows(fresh(now)), now.carried):
        actions.walk_change(now, step.item, step.seal, is_walked=True, actor=half_way.coordinator)
    assert walked(fresh(now)) == {"klas_tempo": True, "sfeer_rust": True}
    round = Round.objects.select_related("alliance", "catalogue").get(first_year=LATER)

    move_round(round, NEW, actor=half_way.administrator)
    assert walked(fresh(now)) == {"klas_eigen_tempo": True, "rust_binnen": True, "rust_buiten": True}
    undo_round(round, actor=half_way.administrator)
    assert walked(fresh(now)) == {"klas_tempo": True, "sfeer_rust": True}


def test_the_page_of_a_move_lists_every_text_without_a_place(half_way: World, sign_in: Any) -> None:
    last_year(half_way)
    now = next_year(half_way, LATER, OLD)
    move_round(
        Round.objects.select_related("alliance", "catalogue").get(first_year=LATER),
        NEW,
        actor=half_way.administrator,
    )
    page = sign_in(half_way.coordinator).get(reverse("moved", args=[now.pk])).content.decode()
    for words in ("Ooit een boomhut.", "Tot hier.", "Deel IV, Randen"):
        assert words in page
