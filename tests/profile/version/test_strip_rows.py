"""Last year's words under a specialisation and under an improvement point, known by their names."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client

from dekkend.profile.base.models import Profile
from dekkend.profile.writing import actions
from dekkend.profile.writing.strip import strip_of
from tests.profile.version.test_carrying import LAST, NOW, told
from tests.profile.version.yearly import adopt, fresh, next_year, written
from tests.profile.writing.shared import FMT, SignIn, at, save, submitted
from tests.world import World

pytestmark = pytest.mark.one_database

# Rows of the profile, the kind of their section, their spot and the text that is changed.
KINDS = [
    ("specialisations", "specialisations", "specialisatie", "target"),
    ("improvements", "improvements", "punt", "goal"),
]
OTHER = "Dat is dit jaar heel anders."


@pytest.fixture
def now(world: World) -> Profile:
    adopt(written(world, LAST, told()))
    return next_year(world, NOW)


@pytest.fixture(params=KINDS, ids=lambda each: each[2])
def case(request: Any, now: Profile) -> Any:
    rows, kind, spot, name = request.param
    section = FMT.section_of_kind(kind)
    now.improvements.update(is_asked=False)  # answered: each goes on
    row = next(each for each in getattr(now, rows).all() if getattr(each, name))
    assert section
    return row, section.id, f"{spot}.{row.pk}", name


def write(world: World, now: Profile, row: Any, **words: str) -> Any:
    current = type(row).objects.get(pk=row.pk)
    return actions.save(current, words, profile=now, base=current.revision, actor=world.head).row


def strip(now: Profile, row: Any, spot: str) -> Any:
    return strip_of(fresh(now), spot, type(row).objects.get(pk=row.pk))


def button(client: Client, now: Profile, section: str, spot: str) -> str:
    page = client.get(at("section", now, section)).content.decode()
    found = re.search(rf'name="take" value="({re.escape(spot)}:\w+)"', page)
    return found[1] if found else ""


def test_what_came_along_has_no_strip_and_other_words_have(world: World, now: Profile, case: Any) -> None:
    row, _, spot, name = case
    assert strip(now, row, spot) is None
    before = getattr(row, name)
    write(world, now, row, **{name: OTHER})
    assert before in [text for _, text in strip(now, row, spot).words]


def test_one_press_takes_them_over_and_one_puts_back(
    world: World, now: Profile, case: Any, sign_in: SignIn
) -> None:
    row, section, spot, name = case
    before, client = getattr(row, name), sign_in(world.coordinator)
    assert button(client, now, section, spot) == ""
    write(world, now, row, **{name: OTHER})
    answer = client.post(at("take_text", now), {"take": button(client, now, section, spot)})
    assert answer.url.endswith(f"#rij-{row.pk}")
    assert getattr(type(row).objects.get(pk=row.pk), name) == before
    undo = re.search(r'name="undo" value="([^"]+)"', client.get(answer.url).content.decode())
    assert undo
    client.post(at("take_text", now), {"undo": undo[1]})
    assert getattr(type(row).objects.get(pk=row.pk), name) == OTHER


def test_a_save_brings_them_to_the_page(world: World, now: Profile, case: Any, sign_in: SignIn) -> None:
    row, section, spot, name = case
    current = type(row).objects.get(pk=row.pk)
    words = {key: "" if value is None else value for key, value in current.values().items()}
    sent = words | {name: OTHER, "revision": str(current.revision)}
    answer = save(sign_in(world.coordinator), at("row_save", now, section, row.pk), **sent).json()
    assert f"{spot}:" in answer["pieces"][f"other-{spot}"]


def test_another_name_is_another_row(world: World, now: Profile, case: Any) -> None:
    row, _, spot, name = case
    write(world, now, row, **{name: OTHER, "title": "Iets wat vorig jaar niet bestond"})
    assert strip(now, row, spot) is None


def test_after_the_seal_nothing_is_taken_and_who_only_reads_takes_nothing(
    world: World, now: Profile, case: Any, sign_in: SignIn
) -> None:
    row, section, spot, name = case
    write(world, now, row, **{name: OTHER})
    told = {"take": button(sign_in(world.coordinator), now, section, spot)}
    assert sign_in(world.staff).post(at("take_text", now), told).status_code in (403, 404)
    submitted(now)
    assert sign_in(world.coordinator).post(at("take_text", now), told).status_code == 423
    assert getattr(type(row).objects.get(pk=row.pk), name) == OTHER


@pytest.mark.parametrize("spot", ["specialisatie.999999", "punt.999999", "punt.", "specialisatie.x"])
def test_a_row_that_is_not_there_is_nowhere(world: World, now: Profile, sign_in: SignIn, spot: str) -> None:
    assert sign_in(world.head).post(at("take_text", now), {"take": f"{spot}:abc"}).status_code == 404
