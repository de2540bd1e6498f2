"""A PDF with text: lines become paragraphs by their gaps; headings are known by size, weight and number."""

from __future__ import annotations

import io
import itertools
import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser

from . import gaps
from .arrange import Contents
from .arrange import joined as joined_pieces
from .heads import COUNTED, NUMBER, Look, Sizes, item_of, level_of, sizes_of
from .look import LOCKED, NO_TEXT
from .passages import Cell, Gap, Head, Para, Piece, Table, Unreadable
from .pdf_edges import Edges
from .pdf_order import Block, Loose, Plain, blocks_of, edges_of, numbered, whole
from .pdf_page import Page, Pages
from .pdf_pages import ENDS, LETTER, Rest, continued, without_title
from .pdf_tables import Grid, grids_of, stripped
from .pdf_text import Line, is_cut, joined, rows_of, upright
from .tables import heads_in

MOST_PAGES = 120
FEW_LETTERS = 40  # on a page of a scan stands a stamp or a number at most
GAP = 1.35  # times the usual distance between lines: then a new paragraph begins
FOOT = 0.15  # of the height, for where pages end at most
LOW = 3  # lines from the foot of a page
LINE = 30  # letters in a line of a text; shorter ones tell nothing of how far lines are apart
TOO_MANY = (
    f"Deze pdf heeft meer dan {MOST_PAGES} bladzijden. Bewaar alleen het deel dat je nodig hebt, "
    "en probeer het opnieuw."
)


@dataclass(frozen=True)
class Sheet:
    """One page: its lines in rows, its tables with their letters, and its pictures."""

    page: Page
    rows: list[list[Line]]
    grids: list[Grid]


@dataclass(frozen=True)
class Usual:
    """What is usual in this file."""

    sizes: Sizes
    pitch: float  # from line to line within a paragraph, in sizes of the letters
    known: Counter[str]  # words
    edges: dict[int, float]  # see `edges_of`
    foot: float  # where pages end


def pieces(data: bytes) -> Iterator[Piece]:
    """Raise Unreadable for what is locked, has no text, or is too long."""
    sheets = list(sheets_in(data))
    letters = sum(len(sign.text.strip()) for sheet in sheets for sign in sheet.page.signs)
    if letters < FEW_LETTERS * max(len(sheets), 1) and letters < 400:
        raise Unreadable(NO_TEXT)
    every = [(line, sheet.page.height) for sheet in sheets for line in lines_in(sheet)]
    known = Counter(word for line, _ in every for word in re.findall(r"[^\W\d_]+", line.text.lower()))
    edges = Edges(every, len(sheets))
    contents = Contents()
    bodies = [
        [[line for line in row if not edges.has(line, sheet.page.height)] for row in sheet.rows]
        for sheet in sheets
    ]
    bodies = [[row for row in rows if row and not contents.has(whole(row).text)] for rows in bodies]
    blocks = [list(blocks_of(rows)) for rows in bodies]
    lines = [line for page in blocks for block in page if isinstance(block, Plain) for line in block.lines]
    foot = min(min((line.bottom for line in lines), default=0), FOOT * sheets[0].page.height if sheets else 0)
    usual = Usual(
        sizes_of(Look(line.text, line.size) for line in lines),
        usual_pitch(blocks),
        known,
        edges_of(lines),
        foot,
    )
    for each in sheets:
        each.page.signs.clear()
    found = (
        piece
        for sheet, page in zip(sheets, blocks, strict=True)
        for piece in of_sheet(sheet, page, edges, usual)
    )
    yield from without_title(list(continued(found)))


def sheets_in(data: bytes) -> Iterator[Sheet]:
    try:
        document = PDFDocument(PDFParser(io.BytesIO(data)))
        if not document.is_extractable:
            raise Unreadable(LOCKED)
        pages = Pages()
        for number, page in enumerate(PDFPage.create_pages(document), start=1):
            if number > MOST_PAGES:
                raise Unreadable(TOO_MANY)
            yield sheet_of(pages.read(page, number))
    except (PDFPasswordIncorrect, PDFEncryptionError) as error:
        raise Unreadable(LOCKED) from error


def sheet_of(page: Page) -> Sheet:
    grids = grids_of(page.strokes)
    signs = [sign for sign in page.signs if not any(grid.take(sign) for grid in grids)]
    rows = [[replace(line, page=page.number) for line in row] for row in rows_of(upright(signs))]
    return Sheet(page, rows, grids)


def lines_in(sheet: Sheet) -> Iterator[Line]:
    """Also those in tables: a head with a logo is one."""
    yield from itertools.chain.from_iterable(sheet.rows)
    for grid in sheet.grids:
        for signs in grid.signs.values():
            yield from (
                replace(line, page=sheet.page.number) for row in rows_of(upright(signs)) for line in row
            )


def usual_pitch(pages: Iterable[list[Block]]) -> float:
    steps = Counter(
        round((one.top - two.top) / one.size, 1)
        for page in pages
        for block in page
        if isinstance(block, Plain)
        for one, two in itertools.pairwise(numbered(block.lines, 0))
        if one.size == two.size and len(one.text) >= LINE and is_full(one, two)
    )
    return steps.most_common(1)[0][0] if steps else 1.3


def is_full(line: Line, following: Line) -> bool:
    """The first word of the next line did not fit on this one any more."""
    first = following.text.split(" ", 1)[0]
    return line.edge - line.right < (len(first) + 1) * line.size * LETTER


