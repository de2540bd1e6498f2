"""A wijk and its plan: for heads and coordinators of its schools and the samenwerkingsverband; 404 for others."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from dekkend.accounts.models import User
from dekkend.audit.models import Event
from dekkend.neighbourhood.actions import add_agreement, change_agreement, seal_plan
from dekkend.neighbourhood.models import AreaAgreement, SealedPlan
from dekkend.neighbourhood.together import together
from dekkend.process.engine import NotAllowed, Refused
from dekkend.region.models import School
from tests.analysis.adopted import adopt
from tests.world import World

SignIn = Callable[[User], Client]


def arrangement(need: str, *, available: bool = True) -> dict[str, Any]:
    things = [{"what": "Extra handen", "needed": True, "available": available}]
    return {
        "id": need,
        "need": need,
        "title": "Kleine groep",
        "columns": {"guidance": {"text": "", "things": things}},
    }


def agreed(world: World) -> AreaAgreement:
    agreement = add_agreement(world.areas[0], world.round, actor=world.head, need="angst")
    told = {"what": "Samen een groep.", "who": "De Leesplank", "until": date(2028, 6, 1)}
    return change_agreement(agreement, told, base=agreement.revision, actor=world.head).row


@pytest.mark.parametrize("who", ["head", "coordinator", "adviser", "analyst", "administrator"])
def test_area_is_seen_by_its_people(who: str, world: World, sign_in: SignIn) -> None:
    assert sign_in(world.people[who]).get(reverse("area", args=[world.areas[0].pk])).status_code == 200


@pytest.mark.parametrize("who", ["staff", "council", "board", "other_head", "sam"])
def test_area_is_closed_for_others(who: str, world: World, sign_in: SignIn) -> None:
    client = sign_in(world.people[who])
    agreement = agreed(world)
    area = world.areas[0].pk

    assert client.get(reverse("area", args=[area])).status_code == 404
    assert client.get(reverse("plan_now", args=[area, 2027, "pdf"])).status_code == 404
    assert client.post(reverse("agreements", args=[area])).status_code == 404
    assert client.post(reverse("agreement", args=[area, agreement.pk])).status_code == 404
    assert client.post(reverse("agreement_removal", args=[area, agreement.pk])).status_code == 404
    assert client.post(reverse("plan_sealing", args=[area])).status_code == 404


def test_nobody_offers_is_said_only_when_all_schools_are_known(world: World) -> None:
    adopt(world.school, world.round, arrangements=[arrangement("nt2")])
    assert together(world.areas[0], world.round).uncovered == []

    adopt(world.schools[1], world.round, arrangements=[arrangement("nt2")])

    view = together(world.areas[0], world.round)
    assert "nt2" not in {line.need.id for line in view.uncovered}
    assert "angst" in {line.need.id for line in view.uncovered}


def test_one_school_alone_is_fragile_only_when_all_schools_are_known(world: World) -> None:
    adopt(world.school, world.round, arrangements=[arrangement("nt2")])
    assert together(world.areas[0], world.round).fragile == []

    adopt(world.schools[1], world.round)

    assert [line.need.id for line in together(world.areas[0], world.round).fragile] == ["nt2"]


def test_an_arrangement_that_misses_something_is_a_shortage(world: World) -> None:
    adopt(world.school, world.round, arrangements=[arrangement("nt2", available=False)])

    line = next(line for line in together(world.areas[0], world.round).lines if line.need.id == "nt2")

    # In order of name: De Inktpot is not known yet.
    assert [cell.word for cell in line.cells] == ["nog niet bekend", "tekort"]


def test_a_press_begins_an_agreement_about_a_need(world: World, sign_in: SignIn) -> None:
    page = reverse("agreements", args=[world.areas[0].pk])

    sign_in(world.head).post(page, {"ronde": "2027", "from": "need", "key": "angst"})

    assert AreaAgreement.objects.get().need == "angst"


@pytest.mark.parametrize("kind", ["need", "item", "limit", "onzin"])
def test_a_made_up_start_is_refused(kind: str, world: World, sign_in: SignIn) -> None:
    page = reverse("agreements", args=[world.areas[0].pk])

    assert sign_in(world.head).post(page, {"ronde": "2027", "from": kind, "key": "x"}).status_code == 404
    assert not AreaAgreement.objects.exists()


def test_agreement_is_saved_with_its_history(world: World, sign_in: SignIn) -> None:
    agreement = add_agreement(world.areas[0], world.round, actor=world.head)
    page = reverse("agreement", args=[world.areas[0].pk, agreement.pk])
    told = {"revision": "1", "what": "Samen een taalklas.", "until": "2027-06-01"}

    answer = sign_in(world.coordinator).post(page, told, headers={"accept": "application/json"})

    assert answer.json()["revision"] == 2
    assert Event.objects.of(agreement.subject).first().data["what"] == "Samen een taalklas."


def test_agreement_of_another_area_is_not_found(world: World, sign_in: SignIn) -> None:
    agreement = agreed(world)
    page = reverse("agreement", args=[world.areas[1].pk, agreement.pk])

    assert sign_in(world.other_head).post(page, {"revision": "0"}).status_code == 404


def test_a_wrong_date_says_how_to_write_it(world: World, sign_in: SignIn) -> None:
    agreement = agreed(world)
    page = reverse("agreement", args=[world.areas[0].pk, agreement.pk])

    answer = sign_in(world.head).post(
        page, {"revision": "2", "until": "ooit"}, headers={"accept": "application/json"}
    )

    assert answer.status_code == 422
    assert "1-6-2027" in answer.json()["errors"]["until"][0]


def test_plan_is_sealed_by_the_administrator(world: World) -> None:
    agreed(world)

    sealed = seal_plan(world.areas[0], world.round, actor=world.administrator)

    assert (sealed.number, sealed.data["agreements"][0]["what"]) == (1, "Samen een groep.")


def test_plan_is_not_sealed_by_a_head(world: World) -> None:
    agreed(world)

    with pytest.raises(NotAllowed):
        seal_plan(world.areas[0], world.round, actor=world.head)


def test_plan_without_agreements_is_not_sealed(world: World) -> None:
    with pytest.raises(Refused, match="nog geen afspraak"):
        seal_plan(world.areas[0], world.round, actor=world.administrator)

    assert not SealedPlan.objects.exists()


def test_sealed_plan_does_not_change(world: World, sign_in: SignIn) -> None:
    agreement = agreed(world)
    seal_plan(world.areas[0], world.round, actor=world.administrator)
    change_agreement(agreement, {"what": "Toch anders."}, base=agreement.revision, actor=world.head)
    client = sign_in(world.head)

    then = client.get(reverse("plan_paper", args=[world.areas[0].pk, 2027, 1, "txt"])).content.decode()
    now = client.get(reverse("plan_now", args=[world.areas[0].pk, 2027, "txt"])).content.decode()

    assert "Samen een groep." in then
    assert "Toch anders." in now


@pytest.mark.parametrize("form", ["pdf", "docx", "odt", "html", "txt"])
def test_plan_comes_in_every_form(form: str, world: World, sign_in: SignIn) -> None:
    agreed(world)

    answer = sign_in(world.head).get(reverse("plan_now", args=[world.areas[0].pk, 2027, form]))

    assert answer.status_code == 200
    assert len(answer.content) > 200


@pytest.mark.parametrize("schools", [1, 3])
def test_area_costs_the_same_for_one_and_three_schools(
    schools: int, world: World, sign_in: SignIn, django_assert_num_queries
) -> None:
    School.objects.filter(pk=world.schools[1].pk).update(area=world.areas[0] if schools == 3 else None)
    School.objects.filter(pk=world.schools[2].pk).update(area=world.areas[0] if schools == 3 else None)
    for school in world.schools[:schools]:
        adopt(school, world.round, arrangements=[arrangement("nt2")])
    client = sign_in(world.administrator)
    page = reverse("area", args=[world.areas[0].pk])
    client.get(page)

    with django_assert_num_queries(14):
        client.get(page)
