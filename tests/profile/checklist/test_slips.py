"""Slips for a part of the team, never so few that a person is singled out."""

from __future__ import annotations

import re

import pytest
from django.core import mail
from django.test import Client

from dekkend.audit.models import Event
from dekkend.profile.base.models import Profile
from dekkend.profile.checklist.coverage import for_audience
from dekkend.profile.models import Copy
from tests.profile.checklist.people import FMT, SignIn, page
from tests.world import World


@pytest.fixture
def ina(world: World, sign_in: SignIn) -> Client:
    Profile.objects.filter(pk=world.profile.pk).update(asking="parts", naming="anonymous")
    return sign_in(world.coordinator)


def make(ina: Client, world: World, number: int, what: str = "all") -> int:
    return ina.post(page("team_slips", world.profile), {"number": str(number), "what": what}).status_code


def test_slips_for_a_function_ask_what_fits_it(world: World, ina: Client) -> None:
    shown = ina.post(page("team_slips", world.profile), {"number": "3", "what": "teacher"}).content.decode()

    assert [copy.covers for copy in Copy.objects.all()] == [for_audience(FMT, "teacher")] * 3
    assert "ongeveer 10 minuten" in shown
    assert shown.count("<svg aria-hidden") >= 3
    assert shown.count('role="img" aria-label="QR-code') == 3
    assert "style=" not in re.sub(r"stylesheet", "", shown)


@pytest.mark.parametrize("number", [1, 2])
def test_fewer_than_three_of_a_function_are_refused_and_said_why(
    number: int, world: World, ina: Client
) -> None:
    answer = ina.post(page("team_slips", world.profile), {"number": str(number), "what": "specialist"})

    assert answer.status_code == 422
    assert "Van minder dan drie collega’s is te zien wie wat antwoordde." in answer.content.decode()
    assert not Copy.objects.exists()
    assert not Event.objects.filter(act="ask_team").exists()


def test_the_rest_that_is_asked_something_else_is_at_least_three_too(world: World, ina: Client) -> None:
    assert make(ina, world, 2) == 200
    assert make(ina, world, 5, "teacher") == 422
    assert make(ina, world, 1) == 200
    assert make(ina, world, 5, "teacher") == 200
    assert make(ina, world, 1, "teacher") == 200
    assert Copy.objects.count() == 9


def test_without_functions_two_slips_are_still_made(world: World, ina: Client) -> None:
    """Then everybody is asked the same, and the spread of two stays hidden as always."""
    Profile.objects.update(asking="whole")

    assert ina.post(page("team_slips", world.profile), {"number": "2"}).status_code == 200


def test_mail_refuses_a_group_of_two_and_sends_nothing(world: World, ina: Client) -> None:
    people = [world.staff, world.colleague, world.head, world.coordinator]
    part = {f"what-{one.pk}": "teacher" for one in people[:2]}

    answer = ina.post(page("team_ask", world.profile), {"people": [one.pk for one in people], **part})

    assert answer.status_code == 422
    assert "minder dan drie" in answer.content.decode()
    assert not Copy.objects.exists()
    assert mail.outbox == []


@pytest.mark.django_db(transaction=True)
def test_mail_goes_out_when_every_group_is_large_enough(world: World, ina: Client) -> None:
    people = [world.staff, world.colleague, world.coordinator, world.head]

    assert (
        ina.post(page("team_ask", world.profile), {"people": [one.pk for one in people]}).status_code == 302
    )
    assert len({re.search(r"/c/([a-z2-9-]+)/", letter.body).group(1) for letter in mail.outbox}) == 4


def test_page_says_what_was_handed_out_and_not_how_far_so_few_are(world: World, ina: Client) -> None:
    make(ina, world, 4, "teacher")
    make(ina, world, 3)

    shown = ina.get(page("team", world.profile)).content.decode()

    assert "<b>4</b> met 38 onderdelen, voor groepsleraren" in shown
    assert "<b>3</b> met alle 59 onderdelen" in shown
    assert "7 codes zijn uitgegeven, 0 begonnen, 0 klaar." in shown


def test_slip_names_the_door_and_the_code(world: World, ina: Client) -> None:
    shown = ina.post(page("team_slips", world.profile), {"number": "3", "what": "all"}).content.decode()

    assert shown.count("testserver/code") == 3
    assert len(re.findall(r">([a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4})<", shown)) == 3
    assert "no-store" in ina.post(page("team_slips", world.profile), {"number": "3"})["Cache-Control"]
