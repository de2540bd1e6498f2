"""Two coordinators at one talk: none of them loses something without a word."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from django.test import Client

from dekkend.accounts.models import User
from dekkend.profile.models import Talk
from tests.profile.checklist.people import page
from tests.profile.talk.leading import ITEMS, planned
from tests.world import World

SignIn = Callable[[User], Client]
CLOSE = {"on": "2026-11-05", "roles": ["leerkrachten"]}


@pytest.fixture
def pair(world: World, sign_in: SignIn) -> tuple[Client, Client]:
    planned(world.profile)
    return sign_in(world.head), sign_in(world.coordinator)


def seen_by(client: Client, world: World) -> str:
    shown = client.get(page("talk", world.profile)).content.decode()
    found = re.search(r'name="seen" value="([^"]*)"', shown)
    assert found
    return found[1]


def agenda(world: World) -> list[tuple[str, int]]:
    return list(Talk.objects.get().agenda.values_list("item", "minutes"))


def test_who_changes_an_agenda_that_another_changed_hears_so(
    world: World, pair: tuple[Client, Client]
) -> None:
    hanna, ina = pair
    of_hanna, of_ina = seen_by(hanna, world), seen_by(ina, world)
    path = page("talk_change", world.profile)

    first = hanna.post(path, {"do": f"remove:{ITEMS[0]}", "seen": of_hanna})
    second = ina.post(path, {"do": f"down:{ITEMS[1]}", "seen": of_ina, f"minutes.{ITEMS[1]}": "9"})

    assert (first.status_code, second.status_code) == (302, 409)
    words = second.content.decode()
    assert "Een collega heeft de agenda intussen veranderd" in words
    assert f"{world.profile.format.item(ITEMS[1]).number}: 9" in words
    assert agenda(world) == [(ITEMS[1], 5), (ITEMS[2], 5)]
    again = ina.post(path, {"do": f"down:{ITEMS[1]}", "seen": seen_by(ina, world)})
    assert again.status_code == 302
    assert agenda(world) == [(ITEMS[2], 5), (ITEMS[1], 5)]


@pytest.mark.parametrize(
    ("name", "sent"), [("talk_close", CLOSE), ("talk_change", {"do": f"down:{ITEMS[0]}"})]
)
def test_who_comes_after_the_closing_hears_that_a_colleague_closed(
    world: World, pair: tuple[Client, Client], name: str, sent: dict[str, str]
) -> None:
    hanna, ina = pair
    hanna.post(page("talk_close", world.profile), CLOSE)
    closed = Talk.objects.get(state="closed").report

    answer = ina.post(page(name, world.profile), sent)

    assert answer.status_code == 423
    assert "al gesloten" in answer.content.decode()
    assert Talk.objects.get().report == closed


@pytest.mark.parametrize(
    "minutes", ["-1", "0", "121", "99999999999999999999", "1e3", "٣٠", "tien", "5; 6", "\x00"]
)
def test_strange_minutes_are_told_in_words_or_taken_as_a_number(
    world: World, pair: tuple[Client, Client], minutes: str
) -> None:
    hanna, _ = pair

    answer = hanna.post(page("talk_change", world.profile), {"do": "", f"minutes.{ITEMS[0]}": minutes})

    assert answer.status_code in (302, 422)
    assert all(1 <= told <= 120 for _, told in agenda(world))


def test_a_second_new_agenda_does_not_replace_the_first_unseen(
    world: World, pair: tuple[Client, Client]
) -> None:
    hanna, ina = pair
    seen, path = seen_by(hanna, world), page("talk_prepare", world.profile)
    hanna.post(page("talk_change", world.profile), {"do": f"remove:{ITEMS[0]}", "seen": seen})

    answer = ina.post(path, {"minutes": "30", "people": "7", "seen": seen})

    assert answer.status_code == 409
    assert "intussen" in answer.content.decode()
    assert 'value="30"' in answer.content.decode()
    assert [item for item, _ in agenda(world)] == ITEMS[1:]
    again = ina.post(path, {"minutes": "30", "people": "7", "seen": seen_by(ina, world)})
    assert again.status_code == 302
    assert Talk.objects.get().minutes == 30


def test_the_first_agenda_pressed_twice_is_made_once(world: World, sign_in: SignIn) -> None:
    client, path = sign_in(world.head), page("talk_prepare", world.profile)

    answers = [client.post(path, {"minutes": "30", "people": "7", "seen": ""}) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [302, 302]
    assert Talk.objects.count() == 1
