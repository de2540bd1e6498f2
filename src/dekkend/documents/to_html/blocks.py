"""One function per block. `Place` says where on the page we are."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from html import escape

from dekkend.documents import drawings
from dekkend.documents.clean import is_right_to_left
from dekkend.documents.to_html.inlines import inlines, unbroken
from dekkend.documents.tree import (
    Block,
    Bullets,
    Code,
    Entry,
    Facts,
    Lines,
    Note,
    PageBreak,
    Paragraph,
    Road,
    Section,
    Table,
    Text,
)
from dekkend.kit import qr

MANY_COLUMNS = 4


@dataclass(frozen=True)
class Place:
    level: int  # of the next heading, 1 and up
    accent: str


def blocks(nodes: Iterable[Block], place: Place) -> str:
    return "\n".join(BLOCKS[type(node)](node, place) for node in nodes)


def _paragraph(node: Paragraph, place: Place) -> str:
    return f"<p{_attributes(node)}>{inlines(node.inlines, place.accent)}</p>"


def _attributes(node: Paragraph) -> str:
    names = " ".join(
        name for name, wanted in (("lead", node.lead), ("voice", node.voice), ("keep", node.keep)) if wanted
    )
    text = "".join(part.text for part in node.inlines if isinstance(part, Text))
    direction = ' dir="rtl"' if is_right_to_left(text) else ""
    return (f' class="{names}"' if names else "") + direction


def _within(tag: str, nodes: tuple[Block, ...], place: Place) -> str:
    """One paragraph alone needs no <p> of its own."""
    match nodes:
        case (Paragraph() as only,) if not only.lead:
            return f"<{tag}{_attributes(only)}>{inlines(only.inlines, place.accent)}</{tag}>"
        case (Paragraph() as first, Bullets() as nested) if tag == "li" and not first.lead:
            text = inlines(first.inlines, place.accent)
            return f"<{tag}{_attributes(first)}>{text}\n{_bullets(nested, place)}</{tag}>"
    return f"<{tag}>{blocks(nodes, place)}</{tag}>"


def _bullets(node: Bullets, place: Place) -> str:
    tag = "ol" if node.ordered else "ul"
    items = "\n".join(_within("li", item, place) for item in node.items)
    return f"<{tag}>\n{items}\n</{tag}>"


def _facts(node: Facts, place: Place) -> str:
    rows = "\n".join(
        f"<div><dt>{escape(label)}</dt><dd>{inlines(value, place.accent)}</dd></div>"
        for label, value in node.rows
    )
    return f'<dl class="paper-facts">\n{rows}\n</dl>'


def _table(node: Table, place: Place) -> str:
    heads = "".join(f'<th scope="col">{escape(column.title)}</th>' for column in node.columns)
    # On a telephone many columns stand under each other, and each cell says of which column it is.
    is_wide = len(node.columns) >= MANY_COLUMNS
    rows = "\n".join(
        "<tr>"
        + "".join(
            _cell(cell, column.title if is_wide else "", place)
            for cell, column in zip(row, node.columns, strict=True)
        )
        + "</tr>"
        for row in node.rows
    )
    wide = " paper-table--wide" if is_wide else ""
    columns = _columns(node) if is_wide else ""
    hidden = ' class="hidden-text"' if node.headed else ""
    caption = f"<caption{hidden}>{escape(node.caption)}</caption>\n" if node.caption else ""
    label = escape(node.caption or "Tabel")
    # only a data table may scroll sideways, and then the keyboard must reach it
    return (
        f'<div class="paper-scroll" role="region" aria-label="{label}" tabindex="0">\n'
        f'<table class="paper-table{wide}">\n{caption}{columns}<thead>\n<tr>{heads}</tr>\n</thead>\n'
        f"<tbody>\n{rows}\n</tbody>\n</table>\n</div>"
    )


def _columns(node: Table) -> str:
    """The width of each in steps of 4%, as paper.css knows them: many columns need their own share."""
    total = sum(column.width for column in node.columns)
    shares = (min(15, max(2, round(25 * column.width / total))) * 4 for column in node.columns)
    return "<colgroup>" + "".join(f'<col data-share="{share}">' for share in shares) + "</colgroup>\n"


def _cell(nodes: tuple[Block, ...], column: str, place: Place) -> str:
    cell = _within("td", nodes, place)
    return f'<td data-label="{escape(column)}"{cell.removeprefix("<td")}' if column else cell


def _note(node: Note, place: Place) -> str:
    title = f'<p class="paper-note__title">{escape(node.title)}</p>\n' if node.title else ""
    return f'<div class="paper-note paper-note--{node.kind}">\n{title}{blocks(node.blocks, place)}\n</div>'


def _road(node: Road, place: Place) -> str:
    stations = "\n".join(
        f'<li class="paper-road__station" data-state="{station.state}">'
        + drawings.station(station.state, place.accent, ' class="paper-road__mark" aria-hidden="true"')
        + f'<span class="paper-road__name">{escape(station.name)}'
        f'<span class="hidden-text"> ({drawings.STATE_WORDS[station.state]})</span></span>'
        + (f'<span class="paper-road__note">{escape(station.note)}</span>' if station.note else "")
        + "</li>"
        for station in node.stations
    )
    return f'<ol class="paper-road" role="list" aria-label="De weg">\n{stations}\n</ol>'


def _lines(node: Lines, place: Place) -> str:
    rules = '<span class="paper-lines__rule"></span>' * node.count
    return (
        f'<div class="paper-lines"><span class="paper-lines__label">{escape(node.label)}</span>'
        f'<span class="paper-lines__rules">{rules}</span></div>'
    )


def _entry(node: Entry, place: Place) -> str:
    number = f'<span class="paper-entry__number">{escape(node.number)}</span> ' if node.number else ""
    help = f'<p class="paper-entry__help">{escape(node.help)}</p>\n' if node.help else ""
    head = f'<p class="paper-entry__text">{number}{escape(node.text)}</p>'
    return f'<div class="paper-entry">\n{head}\n{help}{blocks(node.blocks, place)}\n</div>'


def _code(node: Code, place: Place) -> str:
    address = escape(node.address)
    return (
        f'<div class="paper-code">{qr.drawing(node.address, css="paper-code__drawing")}\n'
        f'<p>{escape(node.label)} <a href="{address}">{address.split("://", 1)[-1].rstrip("/")}</a></p></div>'
    )


def _page_break(node: PageBreak, place: Place) -> str:
    return '<hr class="paper-break">'


def _section(node: Section, place: Place) -> str:
    number = f'<span class="paper-number">{escape(node.number)}</span> ' if node.number else ""
    # HTML knows six levels; a deeper heading says its level in words that a screen reader knows
    tag = f"h{place.level}" if place.level <= 6 else "p"
    role = "" if place.level <= 6 else f' role="heading" aria-level="{place.level}"'
    inner = blocks(node.blocks, replace(place, level=place.level + 1))
    heading = f'<{tag} id="{escape(node.id)}"{role}>{number}{unbroken(escape(node.title))}</{tag}>'
    return (
        f'<section class="paper-section" aria-labelledby="{escape(node.id)}">\n{heading}\n{inner}\n</section>'
    )


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
