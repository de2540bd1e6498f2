"""A date of another age is refused in words, and breaks no page and no reminder."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from dekkend.accounts.models import User
from dekkend.desk import reminders
from dekkend.profile.base import extensions
from dekkend.profile.models import Extension
from tests.world import World

SignIn = Callable[[User], Client]
WRONG = [
    "0001-01-01",
    "2020-01-01",
    "2026-12-11",
    "31-02-2027",
    "gisteren",
    "",
    "\x00",
]


@pytest.mark.parametrize("until", WRONG)
def test_an_extension_to_no_sensible_day_is_refused(world: World, sign_in: SignIn, until: str) -> None:
    sent = {"station": "checklist", "until": until, "reason": "Ziekte."}

    for who, name in (("head", "extension"), ("administrator", "extension_given")):
        answer = sign_in(world.people[who]).post(reverse(name, args=[world.profile.pk]), sent)
        assert answer.status_code == 422, name

    assert not Extension.objects.exists()
    world.profile.refresh_from_db()
    assert world.profile.extended == {}


def test_an_extension_to_the_last_day_there_is_breaks_nothing(world: World, sign_in: SignIn) -> None:
    """A slip of the pen by who gives it: it can be seen, and no letter fails on it."""
    extensions.give(
        world.profile, actor=world.administrator, station="checklist", until=date.max, reason="Typefout."
    )

    for path in (reverse("road", args=[world.profile.pk]), reverse("extension", args=[world.profile.pk]),
                 reverse("checklist", args=[world.profile.pk]), "/mijn-werk/"):  # fmt: skip
        assert sign_in(world.head).get(path).status_code == 200, path
    assert sign_in(world.administrator).get(reverse("followed", args=[world.profile.pk])).status_code == 200
    assert sign_in(world.administrator).get("/mijn-werk/").status_code == 200
    reminders.remind_all(date(2026, 11, 25))
