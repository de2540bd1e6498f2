"""What is read from a file: passages, in the order of the file, each with the headings above it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import Enum
from typing import Any, Literal

Kind = Literal["heading", "paragraph", "list", "row", "cell", "gap"]


class Unreadable(Exception):
    """This file is not read. The message is Dutch and says what to do."""


@dataclass(frozen=True)
class Passage:
    """`text` is small Markdown. Of a table `labels` is what stands left of the cell and above it.

    A gap is what could not be read; its text says so.
    """

    kind: Kind
    text: str
    page: int = 0  # 0: the file does not tell
    level: int = 0  # of a heading, 1 is the highest
    path: tuple[str, ...] = ()  # the headings above, the highest first
    labels: tuple[str, ...] = ()

    def told(self) -> dict[str, Any]:
        """As JSON; what is not known is left out."""
        return {name: value for name, value in asdict(self).items() if value}


def passage_of(told: Mapping[str, Any]) -> Passage:
    lists = {name: tuple(told.get(name, ())) for name in ("path", "labels")}
    return Passage(**{**told, **lists})


@dataclass(frozen=True)
class Head:
    text: str
    level: int
    page: int = 0


@dataclass(frozen=True)
class Para:
    text: str
    page: int = 0
    item: str = ""  # "-" or "1." for an item of a list
    depth: int = 0  # of the item
    is_note: bool = False  # a footnote or an endnote: it comes after the list or the table that it stands in


class Goes(Enum):
    """A place in a table over which another cell goes on."""

    LEFT = "the cell at its left"
    ABOVE = "the cell above it"


Cell = str | Goes


@dataclass(frozen=True)
class Table:
    """Rows of cells; "" where a cell is empty."""

    rows: tuple[tuple[Cell, ...], ...]
    page: int = 0
    heads: int = 0  # so many rows at the top are told to be headings
    edges: tuple[float, ...] = ()  # of its columns, where the file tells


@dataclass(frozen=True)
class Gap:
    """Something that stands here and is not read; the text is Dutch and says what."""

    text: str
    page: int = 0


Piece = Head | Para | Table | Gap
