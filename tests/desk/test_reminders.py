"""A reminder goes to who has something to do, once, and at most one a week."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from dekkend.accounts.models import User
from dekkend.desk.commands import run_due
from dekkend.desk.reminders import awaiting_in, remind_all, remind_school, stage_of
from dekkend.kit import postman
from dekkend.process.engine import NotAllowed, Refused
from dekkend.profile.base import extensions
from dekkend.profile.base.models import Profile, Reminder
from dekkend.profile.models import Copy
from dekkend.region.models import Membership
from tests.world import World

SignIn = Callable[[User], Client]
UNTIL = date(2026, 12, 11)  # of the checklist
DAY = timedelta(days=1)


def reached(today: date) -> set[str]:
    mail.outbox.clear()
    remind_all(today)
    postman.carry_all()
    return {letter.to[0].partition("@")[0] for letter in mail.outbox}


@pytest.mark.parametrize(
    ("left", "stage"),
    [(15, ""), (14, "14"), (4, "14"), (3, "3"), (0, "3"), (-1, "late-0"), (-7, "late-0"), (-8, "late-1")],
)
def test_stages_follow_the_date(left: int, stage: str) -> None:
    assert stage_of(UNTIL, UNTIL - left * DAY) == stage


def test_before_and_after_the_date_one_letter_each(world: World) -> None:
    assert reached(UNTIL - 15 * DAY) == set()
    assert reached(UNTIL - 14 * DAY) == {"head", "coordinator"}
    assert reached(UNTIL - 13 * DAY) == set()
    assert reached(UNTIL - 4 * DAY) == set()
    assert reached(UNTIL - 3 * DAY) == {"head", "coordinator"}
    assert reached(UNTIL + 1 * DAY) == set()  # within the week
    assert reached(UNTIL + 4 * DAY) == {"head", "coordinator"}
    assert reached(UNTIL + 11 * DAY) == {"head", "coordinator"}


def test_the_letter_leads_on_and_has_a_calendar(world: World) -> None:
    reached(UNTIL - 3 * DAY)

    letter = mail.outbox[0]
    assert "Herinnering: Vul de checklist in: De Leesplank" in letter.subject
    assert reverse("checklist", args=[world.profile.pk]) in letter.body
    assert "/herinneringen/" in letter.body
    name, content, kind = letter.attachments[0]
    assert (name, kind) == ("agenda.ics", "text/calendar")
    assert "DTSTART;VALUE=DATE:20261211" in content


def test_colleagues_by_name_who_are_not_ready_are_reminded(world: World) -> None:
    Copy.objects.create(profile=world.profile, kind="personal", person=world.staff)
    Copy.objects.create(profile=world.profile, kind="personal", person=world.colleague, is_finished=True)

    assert reached(UNTIL - 3 * DAY) == {"head", "coordinator", "staff"}


def test_of_anonymous_copies_only_the_number_is_told(world: World) -> None:
    Profile.objects.filter(pk=world.profile.pk).update(naming="anonymous")
    for ready in (True, False, False):
        Copy.objects.create(profile=world.profile, kind="personal", is_finished=ready)

    assert reached(UNTIL - 3 * DAY) == {"coordinator"}
    assert "Van de 3 collega’s zijn er 1 klaar" in mail.outbox[0].body


def test_several_schools_come_in_one_letter(world: World) -> None:
    Membership.objects.create(user=world.head, role="head", school=world.schools[1])
    Profile.objects.create(school=world.schools[1], round=world.round)

    reached(UNTIL - 3 * DAY)

    mine = [letter for letter in mail.outbox if letter.to == [world.head.email]]
    assert len(mine) == 1
    assert "2 dingen wachten op je" in mine[0].subject
    assert "De Inktpot (Leerlaan 2), voor schooljaar" in mine[0].body


def test_a_letter_of_one_school_names_no_street(world: World) -> None:
    reached(UNTIL - 3 * DAY)

    assert mail.outbox
    assert [letter for letter in mail.outbox if "Leerlaan" in letter.body] == []


@pytest.mark.parametrize("change", [{"state": "published", "station": ""}, {"station": "dialogue"}])
def test_what_is_done_is_not_reminded(world: World, change: dict[str, str]) -> None:
    Profile.objects.filter(pk=world.profile.pk).update(**change)

    assert reached(UNTIL) == set()


def test_with_longer_the_reminder_waits(world: World) -> None:
    extensions.give(
        world.profile, actor=world.administrator, station="checklist", until=date(2099, 1, 1), reason="Brand."
    )
    postman.carry_all()

    assert reached(UNTIL + DAY) == set()


def test_who_wants_none_gets_none(world: World, sign_in: SignIn) -> None:
    sign_in(world.head).post(reverse("reminders"), {"wanted": "0"})

    assert reached(UNTIL) == {"coordinator"}


def test_the_link_in_a_letter_sets_them_off_and_only_that(world: World) -> None:
    reached(UNTIL)
    letter = next(one for one in mail.outbox if one.to == [world.head.email])
    path = next(word for word in letter.body.split() if "/herinneringen/" in word).partition(
        "localhost:8000"
    )[2]

    assert Client().get(path).status_code == 200
    Client().post(path, {"wanted": "0"})

    assert not User.objects.get(pk=world.head.pk).wants_reminders
    assert Client().get("/herinneringen/verzonnen/").status_code == 404


def test_run_due_ten_times_a_day_sends_one_and_none_at_night(world: World) -> None:
    night = datetime(2026, 12, 8, 5, tzinfo=ZoneInfo("Europe/Amsterdam"))
    Reminder.objects.bulk_create(
        Reminder(person=person, profile=world.profile, station="", until=world.round.starts, stage="invited",
                 on=date(2026, 9, 1)) for person in (world.head, world.coordinator)
    )  # fmt: skip
    run_due(print, now=night)
    assert mail.outbox == []

    for hour in range(10):
        run_due(print, now=night + timedelta(hours=4 + hour))

    assert len(mail.outbox) == 2


def test_a_round_is_told_once_to_head_and_coordinator(world: World) -> None:
    now = datetime(2026, 9, 1, 5, tzinfo=ZoneInfo("Europe/Amsterdam"))
    for _ in range(2):
        run_due(print, now=now)
    assert {letter.to[0] for letter in mail.outbox} == {world.head.email, world.coordinator.email}
    assert len(mail.outbox) == 2
    assert "Checklist: tot en met 11 december 2026" in mail.outbox[0].body

    mail.outbox.clear()
    Profile.objects.create(school=world.schools[2], round=world.round)
    run_due(print, now=now + DAY)

    assert [letter.to for letter in mail.outbox] == [[world.other_head.email]]


def test_the_administrator_reminds_a_school_at_most_once_a_week(world: World) -> None:
    assert remind_school(world.profile, actor=world.administrator, today=UNTIL - 30 * DAY) == 2
    with pytest.raises(Refused):
        remind_school(world.profile, actor=world.administrator, today=UNTIL - 29 * DAY)
    assert reached(UNTIL - 25 * DAY) == {"head", "coordinator"}  # the letter itself goes now


@pytest.mark.parametrize("who", ["adviser", "analyst", "head", "board", "sam"])
def test_others_do_not_remind_a_school(who: str, world: World) -> None:
    with pytest.raises(NotAllowed):
        remind_school(world.profile, actor=world.people[who], today=UNTIL)


@pytest.mark.parametrize("number", [1, 3])
def test_looking_for_who_to_remind_costs_the_same(
    number: int, world: World, django_assert_num_queries: Callable[[int], object]
) -> None:
    for school in world.schools[1:number]:
        Profile.objects.create(school=school, round=world.round)

    with django_assert_num_queries(3):  # type: ignore[attr-defined]
        awaiting_in(Profile.objects.in_round(world.round))


@pytest.mark.parametrize("number", [1, 3])
def test_running_again_on_the_same_day_costs_the_same(
    number: int, world: World, django_assert_num_queries: Callable[[int], object]
) -> None:
    for school in world.schools[1:number]:
        Profile.objects.create(school=school, round=world.round)
    assert remind_all(UNTIL)

    with django_assert_num_queries(6):  # type: ignore[attr-defined]
        assert remind_all(UNTIL) == 0
