"""What a school sees of a move: what to look at, what is new, and what it said that is asked no more."""

from __future__ import annotations

import copy
from dataclasses import dataclass
from typing import Any

from dekkend.formats.compare import Comparison, Step
from dekkend.formats.model import Format, Item
from dekkend.profile.base.models import Profile
from dekkend.profile.checklist.queries import shared_answers
from dekkend.profile.checklist.sheet import value_of
from dekkend.profile.version.carrying.fitting import (
    Fit,
    Homeless,
    boundaries,
    left_of_columns,
    summed,
    texts,
)
from dekkend.profile.version.compile import arrangements_of, boundaries_of, texts_of

from .models import Move
from .queries import comparison, last_move

HOLDS_WORDS = ("veld", "kolom", "grens", "vraag")


@dataclass(frozen=True)
class Said:
    """What the school has on one item: what it agreed, else what stands in the shared copy."""

    value: Any  # None: open
    note: str
    is_agreed: bool


@dataclass(frozen=True)
class Line:
    step: Step
    said: Said | None
    question: str  # of the new version, for a link

    @property
    def is_answered(self) -> bool:
        return self.said is not None and self.said.value is not None

    @property
    def item(self) -> Item:
        return self.step.after or self.step.before[0]


@dataclass(frozen=True)
class MovedPage:
    move: Move
    found: Comparison
    look: list[Line]
    ask: list[Line]  # new, or changed so that the former answer does not fit
    changed: list[Line]  # other words or another place, and nothing to do
    gone: list[Line]
    lost: list[Homeless]
    kept: int


def moved_page(profile: Profile) -> MovedPage | None:
    """None for a profile that never went over. Four queries, and those of `lost`."""
    move = last_move(profile) if profile.format_ref else None
    if move is None:
        return None
    found = comparison(move.before, move.after)
    agreed = {row.item: row for row in profile.agreements.all()}
    shared = {row.item: row for row in shared_answers(profile.pk)}

    def line(step: Step) -> Line:
        here = found.after if step.after else found.before
        item = step.after or step.before[0]
        said = said_of(here, agreed.get(item.id), shared.get(item.id))
        return Line(step, said, found.after.question_of(item.id).id if step.after else "")

    def lines(*states: str) -> list[Line]:
        return [line(step) for step in found.steps if step.state in states]

    waiting = set(move.open)
    look = [line(step) for step in found.steps if step.after and step.after.id in waiting]
    rest = [
        each for each in lines("new", "reworded", "split", "joined", "moved") if each.item.id not in waiting
    ]
    return MovedPage(
        move, found, look,
        ask=[each for each in rest if not each.is_answered],
        changed=[each for each in rest if each.is_answered],
        gone=lines("gone"),
        lost=lost(profile, found),
        kept=found.counts.get("kept", 0),
    )  # fmt: skip


def said_of(fmt: Format, agreement: Any, answer: Any) -> Said | None:
    for row, is_agreed in ((agreement, True), (answer, False)):
        if row is not None and (row.value or row.note.strip()):
            return Said(value_of(fmt, row.value), row.note.strip(), is_agreed)
    return None


def lost(profile: Profile, found: Comparison) -> list[Homeless]:
    """Words for which there is no field, column, boundary or question any more; where one chooses a need anew, the
    arrangement stands there still. Six queries where something of these is gone, else none.
    """
    if not any(piece.state == "gone" and piece.kind in HOLDS_WORDS for piece in found.pieces):
        return []
    then = copy.copy(profile)
    then.format_ref = found.before.ref
    fit, left = Fit(found.before, found.after, frozenset()), list[Homeless]()
    dict(summed({row.question: row.text for row in then.summaries.all()}, fit, left))
    texts(texts_of(then), fit, left)
    for row in arrangements_of(then):
        left += left_of_columns(row, fit)
    list(boundaries(boundaries_of(then), fit, left))
    return left
