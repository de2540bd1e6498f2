"""One pass over a tree before it goes on paper, so that no renderer has to doubt.

After it: every string is cleaned; nothing is empty; every section has a title and an id of its own;
every row has as many cells as the table has columns; page breaks stand only between sections;
containers are at most MAX_DEPTH deep.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from dekkend.documents.clean import clean, one_line
from dekkend.documents.tree import (
    Block,
    Box,
    Break,
    Bullets,
    Code,
    Column,
    Document,
    Entry,
    Facts,
    Inline,
    Lines,
    Mark,
    Note,
    PageBreak,
    Paragraph,
    Road,
    Section,
    Station,
    Table,
    Text,
)

Clean = Callable[[str], str]

MAX_DEPTH = 6
MAX_ADDRESS = 2000
MAX_CODE = 500  # a longer address gives a code too fine for a telephone
MAX_LINES = 20  # what still fits on a page with the rest of its entry
ADDRESS = re.compile(r"(https?://|mailto:)[^\s\x00-\x1f<>\"]+", re.IGNORECASE)
COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


def tidy(document: Document, clean: Clean = clean) -> Document:
    """Raises ValueError for what only a programmer can get wrong: the date and the colour."""
    for colour in (document.accent, document.second):
        if not COLOUR.fullmatch(colour):
            raise ValueError(f"a colour is #rrggbb, not {colour!r}")
    date.fromisoformat(document.date)

    def line(text: str) -> str:
        return one_line(clean(text))

    return replace(
        document,
        title=line(document.title) or line(document.subtitle) or line(document.author) or "Zonder titel",
        subtitle=line(document.subtitle),
        author=line(document.author),
        logo=replace(document.logo, label=line(document.logo.label) or "Logo") if document.logo else None,
        status=line(document.status),
        facts=tuple((line(label), line(value)) for label, value in document.facts),
        notices=tuple(filter(None, map(line, document.notices))),
        blocks=tidy_blocks(document.blocks, clean),
    )


def tidy_blocks(blocks: tuple[Block, ...], clean: Clean = clean) -> tuple[Block, ...]:
    return _Pass(clean).blocks(blocks)


def is_address(text: str) -> bool:
    """A link goes to a web page or opens a mail: nothing else."""
    return len(text) <= MAX_ADDRESS and ADDRESS.fullmatch(text) is not None


class _Pass:
    """Holds what one pass remembers: how to clean, and the ids already given."""

    def __init__(self, clean: Clean) -> None:
        self.clean = clean
        self.ids: set[str] = set()

    def line(self, text: str) -> str:
        return one_line(self.clean(text))

    def blocks(self, blocks: tuple[Block, ...], depth: int = 0) -> tuple[Block, ...]:
        """`depth`: how many containers lie around; 0 is the page itself."""
        if depth > MAX_DEPTH:
            blocks = tuple(_paragraphs(blocks))
        return tuple(tidied for block in blocks for tidied in BLOCKS[type(block)](self, block, depth))

    def inlines(self, inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
        parts: list[Inline] = []
        for inline in inlines:
            for part in INLINES[type(inline)](self, inline):
                parts += [Text(" "), part] if parts and _needs_space(parts[-1], part) else [part]
        while parts and _is_blank(parts[0]):
            parts.pop(0)
        while parts and _is_blank(parts[-1]):
            parts.pop()
        return tuple(parts)


def _needs_space(before: Inline, after: Inline) -> bool:
    """A mark or box with its word stands apart from what is beside it; marks alone form a row."""
    pair = (before, after)
    if not any(isinstance(part, Box) or (isinstance(part, Mark) and part.show_label) for part in pair):
        return False
    text_ends = isinstance(before, Text) and before.text.endswith(" ")
    text_starts = isinstance(after, Text) and not after.text[0].isalnum()
    return not (text_ends or text_starts or any(isinstance(part, Break) for part in pair))


def _is_blank(inline: Inline) -> bool:
    return isinstance(inline, Break) or (isinstance(inline, Text) and not inline.text.strip())


def _paragraphs(blocks: tuple[Block, ...]) -> Iterator[Paragraph]:
    """What is too deep to be drawn is still said."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        elif isinstance(block, Bullets):
            for item in block.items:
                yield from _paragraphs(item)
        elif isinstance(block, Facts):
            for label, value in block.rows:
                yield Paragraph((Text(f"{label}: "), *value))
        elif isinstance(block, Table):
            for row in block.rows:
                for cell in row:
                    yield from _paragraphs(cell)
        elif isinstance(block, Note | Section):
            yield Paragraph((Text(block.title, bold=True),))
            yield from _paragraphs(block.blocks)
        elif isinstance(block, Entry):
            yield Paragraph((Text(f"{block.number} {block.text}".strip(), bold=True),))
            yield from _paragraphs(block.blocks)
        elif isinstance(block, Lines):
            yield Paragraph((Text(f"{block.label}:"),))
        elif isinstance(block, Code):
            yield Paragraph((Text(f"{block.label} "), Text(block.address, href=block.address)))
        elif isinstance(block, Road):
            yield Paragraph((Text(", ".join(station.name for station in block.stations)),))


