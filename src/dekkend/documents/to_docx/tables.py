"""Tables with real header rows, and the road, which is one of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from html import escape

from dekkend.documents import drawings, heights
from dekkend.documents.to_docx import words
from dekkend.documents.to_docx.sheet import Place, Sheet
from dekkend.documents.tree import Block, Road, Table

Blocks = Callable[[Sheet, Iterable[Block], Place], str]

GUTTER = 150  # right of each cell
WHOLE = "<w:cantSplit/>"
AIR = words.paragraph("Normal", "", '<w:spacing w:before="0" w:after="0" w:line="200" w:lineRule="exact"/>')


def table(sheet: Sheet, node: Table, place: Place, blocks: Blocks) -> str:
    total = sum(column.width for column in node.columns)
    widths = [place.width * column.width // total for column in node.columns]
    lines = heights.rows(node)
    small = heights.is_whole(node, lines)
    stays = heights.held(lines, small=small)
    if stays and place.keep:
        stays[-1] = True
    heads = [words.paragraph("CellHeading", words.run(column.title)) for column in node.columns]
    rows = _row(heads, widths, f"{WHOLE}<w:tblHeader/>")
    for row, height, keep in zip(node.rows, lines, stays, strict=True):
        cells = (
            blocks(
                sheet,
                cell,
                Place(level=place.level, in_table=True, keep=keep, width=max(width - GUTTER, 400)),
            )
            or words.paragraph("Cell", "")
            for cell, width in zip(row, widths, strict=True)
        )
        rows += _row(cells, widths, WHOLE if height <= heights.KEPT_ROW else "")
    caption = words.paragraph("Caption", words.run(node.shown_caption)) if node.shown_caption else ""
    return caption + _whole("Dekkend", node.caption or "Tabel", widths, rows, place)


def road(sheet: Sheet, node: Road, place: Place) -> str:
    """The line of stations as pictures that join each other, with the names as header and what is said below."""
    last = len(node.stations) - 1
    width = place.width // len(node.stations)
    widths = [width] * len(node.stations)
    heads, notes = [], []
    for number, station in enumerate(node.stations):
        said = drawings.STATE_WORDS[station.state]
        picture = sheet.station(station.state, said, width / 20, is_last=number == last)
        style = "Station" if station.state == "later" else "StationReached"
        heads.append(words.paragraph("Road", picture) + words.paragraph(style, words.run(station.name)))
        notes.append(words.paragraph("StationNote", words.run(station.note)))
    rows = _row(heads, widths, f"{WHOLE}<w:tblHeader/>") + _row(notes, widths, WHOLE)
    return _whole("DekkendRoad", "De weg", widths, rows, place)


def _row(cells: Iterable[str], widths: list[int], properties: str) -> str:
    inside = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
        for cell, width in zip(cells, widths, strict=True)
    )
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inside}</w:tr>" if properties else f"<w:tr>{inside}</w:tr>"


def _whole(style: str, title: str, widths: list[int], rows: str, place: Place) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0"'
        f' w:lastColumn="0" w:noHBand="1" w:noVBand="1"/><w:tblCaption w:val="{escape(title)}"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
        # a cell must end with a paragraph, and two tables must not touch
        + (words.paragraph("Cell", "") if place.in_table else AIR)
    )
