"""Last year in one version of the checklist, this year in the next: nothing says "was" of what was asked otherwise."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from django.test import Client
from django.urls import reverse

from dekkend.accounts.models import User
from dekkend.formats.actions import load_format
from dekkend.formats.queries import get_format
from dekkend.profile.base.models import Profile
from dekkend.profile.checklist.earlier import bar_of, ready_in, told_of
from dekkend.profile.checklist.queries import shared_sheet
from dekkend.profile.dialogue.earlier import earlier_of
from dekkend.profile.version.carrying.walking import steps
from dekkend.profile.writing import actions
from dekkend.profile.writing.blocks import dug, named
from dekkend.profile.writing.margin import Margin, margin_of
from dekkend.profile.writing.origins import ITEM, Origin
from dekkend.profile.writing.queries import with_rows
from tests.formats.texts import NEWER, OTHER
from tests.profile.version.files import other_content
from tests.profile.version.yearly import adopt, fresh, next_year, written
from tests.profile.writing.shared import agreed
from tests.world import World, build

OLD, NEW = "anders/2030.1", "anders/2031.1"
SignIn = Callable[[User], Client]


@pytest.fixture
def world(db: None) -> Iterator[World]:
    get_format.cache_clear()
    for folder in (OTHER, NEWER):
        load_format(folder)
    yield build(OLD)
    get_format.cache_clear()


@pytest.fixture
def now(world: World) -> Profile:
    content = other_content()
    items = get_format(OLD).items
    content["checklist"]["answers"] = {
        item.id: {"value": "strong", "note": "Zo.", "topics": {topic.id: "strong" for topic in item.topics}}
        for item in items
    }
    adopt(written(world, 2027, content))
    return next_year(world, 2028, NEW)


def test_each_item_says_why_it_does_not_compare(now: Profile) -> None:
    assert {item: told.why for item, told in told_of(now).items()} == {
        "klas_eigen_tempo": "anders verwoord",
        "klas_hulp": "met andere antwoorden",
        "rust_binnen": "gesplitst",
        "rust_buiten": "gesplitst",
        "buren_samen": "samengevoegd",
        "sfeer_plein": "met andere antwoorden",
    }


def test_such_an_answer_is_never_taken_with_the_rest_nor_is_it_a_fall(now: Profile) -> None:
    sheet, told, question = shared_sheet(now), told_of(now), now.format.question("sfeer")

    bar = bar_of(sheet, question, told)

    assert ready_in(sheet, question, told) == []
    assert bar is not None
    assert bar.reworded == ("Ba", "Bb")
    earlier = earlier_of(now)
    assert {earlier.value_id(item.id) for item in now.format.items} == {""}
    assert earlier.spreads == {}


def test_the_walk_lists_it_also_when_the_answer_is_the_same(
    world: World, now: Profile, sign_in: SignIn
) -> None:
    agreed(now, "rust_binnen", "strong", "Zo.")
    profile = with_rows(fresh(now))

    (step,) = steps(profile, profile.carried)

    assert (step.item, step.why) == ("rust_binnen", "gesplitst")
    page = sign_in(world.coordinator).get(reverse("last_year", args=[now.pk])).content.decode()
    assert "Niet te vergelijken met vorig jaar (gesplitst)" in page
    assert "en is nu" not in page


def test_side_by_side_leaves_out_what_does_not_compare_and_names_it(
    world: World, now: Profile, sign_in: SignIn
) -> None:
    agreed(now, "rust_binnen", "strong", "Dit is van dit jaar.")
    asked = {"van": "vorig-jaar", "tot": "nu", "alles": "ja"}

    page = sign_in(world.coordinator).get(reverse("compare", args=[now.pk]), asked).content.decode()

    assert "Ba, Bb (gesplitst)" in page
    assert f"Niet meer gevraagd: {get_format(OLD).item('klas_doel').number} van toen" in page
    assert "Dit is van dit jaar." not in page


def margin_next_year(world: World, item: str, heir: str, value: str, format_ref: str) -> Margin:
    """Last year a text rested on `item`, with the answer "strong"; this year `heir` is agreed with `value`."""
    content = other_content()
    content["checklist"]["answers"][item] = {"value": "strong", "note": "Zo."}
    content["texts"] = {}
    before = written(world, 2027, content)
    section = before.format.section("koers")
    field = section.fields[0]
    origin = Origin(ITEM, item, words="Zo.", value="strong")
    actions.write_text(before, section, field, "Zo.", base=0, actor=world.head, given={"Zo.": origin})
    adopt(before)
    profile = next_year(world, 2028, format_ref)
    agreed(profile, heir, value, "Nu anders.")
    row = profile.texts.get(section=section.id, field=field.id)
    return margin_of(profile.format, row.traced, dug(profile, named(profile.format, {heir})))


def test_the_margin_keeps_the_tie_and_says_no_was(world: World) -> None:
    (note,) = margin_next_year(world, "sfeer_rust", "rust_binnen", "missing", NEW).notes

    assert note.number == "Ba"
    assert note.change
    assert (note.change.was, note.change.is_other_answer) == ("", False)


def test_the_margin_says_was_where_it_compares(world: World) -> None:
    (note,) = margin_next_year(world, "sfeer_plein", "sfeer_plein", "missing", OLD).notes

    assert note.change
    assert (note.change.was, note.change.now) == ("Sterk", "Ontbreekt")


def test_in_one_version_it_says_was_and_is(world: World, sign_in: SignIn) -> None:
    content = other_content()
    content["checklist"]["answers"]["sfeer_plein"] = {"value": "strong", "note": "Zo."}
    adopt(written(world, 2027, content))
    same = next_year(world, 2028, OLD)
    agreed(same, "sfeer_plein", "started", "Nu anders.")

    page = sign_in(world.coordinator).get(reverse("last_year", args=[same.pk])).content.decode()

    assert "en is nu" in page
    assert "Niet te vergelijken" not in page
