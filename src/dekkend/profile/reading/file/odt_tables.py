"""Which places in a table of OpenDocument a cell goes over: the file says only that they are covered."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from .passages import Cell, Goes

MOST_REPEATED = 60  # columns and rows that one cell or row stands for


def grid_of(rows: Iterable[Any], read: Callable[[Any], str]) -> list[tuple[Cell, ...]]:
    """`read` gives the words of a cell."""
    covered: dict[tuple[int, int], Goes] = {}
    return [cells_of(row, number, covered, read) for number, row in enumerate(rows)]


def cells_of(
    row: Any, number: int, covered: dict[tuple[int, int], Goes], read: Callable[[Any], str]
) -> tuple[Cell, ...]:
    found: list[Cell] = []
    for child in row.children:
        if child.tag == "table:table-cell":
            cover(
                covered,
                number,
                len(found),
                number_in(child, "rows-spanned"),
                number_in(child, "columns-spanned"),
            )
            found += [read(child)] * number_in(child, "columns-repeated")
        elif child.tag == "table:covered-table-cell":
            for _ in range(number_in(child, "columns-repeated")):
                found.append(covered.get((number, len(found)), ""))
    while len(found) > 1 and found[-1] == "":
        found.pop()
    return tuple(found)


def cover(covered: dict[tuple[int, int], Goes], row: int, column: int, rows: int, columns: int) -> None:
    for down in range(rows):
        for right in range(columns):
            covered[row + down, column + right] = Goes.LEFT if right else Goes.ABOVE


def number_in(cell: Any, name: str) -> int:
    told = cell.get_attribute_string(f"table:number-{name}") or "1"
    return min(int(told), MOST_REPEATED) if told.isdecimal() else 1
