"""The shared copy in a real browser: last year in one press, a colleague beside you, where it can be found, before."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from dekkend.profile.models import Answer, Evidence
from tests.kit.files import picture
from tests.profile.checklist.people import ITEM, QUESTION
from tests.profile.checklist.years import all_alike, last_year
from tests.world import World

pytestmark = pytest.mark.journey
HERE = f"#onderdeel-{ITEM.id}"


@pytest.fixture
def address(world: World) -> str:
    return reverse("checklist_question", args=[world.profile.pk, QUESTION.id])


def test_last_year_is_taken_over_and_taken_back_without_leaving_the_page(
    world: World, visit: Any, address: str
) -> None:
    last_year(world, all_alike())
    ina = visit(world.coordinator)
    page = ina.open(address)

    page.get_by_role("button", name="Alles bij deze vraag klopt nog").press("Enter")
    undo = page.get_by_role("button", name="Maak dit ongedaan")
    expect(undo).to_be_focused()
    expect(page.locator(".choice__input:checked")).to_have_count(len(QUESTION.items))
    assert Answer.objects.exclude(value="").count() == len(QUESTION.items)
    undo.press("Enter")
    expect(page.locator(".choice__input:checked")).to_have_count(0)
    assert not Answer.objects.exclude(value="").exists()

    page.locator(f"{HERE} [data-take] button").press("Enter")
    expect(page.locator(f"{HERE} .choice__input:checked")).to_have_count(1)
    page.locator(f"{HERE} summary").first.click()
    page.fill(f"{HERE} [name=note]", "Dit jaar met een woord erbij.")
    expect(page.locator(f"{HERE} [data-saved]")).to_contain_text("bewaard")
    page.wait_for_timeout(1200)
    assert Answer.objects.get(item=ITEM.id).note == "Dit jaar met een woord erbij."
    ina.look()


def test_one_sees_a_colleague_and_takes_what_was_changed(world: World, visit: Any, address: str) -> None:
    hanna, ina = visit(world.head), visit(world.coordinator)
    there = hanna.open(address)
    there.wait_for_load_state("networkidle")
    here = ina.open(address)
    expect(here.locator(".presence__line")).to_contain_text("Hanna Hoofd", timeout=15_000)

    there.locator(f"{HERE} .choice__input").nth(1).check()
    change = here.locator(f"{HERE} .changed")
    expect(change).to_contain_text("Hanna Hoofd heeft dit zojuist veranderd", timeout=15_000)
    expect(here.locator(f"{HERE} .choice__input:checked")).to_have_count(0)
    ina.look()
    change.get_by_role("button").press("Enter")

    expect(change).to_have_count(0)
    expect(here.locator(f"{HERE} .choice__input").nth(1)).to_be_checked()
    expect(here.locator(f"{HERE} [name=revision]")).to_have_value("1")


def test_nothing_one_types_is_swapped(world: World, visit: Any, address: str) -> None:
    hanna, ina = visit(world.head), visit(world.coordinator)
    there, here = hanna.open(address), ina.open(address)
    there.locator(f"{HERE} .choice__input").nth(1).check()
    expect(here.locator(f"{HERE} .changed")).to_be_visible(timeout=15_000)

    here.locator(f"{HERE} summary").first.click()
    here.locator(f"{HERE} [name=note]").press_sequentially("Mijn eigen woorden")
    here.locator(f"{HERE} .changed button").click()

    expect(here.locator(f"{HERE} [name=note]")).to_have_value("Mijn eigen woorden")
    expect(here.locator(f"{HERE} [data-saved]")).to_contain_text("bewaard")
    row = Answer.objects.get()
    assert (row.value, row.note) == (world.profile.format.scale.values[1].id, "Mijn eigen woorden")


def test_a_photograph_is_added_and_the_history_reads_well(
    world: World, visit: Any, address: str, tmp_path: Path, settings: Any
) -> None:
    settings.MEDIA_ROOT = tmp_path / "files"
    (tmp_path / "foto.png").write_bytes(picture())
    ina = visit(world.coordinator)
    page = ina.open(address)
    for number in (0, 2):
        page.locator(f"{HERE} .choice__input").nth(number).check()
        expect(page.locator(f"{HERE} [name=revision]")).to_have_value("1" if number == 0 else "2")
    page.locator(f"{HERE} summary").first.click()
    page.get_by_role("link", name=re.compile("Link of bestand toevoegen")).first.click()
    page.set_input_files("[name=file]", tmp_path / "foto.png")
    page.get_by_role("button", name="Zet het bestand erbij").click()

    expect(page.get_by_role("link", name="foto.png")).to_be_visible()
    assert Evidence.objects.get().media == "image/png"
    ina.look()
    ina.open(reverse("checklist_history", args=[world.profile.pk, ITEM.id]))
    expect(page.get_by_text("Erbij gezet: foto.png")).to_be_visible()
    ina.look()
    page.get_by_role("button", name=re.compile("Zet terug")).click()
    expect(page.locator(f"{HERE} .choice__input").nth(0)).to_be_checked()
