"""Who may read what is being written, and who may write it."""

import pytest

from dekkend.profile.writing import actions
from tests.profile.writing.shared import (
    BASIS,
    FMT,
    LIMIT,
    LIMITS,
    NEED,
    OFFER,
    POINTS,
    SPECIAL,
    VISION,
    SignIn,
    at,
    submitted,
)
from tests.world import World

pytestmark = pytest.mark.one_database

READERS = ("head", "coordinator", "staff")
STRANGERS = ("council", "board", "adviser", "analyst", "administrator", "other_head", "sam")


def pages(world: World) -> list[str]:
    arrangement = actions.add_arrangement(world.profile, FMT.offer.needs[0], actor=world.head)
    sections = [at("section", world.profile, section.id) for section in FMT.sections]
    return [
        *sections,
        at("provisions", world.profile),
        at("arrangement", world.profile, OFFER.id, arrangement.pk),
        at("arrangements_table", world.profile, OFFER.id),
    ]


def posts(world: World) -> list[tuple[str, dict[str, str]]]:
    arrangement = actions.add_arrangement(world.profile, FMT.offer.needs[0], actor=world.head)
    thing = actions.add_thing(arrangement, OFFER.columns[0], what="Handen", pick=None, actor=world.head)
    actions.switch_on(world.profile, LIMIT, actor=world.head)
    row = (OFFER.id, arrangement.pk)
    return [
        (at("section_field", world.profile, VISION.id, VISION.fields[0].id), {"text": "x", "revision": "0"}),
        (at("section_blocks", world.profile, BASIS.id), {"source": "ZOI-2", "target": "prevention"}),
        (at("provision", world.profile, "dyslexie"), {"how": "x", "revision": "0"}),
        (at("provision_blocks", world.profile, "dyslexie"), {"all": "yes"}),
        (at("provision_source", world.profile, "dyslexie"), {"take": "x:x"}),
        (at("no_specialisations", world.profile, SPECIAL.id), {"none": "yes"}),
        (at("rows_new", world.profile, OFFER.id), {"need": NEED}),
        (at("rows_new", world.profile, SPECIAL.id), {"title": "x"}),
        (at("rows_new", world.profile, POINTS.id), {"title": "x"}),
        (at("row_save", world.profile, *row), {"need": NEED, "revision": "1"}),
        (at("row_move", world.profile, *row), {"to": "up"}),
        (at("row_removal", world.profile, *row), {}),
        (at("row_copy", world.profile, *row), {}),
        (at("rows_of_last_year", world.profile, OFFER.id), {}),
        (at("column", world.profile, *row, OFFER.columns[0].id), {"text": "x", "revision": "0"}),
        (at("field_draft", world.profile, BASIS.id, "prevention"), {"make": "yes"}),
        (at("section_draft", world.profile, BASIS.id), {}),
        (at("column_draft", world.profile, *row, OFFER.columns[0].id), {"make": "yes"}),
        (at("arrangement_draft", world.profile, *row), {}),
        (at("column_blocks", world.profile, *row), {"source": "AAN-2", "target": OFFER.columns[0].id}),
        (at("things", world.profile, *row), {"column": OFFER.columns[0].id, "what": "x"}),
        (at("thing", world.profile, *row, thing.pk), {"what": "x", "revision": "1"}),
        (at("thing_move", world.profile, *row, thing.pk), {"to": "up"}),
        (at("thing_removal", world.profile, *row, thing.pk), {}),
        (at("boundary", world.profile, LIMITS.id, LIMIT.id), {"own": "x", "revision": "1"}),
        (at("boundary_switch", world.profile, LIMITS.id, LIMIT.id), {"on": "yes"}),
        (at("boundary_start", world.profile, LIMITS.id, LIMIT.id), {}),
        (at("points", world.profile), {"proposal": "item.ZOI-2"}),
        (at("undo", world.profile, OFFER.id), {"removal": "x"}),
    ]


@pytest.mark.parametrize("who", READERS)
def test_the_school_reads_what_is_written(world: World, sign_in: SignIn, who: str) -> None:
    client = sign_in(world.people[who])
    assert [client.get(page).status_code for page in pages(world)] == [200] * 10


@pytest.mark.parametrize("who", STRANGERS)
def test_nobody_else_reads_it(world: World, sign_in: SignIn, who: str) -> None:
    client = sign_in(world.people[who])
    assert {client.get(page).status_code for page in pages(world)} == {404}


@pytest.mark.parametrize("who", ["staff", *STRANGERS])
def test_only_head_and_coordinator_write(world: World, sign_in: SignIn, who: str) -> None:
    client = sign_in(world.people[who])
    asked = posts(world)
    before = world.profile.arrangements.count()
    assert {client.post(url, data).status_code for url, data in asked} == {404}
    assert world.profile.arrangements.count() == before


def test_what_is_submitted_is_not_written_any_more(world: World, sign_in: SignIn) -> None:
    client = sign_in(world.head)
    asked = posts(world)
    submitted(world.profile)
    assert {client.post(url, data).status_code for url, data in asked} == {423}


def test_what_is_submitted_can_still_be_read(world: World, sign_in: SignIn) -> None:
    client = sign_in(world.head)
    asked = pages(world)
    submitted(world.profile)
    answers = [client.get(page) for page in asked]
    assert {answer.status_code for answer in answers} == {200}
    assert not any(b"data-autosave" in answer.content for answer in answers)


def test_who_reads_along_sees_no_forms(world: World, sign_in: SignIn) -> None:
    client = sign_in(world.staff)
    assert not any(b"data-autosave" in client.get(page).content for page in pages(world))
