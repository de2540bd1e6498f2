"""The plan on paper says what was sealed, and no more."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from dekkend.documents.papers import render
from dekkend.neighbourhood.actions import add_agreement, change_agreement, seal_plan
from dekkend.neighbourhood.content import content_of
from dekkend.neighbourhood.models import AreaPlan
from dekkend.neighbourhood.paper import document
from dekkend.region.models import Alliance
from tests.analysis.adopted import adopt, arrangement
from tests.world import World


def written(world: World, form: str = "txt") -> bytes:
    content = content_of(AreaPlan.objects.get())
    return render(document(content, world.round.format), form)


@pytest.fixture
def plan(world: World) -> AreaPlan:
    for school in world.schools[:2]:
        adopt(school, world.round, boundaries=[{"element": "safety"}], arrangements=[arrangement("nt2")])
    agreement = add_agreement(world.areas[0], world.round, actor=world.head, need="angst")
    told = {"what": "Samen een **trainer**.", "who": "De Leesplank", "until": date(2028, 6, 30)}
    change_agreement(agreement, told, base=1, actor=world.head)
    return agreement.plan


def test_the_paper_says_what_stands_out_and_what_is_agreed(world: World, plan: AreaPlan) -> None:
    said = written(world).decode()

    assert "WIJKONDERSTEUNINGSPLAN OOST 1" in said
    assert "Geen school in de wijk heeft een aanbod voor: Lezen en dyslexie" in " ".join(said.split())
    assert "30 juni 2028" in said
    assert "Alle scholen van de wijk" in said
    assert "Concept" in said


def test_an_example_says_so_on_paper_and_nothing_else_does(world: World, plan: AreaPlan) -> None:
    assert "erzonnen" not in written(world).decode()
    Alliance.objects.update(is_example=True)
    assert "Verzonnen voorbeeld, niet van deze scholen" in written(world).decode()


def test_what_happens_after_the_sealing_is_not_in_it(world: World, plan: AreaPlan) -> None:
    sealed = seal_plan(world.areas[0], world.round, actor=world.administrator)
    before = render(document(sealed.data, world.round.format), "txt")

    adopt(world.schools[0], world.round, arrangements=[arrangement("angst")])
    sealed.refresh_from_db()

    assert render(document(sealed.data, world.round.format), "txt") == before
    assert "versie 1" in before.decode()


@pytest.mark.parametrize("form", ["pdf", "docx", "odt", "html", "txt"])
def test_the_same_plan_gives_the_same_bytes(form: str, world: World, plan: AreaPlan) -> None:
    assert written(world, form) == written(world, form)


def test_an_unknown_form_or_number_is_not_found(world: World, plan: AreaPlan, sign_in) -> None:  # type: ignore[no-untyped-def]
    client: Client = sign_in(world.head)
    area = world.areas[0].pk

    assert client.get(reverse("plan_now", args=[area, 2027, "exe"])).status_code == 404
    assert client.get(reverse("plan_paper", args=[area, 2027, 9, "pdf"])).status_code == 404
    assert client.get(reverse("plan_now", args=[area, 1999, "pdf"])).status_code == 404
