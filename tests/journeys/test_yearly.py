"""A school that changed little walks from the new round to its version: by the presses and the reading it takes."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from dekkend.profile.models import Profile
from tests.adoption.roads import adopted
from tests.journeys.counting import Walk
from tests.profile.version.yearly import next_year
from tests.world import World

pytestmark = pytest.mark.journey


def test_a_school_that_changed_little_is_ready_soon(
    visit: Any, world: World, settings: Any, tmp_path: Any
) -> None:
    settings.MEDIA_ROOT = tmp_path
    adopted(world)
    now = next_year(world, 2028)
    walk = Walk(visit(world.coordinator))
    page = walk.page

    walk.open("/mijn-werk/")
    walk.press(walk.link("Leg vorig jaar ernaast"))
    walk.visitor.look()
    # One answer is another: choose, say why, and back.
    walk.press(page.locator("#vraag-ZOI .again__line").nth(1).get_by_role("link"))
    was = now.carried.version.data["checklist"]["answers"]["ZOI-2"]["value"]
    other = next(value.id for value in now.format.scale.values if value.id != was)
    walk.presses += 1
    page.locator(f"#onderdeel-ZOI-2 label:has(input[value={other}])").click()
    page.locator("#onderdeel-ZOI-2").get_by_text("bewaard").first.wait_for()
    walk.presses += 1  # back
    walk.open(reverse("checklist_again", args=[now.pk]))
    walk.press(walk.button("Wat nog open is, klopt nog"))
    walk.press(walk.button("Spreek alles zo af"))
    walk.press(walk.link("Naar het profiel"))
    walk.visitor.look()

    for _ in range(now.improvements.filter(is_asked=True).count()):
        walk.press(page.locator(".asked__answers").first.get_by_role("button", name=re.compile("Loopt door")))
    for _ in range(len(now.format.sections) + 1):
        walk.press(page.locator("details[open]").get_by_role("button", name=re.compile("klopt nog|Bekeken")))
    walk.press(page.get_by_role("button", name=re.compile("^Bekeken")).first)
    walk.press(walk.link("Verder met Leerlingen"))
    for name, text in {
        "method": "De leerlingenraad praatte er in drie groepen over.",
        "said": "Zij willen vaker zelf kiezen waar zij rustig werken.",
        "changed": "Elke groep maakt een rustige plek, en leerlingen richten die in.",
    }.items():
        walk.write(page.locator(f"[name={name}]"), text)
    walk.write(page.locator("[name=heard_on]"), timezone.localdate().isoformat())
    page.locator("[data-live=open]", has_text=re.compile("^$")).wait_for(state="attached")

    head = Walk(visit(world.head))
    head.open(reverse("submit", args=[now.pk]))
    head.press(head.button(re.compile("^Dien versie 1 in")))
    now.refresh_from_db()
    assert now.state == Profile.State.SUBMITTED

    council = Walk(visit(world.council))
    council.open(reverse("version", args=[now.pk, 1]))
    council.visitor.look()
    council.visitor.look_large()

    # The aim is thirty minutes, reading every word. docs/ontwikkelen/README.md says what was measured.
    assert walk.presses <= 28
    assert walk.minutes + walk.typing <= 30
