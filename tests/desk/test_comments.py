"""Who is asked something beside a text finds it in "Mijn werk", and nobody is asked what they said themselves."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from dekkend.accounts.models import User
from dekkend.profile.writing.comments import actions
from tests.profile.writing.comments.talking import LIST, OWN, said, write
from tests.world import World

SignIn = Callable[[User], Client]


@pytest.fixture(autouse=True)
def written(world: World) -> None:
    write(world, OWN, LIST)


def told(sign_in: SignIn, person: User) -> bool:
    return "van het team" in sign_in(person).get(reverse("desk")).content.decode()


def test_head_and_coordinator_are_asked_and_nobody_else(world: World, sign_in: SignIn) -> None:
    said(world, world.staff)
    asked = {name for name, person in world.people.items() if told(sign_in, person)}
    assert asked == {"head", "coordinator"}


def test_who_asks_waits_for_an_answer(world: World, sign_in: SignIn) -> None:
    row = said(world, world.head)
    assert (told(sign_in, world.head), told(sign_in, world.coordinator)) == (False, True)
    actions.reply(world.profile, row, "Nog iets.", actor=world.head)
    assert not told(sign_in, world.head)
    actions.reply(world.profile, row, "Klopt.", actor=world.coordinator)
    assert told(sign_in, world.head)


def test_a_closed_comment_asks_nothing(world: World, sign_in: SignIn) -> None:
    row = said(world, world.staff)
    actions.resolve(world.profile, row, actor=world.head)
    assert not told(sign_in, world.coordinator)


@pytest.mark.parametrize("number", [1, 3])
def test_the_desk_costs_the_same_for_one_and_three(
    number: int, world: World, sign_in: SignIn, django_assert_num_queries: Any
) -> None:
    for _ in range(number):
        actions.reply(world.profile, said(world, world.staff), "Ja.", actor=world.head)
    client = sign_in(world.coordinator)
    client.get(reverse("desk"))
    with django_assert_num_queries(5):
        client.get(reverse("desk"))
