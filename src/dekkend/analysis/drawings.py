"""Schools as squares and dots. One mark is one school, as long as an eye can still count them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

MOST = 120  # schools; above that a page says numbers
ACROSS = 12  # squares in one row
SIDE, STEP = 8, 12

Draw = Callable[[float, float], str]


@dataclass(frozen=True)
class Shape:
    css: str
    d: str


@dataclass(frozen=True)
class Drawing:
    width: int
    height: int
    shapes: tuple[Shape, ...]


def square(x: float, y: float) -> str:
    return f"M{x} {y}h{SIDE}v{SIDE}h-{SIDE}z"


def corner(x: float, y: float) -> str:
    return f"M{x} {y + SIDE}l{SIDE}-{SIDE}v{SIDE}z"


def dash(x: float, y: float) -> str:
    return f"M{x + 1} {y + SIDE / 2}h{SIDE - 2}"


def dot(x: float, y: float) -> str:
    return f"M{x + SIDE / 2} {y + SIDE / 2}v.1"


# Kind of mark -> what is drawn for it, under each other.
DRAWN: dict[str, tuple[tuple[str, Draw], ...]] = {
    "full": (("f-full", square),),
    "half": (("f-half-edge", square), ("f-half", corner)),
    "empty": (("f-empty", square),),
    "dash": (("f-dash", dash),),
    "blank": (("f-ink", dot),),
}


def waffle(groups: Iterable[tuple[str, int]]) -> Drawing:
    """(kind of mark, number of schools) in order; rows of ACROSS squares."""
    shapes: list[Shape] = []
    place = 0
    for kind, number in groups:
        spots = [spot(n) for n in range(place, place + number)]
        place += number
        if spots:
            shapes += [Shape(css, "".join(draw(x, y) for x, y in spots)) for css, draw in DRAWN[kind]]
    rows = max(1, -(-place // ACROSS))
    return Drawing(ACROSS * STEP - STEP + SIDE + 1, rows * STEP - STEP + SIDE + 1, tuple(shapes))


def spot(number: int) -> tuple[float, float]:
    row, column = divmod(number, ACROSS)
    return column * STEP + 0.5, row * STEP + 0.5


PILE, ROW = 15, 10  # from dot to dot, in a pile and in a row
NARROW, WIDE, LONG = 4, 8, 20  # dots next to each other: in a pile, in a high pile, in a row on a phone


@dataclass(frozen=True)
class Pile:
    """The schools at one station: a pile that grows upwards, and for a phone a row that grows to the right."""

    width: int
    height: int
    pile: str
    row: str
    row_width: int
    row_height: int


def pile(number: int, most: int) -> Pile:
    """`most`: schools at the fullest station, so that all piles stand on one line and are one size."""
    across = NARROW if most <= NARROW * 6 else WIDE
    rows = max(1, -(-most // across))
    height = rows * PILE - 4
    dots = (divmod(n, across) for n in range(number))
    lines = (divmod(n, LONG) for n in range(number))
    return Pile(
        across * PILE - 4,
        height,
        "".join(f"M{column * PILE + 5.5} {height - 5.5 - row * PILE}v.01" for row, column in dots),
        "".join(f"M{column * ROW + 4.5} {row * ROW + 5}v.01" for row, column in lines),
        LONG * ROW,
        max(1, -(-number // LONG)) * ROW,
    )
