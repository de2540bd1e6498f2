"""Tables with real header rows, and the road, which is one of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from dekkend.documents import drawings, heights
from dekkend.documents.to_odt import words
from dekkend.documents.to_odt.base_styles import HEADLINE, INK, RULE, edge
from dekkend.documents.to_odt.sheet import Place, Sheet
from dekkend.documents.tree import Block, Road, Station, Table

Blocks = Callable[[Sheet, Iterable[Block], Place], str]

GUTTER = 2.6  # millimetres right of each cell
AIR = 2.5  # points above and below its text: LibreOffice gives the outer paragraphs none
POINTS = 72 / 25.4  # to a millimetre
CELLS = "".join(
    f'<style:style style:name="{name}" style:family="table-cell"><style:table-cell-properties'
    f' style:vertical-align="top" fo:padding="0mm" fo:padding-right="{gutter:g}mm"{edges}/></style:style>'
    for name, gutter, edges in (
        ("HeadCell", GUTTER, edge("top", 1.5, HEADLINE, AIR) + edge("bottom", 0.75, INK, AIR)),
        ("Cell", GUTTER, f' fo:padding-top="{AIR}pt"' + edge("bottom", 0.5, RULE, AIR)),
        ("RoadCell", 0, ""),
    )
)


def table(sheet: Sheet, node: Table, place: Place, blocks: Blocks) -> str:
    total = sum(column.width for column in node.columns)
    widths = [place.width * column.width / total for column in node.columns]
    lines = heights.rows(node)
    small = heights.is_whole(node, lines)
    stays = heights.held(lines, small=small)
    if stays and place.keep:
        stays[-1] = True
    heads = tuple(words.paragraph("Table_20_Heading", words.text(column.title)) for column in node.columns)
    rows = ""
    for row, height, keep in zip(node.rows, lines, stays, strict=True):
        cells = (
            blocks(
                sheet, cell, Place(level=place.level, in_table=True, keep=keep, width=max(width - GUTTER, 7))
            )
            or words.paragraph("Table_20_Contents")
            for cell, width in zip(row, widths, strict=True)
        )
        rows += _row(sheet, cells, "Cell", whole=height <= heights.KEPT_ROW)
    break_before = ' fo:break-before="page"' if place.fresh else ""
    caption = sheet.paragraph_style("Caption", break_before)
    return (words.paragraph(caption, words.text(node.shown_caption)) if node.shown_caption else "") + _whole(
        sheet, node.caption or "Tabel", widths, _row(sheet, heads, "HeadCell", whole=True), rows, small=small
    )


def road(sheet: Sheet, node: Road, place: Place) -> str:
    """The line of stations as pictures that join each other, with the names as header and what is said below."""
    widths = [place.width / len(node.stations)] * len(node.stations)
    last = len(node.stations) - 1
    heads = [
        words.paragraph("Road", _picture(sheet, station, width, is_last=number == last)) + _name(station)
        for number, (station, width) in enumerate(zip(node.stations, widths, strict=True))
    ]
    notes = (words.paragraph("Station_20_Note", words.text(station.note)) for station in node.stations)
    return _whole(
        sheet,
        "De weg",
        widths,
        _row(sheet, heads, "RoadCell", whole=True),
        _row(sheet, notes, "RoadCell", whole=True),
        small=True,
    )


def _picture(sheet: Sheet, station: Station, width: float, *, is_last: bool) -> str:
    return sheet.station(station.state, drawings.STATE_WORDS[station.state], width * POINTS, is_last=is_last)


def _name(station: Station) -> str:
    style = "Station" if station.state == "later" else "Station_20_Reached"
    return words.paragraph(style, words.text(station.name))


def _row(sheet: Sheet, cells: Iterable[str], style: str, *, whole: bool) -> str:
    together = "always" if whole else "auto"
    look = sheet.style("table-row", f'<style:table-row-properties fo:keep-together="{together}"/>')
    inside = "".join(
        f'<table:table-cell table:style-name="{style}" office:value-type="string">{cell}</table:table-cell>'
        for cell in cells
    )
    return f'<table:table-row table:style-name="{look}">{inside}</table:table-row>'


def _whole(sheet: Sheet, title: str, widths: list[float], head: str, rows: str, *, small: bool) -> str:
    """`small`: not broken over two pages."""
    number = sheet.number()
    look = sheet.style(
        "table",
        f'<style:table-properties style:width="{sum(widths):.2f}mm" table:align="left" fo:margin-top="0mm"'
        f' fo:margin-bottom="5mm" style:may-break-between-rows="{"false" if small else "true"}"/>',
    )
    columns = "".join(
        '<table:table-column table:style-name="{}"/>'.format(
            sheet.style(
                "table-column",
                f'<style:table-column-properties style:column-width="{width:.2f}mm"/>',
            )
        )
        for width in widths
    )
    said = words.text(title)
    return (
        f'<table:table table:name="Tabel {number}" table:style-name="{look}">'
        f"<table:title>{said}</table:title>{columns}"
        f"<table:table-header-rows>{head}</table:table-header-rows>{rows}</table:table>"
    )
