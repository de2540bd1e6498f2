"""A table as passages: each cell with what stands left of it and above it; a row of short cells as one passage."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .passages import Cell, Goes, Passage, Table
from .signs import NOTHING, chosen, is_open, is_ticked

SHORT = 80  # characters in what can be the name of a row or a column
TINY, LONG = 3, 120  # "ja" says nothing without the others either, but they may not be longer than this
BRIEF = 40  # a row of nothing but such cells is one passage: a tick says nothing without the others

Row = tuple[Cell, ...]


def of_table(table: Table, path: tuple[str, ...]) -> Iterator[Passage]:
    rows = [row for row in map(stripped, table.rows) if any(isinstance(cell, str) and cell for cell in row)]
    if not rows:
        return
    width = max(map(len, rows))
    if width == 1:
        # A frame around a text.
        yield from (Passage("paragraph", words(row, 0), table.page, path=path) for row in rows)
        return
    heads = min(table.heads, len(rows) - 1)
    under: tuple[str, ...] = ()
    if len(rows) > 1 and goes_over(rows[0], width):
        # A row over the whole width, above the names of the columns.
        under, rows = title_of(rows[0]), rows[1:]
        heads = min(max(heads - 1, 0), len(rows) - 1)
    heads = heads or (1 if width > 2 and len(rows) > 1 and names(rows[0], width) else 0)
    above = [
        " ".join(dict.fromkeys(filter(None, (over(row, at) for row in rows[:heads])))) for at in range(width)
    ]
    cells = [words(row, at) for row in rows[heads:] for at in range(1, width)]
    is_ticks = any(is_ticked(cell) or is_open(cell) for cell in cells) and all(
        len(cell) <= BRIEF for cell in cells
    )
    name = ""
    for row in rows[heads:]:
        if row[0] is not Goes.ABOVE:
            name = words(row, 0) if is_name(words(row, 0)) else ""
        if goes_over(row, width) and is_name(words(row, 0)):
            under = title_of(row)
            continue
        filled = [at for at in range(width) if words(row, at)]
        if filled == [0] and not (is_ticks and name):
            # What stands alone in its row stands above the rows that follow, or is a text.
            if name and len(rows) > heads + 1:
                under = title_of(row)
            else:
                yield Passage("paragraph", words(row, 0), table.page, path=path, labels=under)
            continue
        yield from of_row(row, name, above, under, path, table.page)


def heads_in(rows: Sequence[Row], heavy: Sequence[bool]) -> int:
    """How many rows at the top are names of columns: bold ones; more than one where a cell goes over another."""
    count = 0
    while count < len(rows) and heavy[count]:
        count += 1
        if Goes.LEFT not in rows[count - 1]:
            break
    return count


def stripped(row: Row) -> Row:
    return tuple(chosen(cell.strip()) if isinstance(cell, str) else cell for cell in row)


def words(row: Row, at: int) -> str:
    cell = row[at] if at < len(row) else ""
    return cell if isinstance(cell, str) else ""


def over(row: Row, at: int) -> str:
    """What stands at this place, also when it goes on from its left."""
    while 0 < at < len(row) and row[at] is Goes.LEFT:
        at -= 1
    return words(row, at)


def goes_over(row: Row, width: int) -> bool:
    """One cell over the whole width."""
    return width > 1 and len(row) == width and all(cell is Goes.LEFT for cell in row[1:])


def title_of(row: Row) -> tuple[str, ...]:
    return (words(row, 0),) if words(row, 0) else ()


def is_name(text: str) -> bool:
    return 0 < len(text) <= SHORT and "\n" not in text and not text.endswith(".")


def names(row: Row, width: int) -> bool:
    """The first row of a table names its columns, but for the first one, whose corner may be empty."""
    return len(row) == width and all(is_name(over(row, at)) for at in range(1, width))


def of_row(
    row: Row, name: str, above: list[str], under: tuple[str, ...], path: tuple[str, ...], page: int
) -> Iterator[Passage]:
    labels = (*under, name) if name else under
    told = [at for at in range(1 if name else 0, len(row)) if words(row, at)]
    tops = {at: top(row, at, above) for at in told}
    lengths = [len(words(row, at)) for at in told]
    if max(lengths, default=0) <= BRIEF or (min(lengths) <= TINY and max(lengths) <= LONG):
        said = "; ".join(filter(None, (brief(words(row, at), tops[at]) for at in told))) or NOTHING
        yield Passage("row", f"{name}: {said}" if name else said, page, path=path, labels=labels)
        return
    if not name and above[0] and 0 in told and len(told) > 1:
        # A row that begins with a sentence: the other cells say more of it.
        yield Passage("cell", words(row, 0), page, path=path, labels=(*labels, above[0]))
        labels, told = (*labels, shortened(words(row, 0))), told[1:]
    for at in told:
        yield Passage(
            "cell", words(row, at), page, path=path, labels=(*labels, tops[at]) if tops[at] else labels
        )


def shortened(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= SHORT else f"{plain[:SHORT].rpartition(' ')[0] or plain[:SHORT]}…"


def top(row: Row, at: int, above: list[str]) -> str:
    """The name of the column; "" for a cell over several of them."""
    said = {above[at]}
    while at + 1 < len(row) and row[at + 1] is Goes.LEFT:
        at += 1
        said.add(above[at])
    return said.pop() if len(said) == 1 else ""


def brief(cell: str, above: str) -> str:
    """A tick says what stands above it, and an empty box nothing."""
    if is_open(cell):
        return ""
    if above and is_ticked(cell):
        return above
    return f"{above}: {cell}" if above else cell
