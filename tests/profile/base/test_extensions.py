"""Longer for a station: with a reason, by who may, and then everywhere."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from dekkend.accounts.models import User
from dekkend.audit.models import Event
from dekkend.kit import postman
from dekkend.process.engine import NotAllowed, Refused
from dekkend.profile.base import extensions
from dekkend.profile.base.models import Profile
from dekkend.profile.base.road import is_late
from tests.world import World

SignIn = Callable[[User], Client]
LATER = date(2099, 1, 29)


def asked(world: World) -> None:
    extensions.ask(world.profile, actor=world.head, station="checklist", until=LATER, reason="Ziekte.")


def test_the_head_asks_and_the_administrator_gives(world: World) -> None:
    asked(world)
    row = world.profile.extensions.get()
    extensions.give(
        world.profile, actor=world.administrator, station="checklist", until=LATER, reason="Goed.", asked=row
    )

    assert Profile.objects.get(pk=world.profile.pk).until("checklist") == LATER
    assert world.profile.extensions.get().state == "given"
    assert {"ask_extension", "give_extension"} <= set(Event.objects.values_list("act", flat=True))
    postman.carry_all()
    told = [letter.to[0].partition("@")[0] for letter in mail.outbox]
    assert told[0] == "administrator"
    assert sorted(told[1:]) == ["coordinator", "head"]


def test_a_later_station_moves_along(world: World) -> None:
    extensions.give(
        world.profile, actor=world.administrator, station="checklist", until=LATER, reason="Brand."
    )

    assert world.profile.until("dialogue") == LATER
    assert world.round.until("dialogue") == date(2027, 1, 22)


def test_declined_changes_no_date(world: World) -> None:
    asked(world)
    before = world.profile.until("checklist")
    row = world.profile.extensions.get()
    extensions.decline(world.profile, actor=world.administrator, asked=row, reason="Het kan nog.")

    assert world.profile.until("checklist") == before
    with pytest.raises(Refused):
        extensions.decline(world.profile, actor=world.administrator, asked=row, reason="Nog eens.")


@pytest.mark.parametrize("who", ["coordinator", "council", "board", "analyst", "other_head", "sam"])
def test_others_neither_ask_nor_give(who: str, world: World) -> None:
    for act in (extensions.ask, extensions.give):
        with pytest.raises(NotAllowed):
            act(world.profile, actor=world.people[who], station="checklist", until=LATER, reason="Zo.")
    assert not world.profile.extensions.exists()


@pytest.mark.parametrize(
    ("until", "reason", "station"),
    [(LATER, " ", "checklist"), (date(2020, 1, 1), "Zo.", "checklist"), (LATER, "Zo.", "adoption")],
)
def test_without_reason_or_later_date_it_is_refused(
    world: World, until: date, reason: str, station: str
) -> None:
    with pytest.raises(Refused):
        extensions.ask(world.profile, actor=world.head, station=station, until=until, reason=reason)


def test_with_longer_a_school_is_not_late(world: World) -> None:
    world.round.dates["checklist"] = "2020-01-01"
    world.round.save()
    profile = Profile.objects.select_related("round").get(pk=world.profile.pk)
    late = Profile.objects.with_due(world.round).filter(due__lt=timezone.localdate())
    assert is_late(profile)
    assert late.count() == 1

    extensions.give(profile, actor=world.administrator, station="checklist", until=LATER, reason="Zo.")

    assert not is_late(profile)
    assert late.count() == 0


def test_the_page_keeps_what_was_typed(world: World, sign_in: SignIn) -> None:
    page = reverse("extension", args=[world.profile.pk])
    told = {"station": "checklist", "until": "2020-01-01", "reason": "Onze begeleider is ziek."}

    answer = sign_in(world.head).post(page, told)

    assert answer.status_code == 422
    assert "Onze begeleider is ziek." in answer.content.decode()
    soon = timezone.localdate() + timedelta(days=900)
    assert sign_in(world.head).post(page, told | {"until": soon.isoformat()}).status_code == 302
    assert sign_in(world.coordinator).get(page).status_code == 404


def test_the_days_of_a_profile_go_into_a_calendar(world: World, sign_in: SignIn) -> None:
    page = reverse("agenda", args=[world.profile.pk])

    told = sign_in(world.head).get(page).content.decode()

    assert told.count("BEGIN:VEVENT") == 4
    assert f"UID:profiel-{world.profile.pk}-checklist@dekkend" in told
    assert "DTSTART;VALUE=DATE:20261211" in told
    assert sign_in(world.sam).get(page).status_code == 404
