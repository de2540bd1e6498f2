"""Somebody who never saw the software walks from a full checklist to a profile that is ready to hand in."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from dekkend.audit.actions import SYSTEM
from dekkend.formats.provisions import read_provisions
from dekkend.profile.base.models import Profile
from dekkend.profile.version.content import read
from dekkend.profile.version.fill import fill
from dekkend.region.models import Provision
from tests.adoption.roads import EXAMPLE, example
from tests.journeys.counting import Walk
from tests.world import World

pytestmark = pytest.mark.journey

EMPTY = EXAMPLE.with_name("leeg.yml")
PROVISIONS = Path(__file__).parents[2] / "formats" / "almere-po" / "voorbeeld-basisvoorzieningen.yml"

FIRST = re.compile("Naar de (checklist|dialoog)")
POINT = {
    "goal": "Alle groepen werken op dezelfde manier, en elke leraar kan dat laten zien.",
    "action": "De intern begeleider bekijkt elke groep twee keer en bespreekt wat opvalt.",
    "measure": "In juni werken alle acht groepen zo.",
    "owner": "Intern begeleider",
}
PUPILS = {
    "method": "De leerlingenraad praatte er in drie groepen over.",
    "said": "Zij willen vaker zelf kiezen waar zij rustig werken.",
    "changed": "Elke groep maakt een rustige plek, en leerlingen richten die in.",
}


def with_full_checklist(world: World) -> Profile:
    """All that was answered in one shared copy, and not a word of the profile."""
    empty, _ = read(EMPTY)
    told = empty | {"checklist": example()["checklist"], "provisions": [], "example": False}
    fill(world.profile, told, actor=SYSTEM, agreed=False)
    catalogue = world.round.catalogue
    catalogue.provisions.all().delete()
    Provision.objects.bulk_create(
        Provision(catalogue=catalogue, key=each.id, title=each.title, text=each.text, position=place)
        for place, each in enumerate(read_provisions(PROVISIONS).provisions)
    )
    return Profile.objects.with_places().get(pk=world.profile.pk)


def test_a_newcomer_is_ready_within_ninety_minutes(visit: Any, world: World) -> None:
    profile = with_full_checklist(world)
    walk = Walk(visit(world.coordinator))
    page = walk.page

    walk.open("/mijn-werk/")
    walk.press(walk.link(FIRST))
    if "checklist" in page.url:
        walk.press(walk.link("Naar de dialoog"))
    walk.press(walk.button("Neem de gedeelde antwoorden over"))
    walk.press(walk.link("Naar het profiel"))
    drafts(walk)
    one_arrangement(walk)
    walk.press(walk.button("Wij hebben geen specialisaties"))
    walk.press(walk.link("Verder met deel 6"))
    for element in ("safety", "expertise"):
        boundary = page.locator(f"#grens-{element}")
        walk.press(boundary.get_by_role("button", name="Zet aan"))
        walk.press(boundary.get_by_role("button", name="Begin met alle 3 teksten"))
    walk.press(walk.link("Verder met deel 7"))
    one_point(walk)
    # On a phone the proposals stand one press away.
    page.set_viewport_size({"width": 320, "height": 700})
    walk.press(walk.link(re.compile("^Kies uit")), goes=False)
    one_point(walk)
    page.set_viewport_size({"width": 1280, "height": 900})
    walk.press(walk.link("Verder met de basisvoorzieningen"))
    for each in profile.round.catalogue.provisions.all():
        beside = page.locator(f"#veld-{each.key}")
        walk.press(beside.get_by_role("button", name=re.compile("Zet (alle|in de tekst)")).last)
    walk.press(walk.link("Verder met Leerlingen"))
    for name, text in PUPILS.items():
        walk.write(page.locator(f"[name={name}]"), text)
    walk.write(page.locator("[name=heard_on]"), timezone.localdate().isoformat())
    page.locator("[data-live=open]", has_text=re.compile("^$")).wait_for(state="attached")
    walk.press(walk.link("Kijk na wat nog open is"))
    expect(page.locator("main .lead")).to_contain_text("Alles staat erin. De directeur kan")

    head = visit(world.head)
    told = head.open(reverse("submit", args=[profile.pk])).locator("h1")
    expect(told).to_have_text("Het profiel is klaar om in te dienen")
    # docs/ontwikkelen/README.md says what was measured.
    assert walk.presses <= 60
    assert walk.minutes + walk.typing <= 90


def drafts(walk: Walk) -> None:
    """Part 2 and 3: a first draft of every text, read and approved after each other."""
    for _ in range(2):
        walk.press(walk.button("Maak overal een eerste opzet"))
        walk.press(walk.link("Verder met deel"))


def one_arrangement(walk: Walk) -> None:
    """Part 4: for whom, what is needed, and a first draft beside it; then all drafts are read."""
    page = walk.page
    page.get_by_label("Voor welke behoefte").select_option("lezen-dyslexie")
    walk.presses += 1
    walk.press(walk.button("Maak een arrangement"))
    target = page.locator("textarea[name=target]")
    walk.write(target, "Kinderen die na een half jaar lichte hulp nog niet vlot lezen.")
    saved(page)
    for column, what in {"guidance": "In een klein groepje", "facilities": "Voorleessoftware"}.items():
        box = page.locator(f"#kolom-{column}")
        walk.press(box.get_by_text("Voeg iets toe"), goes=False)
        walk.write(box.locator("[name=what]").first, what)
        walk.press(box.get_by_role("button", name="Voeg toe"))
    walk.press(walk.button("Maak overal een eerste opzet"))
    walk.press(walk.link("Lees de"))
    walk.press(walk.button("Alles gelezen"))
    walk.press(walk.link("Verder met het profiel"))
    assert page.url.endswith("/profiel/specialisations/")


def one_point(walk: Walk) -> None:
    """Part 7: what the checklist said is being developed, and all that makes it one that can be checked."""
    page = walk.page
    walk.press(walk.button("Maak verbeterpunt"))
    point = page.locator(f".point:has({page.url.rpartition('#')[1]}{page.url.rpartition('#')[2]})")
    goal = point.locator("[name=goal]")
    goal.wait_for()
    walk.look()
    walk.presses += 1
    point.locator("[name=sort]").first.check()
    for name, text in POINT.items():
        with page.expect_response(lambda answer: "/adviezen/" in answer.url):
            walk.write(point.locator(f"[name={name}]"), text)
            point.locator(f"[name={name}]").blur()


def saved(page: Any) -> None:
    """Wait until all that was typed is kept, and what follows of it is on the page."""
    page.locator(":focus").blur()
    expect(page.get_by_text(re.compile(r"bewaard \d\d:\d\d")).first).to_be_visible()
