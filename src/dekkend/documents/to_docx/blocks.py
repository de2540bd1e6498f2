"""One function per block, each gives WordprocessingML."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from html import escape

from dekkend.documents import drawings, heights
from dekkend.documents.clean import is_right_to_left
from dekkend.documents.to_docx import words
from dekkend.documents.to_docx.inlines import inlines
from dekkend.documents.to_docx.sheet import BULLETS, Place, Sheet
from dekkend.documents.tree import (
    Block,
    Break,
    Bullets,
    Code,
    Column,
    Entry,
    Facts,
    Lines,
    Note,
    PageBreak,
    Paragraph,
    Road,
    Section,
    Station,
    StationState,
    Table,
    Text,
)

STATIONS: dict[StationState, str] = {"done": "●", "current": "◐", "later": "○"}
INDENT = 340  # of one list level
NUMBER_WIDTH = 680


def blocks(sheet: Sheet, nodes: Iterable[Block], place: Place) -> str:
    return "".join(
        BLOCKS[type(node)](sheet, node, replace(place, keep=True) if is_kept else place)
        for node, is_kept in heights.kept(nodes)
    )


def _paragraph(sheet: Sheet, node: Paragraph, place: Place, numbering: str = "") -> str:
    """Properties in the order of the schema: keepNext, numPr, pBdr, bidi, spacing, ind."""
    text = "".join(part.text for part in node.inlines if isinstance(part, Text))
    edge = f'<w:pBdr><w:left w:val="single" w:sz="18" w:space="8" w:color="{place.edge}"/></w:pBdr>'
    properties = (
        ("<w:keepNext/>" if place.keep or node.keep else "")
        + numbering
        + (edge if place.edge and not place.lists else "")
    )
    properties += "<w:bidi/>" if is_right_to_left(text) else ""
    if place.lists:
        properties += '<w:spacing w:after="60"/>'
        properties += "" if numbering else f'<w:ind w:left="{INDENT * place.lists}"/>'
    elif place.edge:
        properties += '<w:ind w:left="170"/>'
    return words.paragraph(_style(node, place), inlines(sheet, node.inlines), properties)


def _style(node: Paragraph, place: Place) -> str:
    if place.in_table:
        return "SchoolCell" if node.voice else "Cell"
    return ("School" if node.voice else "") + ("Lead" if node.lead else "") or "Normal"


def _bullets(sheet: Sheet, node: Bullets, place: Place) -> str:
    depth = place.lists
    number = sheet.numbered_list(depth) if node.ordered else BULLETS
    sign = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'
    inside = replace(place, lists=depth + 1)
    xml = ""
    for item in node.items:
        first, rest = (item[0], item[1:]) if isinstance(item[0], Paragraph) else (Paragraph(()), item)
        xml += _paragraph(sheet, first, inside, sign) + blocks(sheet, rest, inside)
    return xml


def _facts(sheet: Sheet, node: Facts, place: Place) -> str:
    style = "Cell" if place.in_table else "Fact"
    between = words.run(": ") if place.in_table else "<w:r><w:tab/></w:r>"
    colour = f'<w:color w:val="{drawings.INK_2[1:].upper()}"/>'
    rows = "".join(
        words.paragraph(style, words.run(label, colour) + between + inlines(sheet, value))
        for label, value in node.rows
    )
    return rows + _after(place)


def _after(place: Place) -> str:
    """Air after facts and tables, whose own lines stand close."""
    if place.in_table:
        return ""
    return words.paragraph(
        "Normal", "", '<w:spacing w:before="0" w:after="0" w:line="200" w:lineRule="exact"/>'
    )


def _table(sheet: Sheet, node: Table, place: Place) -> str:
    total = sum(column.width for column in node.columns)
    widths = [place.width * column.width // total for column in node.columns]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    lines = heights.rows(node)
    small = heights.is_whole(node, lines)
    inside = Place(level=place.level, in_table=True, keep=True)
    heads = ((Paragraph((Text(column.title, bold=True),)),) for column in node.columns)
    rows = _row(sheet, tuple(heads), widths, inside, "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>")
    for number, (row, height) in enumerate(zip(node.rows, lines, strict=True), 1):
        inside = replace(inside, keep=small and number < len(lines))
        whole = "<w:trPr><w:cantSplit/></w:trPr>" if height <= heights.KEPT else ""
        rows += _row(sheet, row, widths, inside, whole)
    alt = escape(node.caption or "Tabel")
    return (
        (words.paragraph("Caption", words.run(node.caption)) if node.caption else "")
        + f'<w:tbl><w:tblPr><w:tblStyle w:val="Dekkend"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0"'
        f' w:lastColumn="0" w:noHBand="1" w:noVBand="1"/><w:tblCaption w:val="{alt}"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
        # a cell must end with a paragraph, and two tables must not touch
         + (_after(place) or words.paragraph("Cell", ""))
    )


def _row(
    sheet: Sheet, cells: tuple[tuple[Block, ...], ...], widths: list[int], place: Place, properties: str
) -> str:
    xml = ""
    for cell, width in zip(cells, widths, strict=True):
        content = blocks(sheet, cell, replace(place, width=max(width - 150, 400)))
        content = content or words.paragraph("Cell", "")
        xml += f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{content}</w:tc>'
    return f"<w:tr>{properties}{xml}</w:tr>"


def _note(sheet: Sheet, node: Note, place: Place) -> str:
    colour = drawings.DEVELOP if node.kind == "warning" else sheet.accent
    inside = replace(place, edge=colour[1:].upper())
    title = Paragraph((Text(node.title, bold=True),))
    head = _paragraph(sheet, title, replace(inside, keep=True)) if node.title else ""
    return head + blocks(sheet, node.blocks, inside)


def _road(sheet: Sheet, node: Road, place: Place) -> str:
    """A table of two rows: the stations, and how far each is."""
    columns = tuple(Column(station.name) for station in node.stations)
    return _table(sheet, Table("De weg", columns, (tuple(map(_stop, node.stations)),)), place)


def _stop(station: Station) -> tuple[Block, ...]:
    state = Text(
        f"{STATIONS[station.state]} {drawings.STATE_WORDS[station.state]}", bold=station.state == "current"
    )
    note = (Break(), Text(station.note)) if station.note else ()
    return (Paragraph((state, *note)),)


def _lines(sheet: Sheet, node: Lines, place: Place) -> str:
    """Rules to write on; the last is not torn from the first."""
    colour = drawings.INK_2[1:].upper()
    rule = f'w:val="single" w:sz="4" w:space="1" w:color="{colour}"/>'
    # Word takes paragraphs with the same edges for one block: between them the rule is another one.
    edges = f"<w:pBdr><w:bottom {rule}<w:between {rule}</w:pBdr>"
    space = '<w:spacing w:before="60" w:after="0" w:line="380" w:lineRule="exact"/>'
    keep = "<w:keepNext/>" if place.keep else ""
    properties = keep + edges + space
    label = words.run(node.label, f'<w:color w:val="{colour}"/><w:sz w:val="18"/>')
    lines = words.paragraph("Normal", label, properties)
    return lines + words.paragraph("Normal", "", properties) * (node.count - 1) + _after(place)


def _entry(sheet: Sheet, node: Entry, place: Place) -> str:
    """Kept together by each paragraph but the last holding on to the next."""
    inside = replace(place, keep=True)
    head = Paragraph((Text(f"{node.number} {node.text}".strip(), bold=True),))
    small = f'<w:color w:val="{drawings.INK_2[1:].upper()}"/><w:sz w:val="17"/>'
    help = words.paragraph("Normal", words.run(node.help, small), "<w:keepNext/>") if node.help else ""
    body = blocks(sheet, node.blocks[:-1], inside) + blocks(sheet, node.blocks[-1:], place)
    return _paragraph(sheet, head, inside) + help + body


def _code(sheet: Sheet, node: Code, place: Place) -> str:
    """The picture, then its address under it; on a poster the picture stands in the corner."""
    picture = sheet.code(node.address, f"QR-code voor {node.address}")
    link = Text(node.address.split("://", 1)[-1].rstrip("/"), href=node.address)
    told = Paragraph((Text(f"{node.label} "), link))
    if sheet.is_poster:
        return words.paragraph("Normal", picture + inlines(sheet, told.inlines))
    keep = '<w:keepNext/><w:spacing w:before="120" w:after="40"/>'
    return words.paragraph("Normal", picture, keep) + _paragraph(sheet, told, place)


def _page_break(sheet: Sheet, node: PageBreak, place: Place) -> str:
    return words.paragraph("Normal", '<w:r><w:br w:type="page"/></w:r>', '<w:spacing w:after="0"/>')


def _section(sheet: Sheet, node: Section, place: Place) -> str:
    mark = sheet.number()
    number, hanging = "", ""
    if node.number:
        colour = f'<w:color w:val="{sheet.accent[1:].upper()}"/>'
        number = words.run(node.number, colour) + "<w:r><w:tab/></w:r>"
        hanging = (
            f'<w:tabs><w:tab w:val="left" w:pos="{NUMBER_WIDTH}"/></w:tabs>'
            f'<w:ind w:left="{NUMBER_WIDTH}" w:hanging="{NUMBER_WIDTH}"/>'
        )
    title = (
        f'<w:bookmarkStart w:id="{mark}" w:name="{node.id[:40]}"/>{number}{words.run(node.title)}'
        f'<w:bookmarkEnd w:id="{mark}"/>'
    )
    heading = words.paragraph(f"Heading{min(place.level, 9)}", title, hanging)
    return heading + blocks(sheet, node.blocks, replace(place, level=place.level + 1))


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
