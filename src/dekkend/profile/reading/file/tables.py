"""A table as passages: each cell with what stands left of it and above it; a row of short cells as one passage."""

from __future__ import annotations

from collections.abc import Iterator

from .passages import Passage, Table

SHORT = 80  # characters in what can be the name of a row or a column
BRIEF = 40  # a row of nothing but such cells is one passage: a tick says nothing without the others


def of_table(table: Table, path: tuple[str, ...]) -> Iterator[Passage]:
    rows = [tuple(cell.strip() for cell in row) for row in table.rows if any(cell.strip() for cell in row)]
    if not rows:
        return
    width = max(map(len, rows))
    if width == 1:
        # A frame around a text.
        yield from (Passage("paragraph", row[0], table.page, path=path) for row in rows)
        return
    heads = table.heads or (1 if width > 2 and names(rows[0], width) else 0)
    tops = rows[:heads]
    above = [" ".join(filter(None, (at(row, place) for row in tops))) for place in range(width)]
    under: tuple[str, ...] = ()
    for row in rows[heads:]:
        filled = [place for place in range(width) if at(row, place)]
        if filled == [0]:
            # A row over the whole width stands above the rows that follow.
            if is_name(row[0]) and len(rows) > heads + 1:
                under = (row[0],)
            else:
                yield Passage("paragraph", row[0], table.page, path=path, labels=under)
            continue
        yield from of_row(row, filled, above, under, path, table.page)


def at(row: tuple[str, ...], place: int) -> str:
    return row[place] if place < len(row) else ""


def is_name(text: str) -> bool:
    return 0 < len(text) <= SHORT and "\n" not in text and not text.endswith(".")


def names(row: tuple[str, ...], width: int) -> bool:
    """The first row of a table names its columns, but for the first one, whose corner may be empty."""
    return len(row) == width and all(is_name(cell) for cell in row[1:])


def of_row(
    row: tuple[str, ...],
    filled: list[int],
    above: list[str],
    under: tuple[str, ...],
    path: tuple[str, ...],
    page: int,
) -> Iterator[Passage]:
    has_name = filled[0] == 0 and is_name(row[0])
    name = (*under, row[0]) if has_name else under
    told = [place for place in filled if not (has_name and place == 0)]
    if all(len(row[place]) <= BRIEF for place in told):
        said = "; ".join(f"{above[place]}: {row[place]}" if above[place] else row[place] for place in told)
        text = f"{row[0]}: {said}" if has_name else said
        yield Passage("row", text, page, path=path, labels=name)
        return
    for place in told:
        labels = (*name, above[place]) if above[place] else name
        yield Passage("cell", row[place], page, path=path, labels=labels)
