"""Guessing codes: from one address, from many, and with addresses that are made up."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client, RequestFactory
from django.utils import timezone

from dekkend import settings as real
from dekkend.profile.checklist import actions
from dekkend.profile.checklist.codes import SLIPS
from dekkend.profile.models import Talk
from dekkend.profile.talk.actions.live import CODES
from tests.profile.talk.leading import running
from tests.world import World

pytestmark = pytest.mark.one_database

SLIP, TALK = 6, 10
Door = tuple[Callable[..., int], int]


def slip(**sent: Any) -> int:
    return Client().post("/code/", {"code": "fout"}, **sent).status_code


def talk(**sent: Any) -> int:
    return Client().get("/gesprek/XX/", **sent).status_code


@pytest.fixture(autouse=True)
def _after_a_few(settings: Any) -> None:
    """A tenth of what holds outside the tests: each guess costs a page."""
    settings.GUESSES = {"slip": f"{SLIP}/m/ip", "talk": f"{TALK}/10m/ip"}


@pytest.fixture(params=[(slip, SLIP), (talk, TALK)], ids=["slip", "talk"])
def door(request: pytest.FixtureRequest, db: None) -> Door:
    found: Door = request.param
    return found


def test_each_request_may_say_another_address_and_is_one(door: Door) -> None:
    """Nobody stands in front here: what a visitor says of its own address counts for nothing."""
    guess, most = door

    for n in range(most):
        assert guess(HTTP_X_FORWARDED_FOR=f"10.0.{n}.1", HTTP_X_REAL_IP=f"10.0.{n}.1") != 429
    assert guess(HTTP_X_FORWARDED_FOR="10.9.9.9", HTTP_FORWARDED="for=10.9.9.9") == 429


def test_behind_a_web_server_only_its_own_word_counts(door: Door, settings: Any) -> None:
    """The web server puts the address it saw behind what the visitor sent."""
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    guess, most = door

    for n in range(most):
        assert guess(HTTP_X_FORWARDED_FOR=f"10.0.{n}.1, 192.0.2.7") != 429
    assert guess(HTTP_X_FORWARDED_FOR="10.9.9.9, 192.0.2.7") == 429
    assert guess(HTTP_X_FORWARDED_FOR="192.0.2.7, 192.0.2.8") != 429


def test_all_addresses_of_one_customer_are_one(door: Door) -> None:
    guess, most = door

    for n in range(most):
        assert guess(REMOTE_ADDR=f"2001:db8:7:{n:x}::{n + 1:x}") != 429
    assert guess(REMOTE_ADDR="2001:db8:7:ffff::9") == 429
    assert guess(REMOTE_ADDR="2001:db8:8::9") != 429


def test_many_addresses_do_not_make_the_limit_forget_one(door: Door) -> None:
    guess, most = door
    for _ in range(most):
        guess(REMOTE_ADDR="192.0.2.7")

    codes = SLIPS if guess is slip else CODES
    for n in range(400):
        codes.was_wrong(RequestFactory().get("/", REMOTE_ADDR=f"10.1.{n // 250}.{n % 250}"))

    assert guess(REMOTE_ADDR="192.0.2.7") == 429


def test_a_code_of_yesterday_counts_as_wrong(world: World) -> None:
    """Else whoever finds one could go on without end."""
    led = running(world)
    Talk.objects.update(on=timezone.localdate() - timedelta(days=1))

    told = [Client().get(f"/gesprek/{led.code}/").status_code for _ in range(TALK + 1)]

    assert told == [410] * TALK + [429]


def test_a_phone_that_was_in_another_talk_is_limited_like_anyone(world: World) -> None:
    led, phone = running(world), Client()
    assert phone.get(f"/gesprek/{led.code}/").status_code == 200

    told = [phone.get(f"/gesprek/XX{n}/").status_code for n in range(TALK + 1)]

    assert told == [404] * TALK + [429]
    assert phone.get(f"/gesprek/{led.code}/stand/").status_code == 200


def test_the_codes_are_too_many_to_guess(world: World) -> None:
    """A slip never. One address that tries all day finds a running talk once in more than ten thousand days."""
    assert len(SLIPS.letters) ** SLIPS.length > 2**58
    in_a_day = 100 * 6 * 24  # of one address, as settings.GUESSES says
    assert real.GUESSES["talk"] == "100/10m/ip"
    assert in_a_day / len(CODES.letters) ** CODES.length < 1e-4
    profile = world.profile
    actions.choose_naming(profile, "anonymous", actor=world.head)
    assert len(set(actions.make_codes(profile, 100, actor=world.head))) == 100
