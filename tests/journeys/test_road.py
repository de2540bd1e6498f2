"""The whole road in a real browser: from the checklist to a published profile, counted by the samenwerkingsverband."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, expect

from dekkend.audit.actions import SYSTEM
from dekkend.profile.base.models import Profile
from dekkend.profile.models import Answer
from dekkend.profile.version.fill import fill
from tests.world import World

pytestmark = pytest.mark.journey
EXAMPLE = Path(__file__).parents[2] / "examples" / "de-leesplank.yml"


def example(world: World) -> dict[str, Any]:
    """The full example, with the provisions of the small world."""
    content: dict[str, Any] = yaml.safe_load(EXAMPLE.read_text(encoding="utf-8"))
    keys = world.round.catalogue.provisions.values_list("key", flat=True)
    content["provisions"] = [{"id": key, "how": "Zo doen wij dat, elke week."} for key in keys]
    return content


def at(name: str, *args: Any) -> str:
    return reverse(name, args=args)


def saved(page: Page) -> None:
    """Wait until the page says that what was done last is kept."""
    expect(page.get_by_text(re.compile("bewaard \\d\\d:\\d\\d")).first).to_be_visible()


def press(page: Page, words: str) -> None:
    page.get_by_role("button", name=re.compile(words)).first.click()
    page.wait_for_load_state()


def test_a_question_is_answered_by_keyboard_alone(world: World, visit: Any) -> None:
    ina = visit(world.coordinator)
    page = ina.open(at("checklist_question", world.profile.pk, "ZOI"))

    page.locator("[data-leaf]:not([hidden]) input[type=radio]").first.focus()
    page.keyboard.press("2")

    saved(page)
    assert Answer.objects.get(item="ZOI-1").value == "in_development"
    ina.look()


def test_two_people_who_type_at_once_lose_nothing(world: World, visit: Any) -> None:
    ina, hanna = visit(world.coordinator), visit(world.head)
    path = at("checklist_question", world.profile.pk, "ZOI")
    pages = [ina.open(path), hanna.open(path)]
    for page, text in zip(pages, ("Ina schrijft dit.", "Hanna vindt iets anders."), strict=True):
        page.locator("#onderdeel-ZOI-1 summary").first.click()
        field = page.locator("#onderdeel-ZOI-1 [name=note]")
        field.fill(text)
        field.blur()
        page.wait_for_timeout(400)

    clash = pages[1].locator(".twotexts").first
    expect(clash).to_contain_text("Ina schrijft dit.")
    expect(clash).to_contain_text("Hanna vindt iets anders.")
    hanna.look()
    clash.get_by_role("button", name=re.compile("Neem deze tekst")).first.click()
    pages[1].wait_for_timeout(400)

    assert Answer.objects.get(item="ZOI-1").note in ("Ina schrijft dit.", "Hanna vindt iets anders.")


def test_the_road_from_a_full_checklist_to_the_figures(world: World, visit: Any) -> None:
    profile = world.profile
    fill(profile, example(world), actor=SYSTEM, agreed=False)

    # Dialogue: a school with only the shared copy takes it over in one step.
    ina = visit(world.coordinator)
    page = ina.open(at("dialogue", profile.pk))
    page.get_by_role("button", name=re.compile("over", re.I)).first.click()
    ina.look()

    # Profile: a bouwsteen goes into the text once.
    page = ina.open(at("section", profile.pk, "basis"))
    ina.look()
    page.get_by_role("button", name=re.compile("Zet in de tekst")).first.click()
    expect(page.get_by_text(re.compile("Staat in “")).first).to_be_visible()

    # Pupils.
    page = ina.open(at("pupils", profile.pk))
    page.locator("textarea").nth(0).fill("De leerlingenraad sprak erover in twee kringgesprekken.")
    page.locator("textarea").nth(1).fill("Leerlingen willen vaker een rustige plek.")
    page.locator("textarea").nth(2).fill("Er komt een stille werkplek bij.")
    page.locator("input[type=date]").first.fill(str(timezone.localdate()))
    page.locator("textarea").nth(2).blur()
    saved(page)
    ina.look()

    # The head submits: version 1 is sealed.
    hanna = visit(world.head)
    page = hanna.open(at("submit", profile.pk))
    hanna.look()
    press(page, "Dien versie 1 in")
    assert Profile.objects.get().state == "submitted"

    # The board asks for advice, the council gives it, the board replies and adopts.
    version = at("version", profile.pk, 1)
    bea, mo = visit(world.board), visit(world.council)
    page = bea.open(version)
    bea.look()
    page.locator("input[type=date]").first.fill(str(timezone.localdate() + timedelta(days=30)))
    press(page, "Vraag om advies")
    page = mo.open(version)
    mo.look()
    page.locator("input[type=radio]").first.check()
    press(page, "Controleer het advies")
    mo.look()
    page.locator("button[name=zeker]").click()
    page = bea.open(version)
    page.locator("textarea").first.fill("Wij danken de MR en volgen het advies.")
    press(page, "Controleer de reactie")
    page.locator("button[name=zeker]").click()
    page = bea.open(version)
    bea.look()
    press(page, "Controleer het besluit")
    page.locator("button[name=zeker]").click()
    page.wait_for_load_state()
    assert Profile.objects.get().state == "adopted"

    # The head publishes; somebody from outside reads it, without a cookie.
    page = hanna.open(at("publication", profile.pk))
    hanna.look()
    press(page, "Publiceer")
    assert Profile.objects.get().state == "published"
    parent = visit(None, java_script_enabled=False)
    parent.open(f"/scholen/{world.school.brin6}/")
    assert parent.context.cookies() == []

    # The samenwerkingsverband counts it.
    ans = visit(world.analyst)
    page = ans.open(at("alliance", world.alliance.slug))
    expect(page.get_by_text("De Leesplank").first).to_be_visible()
    ans.look()
