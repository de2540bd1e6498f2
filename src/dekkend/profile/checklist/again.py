"""The whole checklist beside last year, on one page: what still holds is taken over, the rest is answered anew."""

from __future__ import annotations

from dataclasses import dataclass

from dekkend.formats.model import Item, Question

from .doors import Door
from .earlier import Told, is_blank, ready_in
from .sheet import Sheet, Unsure, Value, value_of


@dataclass(frozen=True)
class Line:
    """One item: what was agreed, and what is answered now."""

    item: Item
    told: Told | None  # None: it was not asked last year, or not agreed
    value: Value | Unsure | None
    is_answered: bool
    is_same: bool  # as it was last year, in value and words
    url: str


@dataclass(frozen=True)
class Part:
    question: Question
    lines: tuple[Line, ...]
    ready: int  # items that one press takes over

    @property
    def open(self) -> int:
        return sum(not line.is_answered for line in self.lines)


def parts_of(sheet: Sheet, door: Door, told: dict[str, Told]) -> tuple[Part, ...]:
    """In the order of the checklist. No query."""
    return tuple(
        Part(
            question,
            tuple(line_of(sheet, door, item, told.get(item.id)) for item in question.items),
            len(ready_in(sheet, question, told)),
        )
        for question in sheet.questions
    )


def line_of(sheet: Sheet, door: Door, item: Item, told: Told | None) -> Line:
    answer = sheet.answer(item)
    same = told is not None and all(getattr(answer, name) == value for name, value in told.fields.items())
    return Line(
        item,
        told,
        value_of(sheet.format, answer.value),
        not is_blank(answer),
        same and told is not None and answer.value == told.value.id,
        door.item(item, sheet.format),
    )
