"""In which order the lines of a page are read: column after column, and row after row where columns are a table."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from .pdf_text import Line, merged

NARROW = 8  # points between two columns at least
COLUMNS = 4  # lines beside each other at least, for columns of text
OVERLAP = 0.15  # of its height, for lines that stand beside each other
BESIDE = 3  # lines in a frame beside the text at least
FULL = 0.12  # of the width of a column may stay empty at the end of a line
NEAR = 40  # points; a list stands a little to the right of the text around it
FAR = 2.5  # sizes between lines of one block
GAP, SMALL_GAP = (
    1.15,
    1.05,
)  # times the usual step: then the next row of a table begins, or one that has a name

Row = list[Line]
Span = tuple[float, float]


@dataclass(frozen=True)
class Plain:
    """Lines under each other."""

    lines: list[Line]


@dataclass(frozen=True)
class Loose:
    """A table without lines around it: rows of cells, each some lines."""

    rows: list[list[list[Line]]]
    edges: tuple[float, ...]


Block = Plain | Loose


def blocks_of(rows: Sequence[Row]) -> Iterator[Block]:
    """From top to bottom."""
    rows = beside(rows)
    at = 0
    plain: list[Line] = []
    while at < len(rows):
        end, gutters = band(rows, at)
        if end - at < 2 or not gutters:
            plain.append(whole(rows[at]))
            at += 1
            continue
        # Lines just above that stay on one side belong to it too: the heading over one column.
        while (
            plain
            and is_beside(plain[-1], gutters)
            and plain[-1].bottom - rows[at][0].top < FAR * plain[-1].size
        ):
            at -= 1
            plain.pop()
        if plain:
            yield Plain(plain)
            plain = []
        yield from parted(rows[at:end], gutters)
        at = end
    if plain:
        yield Plain(plain)


def beside(rows: Sequence[Row]) -> list[Row]:
    """Lines beside each other are a row, also when one stands a little lower."""
    found: list[Row] = []
    for row in rows:
        if found and overlap(found[-1], row) and all(apart(one, two) for one in found[-1] for two in row):
            found[-1] = sorted([*found[-1], *row], key=lambda line: line.x)
        else:
            found.append(row)
    return found


def overlap(above: Row, row: Row) -> bool:
    return row[0].top - min(line.bottom for line in above) > OVERLAP * row[0].size


def apart(one: Line, two: Line) -> bool:
    return one.right + NARROW <= two.x or two.right + NARROW <= one.x


def whole(row: Row) -> Line:
    line = row[0]
    for other in row[1:]:
        line = merged(line, other)
    return line


def band(rows: Sequence[Row], start: int) -> tuple[int, list[Span]]:
    """How far the same space between columns goes on, from a row that has it."""
    gutters = spaces(rows[start])
    if not gutters:
        return start, []
    end, last = start + 1, start + 1
    while end < len(rows):
        row = rows[end]
        if rows[end - 1][0].bottom - row[0].top > 2 * FAR * row[0].size:
            break
        left = [each for gutter in gutters for each in without(gutter, row)]
        if not left:
            break
        gutters, end = left, end + 1
        if len(row) > 1:
            last = end
    # Lines at the end that stand on one side only belong to it, when they are near.
    return (end if end - last <= COLUMNS * 3 else last), gutters


def spaces(row: Row) -> list[Span]:
    return [(one.right, two.x) for one, two in itertools.pairwise(row) if two.x - one.right >= NARROW]


def without(gutter: Span, row: Row) -> Iterator[Span]:
    """What is left of the space between columns beside these words."""
    low, high = gutter
    for line in row:
        if line.right <= low or line.x >= high:
            continue
        if line.x - low >= NARROW:
            yield low, line.x
        low = line.right
    if high - low >= NARROW:
        yield low, high


def is_beside(line: Line, gutters: list[Span]) -> bool:
    return all(line.right <= low + 1 or line.x >= high - 1 for low, high in gutters)


def parted(rows: Sequence[Row], gutters: list[Span]) -> Iterator[Block]:
    middles = [(low + high) / 2 for low, high in gutters]
    columns: list[list[Line]] = [[] for _ in range(len(middles) + 1)]
    for row in rows:
        for line in row:
            columns[sum(line.x > middle for middle in middles)].append(line)
    beside = sum(len(row) > 1 for row in rows)
    if beside >= COLUMNS and is_text(columns):
        yield from map(Plain, columns)
    elif len(columns) == 2 and beside < len(rows) / 3 and not is_block(rows, columns[1]):
        yield Plain(list(map(whole, rows)))
    elif len(cells := list(cells_of(rows, middles))) > 1:
        yield Loose(cells, tuple(middles))
    else:
        yield from map(Plain, columns)


def is_block(rows: Sequence[Row], lines: list[Line]) -> bool:
    """Lines without others between: a frame beside the text."""
    has = [any(line in lines for line in row) for row in rows]
    return sum(has) >= BESIDE and all(has[has.index(True) : len(has) - has[::-1].index(True)])


def is_text(columns: list[list[Line]]) -> bool:
    """Most lines come to the end of their column: a table has short ones."""
    full = lines = 0
    for column in columns:
        left, right = min(line.x for line in column), max(line.right for line in column)
        full += sum(line.right > right - FULL * (right - left) for line in column)
        lines += len(column)
    return full > lines / 2


def cells_of(rows: Sequence[Row], middles: list[float]) -> Iterator[list[list[Line]]]:
    """A row begins where there is more space above it; without that, at each line in the first column."""
    steps = [one[0].top - two[0].top for one, two in itertools.pairwise(rows)]
    usual = min((step for step in steps if step > 1), default=0)
    is_even = all(step < GAP * usual for step in steps)
    cells: list[list[Line]] = []
    for number, row in enumerate(rows):
        placed = [
            [line for line in row if sum(line.x > m for m in middles) == at] for at in range(len(middles) + 1)
        ]
        step = steps[number - 1] if number else 0
        has_name = bool(placed[0]) and not placed[0][0].text[:1].islower()
        begins = step >= GAP * usual or (has_name and step >= SMALL_GAP * usual)
        begins = has_name if is_even and len(set(map(len, rows))) == 1 else begins
        if number == 0 or begins:
            if cells:
                yield cells
            cells = placed
        else:
            cells = [one + two for one, two in zip(cells, placed, strict=True)]
    yield cells


def edges_of(lines: Iterable[Line]) -> dict[int, float]:
    """By where they begin: how far to the right lines come."""
    edges: dict[int, float] = {}
    for line in lines:
        key = round(line.x / NEAR)
        edges[key] = max(edges.get(key, 0), line.right)
    return edges


def numbered(lines: list[Line], box: int, elsewhere: dict[int, float] | None = None) -> list[Line]:
    """Lines of one block, each with its edge. Of a few lines the edge is seen from those `elsewhere` in the file."""
    edges = edges_of(lines)
    if elsewhere and len(lines) < COLUMNS:
        edges = {key: max(edge, elsewhere.get(key, 0)) for key, edge in edges.items()}
    found = []
    for line in lines:
        key = round(line.x / NEAR)
        edge = max(edges.get(key + way, 0) for way in (-1, 0, 1))
        found.append(replace(line, box=box, edge=edge))
    return found
