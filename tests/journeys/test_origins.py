"""The margin of a text: fresh after a pause, and the two answers to a source that changed."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from dekkend.audit.actions import SYSTEM
from dekkend.audit.revisions import revise
from dekkend.formats.model import Item
from dekkend.profile.writing.blocks import expanded
from tests.profile.writing.shared import BASIS, FMT, YES, agreed
from tests.world import World

pytestmark = pytest.mark.journey
ITEM = next(each for each in expanded(FMT, BASIS.draws) if isinstance(each, Item))
FIELD = next(field for field in BASIS.fields if field.kind == "text")
WORDS = "Twee keer per jaar gaan we na wie iets extra's nodig heeft."
NEW = "Drie keer per jaar gaan we na wie iets extra's nodig heeft."


def test_the_margin_moves_along_and_a_changed_source_is_taken_over(world: World, visit: Any) -> None:
    row = agreed(world.profile, ITEM.id, YES, WORDS)
    ina = visit(world.coordinator)
    page = ina.open(reverse("section", args=[world.profile.pk, BASIS.id]))
    margin, text = (
        page.locator(f'[data-piece="margin-{FIELD.id}"]'),
        page.locator(f"#tekst-{FIELD.id} textarea"),
    )
    expect(margin).not_to_contain_text("Alinea 1")

    page.get_by_role("button", name="Zet in de tekst").first.click()
    expect(margin).to_contain_text(f"{ITEM.number}")
    text.focus()
    page.keyboard.press("Control+End")
    text.type("\n\nOuders lezen mee wat wij doorgeven.")
    expect(margin).to_contain_text("geschreven door Ina Begeleider")

    revise(row, {"note": NEW}, base=1, actor=SYSTEM)
    page.reload()
    expect(margin).to_contain_text(f"{ITEM.number} is veranderd")
    margin.locator(".change summary").press("Enter")
    ina.look()
    margin.get_by_role("button", name="Overnemen").press("Enter")
    expect(text).to_have_value(f"{NEW}\n\nOuders lezen mee wat wij doorgeven.")
    expect(margin).not_to_contain_text("is veranderd")
    assert ina.faults == []
