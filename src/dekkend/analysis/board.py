"""Where each school is, chosen and sorted in the database: station, turn, date, late or not (rulings 5)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.db.models import Exists, F, OuterRef, Q
from django.http import QueryDict
from django.utils import timezone

from dekkend.profile.base.models import Extension, Profile
from dekkend.profile.base.queries import ProfileQuerySet
from dekkend.region.models import Round

from .progress import DONE, STATIONS, profiles_of

ORDERS: dict[str, tuple[Any, ...]] = {
    "naam": ("school__name", "school__brin6"),
    "datum": (F("due").asc(nulls_last=True), "school__name", "school__brin6"),
    "stil": (F("moved_on").asc(nulls_first=True), "school__name", "school__brin6"),
}


@dataclass(frozen=True)
class Choice:
    """What one wants to see; from the address, and back into it."""

    station: str = ""
    late: bool = False
    asked: bool = False
    board: int = 0
    area: int = 0
    order: str = "naam"

    @property
    def query(self) -> str:
        told = {
            "station": self.station, "laat": "1" if self.late else "", "gevraagd": "1" if self.asked else "",
            "bestuur": self.board or "", "wijk": self.area or "",
            "volgorde": "" if self.order == "naam" else self.order,
        }  # fmt: skip
        return urlencode({name: value for name, value in told.items() if value})


def choice_of(asked: QueryDict) -> Choice:
    """What cannot be is left out."""
    station, order = asked.get("station", ""), asked.get("volgorde", "")
    return Choice(
        station if station in (*STATIONS, DONE) else "",
        asked.get("laat") == "1",
        asked.get("gevraagd") == "1",
        key(asked.get("bestuur", "")),
        key(asked.get("wijk", "")),
        order if order in ORDERS else "naam",
    )


def key(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0


def chosen(round: Round, choice: Choice) -> ProfileQuerySet:
    """Each with `due`, `is_late` and `asks` (there is a question for longer that waits). One query."""
    waiting = Extension.objects.filter(profile=OuterRef("pk"), state=Extension.State.ASKED)
    late = Q(due__lt=timezone.localdate())
    found: Any = profiles_of(round).with_due(round).annotate(asks=Exists(waiting))
    if choice.station:
        found = found.filter(station="" if choice.station == DONE else STATIONS[choice.station])
    if choice.late:
        found = found.filter(late)
    if choice.asked:
        found = found.filter(asks=True)
    if choice.board:
        found = found.filter(school__board=choice.board)
    if choice.area:
        found = found.filter(school__area=choice.area)
    near: ProfileQuerySet = found.select_related("school__area", "school__board", "round")
    return near.defer("school__area__shape").order_by(*ORDERS[choice.order])


def is_late(profile: Profile) -> bool:
    due = profile.due  # type: ignore[attr-defined]  # annotated by with_due
    return bool(due and due < timezone.localdate())
