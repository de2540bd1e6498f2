"""What goes on in the next column or upon the next page of a PDF, and what stands above all of it."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from .passages import Cell, Head, Para, Piece, Table
from .pdf_text import joined

ENDS = ".:;!?"
LETTER = 0.6  # how wide one is, in sizes


@dataclass(frozen=True)
class Rest(Para):
    """A paragraph that may go on in the next column or upon the next page."""

    room: float = (
        math.inf
    )  # after its last word, in sizes of the letters; endless where it is not at the foot


def continued(found: Iterable[Piece]) -> Iterator[Piece]:
    """A paragraph that goes on in the next column or upon the next page is one; so is a table."""
    last: Piece | None = None
    for piece in found:
        if isinstance(last, Para) and isinstance(piece, Para) and is_rest(last, piece):
            last = replace(last, text=joined((last.text, piece.text)))
            continue
        if isinstance(last, Table) and isinstance(piece, Table) and is_rest_of(last, piece):
            last, piece = rejoined(last, piece)
        if last is not None:
            yield last
        last = piece
    if last is not None:
        yield last


def without_title(found: list[Piece]) -> list[Piece]:
    """The name of the school on the cover stands in larger letters than the chapters, but is not above them."""
    times = Counter(piece.level for piece in found if isinstance(piece, Head))
    titles = 0
    while times[titles + 1] == 1 and titles + 2 in times:
        titles += 1
    return [
        replace(piece, level=max(piece.level - titles, 1)) if isinstance(piece, Head) else piece
        for piece in found
    ]


def is_rest(last: Para, piece: Para) -> bool:
    if piece.item or last.is_note or not last.page <= piece.page <= last.page + 1:
        return False
    if last.text[-1:] not in ENDS and re.match(r"[a-zà-ÿ(]", piece.text):
        return True
    # At the foot of a page: its last line was full, so the paragraph hardly ended there.
    first = piece.text.split(" ", 1)[0]
    return isinstance(last, Rest) and piece.page > last.page and last.room < (len(first) + 1) * LETTER


def is_rest_of(last: Table, piece: Table) -> bool:
    """On the next page, with columns on the same places."""
    if piece.page != last.page + 1 or not piece.edges or len(piece.edges) != len(last.edges):
        return False
    return all(abs(one - two) < 6 for one, two in zip(last.edges, piece.edges, strict=True))


def rejoined(last: Table, piece: Table) -> tuple[Table, Table]:
    """The names of the columns hold for both, and a row that was cut by the page is one."""
    names = last.rows[: last.heads]
    rows = piece.rows[piece.heads :] if names and piece.rows[: piece.heads] == names else piece.rows
    if len(last.rows) <= last.heads:
        # Nothing but names at the foot of the page.
        return replace(last, rows=()), replace(piece, rows=(*names, *rows), heads=len(names))
    before = last.rows[-1]
    if rows and is_cut_row(before, rows[0]):
        whole = tuple(map(both, before, rows[0]))
        last, rows = replace(last, rows=(*last.rows[:-1], whole)), rows[1:]
    return last, replace(piece, rows=(*names, *rows), heads=len(names) or piece.heads)


def is_cut_row(before: tuple[Cell, ...], row: tuple[Cell, ...]) -> bool:
    """Nothing in the first cell, and words that go on from those above."""
    if len(before) != len(row) or row[0]:
        return False
    pairs = [(one, two) for one, two in zip(before, row, strict=True) if isinstance(two, str) and two]
    return any(
        isinstance(one, str) and one and one[-1] not in ENDS and two[:1].islower() for one, two in pairs
    ) or all(isinstance(one, str) and one for one, _ in pairs)


def both(one: Cell, two: Cell) -> Cell:
    if not isinstance(one, str) or not isinstance(two, str) or not one or not two:
        return one or two
    return joined((one, two)) if one[-1] not in ENDS else f"{one}\n\n{two}"
