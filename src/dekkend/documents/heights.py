"""How high things will roughly be, so that short rows, small tables and what leads to them stay on one page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import ceil

from dekkend.documents.tree import (
    Block,
    Box,
    Break,
    Bullets,
    Facts,
    Inline,
    Mark,
    Note,
    Paragraph,
    Section,
    Table,
    Text,
)

LETTERS_ON_A_LINE = 100  # over the whole width of a table
KEPT = 14  # lines: what is estimated lower is not broken over two pages
KEPT_ROW = 22  # lines of small type, such as an answer with its eight subjects
KEPT_OPENING = 5  # lines between the heading of a chapter and that of its first part
KEPT_LIST = 8  # lines: a list that is not broken over two pages
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


def held(lines: list[float], *, small: bool) -> list[bool]:
    """Per row whether it stays with the next: all of a small table; of a large one the last two."""
    count = len(lines)
    pair = count > 1 and lines[-2] + lines[-1] <= PAGE - KEPT
    return [number < count and (small or (pair and number == count - 1)) for number in range(1, count + 1)]


def held_items(node: Bullets) -> list[bool]:
    """Per item whether it stays with the next: all of a short list; of a long one the last two."""
    lines = _item_lines(node)
    return held(lines, small=sum(lines) <= KEPT_LIST)


def room_for_last(node: Bullets) -> float:
    """Lines that must be free where the last but one item of a long list begins; 0 for a short list."""
    lines, stays = _item_lines(node), held_items(node)
    return sum(lines[-2:]) if any(stays) and not all(stays[:-1]) else 0


def whole_items(node: Bullets) -> list[bool]:
    """Per item whether it is short enough to stay on one page."""
    return [lines <= KEPT_LIST for lines in _item_lines(node)]


def _item_lines(node: Bullets) -> list[float]:
    return [_lines(item, LETTERS_ON_A_LINE * 0.75) for item in node.items]


def is_whole_facts(facts: Facts) -> bool:
    return _lines((facts,), LETTERS_ON_A_LINE) <= KEPT


def is_whole_note(note: Note) -> bool:
    return _lines(note.blocks, LETTERS_ON_A_LINE * 0.75) <= KEPT


def kept(nodes: Iterable[Block]) -> Iterator[tuple[Block, bool]]:
    """Each node, and whether it stays with the next.

    Short paragraphs and facts that lead to a table do; what introduces a chapter, before its first part; and the
    line above a list that ends in a colon.
    """
    listed = list(nodes)
    leads: set[int] = set()
    for number, node in enumerate(listed):
        if isinstance(node, Bullets) and number and _announces(listed[number - 1]):
            leads.add(number - 1)
        if not isinstance(node, Table | Section):
            continue
        first = number
        while first and isinstance(listed[first - 1], Paragraph | Facts):
            first -= 1
        most = KEPT if isinstance(node, Table) else 0 if first else KEPT_OPENING
        if first < number and _lines(tuple(listed[first:number]), LETTERS_ON_A_LINE) <= most:
            leads.update(range(first, number))
    return ((node, number in leads) for number, node in enumerate(listed))


def ends_short(nodes: tuple[Block, ...]) -> bool:
    """The last chapter is a few lines: alone on a page it would look forgotten."""
    if len(nodes) < 2 or not isinstance(nodes[-2], Section):
        return False
    last = nodes[-1]
    return isinstance(last, Section) and _lines(last.blocks, LETTERS_ON_A_LINE) <= KEPT


def _announces(node: Block) -> bool:
    """ "Daarvoor is er:" """
    last = node.inlines[-1] if isinstance(node, Paragraph) and node.inlines else None
    return isinstance(last, Text) and last.text.rstrip().endswith(":")


LABEL_WIDTH, WIDEST_LABEL = 46, 80  # millimetres
LABEL_LETTER = 2.0  # millimetres, at the size of facts, in a wide face


def label_width(facts: Facts) -> int:
    """So that the longest label stands before the values, in millimetres."""
    longest = max(len(label) for label, _ in facts.rows)
    return max(LABEL_WIDTH, min(WIDEST_LABEL, round(longest * LABEL_LETTER) + 4))


# The largest size first; a word of a title is not broken where a smaller size keeps it whole.
TITLE_SIZES = (24, 22, 20, 18, 16)
LETTER = 0.62  # of the size: the width of a bold letter, in a wide face
TITLE_WIDTH = 442  # points


def title_size(title: str, *, cover: bool) -> int:
    longest = max(map(len, title.replace("-", "- ").split()), default=1)
    sizes = TITLE_SIZES if cover else TITLE_SIZES[1:]
    return next((size for size in sizes if longest * LETTER * size <= TITLE_WIDTH), sizes[-1])


def title_margin(title: str, size: float, width: float = TITLE_WIDTH) -> int:
    """Points kept free beside a title of more than one line, so that its lines are about as long as each other."""
    words = title.split()
    most = width / (LETTER * size)
    count = _lines_of(words, most)
    if count < 2 or max(map(len, words)) > most:
        return 0
    least = next(letters for letters in range(1, ceil(most) + 1) if _lines_of(words, letters) <= count)
    return max(0, round(width - least * LETTER * size))


def _lines_of(words: list[str], letters: float) -> int:
    """How many lines of so many letters; more than there are words when one of them is longer than a line."""
    count, used = 1, 0
    for word in words:
        if used and used + 1 + len(word) > letters:
            count, used = count + 1, 0
        used += len(word) + bool(used)
        if used > letters:
            return len(words) + 1
    return count


def _lines(nodes: tuple[Block, ...], letters: float) -> float:
    count = 0.0
    for node in nodes:
        if isinstance(node, Paragraph):
            count += 1.3 + _lines_in(node.inlines, letters)
        elif isinstance(node, Bullets):
            count += sum(_lines(item, letters - 4) for item in node.items)
        elif isinstance(node, Facts):
            for _, value in node.rows:
                count += 1.4 + _lines_in(value, letters * 0.7)
        elif isinstance(node, Note):
            count += 1.6 * bool(node.title) + _lines(node.blocks, letters - 4)
        else:
            count += KEPT + 1
    return count


def _lines_in(inlines: tuple[Inline, ...], letters: float) -> float:
    breaks = sum(isinstance(part, Break) for part in inlines)
    return breaks + sum(map(_letters, inlines)) / max(letters, 6)


def _letters(part: Inline) -> int:
    if isinstance(part, Text):
        return len(part.text)
    if isinstance(part, Box):
        return 3 + len(part.label)
    return 2 + len(part.label) * part.show_label if isinstance(part, Mark) else 0
