"""What paper.typ reads: the tree as plain dictionaries, its sections flattened into headings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict
from datetime import date
from typing import Any

from dekkend.documents import drawings, heights
from dekkend.documents.clean import is_right_to_left
from dekkend.documents.cover_space import logo_size
from dekkend.documents.foot import foot
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
    Note,
    PageBreak,
    Paragraph,
    Road,
    Section,
    Table,
    Text,
)
from dekkend.kit import qr

Data = dict[str, Any]
# Millimetres: the labels of facts on one line, but not to please a single long one.
NARROW_LABEL, WIDE_LABEL = 43, 68
LABEL_LETTER, LABEL_GUTTER = 1.7, 6


def paper(document: Document) -> Data:
    """`document` is tidy. A road that opens the document stands on the cover."""
    day = date.fromisoformat(document.date)
    language, _, region = document.language.partition("-")
    nodes, road = document.blocks, None
    if document.cover and nodes and isinstance(nodes[0], Road):
        road, nodes = _stations(nodes[0]), nodes[1:]
    return {
        **{
            name: getattr(document, name)
            for name in ("title", "subtitle", "author", "status", "accent", "second")
        },
        **{
            name: getattr(document, name)
            for name in ("facts", "notices", "cover", "contents", "shape", "keywords")
        },
        "logo": _logo(document),
        "date": {"year": day.year, "month": day.month, "day": day.day},
        "lang": language,
        "region": region,
        "foot": foot(document),
        "road": road,
        "marks": {kind: drawings.mark(kind, document.accent) for kind in drawings.MARKS},
        "boxes": {
            key: {"drawing": drawings.box(ticked, document.accent), "word": drawings.BOX_WORDS[ticked]}
            for key, ticked in (("ticked", True), ("empty", False))
        },
        "stations": {
            state: {"drawing": drawings.station(state, document.accent), "word": drawings.STATE_WORDS[state]}
            for state in drawings.STATIONS
        },
        "blocks": list(blocks(nodes, 1)),
    }


def _logo(document: Document) -> Data | None:
    """JSON knows no bytes: a list of numbers."""
    if document.logo is None:
        return None
    width, height = logo_size(document)
    return {"png": list(document.logo.png), "width": width, "height": height, "label": document.logo.label}


def blocks(nodes: Iterable[Block], level: int) -> Iterator[Data]:
    for node, is_kept in heights.kept(nodes):
        for data in BLOCKS[type(node)](node, level):
            yield {**data, "kept": True} if is_kept else data


def inlines(nodes: tuple[Inline, ...]) -> list[Data]:
    return [INLINES[type(node)](node) for node in nodes]


def _text(node: Text) -> Data:
    return {"kind": "Text", **asdict(node)}


def _mark(node: Mark) -> Data:
    return {"kind": "Mark", "mark": node.kind, "label": node.label, "show_label": node.show_label}


def _box(node: Box) -> Data:
    return {"kind": "Box", "label": node.label, "box": "ticked" if node.ticked else "empty"}


def _break(node: Break) -> Data:
    return {"kind": "Break"}


def _paragraph(node: Paragraph, level: int) -> Iterator[Data]:
    text = "".join(part.text for part in node.inlines if isinstance(part, Text))
    yield {
        "kind": "Paragraph",
        "inlines": inlines(node.inlines),
        "voice": node.voice,
        "lead": node.lead,
        "keep": node.keep,
        "rtl": is_right_to_left(text),
    }


def _bullets(node: Bullets, level: int) -> Iterator[Data]:
    items = [list(blocks(item, level)) for item in node.items]
    yield {
        "kind": "Bullets",
        "ordered": node.ordered,
        "items": items,
        "short": heights.whole_items(node),
        "whole": all(heights.held_items(node)[:-1]),
        "room": heights.room_for_last(node),
    }


def _facts(node: Facts, level: int) -> Iterator[Data]:
    rows = [{"label": label, "inlines": inlines(value)} for label, value in node.rows]
    widths = [len(label) * LABEL_LETTER + LABEL_GUTTER for label, _ in node.rows]
    yield {
        "kind": "Facts",
        "rows": rows,
        "label": max([NARROW_LABEL, *(width for width in widths if width <= WIDE_LABEL)]),
        "whole": heights.is_whole_facts(node),
    }


def _table(node: Table, level: int) -> Iterator[Data]:
    lines = heights.rows(node)
    rows = [
        {"cells": [list(blocks(cell, level)) for cell in row], "whole": height <= heights.KEPT_ROW}
        for row, height in zip(node.rows, lines, strict=True)
    ]
    columns = [asdict(column) for column in node.columns]
    whole = heights.is_whole(node, lines)
    pair = not whole and any(heights.held(lines, small=False))
    yield {
        "kind": "Table",
        "caption": node.shown_caption,
        "columns": columns,
        "rows": rows,
        "whole": whole,
        "pair": pair,
    }


def _note(node: Note, level: int) -> Iterator[Data]:
    yield {
        "kind": "Note",
        "note": node.kind,
        "title": node.title,
        "whole": heights.is_whole_note(node),
        "blocks": list(blocks(node.blocks, level)),
    }


def _road(node: Road, level: int) -> Iterator[Data]:
    yield {"kind": "Road", "stations": _stations(node)}


def _stations(node: Road) -> list[Data]:
    return [asdict(station) for station in node.stations]


def _lines(node: Lines, level: int) -> Iterator[Data]:
    yield {"kind": "Lines", "label": node.label, "count": node.count}


def _entry(node: Entry, level: int) -> Iterator[Data]:
    inside = list(blocks(node.blocks, level))
    yield {"kind": "Entry", "number": node.number, "text": node.text, "help": node.help, "blocks": inside}


def _code(node: Code, level: int) -> Iterator[Data]:
    bare = node.address.split("://", 1)[-1].rstrip("/")
    yield {
        "kind": "Code",
        "address": node.address,
        "bare": bare,
        "label": node.label,
        "alt": f"QR-code voor {bare}",
        "drawing": qr.picture(node.address),
    }


def _page_break(node: PageBreak, level: int) -> Iterator[Data]:
    yield {"kind": "PageBreak"}


def _section(node: Section, level: int) -> Iterator[Data]:
    yield {"kind": "Section", "level": level, "title": node.title, "number": node.number, "id": node.id}
    yield from blocks(node.blocks, level + 1)


BLOCKS: dict[type, Callable[..., Iterator[Data]]] = {
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
INLINES: dict[type, Callable[..., Data]] = {Text: _text, Mark: _mark, Box: _box, Break: _break}
