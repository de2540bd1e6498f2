"""Who else has this part open: those who write, for a minute, and nothing is kept of it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from dekkend.audit.models import Event
from dekkend.profile.models import Presence
from dekkend.profile.writing import actions
from dekkend.profile.writing.parts import PROVISIONS
from tests.profile.checklist.people import page as of_checklist
from tests.profile.checklist.test_cost import queries
from tests.profile.writing.shared import BASIS, FMT, OFFER, SCRIPT, VISION, SignIn, at, submitted
from tests.world import World


def post(client: Client, world: World, part: str = VISION.id) -> HttpResponse:
    return client.post(at("nearby", world.profile), {"part": part}, headers=SCRIPT)


def names(client: Client, world: World, part: str = VISION.id) -> list[str]:
    return [each["name"] for each in post(client, world, part).json()["people"]]


def later(seconds: int) -> None:
    Presence.objects.update(seen=timezone.now() - timedelta(seconds=seconds))


@pytest.fixture
def ina(world: World, sign_in: SignIn) -> Client:
    return sign_in(world.coordinator)


@pytest.fixture
def hanna(world: World, sign_in: SignIn) -> Client:
    return sign_in(world.head)


def test_two_in_one_part_see_each_other(world: World, ina: Client, hanna: Client) -> None:
    assert names(ina, world) == []
    assert names(hanna, world) == [world.coordinator.name]
    assert names(ina, world) == [world.head.name]
    assert not Event.objects.exists()


def test_who_is_in_another_part_is_not_here(world: World, ina: Client, hanna: Client) -> None:
    row = actions.add_arrangement(world.profile, FMT.offer.needs[0], actor=world.head)
    for part in (BASIS.id, PROVISIONS, OFFER.id, f"{OFFER.id}.{row.pk}"):
        names(ina, world, part)
        assert names(hanna, world) == []
        assert names(hanna, world, part) == [world.coordinator.name]


def test_who_is_silent_for_a_minute_is_gone_and_leaves_no_trace(
    world: World, ina: Client, hanna: Client
) -> None:
    names(ina, world)
    later(61)
    assert names(hanna, world) == []
    assert [row.person for row in Presence.objects.all()] == [world.head]


def test_a_part_and_the_checklist_do_not_mix(world: World, ina: Client, hanna: Client) -> None:
    names(ina, world)
    url = of_checklist("checklist_presence", world.profile)
    assert hanna.post(url, {}, headers=SCRIPT).json()["people"] == []
    assert names(ina, world) == []


def test_asking_again_reads_and_does_not_write(world: World, ina: Client) -> None:
    names(ina, world)
    seen = queries(lambda: post(ina, world))
    assert not [sql for sql in seen if sql.startswith(("INSERT", "UPDATE", "DELETE"))]
    later(31)
    seen = queries(lambda: post(ina, world))
    assert len([sql for sql in seen if sql.startswith(("INSERT", "UPDATE", "DELETE"))]) == 1


@pytest.mark.parametrize("who", ["staff", "council", "board", "adviser", "analyst", "other_head", "sam"])
def test_who_does_not_write_is_not_here(world: World, sign_in: SignIn, who: str) -> None:
    assert post(sign_in(world.people[who]), world).status_code == 404
    assert not Presence.objects.exists()


def test_a_profile_that_was_submitted_has_nobody_in_it(world: World, ina: Client) -> None:
    submitted(world.profile)
    assert post(ina, world).status_code == 423


@pytest.mark.parametrize("part", ["", "weg", f"{OFFER.id}.", f"{OFFER.id}.x", f"{OFFER.id}.{'9' * 20}", "²"])
def test_a_part_that_is_not_there_is_not_kept(world: World, ina: Client, part: str) -> None:
    assert post(ina, world, part).status_code == 404
    assert not Presence.objects.exists()


@pytest.mark.parametrize(("who", "there"), [("coordinator", True), ("staff", False)])
def test_the_page_asks_for_who_writes_only(world: World, sign_in: SignIn, who: str, there: bool) -> None:
    page = sign_in(world.people[who]).get(at("section", world.profile, VISION.id)).content.decode()
    assert ("data-presence=" in page) == there
