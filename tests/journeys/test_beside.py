"""The paper of a part beside its text: fresh after each pause, one pane at a time on a phone."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests.profile.writing.shared import VISION
from tests.world import World

pytestmark = pytest.mark.journey
FIELD = next(field for field in VISION.fields if field.required)
BESIDE = "[data-sheet]"


def test_what_is_typed_stands_on_paper_after_a_pause(world: World, visit: Any) -> None:
    ina = visit(world.coordinator)
    page = ina.open(reverse("section", args=[world.profile.pk, VISION.id]))
    text = page.locator(f"#tekst-{FIELD.id} textarea")

    page.get_by_role("button", name="Voorbeeld", exact=True).press("Enter")
    expect(page.locator(BESIDE)).to_contain_text("Nog niet ingevuld")
    text.fill("Elk kind hoort erbij.")
    expect(page.locator(BESIDE)).to_contain_text("Elk kind hoort erbij.")
    text.type(" Ook in de pauze.")
    expect(page.locator(BESIDE)).to_contain_text("Ook in de pauze.")
    expect(text).to_be_focused()
    ina.look()

    page.reload()  # the choice is remembered
    expect(page.locator(BESIDE)).to_contain_text("Elk kind hoort erbij.")


def test_a_phone_shows_one_pane_at_a_time(world: World, visit: Any) -> None:
    ina = visit(world.coordinator, viewport={"width": 320, "height": 800})
    page = ina.open(reverse("section", args=[world.profile.pk, VISION.id]))
    panes = {"Tekst": "main.sheet", "Bouwstenen": ".pane--blocks", "Voorbeeld": ".pane--paper"}
    for chosen in ("Bouwstenen", "Voorbeeld", "Tekst"):
        page.get_by_role("button", name=chosen, exact=True).click()
        for name, pane in panes.items():
            expect(page.locator(pane)).to_be_visible(visible=name == chosen)
    ina.look()
