"""The moments that can be laid beside each other, each with a word for the address."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any

from django.http import Http404
from django.utils import timezone
from django.utils.formats import date_format

from dekkend.audit.models import Event
from dekkend.profile.base.models import Profile
from dekkend.profile.version.models import Version

NOW, BEGIN, EARLIER = "nu", "begin", "vorig-jaar"
VERSION = re.compile(r"versie-([0-9]{1,4})")
MOST_DAYS = 60


@dataclass(frozen=True)
class Moment:
    """`at`: until when the log counts; None for the beginning and for the version of another year."""

    word: str
    label: str
    at: datetime | None = None
    version: Version | None = None

    @property
    def is_live(self) -> bool:
        return self.word == NOW

    @property
    def is_last_year(self) -> bool:
        return self.word == EARLIER


@dataclass(frozen=True)
class Choice:
    """What this reader can choose from, in groups as the list shows them."""

    groups: tuple[tuple[str, tuple[Moment, ...]], ...]
    is_inside: bool  # sees moments between versions, and who wrote

    @property
    def all(self) -> tuple[Moment, ...]:
        return tuple(moment for _, moments in self.groups for moment in moments)

    def get(self, word: str) -> Moment:
        """Raise Http404 for what this reader cannot choose."""
        for moment in self.all:
            if moment.word == word:
                return moment
        at = moment_in(word) if self.is_inside else None
        if at is None:
            raise Http404
        return at


def choice_of(profile: Profile, *, inside: bool) -> Choice:
    """Two queries; with the days of the history three."""
    versions = [
        Moment(f"versie-{row.number}", f"Versie {row.number}, {day(row.sealed_at)}", row.sealed_at, row)
        for row in profile.versions.all()
    ]
    earlier = earlier_version(profile)
    before = (
        [Moment(EARLIER, f"Vastgesteld voor {earlier.profile.round.schooljaar}", None, earlier)]
        if earlier
        else []
    )
    groups: list[tuple[str, list[Moment]]] = [("Ingediende versies", versions), ("Vorig schooljaar", before)]
    if inside:
        now = Moment(NOW, "Zoals het nu is", timezone.now())
        groups = [
            ("Nu", [now]),
            *groups,
            ("Einde van de dag", days(profile)),
            ("Begin", [Moment(BEGIN, "Nog leeg")]),
        ]
    return Choice(tuple((name, tuple(found)) for name, found in groups if found), inside)


def days(profile: Profile) -> list[Moment]:
    """The days on which something was written, the last first; of today the end is still to come."""
    events = Event.objects.at_place(profile.place).filter(revision__gte=1).order_by()
    today = timezone.localdate()
    found = events.datetimes("at", "day", order="DESC")[:MOST_DAYS]
    return [end_of(each) for each in found if each.date() < today]


def end_of(start: datetime) -> Moment:
    end = timezone.make_aware(datetime.combine(start.date() + timedelta(days=1), time())) - timedelta(
        microseconds=1
    )
    return Moment(start.date().isoformat(), day(start), end)


def moment_in(word: str) -> Moment | None:
    """A day, or a minute of the log: "2026-11-20T14:32" is with all that was saved in that minute."""
    try:
        asked = datetime.fromisoformat(word)
    except ValueError:
        return None
    if asked.tzinfo or not 2000 < asked.year < 2200:
        return None
    if len(word) == 10:
        return end_of(asked)
    minute = timezone.make_aware(asked.replace(second=0, microsecond=0))
    label = f"{day(minute)}, {date_format(timezone.localtime(minute), 'H.i')} uur"
    return Moment(word, label, minute + timedelta(minutes=1) - timedelta(microseconds=1))


def earlier_version(profile: Profile) -> Version | None:
    """The last one that was adopted for a year before."""
    adopted = Profile.objects.filter(
        school=profile.school_id, round__first_year__lt=profile.round.first_year, adopted__isnull=False
    )
    rows = Version.objects.filter(pk__in=adopted.values("adopted")).select_related("profile__round")
    return rows.order_by("-profile__round__first_year").first()


def usual(choice: Choice, *, is_open: bool) -> tuple[Moment, Moment] | None:
    """What one most likely wants to see: the newest beside what came before it. None: there is nothing to lay.

    Once a profile is submitted, "now" says no more than its version.
    """
    order = [moment for moment in choice.all if is_open or not moment.is_live]
    if len(order) < 2:
        order = list(choice.all)
    return (order[1], order[0]) if len(order) > 1 else None


def in_time(one: Moment, other: Moment) -> tuple[Moment, Moment]:
    """The older at the left; the other year and the beginning are older than anything."""
    oldest = timezone.make_aware(datetime(2000, 1, 1))
    return (one, other) if (one.at or oldest) <= (other.at or oldest) else (other, one)


def day(at: Any) -> str:
    return str(date_format(timezone.localtime(at) if timezone.is_aware(at) else at, "j F Y"))
