"""A tree as plain text, for mail, ParnasSys and everyone without Word."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable

from dekkend.documents.drawings import STATE_WORDS
from dekkend.documents.tidy import tidy
from dekkend.documents.tree import (
    Block,
    Box,
    Break,
    Bullets,
    Code,
    Document,
    Entry,
    Facts,
    Inline,
    Lines,
    Mark,
    MarkKind,
    Note,
    PageBreak,
    Paragraph,
    Road,
    Section,
    StationState,
    Table,
    Text,
)
from dekkend.documents.unbroken import phones

WIDTH = 78
MARKS: dict[MarkKind, str] = {"full": "■", "half": "◪", "empty": "□", "dash": "–", "blank": "·"}
STATIONS: dict[StationState, str] = {"done": "●", "current": "◐", "later": "○"}
UNDERLINES = "=-"
NO_BREAK = "\u00a0"


def render(document: Document) -> bytes:
    document = tidy(document)
    head = [document.title.upper() if len(document.title) < WIDTH else document.title]
    head += filter(None, [document.subtitle, document.author, document.status])
    parts = ["\n".join(map(_wrap, head))]
    if document.facts:
        parts.append("\n".join(_wrap(f"{label}: {value}") for label, value in document.facts))
    parts.append(blocks(document.blocks))
    parts += map(_wrap, document.notices)
    return ("\n\n".join(filter(None, parts)) + "\n").encode()


def blocks(nodes: Iterable[Block], depth: int = 0) -> str:
    """Blocks with an empty line between them; `depth` chooses the underlining of headings."""
    return "\n\n".join(filter(None, (BLOCKS[type(node)](node, depth) for node in nodes)))


def inlines(nodes: tuple[Inline, ...]) -> str:
    return "".join(INLINES[type(node)](node) for node in nodes)


def _wrap(text: str, indent: str = "") -> str:
    width = WIDTH - len(indent)
    lines = [
        textwrap.fill(line, width, break_long_words=False, break_on_hyphens=False)
        for line in text.split("\n")
    ]
    return textwrap.indent("\n".join(lines), indent)


# Inside a line


def _text(node: Text) -> str:
    text = f"[weg: {node.text}]" if node.struck else f"[nieuw: {node.text}]" if node.added else node.text
    bare = node.href.removeprefix("mailto:").split("://", 1)[-1].rstrip("/")
    text = phones(text)
    return text if text in (node.href, bare) or not node.href else f"{text} ({node.href})"


def _mark(node: Mark) -> str:
    """Always with its word: a screen reader says "zwart vierkant" and no more."""
    return f"{MARKS[node.kind]} {node.label}"


def _box(node: Box) -> str:
    """Not torn apart at the end of a line."""
    return f"[{'x' if node.ticked else NO_BREAK}]{NO_BREAK}{node.label}"


def _break(node: Break) -> str:
    return "\n"


# Blocks


def _paragraph(node: Paragraph, depth: int) -> str:
    return _wrap(inlines(node.inlines))


def _bullets(node: Bullets, depth: int) -> str:
    return "\n".join(
        _hanging(f"{number}. " if node.ordered else "- ", item, depth)
        for number, item in enumerate(node.items, 1)
    )


def _hanging(sign: str, item: tuple[Block, ...], depth: int) -> str:
    text = textwrap.indent(blocks(item, depth), " " * len(sign))
    return sign + text[len(sign) :]


def _facts(node: Facts, depth: int) -> str:
    """A row without a label goes on with the one above it."""
    return "\n".join(
        _wrap(f"{label}: {inlines(value)}") if label else _wrap(inlines(value), "  ")
        for label, value in node.rows
    )


def _table(node: Table, depth: int) -> str:
    """Row by row, each cell with the title of its column: columns side by side do not survive mail."""
    titles = [column.title for column in node.columns]
    rows = ["\n".join(filter(None, map(_cell, titles, row))) for row in node.rows]
    caption = [f"[{node.shown_caption}]"] if node.shown_caption else []
    return "\n\n".join([*caption, *rows])


def _cell(title: str, cell: tuple[Block, ...]) -> str:
    text = blocks(cell)
    if not title or not text:
        return text
    head = title if title.endswith("?") else f"{title}:"
    if "\n" in text or len(title) + len(text) > WIDTH:
        return f"{head}\n{textwrap.indent(text, '  ')}"
    return f"{head} {text}"


def _note(node: Note, depth: int) -> str:
    parts = [node.title] if node.title else []
    return textwrap.indent("\n".join([*parts, blocks(node.blocks, depth)]), "| ", lambda line: True)


def _road(node: Road, depth: int) -> str:
    return "\n".join(
        f"{STATIONS[station.state]} {station.name}: {station.note or STATE_WORDS[station.state]}"
        for station in node.stations
    )


def _lines(node: Lines, depth: int) -> str:
    first = f"{node.label}: "
    rules = [first + "_" * max(10, WIDTH - len(first)), *["_" * WIDTH] * (node.count - 1)]
    return "\n".join(rules)


def _entry(node: Entry, depth: int) -> str:
    head = _wrap(f"{node.number} {node.text}".strip())
    help = _wrap(node.help, "  ") if node.help else ""
    return "\n".join(filter(None, [head, help, textwrap.indent(blocks(node.blocks, depth), "  ")]))


def _code(node: Code, depth: int) -> str:
    return _wrap(f"{node.label} {node.address}")


def _page_break(node: PageBreak, depth: int) -> str:
    return ""


def _section(node: Section, depth: int) -> str:
    title = f"{node.number} {node.title}".strip()
    line = UNDERLINES[min(depth, 1)] * min(len(title), WIDTH)
    heading = title if depth > 1 else f"{title}\n{line}"
    return "\n\n".join(filter(None, [heading, blocks(node.blocks, depth + 1)]))


BLOCKS: dict[type, Callable[..., str]] = {
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
INLINES: dict[type, Callable[..., str]] = {Text: _text, Mark: _mark, Box: _box, Break: _break}
