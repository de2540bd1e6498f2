"""A round begins: a letter to head and coordinator of each school, once; a school that comes later gets it then."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, OuterRef
from django.template.loader import render_to_string
from django.urls import reverse

from dekkend.accounts.models import User
from dekkend.kit.calendar import Day, calendar
from dekkend.kit.post import Attachment, post
from dekkend.profile.base.extensions import stations_ahead
from dekkend.profile.base.models import Profile, Reminder
from dekkend.profile.base.road import NAMES
from dekkend.region.models import Membership, Round

MOST = 10  # schools told in one letter


def invite_all(today: date) -> int:
    """The number of letters. Safe to run again and beside another."""
    rounds = [one for one in Round.objects.filter(first_year__gte=today.year - 1) if today <= one.ends]
    return sum(
        invite(person, round, schools, today) for round in rounds for person, schools in new_in(round).items()
    )


def new_in(round: Round) -> dict[int, list[int]]:
    """Person -> schools of which this person has had no letter in this round. One query."""
    had = Reminder.objects.filter(
        person=OuterRef("user"),
        profile__round=round,
        profile__school=OuterRef("school"),
        stage=Reminder.INVITED,
    )
    preparing = Profile.objects.filter(round=round, school=OuterRef("school"), state=Profile.State.PREPARING)
    members = Membership.objects.filter(
        role__in=("head", "coordinator"), user__is_active=True, school__alliance=round.alliance_id,
        school__is_gone=False,
    )  # fmt: skip
    found: dict[int, list[int]] = defaultdict(list)
    for person, school in members.filter(Exists(preparing), ~Exists(had)).values_list("user", "school"):
        found[person].append(school)
    return found


@transaction.atomic
def invite(person: int, round: Round, schools: list[int], today: date) -> bool:
    user = User.objects.select_for_update().get(pk=person)
    profiles = list(
        Profile.objects.in_round(round).with_places().filter(school__in=schools).order_by("school__name")
    )
    had = set(
        Reminder.objects.filter(person=user, stage=Reminder.INVITED, profile__in=profiles).values_list(
            "profile", flat=True
        )
    )
    fresh = [profile for profile in profiles if profile.pk not in had]
    if not fresh:
        return False
    Reminder.objects.bulk_create(
        Reminder(person=user, profile=one, station="", until=round.starts, stage=Reminder.INVITED, on=today)
        for one in fresh
    )
    shown = fresh[:MOST]
    days = [
        Day(f"profiel-{one.pk}-{key}", until, f"{NAMES[key]} klaar: {one.school}",
            settings.ADDRESS + reverse("road", args=[one.pk]))
        for one in shown for key in stations_ahead(one) if (until := one.until(key))
    ]  # fmt: skip
    told = {
        "user": user, "round": round, "schools": shown, "more": len(fresh) - MOST,
        "dates": [(NAMES[key], round.until(key)) for key in NAMES if round.until(key)],
        "desk": settings.ADDRESS + reverse("desk"),
    }  # fmt: skip
    post(
        f"Het ondersteuningsprofiel {round}: {shown[0].school if len(fresh) == 1 else f'{len(fresh)} scholen'}",
        render_to_string("desk/round.txt", told),
        user.email,
        attachments=[Attachment("agenda.ics", calendar(days), "text/calendar")] if days else (),
    )
    return True
