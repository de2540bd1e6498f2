"""The road: seven stations on top of every page of a profile. Each room registers its own station."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from dekkend.process.engine import has_role
from dekkend.region.models.round import STATIONS

from .models import Profile

NAMES = {key: str(name) for key, name in STATIONS}
ORDER = tuple(NAMES)
# In these states the stations before this one are behind us.
REACHED = {"submitted": "council", "adopted": "publication", "published": ""}
# At one station several take turns; Progress.turn names who it is now.
TURNS = {
    "head": "De directeur is aan zet",
    "council": "De MR is aan zet",
    "board": "Het bestuur is aan zet",
}


@dataclass(frozen=True)
class Progress:
    """`open` says in a sentence what is still to be done, "" when nothing is.

    `turn` is a key of TURNS where the station's own sentence would not be true now.
    """

    done: bool
    open: str = ""
    turn: str = ""


@dataclass(frozen=True)
class Station:
    key: str
    url: str  # name of the page, with the profile as its only argument
    act: str  # who may see that page
    turn: str  # whose turn, as the start of a sentence: "De intern begeleider is aan zet"
    progress: Callable[[Profile], Progress]


@dataclass(frozen=True)
class Stop:
    """A station as it is shown."""

    key: str
    name: str
    state: str  # done, current, later
    note: str
    url: str


@dataclass(frozen=True)
class Road:
    stations: tuple[Stop, ...]
    here: str  # "Profiel, stap 3 van 7"
    place: int  # 1..7, the station where we are; 8 when the road is done


_stations: dict[str, Station] = {}


def register(station: Station) -> None:
    _stations[station.key] = station


def now_at(profile: Profile) -> tuple[str, Progress]:
    """The first station that is not done, by what was written and decided, "" when all are; and what is open there."""
    if profile.state == Profile.State.PUBLISHED:
        return "", Progress(done=True)
    reached = REACHED.get(profile.state, ORDER[0])
    for key in ORDER[ORDER.index(reached) :]:
        progress = _stations[key].progress(profile) if key in _stations else Progress(done=False)
        if not progress.done:
            return key, progress
    return "", Progress(done=True)


def settle(profile: Profile) -> None:
    """Note where the profile is now. Actions call it when something may have been finished or reopened.

    Whoever moved the state meanwhile notes it better: a save that was on its way says nothing then.
    """
    station, progress = now_at(profile)
    if (station, progress.turn) != (profile.station, profile.turn):
        profile.station, profile.turn, profile.moved_on = station, progress.turn, timezone.localdate()
        Profile.objects.filter(pk=profile.pk, state=profile.state).update(
            station=station, turn=progress.turn, moved_on=profile.moved_on
        )


def road_of(profile: Profile, user: Any, *, at: str = "") -> Road:
    """The road of one profile as this person sees it. `at` is the station whose page is shown."""
    current, progress = now_at(profile)
    place = ORDER.index(current) if current else len(ORDER)
    stops = tuple(
        Stop(
            key,
            NAMES[key],
            state_at(number, place),
            note_at(profile, key, number, place, progress),
            link(profile, key, user),
        )
        for number, key in enumerate(ORDER)
    )
    here = f"{NAMES[current]}, stap {place + 1} van {len(ORDER)}" if current else "Gepubliceerd"
    return Road(stops, here, place + 1)


def brief_road(profile: Profile) -> Road:
    """The road for a list of schools: from the kept station alone, without a query or a link."""
    place = ORDER.index(profile.station) if profile.station else len(ORDER)
    stops = tuple(Stop(key, NAMES[key], state_at(number, place), "", "") for number, key in enumerate(ORDER))
    return Road(stops, turn_of(profile), place + 1)


def turn_of(profile: Profile) -> str:
    """Whose turn and until when, from the kept station: "De MR is aan zet, tot 19 maart." """
    if not profile.station:
        return "Gepubliceerd."
    return f"{whose_turn(profile)}{when(profile.until(profile.station))}."


def whose_turn(profile: Profile) -> str:
    """ "De MR is aan zet", without a date; "" when all is done."""
    if not profile.station:
        return ""
    return TURNS.get(profile.turn) or _stations[profile.station].turn


def state_at(number: int, place: int) -> str:
    return "done" if number < place else "current" if number == place else "later"


def note_at(profile: Profile, key: str, number: int, place: int, progress: Progress) -> str:
    until = profile.until(key)
    if number < place:
        return "Klaar"
    if number > place:
        return f"Tot {day(until)}" if until else ""
    station = _stations.get(key)
    if station is None:
        return ""
    sentence = f"{TURNS.get(progress.turn) or station.turn}{when(until)}."
    return f"{sentence} {progress.open}".strip()


def when(until: date | None) -> str:
    """ ", tot 11 december", or how late it is."""
    if until is None:
        return ""
    late = (timezone.localdate() - until).days
    if late > 0:
        return f". De datum was {day(until)}: {late} {'dag' if late == 1 else 'dagen'} te laat"
    return f", tot {day(until)}"


def is_late(profile: Profile) -> bool:
    until = profile.until(profile.station) if profile.station else None
    return bool(until and until < timezone.localdate())


def day(value: date | None) -> str:
    """ "11 december"; with the year when it is far away."""
    if value is None:
        return ""
    near = abs((value - timezone.localdate()).days) < 300
    return str(date_format(value, "j F" if near else "j F Y"))


def link(profile: Profile, key: str, user: Any) -> str:
    station = _stations.get(key)
    if station is None or not has_role(station.act, user, profile):
        return ""
    return reverse(station.url, args=[profile.pk])
