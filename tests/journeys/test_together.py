"""Two coordinators in one section: they see each other, their words come together, and nothing typed is lost."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from dekkend.profile.writing import actions
from dekkend.profile.writing.comments import actions as comments
from tests.profile.writing.comments.talking import text_at
from tests.profile.writing.shared import BASIS, SPECIAL
from tests.world import World

pytestmark = pytest.mark.journey
FIELD = next(field for field in BASIS.fields if field.kind == "text")
START = "Een kind hoort erbij en leert goed."


def typed(page: Page, text: str) -> Any:
    field = page.locator(f"#id-{FIELD.id}-text")
    field.fill(text)
    field.blur()
    page.wait_for_timeout(500)
    return field


def test_two_people_write_in_one_section(world: World, visit: Any) -> None:
    profile = world.profile
    actions.write_text(profile, BASIS, FIELD, START, base=0, actor=world.head)
    spot = f"veld.{BASIS.id}.{FIELD.id}"
    row = comments.comment(profile, text_at(profile, spot), "Klopt dit?", paragraph="0.", actor=world.staff)
    ina, hanna = visit(world.coordinator), visit(world.head)
    path = reverse("section", args=[profile.pk, BASIS.id])
    first, second = ina.open(path), hanna.open(path)

    here = "kijkt nu ook in dit deel"
    expect(second.get_by_text(f"{world.coordinator.name} {here}")).to_be_visible()
    expect(first.get_by_text(here)).to_be_hidden()
    first.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(first.get_by_text(f"{world.head.name} {here}")).to_be_visible()

    # Other words: both stay, and the comment goes along.
    typed(first, START.replace("Een kind", "Elk kind"))
    field = typed(second, START.replace("goed", "veel"))
    both = "Elk kind hoort erbij en leert veel."
    expect(field).to_have_value(both)
    row.refresh_from_db()
    assert row.words == both

    # The same words: both are shown, and one chooses.
    typed(second, both.replace("veel", "graag"))
    field = typed(first, START.replace("Een kind", "Elk kind").replace("goed", "samen"))
    clash = first.locator(".twotexts")
    expect(clash).to_contain_text("graag")
    ina.look()
    clash.get_by_role("button", name="Zet ze onder elkaar").click()
    expect(clash).to_have_count(0)
    first.wait_for_timeout(500)
    told = profile.texts.get(field=FIELD.id).text
    assert "graag" in told
    assert "samen" in told
    hanna.look()


def test_comments_stand_at_a_specialisation_and_at_whom_an_arrangement_is_for(
    world: World, visit: Any
) -> None:
    special = actions.add_specialisation(world.profile, title="Taalplein", actor=world.head)
    arrangement = actions.add_arrangement(
        world.profile, world.profile.format.offer.needs[0], actor=world.head
    )
    sanne = visit(world.staff)
    part = world.profile.format.section_of_kind("arrangements").id
    for path, spot in (
        (reverse("section", args=[world.profile.pk, SPECIAL.id]), f"specialisatie.{special.pk}"),
        (
            reverse("arrangement", args=[world.profile.pk, part, arrangement.pk]),
            f"arrangement.{arrangement.pk}",
        ),
    ):
        page = sanne.open(path)
        page.locator(f"[id='opmerkingen-{spot}'] > summary").click()
        page.locator(f"[id='opmerkingen-{spot}'] textarea").fill("Dit klopt niet meer.")
        page.get_by_role("button", name="Plaats opmerking").first.click()
        expect(page.locator(f"[id='opmerkingen-{spot}']")).to_contain_text("Dit klopt niet meer.")
        sanne.look()
