"""What the page of the agenda shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from dekkend.profile.base.models import Profile
from dekkend.profile.dialogue.earlier import earlier_of
from dekkend.profile.dialogue.queries import Picture, Row, explained

from .agenda import CLOSING, OPENING, Point, as_seen, minutes_for, points
from .forms import MinutesForm
from .models import AgendaItem, Talk


@dataclass(frozen=True)
class Line:
    """One item on the agenda as it is shown."""

    row: Row
    minutes: int
    typed: str  # in the field: the minutes, or what somebody typed that cannot be
    is_wrong: bool
    starts: int  # minutes after the beginning
    reasons: tuple[str, ...]
    is_first: bool
    is_last: bool


class Agenda:
    """A talk with its items read against the dialogue. Nine queries, whatever stands in it."""

    def __init__(self, profile: Profile, talk: Talk, sent: MinutesForm | None = None) -> None:
        """`sent`: minutes that were refused."""
        self.talk = talk
        self.typed = sent.typed if sent else {}
        self.wrong = sent.wrong if sent else set()
        self.picture = Picture(profile)
        self.rows: list[AgendaItem] = [row for row in talk.agenda.all() if profile.format.has_item(row.item)]
        self.explanations = explained(profile)
        self.worth: dict[str, Point] = {
            point.item.id: point
            for point in points(self.picture, earlier_of(profile), self.explanations, people=talk.people)
        }

    @property
    def lines(self) -> list[Line]:
        found, at = [], OPENING
        for number, each in enumerate(self.rows):
            row = self.picture.row(self.picture.format.item(each.item))
            point = self.worth.get(each.item)
            reasons = point.reasons if point else ()
            typed = self.typed.get(each.item, str(each.minutes))
            wrong, last = each.item in self.wrong, number == len(self.rows) - 1
            found.append(Line(row, each.minutes, typed, wrong, at, reasons, number == 0, last))
            at += each.minutes
        return found

    @property
    def total(self) -> int:
        return OPENING + CLOSING + sum(row.minutes for row in self.rows)

    @property
    def left(self) -> int:
        return self.talk.minutes - self.total

    @property
    def others(self) -> list[Row]:
        """Items that can be added."""
        here = {row.item for row in self.rows}
        return [row for row in self.picture.rows if row.item.id not in here]

    def minutes_of(self, item: str) -> int:
        """The proposed minutes for an item that is added."""
        told = self.explanations.get(item, 0)
        return minutes_for(self.picture.spreads.get(item), told, people=self.talk.people)


def agenda_page(agenda: Agenda) -> dict[str, Any]:
    return {
        "talk": agenda.talk,
        "lines": agenda.lines,
        "seen": as_seen((row.item, row.minutes) for row in agenda.rows),
        "total": agenda.total,
        "left": agenda.left,
        "over": -agenda.left,
        "others": agenda.others,
        "opening": OPENING,
        "closing": CLOSING,
    }