def of_sheet(sheet: Sheet, blocks: list[Block], edges: Edges, usual: Usual) -> Iterator[Piece]:
    """Text, tables and pictures from top to bottom."""
    number = sheet.page.number
    placed: list[tuple[float, Callable[[], Iterable[Piece]]]] = []
    for grid in sheet.grids:
        if table := table_of(grid, sheet, edges, usual):
            placed.append((grid.top, lambda table=table: [table]))  # type: ignore[misc]
    has_text = bool(blocks or placed)
    for _, _, _, top in sheet.page.pictures:
        gap = Gap(gaps.picture() if has_text else gaps.whole_page(), number)
        placed.append((top, lambda gap=gap: [gap]))  # type: ignore[misc]
    placed.sort(key=lambda each: -each[0])
    for box, block in enumerate(blocks):
        if isinstance(block, Loose):
            while placed and placed[0][0] >= block.rows[0][0][0].top if block.rows[0][0] else False:
                yield from placed.pop(0)[1]()
            yield loose(block, number, usual)
            continue
        group: list[Line] = []
        for line in numbered(block.lines, box, usual.edges):
            while placed and line.top < placed[0][0]:
                yield from pieces_of(group, usual)
                group = []
                yield from placed.pop(0)[1]()
            group.append(line)
        yield from pieces_of(group, usual)
    for _, give in placed:
        yield from give()


def table_of(grid: Grid, sheet: Sheet, edges: Edges, usual: Usual) -> Table | None:
    rows: list[list[Cell]] = []
    heavy: list[bool] = []
    for row in range(len(grid.rows) - 1):
        cells: list[Cell] = []
        lines: list[Line] = []
        filled = 0
        for column in range(len(grid.columns) - 1):
            goes = grid.place(row, column)
            mine = [] if goes else cell_lines(grid, (row, column), sheet, edges)
            cells.append(goes or words_of(mine, usual))
            lines += mine
            filled += bool(mine)
        if filled:
            rows.append(cells)
            heavy.append(
                all(line.is_bold for line in lines) and (filled > 1 or grid.place(row, 1) is not None)
            )
    found = stripped(rows)
    if not found:
        return None
    return Table(tuple(found), sheet.page.number, heads_in(found, heavy), tuple(grid.columns))


def cell_lines(grid: Grid, place: tuple[int, int], sheet: Sheet, edges: Edges) -> list[Line]:
    right = grid.right(*place)
    rows = rows_of(upright(grid.signs.get(place, [])))
    lines = [replace(line, page=sheet.page.number) for row in rows for line in row]
    lines = [line for line in lines if not edges.has(line, sheet.page.height)]
    # As much stays free at the right as at the left.
    room = min((line.x for line in lines), default=0) - grid.columns[place[1]]
    return [replace(line, edge=max(line.right, right - max(room, 0))) for line in lines]


def words_of(lines: list[Line], usual: Usual) -> str:
    """Of one cell: its paragraphs and lists."""
    found = (piece_of(group, usual, Sizes(0, ())) for group in groups_of(lines, usual))
    plain = (Para(piece.text, piece.page, getattr(piece, "item", "")) for piece in found)
    return joined_pieces(plain)


def loose(block: Loose, page: int, usual: Usual) -> Table:
    rows = [tuple(words_of(numbered(cell, 0), usual) for cell in row) for row in block.rows]
    heavy = [
        sum(bool(cell) for cell in row) > 1 and all(line.is_bold for cell in row for line in cell)
        for row in block.rows
    ]
    return Table(tuple(rows), page, heads_in(rows, heavy), block.edges)


def pieces_of(lines: list[Line], usual: Usual) -> Iterator[Piece]:
    yield from (piece_of(group, usual, usual.sizes) for group in groups_of(lines, usual))


def groups_of(lines: list[Line], usual: Usual) -> Iterator[list[Line]]:
    group: list[Line] = []
    for line in lines:
        if group and not goes_on(group, line, usual):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def goes_on(group: list[Line], line: Line, usual: Usual) -> bool:
    """Is this the next line of the same paragraph, heading or item?"""
    last = group[-1]
    step = (last.top - line.top) / (last.size or 1)
    if line.size != last.size or line.is_bold != last.is_bold or not -0.2 < step < usual.pitch * GAP:
        return False
    if step < 0.5:
        return line.x >= last.x
    if item_of(line.text)[0] or COUNTED.match(line.text) or NUMBER.match(line.text):
        return False
    is_open = last.text[-1:] not in ENDS and re.match(r"[a-zà-ÿ(]", line.text) is not None
    return is_full(last, line) or is_open


def piece_of(group: list[Line], usual: Usual, sizes: Sizes) -> Head | Para:
    first, last = group[0], group[-1]
    parts = [first.text]
    for one, two in itertools.pairwise(group):
        if is_cut(one, two, usual.known):
            parts[-1] += two.text
        else:
            parts.append(two.text)
    text = joined(parts)
    level = level_of(Look(text, first.size, first.is_bold), sizes) if sizes.body else 0
    if level:
        return Head(text, level, first.page)
    mark, words = item_of(text)
    if not mark and (found := COUNTED.match(text)) and not first.is_bold:
        mark, words = "1.", text[found.end() :]
    is_low = last.bottom < usual.foot + LOW * last.size * usual.pitch
    return Rest(words, first.page, mark, room=(last.edge - last.right) / last.size if is_low else math.inf)
