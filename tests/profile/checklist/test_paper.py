"""The checklist as a form: what stands on it, for whom."""

from __future__ import annotations

from datetime import date

import pytest

from dekkend.documents.papers import render
from dekkend.profile.checklist.paper import empty_form, filled_form
from dekkend.profile.checklist.queries import shared_sheet, sheet_of
from tests.profile.checklist.people import FMT, ITEM, YES, SignIn, answered, everything, own, page, shared
from tests.world import World

pytestmark = pytest.mark.one_database

ON = date(2026, 11, 25)


def text(document: object) -> str:
    return render(document, "txt").decode().replace("\u00a0", " ")  # type: ignore[arg-type]


def test_empty_form_asks_every_item_and_topic_with_weet_ik_niet(world: World) -> None:
    answered(shared(world.profile), note="Dit mag een collega niet sturen.")

    told = text(empty_form(shared_sheet(world.profile), on=ON))

    boxes = sum(len(item.topics) or 1 for item in FMT.items) * (len(FMT.scale.values) + 1)
    assert told.count("[ ] ") == boxes
    assert "[x]" not in told
    assert "Dit mag" not in told
    assert all(f"{item.number} " in told for item in FMT.items)


def test_anonymous_form_has_no_line_for_a_name(world: World) -> None:
    named = text(empty_form(shared_sheet(world.profile), on=ON))
    world.profile.naming = "anonymous"

    assert "Naam en functie: ___" in named
    assert "Naam en functie" not in text(empty_form(shared_sheet(world.profile), on=ON))


def test_filled_form_ticks_what_was_chosen(world: World) -> None:
    answered(shared(world.profile), note="Elk najaar.", owner="Ina", due=date(2027, 6, 1))

    told = text(filled_form(shared_sheet(world.profile), on=ON))

    assert told.count("[x] ") == 1
    assert f"[x] {FMT.scale.get(YES).label}" in told
    assert "Elk najaar." in told
    assert "Klaar op: 1 juni 2027" in told
    assert "Gedeeld exemplaar, stand van 25 november 2026" in told
    assert "Weet ik niet" not in told


def test_an_example_says_so(world: World) -> None:
    world.profile.is_example = True

    assert "Verzonnen voorbeeld, niet van deze school." in text(
        empty_form(shared_sheet(world.profile), on=ON)
    )


@pytest.mark.parametrize("kind", ["leeg", "ingevuld"])
@pytest.mark.parametrize(("form", "start"), [("pdf", b"%PDF"), ("docx", b"PK"), ("odt", b"PK")])
def test_files_of_both_copies(world: World, sign_in: SignIn, kind: str, form: str, start: bytes) -> None:
    copy = own(world.profile, world.staff)
    everything(copy)
    client = sign_in(world.staff)

    for address in (
        page("checklist_file", world.profile, kind, form),
        page("copy_file", world.profile, copy.pk, kind, form),
    ):
        answer = client.get(address)
        assert answer.content.startswith(start)
        assert answer.headers["Content-Disposition"].endswith(f'.{form}"')
    assert "Weet ik niet" in text(filled_form(sheet_of(copy), on=ON))


def test_form_as_a_page_and_what_does_not_exist(world: World, sign_in: SignIn) -> None:
    client = sign_in(world.staff)

    told = client.get(page("checklist_form", world.profile, "leeg")).content.decode()

    assert ITEM.text in told
    assert "paper-lines" in told
    assert client.get(page("checklist_form", world.profile, "half")).status_code == 404
    assert client.get(page("checklist_file", world.profile, "leeg", "exe")).status_code == 404
