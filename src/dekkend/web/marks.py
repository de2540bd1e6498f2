"""Full, half, empty, dash, blank: how values become squares. Knows kinds of marks, never the values of a scale."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

KINDS = ("full", "half", "empty", "dash", "unsure", "blank")
OPEN = ("blank", "nog open")

SIDE, STEP, GAP, LINE = 15, 18, 8, 22  # of a square, to the next, between two groups, to the next row
ACROSS = 24  # squares in one row

# A value of a scale (.mark, .label), a pair (kind, word), or nothing: not answered.
Marked = Any


def read(value: Marked) -> tuple[str, str]:
    """Kind and word. ("full", "Ja")."""
    if not value:
        return OPEN
    if isinstance(value, tuple):
        return value[0] or "blank", value[1]
    return value.mark, str(value.label)


def lower_first(word: str) -> str:
    """For a word that now stands inside a sentence. "MR" and "OPP" stay as they are."""
    return word if word[1:2].isupper() else word[:1].lower() + word[1:]


@dataclass(frozen=True)
class Square:
    kind: str
    x: int
    y: int


@dataclass(frozen=True)
class Drawing:
    width: int
    height: int
    squares: tuple[Square, ...]


def spread(groups: list[tuple[str, str, int]]) -> Drawing:
    """One square for each answer, in groups; after ACROSS squares a new row begins."""
    squares: list[Square] = []
    x = y = column = width = 0
    for kind, _, number in groups:
        for _ in range(number):
            if column == ACROSS:
                x, y, column = 0, y + LINE, 0
            squares.append(Square(kind, x, y))
            width = max(width, x + SIDE)
            x, column = x + STEP, column + 1
        x += GAP if number and column else 0
    return Drawing(width, y + SIDE, tuple(squares))
