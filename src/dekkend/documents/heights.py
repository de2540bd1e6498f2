"""How high things will roughly be, so that short rows, small tables and what leads to them stay on one page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dekkend.documents.tree import Block, Box, Break, Bullets, Inline, Mark, Paragraph, Table, Text

LETTERS_ON_A_LINE = 100  # over the whole width of a table
KEPT = 14  # lines: what is estimated lower is not broken over two pages
PAGE = (
    34  # lines: what a page surely holds beside a heading and a few words; for a table that asks to be kept
)


def rows(table: Table) -> list[float]:
    """Estimated lines per row; text in a narrow column takes more of them."""
    total = sum(column.width for column in table.columns)
    letters = [LETTERS_ON_A_LINE * column.width / total for column in table.columns]
    return [max(map(_lines, row, letters)) for row in table.rows]


def is_whole(table: Table, lines: list[float]) -> bool:
    """Whether it goes to the next page rather than over two."""
    return sum(lines) <= (PAGE if table.keep else KEPT)


def kept(nodes: Iterable[Block]) -> Iterator[tuple[Block, bool]]:
    """Each node, and whether it stays with the next: short paragraphs that lead to a table do."""
    listed = list(nodes)
    leads: set[int] = set()
    for number, node in enumerate(listed):
        first = number
        while isinstance(node, Table) and first and isinstance(listed[first - 1], Paragraph):
            first -= 1
        if first < number and _lines(tuple(listed[first:number]), LETTERS_ON_A_LINE) <= KEPT:
            leads.update(range(first, number))
    return ((node, number in leads) for number, node in enumerate(listed))


def _lines(nodes: tuple[Block, ...], letters: float) -> float:
    count = 0.0
    for node in nodes:
        if isinstance(node, Paragraph):
            count += 1.3 + sum(map(_letters, node.inlines)) / max(letters, 6)
            count += sum(isinstance(part, Break) for part in node.inlines)
        elif isinstance(node, Bullets):
            count += sum(_lines(item, letters - 4) for item in node.items)
        else:
            count += KEPT + 1
    return count


def _letters(part: Inline) -> int:
    if isinstance(part, Text):
        return len(part.text)
    if isinstance(part, Box):
        return 3 + len(part.label)
    return 2 + len(part.label) * part.show_label if isinstance(part, Mark) else 0
