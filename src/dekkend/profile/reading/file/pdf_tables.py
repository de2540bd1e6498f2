"""Tables in a PDF, where they are drawn: the lines give rows and columns, and each sign goes to its cell."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field

from .passages import Cell, Goes
from .pdf_page import THIN, Box, Sign

NEAR = 4  # lines so close to each other are one
SMALL = 12  # a column or row narrower than this is none
MOST_LINES = 4_000

Place = tuple[int, int]


@dataclass
class Grid:
    columns: list[float]  # edges from left to right
    rows: list[float]  # edges from top to bottom
    owners: dict[Place, Place] = field(default_factory=dict)  # of a place: the cell that goes over it
    signs: dict[Place, list[Sign]] = field(default_factory=dict)

    @property
    def top(self) -> float:
        return self.rows[0]

    def take(self, sign: Sign) -> bool:
        """True when the middle of the sign is in this table."""
        x, y = (sign.x0 + sign.x1) / 2, sign.middle
        if not (self.columns[0] <= x <= self.columns[-1] and self.rows[-1] <= y <= self.rows[0]):
            return False
        column = sum(x > edge for edge in self.columns[1:-1])
        row = sum(y < edge for edge in self.rows[1:-1])
        self.signs.setdefault(self.owners.get((row, column), (row, column)), []).append(sign)
        return True

    def place(self, row: int, column: int) -> Goes | None:
        """None for a cell; else over which way another goes on there."""
        owner = self.owners.get((row, column), (row, column))
        if owner == (row, column):
            return None
        return Goes.ABOVE if owner[1] == column else Goes.LEFT

    def right(self, row: int, column: int) -> float:
        """Of this cell."""
        end = column + 1
        while end < len(self.columns) - 1 and self.owners.get((row, end)) == (row, column):
            end += 1
        return self.columns[end]


def grids_of(strokes: Iterable[Box]) -> list[Grid]:
    """Each table that is drawn on this page, from top to bottom."""
    across, down = [], []
    for x0, y0, x1, y1 in list(strokes)[:MOST_LINES]:
        if y1 - y0 <= THIN < x1 - x0:
            across.append((x0, x1, (y0 + y1) / 2))
        elif x1 - x0 <= THIN < y1 - y0:
            down.append((y0, y1, (x0 + x1) / 2))
    across.sort(key=lambda line: line[2])
    heights = [y for _, _, y in across]
    down = [line for line in down if is_crossed(line, across, heights)]
    found = []
    for low, high in stretches(down):
        mine = [line for line in down if line[0] >= low - NEAR and line[1] <= high + NEAR]
        columns = merged([x for _, _, x in mine])
        inside = [line for line in across if low - NEAR <= line[2] <= high + NEAR and spans(line, columns)]
        rows = merged([low, high, *(y for _, _, y in inside)])
        if len(columns) > 2 and len(rows) > 1:
            grid = Grid(columns, rows[::-1])
            grid.owners = owners_of(grid, inside, mine)
            found.append(grid)
    return sorted(found, key=lambda grid: -grid.top)


def is_crossed(
    line: Box | tuple[float, float, float], across: list[tuple[float, float, float]], heights: list[float]
) -> bool:
    """A line that goes down beside the text, as decoration, belongs to no table."""
    low, high, x = line[0], line[1], line[2]
    first = bisect_left(heights, low - NEAR)
    for left, right, y in across[first:]:
        if y > high + NEAR:
            return False
        if left - NEAR <= x <= right + NEAR:
            return True
    return False


def owners_of(
    grid: Grid, across: list[tuple[float, float, float]], down: list[tuple[float, float, float]]
) -> dict[Place, Place]:
    """Where no line is drawn between two places, they are one cell."""
    owners: dict[Place, Place] = {}
    for row in range(len(grid.rows) - 1):
        high, low = grid.rows[row], grid.rows[row + 1]
        for column in range(len(grid.columns) - 1):
            left, right = grid.columns[column], grid.columns[column + 1]
            owner = (row, column)
            if column and not covered([(y0, y1) for y0, y1, x in down if abs(x - left) <= SMALL], low, high):
                owner = owners[row, column - 1]
            elif row and not covered(
                [(x0, x1) for x0, x1, y in across if abs(y - high) <= SMALL], left, right
            ):
                owner = owners[row - 1, column]
            owners[row, column] = owner
    return owners


def covered(lines: list[tuple[float, float]], low: float, high: float) -> bool:
    """Half of it at least."""
    return sum(max(0.0, min(end, high) - max(begin, low)) for begin, end in lines) >= (high - low) / 2


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


def spans(line: tuple[float, float, float], columns: list[float]) -> bool:
    """A line under a word is no row: a row is as wide as a column at least."""
    x0, x1, _ = line
    return len(columns) > 1 and x1 - x0 > SMALL and x0 < columns[-1] and x1 > columns[0]


def stripped(rows: list[list[Cell]]) -> list[tuple[Cell, ...]]:
    """Without rows in which nothing stands."""
    return [tuple(row) for row in rows if any(isinstance(cell, str) and cell for cell in row)]
