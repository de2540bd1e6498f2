"""Specialisations: some, or an explicit "geen"; never both, never silence."""

import pytest

from dekkend.audit.models import Event
from dekkend.process.engine import Refused
from dekkend.profile.writing import actions
from dekkend.profile.writing.parts import parts_of
from tests.profile.writing.shared import FMT, SPECIAL, SignIn, at, save
from tests.world import World


def words(world: World) -> str:
    world.profile.refresh_from_db()
    return next(part.words for part in parts_of(world.profile) if part.key == SPECIAL.id)


def test_silence_is_not_enough(world: World) -> None:
    part = next(part for part in parts_of(world.profile) if part.key == SPECIAL.id)
    assert (part.words, bool(part.missing)) == ("leeg", True)


def test_none_can_be_said_and_taken_back(world: World, sign_in: SignIn) -> None:
    client = sign_in(world.head)
    client.post(at("no_specialisations", world.profile, SPECIAL.id), {"none": "yes"})
    assert words(world) == "geen, dat staat er"
    client.post(at("no_specialisations", world.profile, SPECIAL.id), {"none": "no"})
    assert words(world) == "leeg"
    assert Event.objects.filter(act="declare_no_specialisations").count() == 2


def test_who_adds_one_takes_none_back(world: World, sign_in: SignIn) -> None:
    actions.declare_no_specialisations(world.profile, True, actor=world.head)
    sign_in(world.head).post(at("rows_new", world.profile, SPECIAL.id), {"title": "Taalplein"})
    assert words(world) == "1 specialisatie"
    assert not world.profile.no_specialisations


def test_none_cannot_be_said_beside_one(world: World) -> None:
    actions.add_specialisation(world.profile, title="Taalplein", actor=world.head)
    with pytest.raises(Refused, match="Er staan specialisaties"):
        actions.declare_no_specialisations(world.profile, True, actor=world.head)


def test_one_that_comes_back_takes_none_back(world: World) -> None:
    row = actions.add_specialisation(world.profile, title="Taalplein", actor=world.head)
    removal = actions.remove(row, profile=world.profile, actor=world.head)
    actions.declare_no_specialisations(world.profile, True, actor=world.head)
    actions.put_back(world.profile, removal, actor=world.head)
    assert words(world) == "1 specialisatie"
    assert not world.profile.no_specialisations


def test_a_row_saves_itself(world: World, sign_in: SignIn) -> None:
    row = actions.add_specialisation(world.profile, title="Taalplein", actor=world.head)
    need = FMT.offer.needs[2].id
    told = {
        "title": "Taalplein",
        "need": need,
        "target": "Kinderen tot acht jaar.",
        "reach": "area",
        "size": "tien",
    }
    answer = save(
        sign_in(world.head), at("row_save", world.profile, SPECIAL.id, row.pk), revision="1", **told
    )
    assert answer.status_code == 200
    row.refresh_from_db()
    assert (row.need, row.reach, row.size) == (need, "area", "tien")


def test_a_row_without_a_name_keeps_what_was_there(world: World, sign_in: SignIn) -> None:
    row = actions.add_specialisation(world.profile, title="Taalplein", actor=world.head)
    url = at("row_save", world.profile, SPECIAL.id, row.pk)
    answer = save(sign_in(world.head), url, revision="1", title="", reach="school")
    assert answer.json()["errors"]["title"] == ["Geef de specialisatie een naam."]
    row.refresh_from_db()
    assert row.title == "Taalplein"


def test_a_new_one_needs_a_name(world: World, sign_in: SignIn) -> None:
    answer = sign_in(world.head).post(at("rows_new", world.profile, SPECIAL.id), {"title": "  "})
    assert answer.status_code == 423
    assert not world.profile.specialisations.exists()
