"""A board's schools as lines of a timetable."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q
from django.urls import reverse
from django.utils import timezone

from dekkend.profile.base.models import Profile
from dekkend.profile.base.road import Road, brief_road, is_late
from dekkend.region.models import Round

from .queries import advice_of, reply_of


@dataclass(frozen=True)
class Line:
    profile: Profile
    road: Road
    is_waiting: bool  # for the board
    is_late: bool
    to_do: str  # what the board does now, "" when it is not at turn
    url: str


def lines_of(profiles: Iterable[Profile]) -> list[Line]:
    """In the given order; without a query when the profiles came with their records."""
    return [line_of(profile) for profile in profiles]


def line_of(profile: Profile) -> Line:
    waiting = getattr(profile, "place_in_line", 1) == 0
    return Line(
        profile=profile,
        road=brief_road(profile),
        is_waiting=waiting,
        is_late=is_late(profile),
        to_do=to_do(profile) if waiting else "",
        url=url_of(profile),
    )


def to_do(profile: Profile) -> str:
    advice, reply = advice_of(profile.sealed), reply_of(profile.sealed)
    if advice is None:
        return "Vraag de MR om advies"
    if not advice.kind:
        return "Leg vast dat er geen advies kwam" if advice.reminder_on else "Herinner de MR"
    if reply is None:
        return "Reageer op het advies"
    return "Leg het gesprek vast" if reply.awaits_talk else "Stel vast of geef terug"


def url_of(profile: Profile) -> str:
    if profile.sealed and not profile.is_open:
        return reverse("version", args=[profile.pk, profile.sealed.number])
    return reverse("road", args=[profile.pk])


@dataclass(frozen=True)
class Tally:
    schools: int
    waiting: int
    late: int
    done: int

    @property
    def under_way(self) -> int:
        return self.schools - self.done


def tally(profiles: Any, round: Round) -> Tally:
    """One query, over all pages. `profiles`: as queries.profiles_of gives them."""
    dated = profiles.with_due(round).order_by()
    told = dated.aggregate(
        schools=Count("pk"),
        waiting=Count("pk", filter=Q(place_in_line=0)),
        late=Count("pk", filter=Q(due__lt=timezone.localdate())),
        done=Count("pk", filter=Q(state=Profile.State.PUBLISHED)),
    )
    return Tally(**told)