# Inside a line


def _text(self: _Pass, node: Text) -> Iterator[Inline]:
    href = node.href.strip()
    node = replace(node, href=href if is_address(href) else "")
    for number, line in enumerate(self.clean(node.text).split("\n")):
        if number:
            yield Break()
        if line:
            yield replace(node, text=line)


def _mark(self: _Pass, node: Mark) -> Iterator[Inline]:
    yield replace(node, label=self.line(node.label) or "-")


def _box(self: _Pass, node: Box) -> Iterator[Inline]:
    yield replace(node, label=self.line(node.label) or "-")


def _break(self: _Pass, node: Break) -> Iterator[Inline]:
    yield node


# Blocks: each yields nothing, itself, or what it falls apart into


def _paragraph(self: _Pass, node: Paragraph, depth: int) -> Iterator[Block]:
    if inlines := self.inlines(node.inlines):
        yield replace(node, inlines=inlines)


def _bullets(self: _Pass, node: Bullets, depth: int) -> Iterator[Block]:
    items = tuple(filter(None, (self.blocks(item, depth + 1) for item in node.items)))
    if items:
        yield replace(node, items=items)


def _facts(self: _Pass, node: Facts, depth: int) -> Iterator[Block]:
    rows = tuple((self.line(label), self.inlines(value)) for label, value in node.rows)
    rows = tuple((label, value) for label, value in rows if label or value)
    if rows:
        yield Facts(rows)


def _table(self: _Pass, node: Table, depth: int) -> Iterator[Block]:
    count = len(node.columns)
    if not count:
        return
    columns = tuple(Column(self.line(column.title), max(1, column.width)) for column in node.columns)
    rows = []
    for row in node.rows:
        cells = [*row[: count - 1], tuple(block for cell in row[count - 1 :] for block in cell)]
        cells += [()] * (count - len(cells))
        rows.append(tuple(self.blocks(cell, depth + 1) for cell in cells))
    yield Table(self.line(node.caption), columns, tuple(rows), node.keep, node.headed)


def _note(self: _Pass, node: Note, depth: int) -> Iterator[Block]:
    title, blocks = self.line(node.title), self.blocks(node.blocks, depth + 1)
    if title or blocks:
        # a warning is never said by its colour alone
        title = title or ("Let op" if node.kind == "warning" else "")
        yield replace(node, title=title, blocks=blocks)


def _road(self: _Pass, node: Road, depth: int) -> Iterator[Block]:
    if node.stations:
        yield Road(tuple(Station(self.line(s.name), s.state, self.line(s.note)) for s in node.stations))


def _lines(self: _Pass, node: Lines, depth: int) -> Iterator[Block]:
    yield Lines(self.line(node.label) or "-", min(max(1, node.count), MAX_LINES))


def _entry(self: _Pass, node: Entry, depth: int) -> Iterator[Block]:
    number, text, help = self.line(node.number), self.line(node.text), self.line(node.help)
    blocks = self.blocks(node.blocks, depth + 1)
    if text or blocks:
        yield Entry(number, text or "-", blocks, help)


def _code(self: _Pass, node: Code, depth: int) -> Iterator[Block]:
    address = node.address.strip()
    if is_address(address) and len(address) <= MAX_CODE:
        yield Code(address, self.line(node.label) or "-")


def _page_break(self: _Pass, node: PageBreak, depth: int) -> Iterator[Block]:
    if depth == 0:
        yield node


def _section(self: _Pass, node: Section, depth: int) -> Iterator[Block]:
    title = self.line(node.title)
    if not title:
        yield from self.blocks(node.blocks, depth)
        return
    name = _own_id(self, node.id)
    blocks = tuple(_headed(title, block) for block in self.blocks(node.blocks, depth))
    yield Section(title, blocks, name, self.line(node.number))


def _headed(title: str, block: Block) -> Block:
    """A caption with the heading in it says nothing new to who sees both; a question does."""
    if not isinstance(block, Table) or block.caption.endswith("?"):
        return block
    if title.casefold() in block.caption.casefold():
        return replace(block, headed=True)
    return block


def _own_id(self: _Pass, wanted: str) -> str:
    base = re.sub(r"[^a-zA-Z0-9_-]+", "-", wanted).strip("-")[:60]
    base = base if base and base[0].isalpha() else f"deel-{base}".rstrip("-")
    name, number = base, 1
    while name in self.ids or name == "deel":
        name, number = f"{base}-{number}", number + 1
    self.ids.add(name)
    return name


BLOCKS: dict[type, Callable[..., Iterator[Block]]] = {
    Paragraph: _paragraph,
    Bullets: _bullets,
    Facts: _facts,
    Table: _table,
    Note: _note,
    Road: _road,
    Lines: _lines,
    Entry: _entry,
    Code: _code,
    PageBreak: _page_break,
    Section: _section,
}
INLINES: dict[type, Callable[..., Iterator[Inline]]] = {Text: _text, Mark: _mark, Box: _box, Break: _break}
