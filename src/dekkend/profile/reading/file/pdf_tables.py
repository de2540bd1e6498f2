"""Tables in a PDF, where they are drawn: the lines give rows and columns, and each sign goes to its cell.

What is set in columns without a line around it is read as paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from pdfminer.layout import LTChar, LTCurve, LTFigure, LTLine, LTRect

from .heads import item_of
from .passages import Table
from .pdf_text import joined, tidied

THIN = 3  # points; what is thinner is a line
NEAR = 4  # lines so close to each other are one
SMALL = 12  # a column or row narrower than this is none
MOST_LINES = 4_000


@dataclass
class Grid:
    columns: list[float]  # edges from left to right
    rows: list[float]  # edges from top to bottom
    signs: dict[tuple[int, int], list[LTChar]] = field(default_factory=dict)

    @property
    def top(self) -> float:
        return self.rows[0]

    def take(self, sign: LTChar) -> bool:
        """True when the middle of the sign is in this table."""
        x, y = (sign.x0 + sign.x1) / 2, (sign.y0 + sign.y1) / 2
        if not (self.columns[0] <= x <= self.columns[-1] and self.rows[-1] <= y <= self.rows[0]):
            return False
        column = sum(x > edge for edge in self.columns[1:-1])
        row = sum(y < edge for edge in self.rows[1:-1])
        self.signs.setdefault((row, column), []).append(sign)
        return True

    def table(self, page: int) -> Table | None:
        rows = [
            tuple(said(self.signs.get((row, column), [])) for column in range(len(self.columns) - 1))
            for row in range(len(self.rows) - 1)
        ]
        rows = [row for row in rows if any(row)]
        return Table(tuple(rows), page, self.heads(rows)) if rows else None

    def heads(self, rows: list[tuple[str, ...]]) -> int:
        first = [sign for (row, _), signs in self.signs.items() if row == 0 for sign in signs]
        letters = [sign for sign in first if sign.get_text().strip()]
        heavy = sum(bool(re.search(r"bold|black|heavy", sign.fontname, re.IGNORECASE)) for sign in letters)
        filled = sum(bool(cell) for cell in rows[0])
        return int(len(rows) > 1 and filled > 1 and bool(letters) and heavy > 0.8 * len(letters))


def said(signs: list[LTChar]) -> str:
    """The words in one cell, line by line; a larger gap between lines begins a paragraph."""
    lines: list[tuple[float, list[LTChar]]] = []
    for sign in sorted(
        (sign for sign in signs if sign.get_text().strip()), key=lambda sign: (-sign.y0, sign.x0)
    ):
        if lines and abs(lines[-1][0] - sign.y0) < max(2, sign.size / 3):
            lines[-1][1].append(sign)
        else:
            lines.append((sign.y0, [sign]))
    parts: list[list[str]] = []
    before = 0.0
    for place, row in lines:
        words = words_of(sorted(row, key=lambda sign: sign.x0))
        if not parts or before - place > 1.9 * (row[0].size or 1) or item_of(words)[0]:
            parts.append([])
        parts[-1].append(words)
        before = place
    return "\n\n".join(marked(joined(part)) for part in parts).replace("\n\n- ", "\n- ")


def marked(text: str) -> str:
    mark, words = item_of(text)
    return f"- {words}" if mark else text


def words_of(row: list[LTChar]) -> str:
    text, right = "", None
    for sign in row:
        if right is not None and sign.x0 - right > 0.15 * (sign.size or 10):
            text += " "
        text += sign.get_text()
        right = sign.x1
    return tidied(text)


def grids_of(page: Any) -> list[Grid]:
    """Each table that is drawn on this page, from top to bottom."""
    across, down = [], []
    for x0, y0, x1, y1 in list(strokes(page))[:MOST_LINES]:
        if y1 - y0 <= THIN < x1 - x0:
            across.append((x0, x1, (y0 + y1) / 2))
        elif x1 - x0 <= THIN < y1 - y0:
            down.append((y0, y1, (x0 + x1) / 2))
    found = []
    for low, high in stretches(down):
        columns = merged([x for y0, y1, x in down if y0 >= low - NEAR and y1 <= high + NEAR])
        rows = merged(
            [y for x0, x1, y in across if low - NEAR <= y <= high + NEAR and spans(x0, x1, columns)]
        )
        rows = merged([low, high, *rows])
        if len(columns) > 2 and len(rows) > 2:
            found.append(Grid(columns, rows[::-1]))
    return sorted(found, key=lambda grid: -grid.top)


def strokes(container: Any) -> Iterator[tuple[float, float, float, float]]:
    """Every line that is drawn; a frame is four of them."""
    for element in container:
        if isinstance(element, LTFigure):
            yield from strokes(element)
        elif isinstance(element, LTLine):
            yield element.bbox
        elif isinstance(element, LTRect | LTCurve):
            x0, y0, x1, y1 = element.bbox
            if min(x1 - x0, y1 - y0) <= THIN:
                yield x0, y0, x1, y1
            elif isinstance(element, LTRect):
                yield from ((x0, y0, x0, y1), (x1, y0, x1, y1), (x0, y0, x1, y0), (x0, y1, x1, y1))


def stretches(down: list[tuple[float, float, float]]) -> list[tuple[float, float]]:
    """The heights over which lines go down without a gap: each is one table."""
    found: list[tuple[float, float]] = []
    for low, high, _ in sorted(down):
        if found and low <= found[-1][1] + NEAR:
            found[-1] = (found[-1][0], max(found[-1][1], high))
        else:
            found.append((low, high))
    return found


def merged(places: list[float]) -> list[float]:
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > SMALL:
            found.append(place)
    return found


def spans(x0: float, x1: float, columns: list[float]) -> bool:
    """A line under a word is no row: a row is as wide as a column at least."""
    return len(columns) > 1 and x1 - x0 > SMALL and x0 < columns[-1] and x1 > columns[0]
