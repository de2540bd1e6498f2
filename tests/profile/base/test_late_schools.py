"""A school that comes while a round runs takes part in it: by hand, from DUO, or back again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from dekkend.accounts.models import User
from dekkend.audit.actions import SYSTEM
from dekkend.audit.models import Event
from dekkend.profile.base.models import Profile
from dekkend.region.duo.actions import apply
from dekkend.region.duo.changes import compare
from dekkend.region.duo.rows import SchoolRow
from dekkend.region.models import Round, School
from tests.world import World

TODAY = timezone.localdate()
TOMORROW, YESTERDAY = TODAY + timedelta(days=1), TODAY - timedelta(days=1)


def until(day: date) -> None:
    """The round began years ago, and its last date is this one."""
    Round.objects.update(first_year=2020, dates={"checklist": "2020-03-01", "council": day.isoformat()})


def by_hand(world: World, client: Client) -> School:
    board = world.boards[0].pk
    told = {"brin6": "99XZ00", "name": "De Nieuwe", "kind": "sbo", "board": board, "city": "Voorbeeld"}
    answer = client.post(reverse("school_new", args=[world.alliance.slug]), told)
    assert answer.status_code == 302
    return School.objects.get(brin6="99XZ00")


def row(brin6: str, name: str) -> SchoolRow:
    return SchoolRow(
        brin6=brin6,
        board="99991",
        name=name,
        street="Leerlaan 9",
        postcode="1315 AB",
        city="Voorbeeld",
        gemeente="VOORBEELD",
        denomination="Openbaar",
        phone="",
        website="",
    )


def profiles_of(school: School) -> int:
    return Profile.objects.filter(school=school).count()


@pytest.mark.parametrize("last", [TODAY, TOMORROW])
def test_a_school_added_by_hand_is_in_the_round_that_runs(
    world: World, sign_in: Callable[[User], Client], last: date
) -> None:
    until(last)
    school = by_hand(world, sign_in(world.administrator))

    assert profiles_of(school) == 1
    assert Event.objects.filter(act="open_profiles").get().actor_name == "Bo Beheer"


def test_a_round_that_is_over_gets_no_new_school(world: World, sign_in: Callable[[User], Client]) -> None:
    until(YESTERDAY)

    assert profiles_of(by_hand(world, sign_in(world.administrator))) == 0


def test_what_duo_brings_is_in_the_round_and_the_rest_stays(world: World) -> None:
    until(TOMORROW)
    before = Profile.objects.get()

    apply(world.alliance, compare(world.alliance, [row("99XZ00", "De Nieuwe")]), actor=SYSTEM)

    assert profiles_of(School.objects.get(brin6="99XZ00")) == 1
    assert Profile.objects.get(pk=before.pk).state == before.state
    assert profiles_of(world.school) == 1


def test_what_it_asks_of_the_database_does_not_grow_with_the_schools(world: World) -> None:
    until(TOMORROW)

    def brings(count: int, name: str) -> int:
        told = [row(f"{number:02d}{name}00", name) for number in range(count)]
        changes = compare(world.alliance, told)
        with CaptureQueriesContext(connection) as asked:
            apply(world.alliance, changes, actor=SYSTEM)
        return len(asked)

    brings(1, "XW")  # its board is new
    few = brings(2, "XY")
    assert brings(40, "XZ") == few
    assert Profile.objects.filter(school__name="XZ").count() == 40


def test_a_school_that_is_back_is_in_the_round(world: World) -> None:
    until(TOMORROW)
    other = world.schools[1]
    School.objects.filter(pk=other.pk).update(is_gone=True)

    apply(world.alliance, compare(world.alliance, [row(other.brin6, other.name)]), actor=SYSTEM)

    assert profiles_of(other) == 1


def test_a_file_that_brings_nobody_opens_nothing(world: World) -> None:
    until(TOMORROW)
    other = world.schools[1]

    apply(world.alliance, compare(world.alliance, [row(other.brin6, "De Inktpot en meer")]), actor=SYSTEM)

    assert profiles_of(other) == 0
    assert not Event.objects.filter(act="open_profiles").exists()


@pytest.mark.parametrize(("day", "runs"), [("2027-07-31", True), ("2027-08-01", False)])
def test_before_its_schooljaar_begins_a_round_runs_whatever_its_dates(
    world: World, day: str, runs: bool
) -> None:
    assert world.round.runs(date.fromisoformat(day)) is runs
