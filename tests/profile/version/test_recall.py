from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from dekkend.accounts.models import User
from dekkend.audit.models import Event
from dekkend.process.engine import NotAllowed, Refused
from dekkend.profile.version.actions import recall
from tests.adoption.roads import advised, asked, submitted
from tests.world import World

SignIn = Callable[[User], Client]


@pytest.mark.parametrize("come", [submitted, asked])
def test_the_head_recalls_before_there_is_an_advice(come: object, world: World) -> None:
    profile = come(world)  # type: ignore[operator]

    recall(profile, actor=world.head, reason="Er ontbreekt een zin.")

    assert (profile.state, profile.station, profile.turn) == ("preparing", "council", "head")
    assert Event.objects.get(act="recall").data["reason"] == "Er ontbreekt een zin."


def test_after_the_advice_it_cannot_be_recalled(world: World) -> None:
    profile = advised(world)

    with pytest.raises(Refused, match="al advies gegeven"):
        recall(profile, actor=world.head, reason="Te laat.")

    profile.refresh_from_db()
    assert profile.state == "submitted"


def test_recalling_needs_a_reason(world: World) -> None:
    profile = submitted(world)

    with pytest.raises(Refused, match="Schrijf op waarom"):
        recall(profile, actor=world.head, reason="  ")


@pytest.mark.parametrize("who", ["coordinator", "board", "council", "other_head", "sam"])
def test_only_the_head_recalls(who: str, world: World) -> None:
    profile = submitted(world)

    with pytest.raises(NotAllowed):
        recall(profile, actor=world.people[who], reason="Ik wil het.")


def test_what_was_not_submitted_cannot_be_recalled(world: World) -> None:
    with pytest.raises(Refused, match="in voorbereiding"):
        recall(world.profile, actor=world.head, reason="Te vroeg.")


def test_the_page_recalls_with_a_reason(world: World, sign_in: SignIn) -> None:
    profile = submitted(world)
    client = sign_in(world.head)
    address = reverse("recall", args=[profile.pk])

    empty = client.post(address, {"reason": ""})
    assert (empty.status_code, "Schrijf op waarom" in empty.content.decode()) == (422, True)

    assert client.post(address, {"reason": "Een zin."})["Location"] == reverse("submit", args=[profile.pk])


def test_the_page_says_when_it_is_too_late(world: World, sign_in: SignIn) -> None:
    page = sign_in(world.head).get(reverse("recall", args=[advised(world).pk])).content.decode()

    assert "Terughalen kan niet meer" in page
    assert "<textarea" not in page
