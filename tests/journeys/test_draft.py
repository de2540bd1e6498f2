"""A first draft that is overtaken by what was agreed: made anew in one press, put back in one press."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from dekkend.profile.base.models import Profile
from dekkend.profile.writing.actions import add_arrangement
from tests.profile.writing.shared import BASIS, HALF, OFFER, YES, agreed
from tests.world import World

pytestmark = pytest.mark.journey
FIELD = next(field for field in BASIS.fields if field.id == "systematic")
COLUMN = next(column for column in OFFER.columns if column.id == "partners")
FIRST, BEFORE, AFTER = (
    "Elke herfst kijken we wie hulp nodig heeft.",
    "Na acht weken terug.",
    "Na zes weken terug.",
)


def overtaken(page: Any, profile: Profile) -> Any:
    """The field, with a draft in it and another agreement since."""
    agreed(profile, "ZOI-2", YES, FIRST)
    agreed(profile, "ZOI-5", HALF, BEFORE)
    field = page.locator(f"#veld-{FIELD.id}")
    page.reload()
    field.get_by_role("button", name="Maak een eerste opzet").press("Enter")
    expect(field.locator("[data-autosave] textarea")).to_have_value(f"{FIRST}\n\n{BEFORE}")
    expect(field.get_by_text("De afspraken zijn daarna veranderd.")).to_have_count(0)
    agreed(profile, "ZOI-5", HALF, AFTER)
    page.reload()
    return field


@pytest.mark.parametrize("scripted", [True, False])
def test_a_draft_is_made_anew_and_put_back_with_the_keyboard(
    world: World, visit: Any, scripted: bool
) -> None:
    ina = visit(world.coordinator, java_script_enabled=scripted)
    page = ina.open(reverse("section", args=[world.profile.pk, BASIS.id]))
    field = overtaken(page, world.profile)
    expect(field.get_by_text("De afspraken zijn daarna veranderd.")).to_be_visible()

    field.get_by_role("button", name="Maak haar opnieuw").press("Enter")
    expect(field.locator("[data-autosave] textarea")).to_have_value(f"{FIRST}\n\n{AFTER}")
    expect(field.get_by_text("De opzet is opnieuw gemaakt.")).to_be_visible()
    if scripted:
        ina.look()
        ina.look_large()
        page.set_viewport_size({"width": 1280, "height": 900})

    field.get_by_role("button", name="Zet de vorige terug").press("Enter")
    expect(field.locator("[data-autosave] textarea")).to_have_value(f"{FIRST}\n\n{BEFORE}")
    expect(field.get_by_role("button", name="Maak haar opnieuw")).to_be_visible()
    assert ina.faults == []


def test_what_somebody_wrote_stays_and_no_button_comes_over_it(world: World, visit: Any) -> None:
    ina = visit(world.coordinator)
    page = ina.open(reverse("section", args=[world.profile.pk, BASIS.id]))
    field = overtaken(page, world.profile)
    own = f"{FIRST}\n\nNa zeven weken terug."
    field.locator("[data-autosave] textarea").fill(own)
    expect(field.get_by_role("button", name="Maak haar opnieuw")).to_have_count(0)
    page.reload()
    expect(field.locator("[data-autosave] textarea")).to_have_value(own)
    expect(field.get_by_role("button", name="Maak haar opnieuw")).to_have_count(0)
    assert ina.faults == []


def test_drafts_of_a_field_and_of_an_arrangement_are_read_after_each_other(world: World, visit: Any) -> None:
    ina = visit(world.coordinator)
    page = ina.open(reverse("section", args=[world.profile.pk, BASIS.id]))
    overtaken(page, world.profile)
    weekly = "De logopedist komt elke dinsdag."
    agreed(world.profile, "OTE-5", YES, weekly)
    arrangement = add_arrangement(world.profile, world.profile.format.offer.needs[0], actor=world.head)
    page.goto(ina.address + reverse("arrangement", args=[world.profile.pk, OFFER.id, arrangement.pk]))
    column = page.locator(f"#kolom-{COLUMN.id}")
    column.get_by_role("button", name="Maak een eerste opzet").press("Enter")
    expect(column.locator("[data-autosave] textarea").first).to_have_value(weekly)

    page.goto(ina.address + reverse("unread", args=[world.profile.pk]))
    expect(page.get_by_role("heading", level=2)).to_have_count(2)
    expect(page.get_by_text(weekly)).to_be_visible()
    ina.look()
    ina.look_large()
    page.set_viewport_size({"width": 1280, "height": 900})
    page.get_by_role("button", name="Alles gelezen").press("Enter")
    expect(page.get_by_role("heading", name="Alle eerste opzetten zijn nagekeken")).to_be_visible()
    assert ina.faults == []
