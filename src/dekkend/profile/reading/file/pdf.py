"""A PDF with text: lines become paragraphs by their gaps; headings are known by size, weight and number."""

from __future__ import annotations

import io
import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from pdfminer.high_level import extract_pages
from pdfminer.layout import LAParams, LTAnno, LTChar, LTFigure, LTTextLine
from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdfparser import PDFParser

from .heads import COUNTED, NUMBER, Look, Sizes, item_of, level_of, sizes_of
from .look import LOCKED, NO_TEXT
from .passages import Head, Para, Piece, Table, Unreadable
from .pdf_tables import Grid, grids_of
from .pdf_text import joined, tidied

MOST_PAGES = 120
FEW_LETTERS = 40  # on a page of a scan stands a stamp or a number at most
MARGIN = 0.09  # of the height, where what comes back on each page stands
NEAR = 40  # points; a list stands a little to the right of the text around it
GAP = 1.35  # times the usual distance between lines: then a new paragraph begins
TOO_MANY = (
    f"Deze pdf heeft meer dan {MOST_PAGES} bladzijden. Bewaar alleen het deel dat je nodig hebt, "
    "en probeer het opnieuw."
)


@dataclass(frozen=True)
class Line:
    text: str
    page: int
    x: float
    top: float
    bottom: float
    right: float
    size: float
    is_bold: bool
    box: int  # lines of one box stand under each other
    height: float  # of the page
    edge: float = 0  # how far to the right lines come that begin where this one does


@dataclass(frozen=True)
class Sheet:
    """One page: its lines, and the tables with their cells filled."""

    lines: list[Line]
    tables: list[tuple[float, Table]]  # top, table


def pieces(data: bytes) -> Iterator[Piece]:
    """Raise Unreadable for what is locked, has no text, or is too long."""
    refuse_locked(data)
    sheets: list[Sheet] = []
    try:
        for page in extract_pages(
            io.BytesIO(data), maxpages=MOST_PAGES + 1, laparams=LAParams(boxes_flow=0.5)
        ):
            if len(sheets) == MOST_PAGES:
                raise Unreadable(TOO_MANY)
            sheets.append(sheet_of(page, len(sheets) + 1))
    except (PDFPasswordIncorrect, PDFEncryptionError) as error:
        raise Unreadable(LOCKED) from error
    lines = [line for sheet in sheets for line in sheet.lines]
    letters = sum(len(line.text) for line in lines) + sum(
        len(cell) if isinstance(cell, str) else 0
        for sheet in sheets
        for _, table in sheet.tables
        for row in table.rows
        for cell in row
    )
    if letters < FEW_LETTERS * max(len(sheets), 1) and letters < 400:
        raise Unreadable(NO_TEXT)
    coming_back = repeated(lines, len(sheets))
    sheets = [
        replace(sheet, lines=[line for line in sheet.lines if not is_margin(line, coming_back)])
        for sheet in sheets
    ]
    sizes = sizes_of(Look(line.text, line.size) for sheet in sheets for line in sheet.lines)
    pitch = usual_pitch([line for sheet in sheets for line in sheet.lines])
    yield from continued(piece for sheet in sheets for piece in of_sheet(sheet, sizes, pitch))


def refuse_locked(data: bytes) -> None:
    try:
        document = PDFDocument(PDFParser(io.BytesIO(data)))
    except (PDFPasswordIncorrect, PDFEncryptionError) as error:
        raise Unreadable(LOCKED) from error
    if not document.is_extractable:
        raise Unreadable(LOCKED)


def sheet_of(page: Any, number: int) -> Sheet:
    grids = grids_of(page)
    lines: list[Line] = []
    for box, element in enumerate(texts_in(page)):
        for row in element if not isinstance(element, LTTextLine) else [element]:
            if isinstance(row, LTTextLine) and (line := line_of(row, number, box, page.height, grids)):
                lines.append(line)
    lines = [
        replace(line, edge=max(each.right for each in lines if abs(each.x - line.x) < NEAR)) for line in lines
    ]
    tables = [(grid.top, table) for grid in grids if (table := grid.table(number))]
    return Sheet(lines, tables)


def texts_in(container: Any) -> Iterator[Any]:
    for element in container:
        if isinstance(element, LTFigure):
            yield from texts_in(element)
        elif hasattr(element, "get_text") and not isinstance(element, LTChar | LTAnno):
            yield element


def line_of(row: LTTextLine, page: int, box: int, height: float, grids: list[Grid]) -> Line | None:
    """The line without the signs that stand in a table; these go to their cells."""
    signs = []
    for sign in row:
        if isinstance(sign, LTChar) and any(grid.take(sign) for grid in grids):
            continue
        signs.append(sign)
    letters = [sign for sign in signs if isinstance(sign, LTChar) and sign.get_text().strip()]
    text = tidied("".join(sign.get_text() for sign in signs))
    if not letters or not text:
        return None
    size = Counter(round(sign.size * 2) / 2 for sign in letters).most_common(1)[0][0]
    heavy = sum(is_heavy(sign.fontname) for sign in letters)
    return Line(
        text, page, min(sign.x0 for sign in letters), max(sign.y1 for sign in letters),
        min(sign.y0 for sign in letters), max(sign.x1 for sign in letters), size,
        heavy > 0.8 * len(letters), box, height,
    )  # fmt: skip


def is_heavy(font: str) -> bool:
    return bool(re.search(r"bold|black|heavy|semibold|demi", font, re.IGNORECASE))


def repeated(lines: Iterable[Line], pages: int) -> set[str]:
    """What stands at the top or the foot of at least two pages, and of half of them, whatever its number."""
    seen: dict[str, set[int]] = {}
    for line in lines:
        if at_edge(line):
            seen.setdefault(bare(line.text), set()).add(line.page)
    return {text for text, on in seen.items() if len(on) >= max(2, pages / 2)}


def at_edge(line: Line) -> bool:
    return line.top > line.height * (1 - MARGIN) or line.bottom < line.height * MARGIN


def bare(text: str) -> str:
    return re.sub(r"\d+", "0", text)


def is_margin(line: Line, coming_back: set[str]) -> bool:
    is_number = re.fullmatch(
        r"(?:pagina|bladzijde|p\.)?\s*\d{1,3}(?:\s*(?:van|/|-)\s*\d{1,3})?", line.text, re.IGNORECASE
    )
    return at_edge(line) and (bool(is_number) or bare(line.text) in coming_back)


def of_sheet(sheet: Sheet, sizes: Sizes, pitch: float) -> Iterator[Piece]:
    tables = sorted(sheet.tables, key=lambda each: -each[0])
    group: list[Line] = []
    for line in sheet.lines:
        while tables and line.bottom < tables[0][0] and line.top < tables[0][0]:
            if group:
                yield piece_of(group, sizes)
            group = []
            yield tables.pop(0)[1]
        if group and not goes_on(group, line, pitch, sizes):
            yield piece_of(group, sizes)
            group = []
        group.append(line)
    if group:
        yield piece_of(group, sizes)
    yield from (table for _, table in tables)


def usual_pitch(lines: list[Line]) -> float:
    """From line to line within a paragraph, in sizes of the letters."""
    steps = Counter(
        round((one.top - two.top) / one.size, 1)
        for one, two in itertools.pairwise(lines)
        if one.box == two.box and one.size == two.size and is_full(one, two)
    )
    return steps.most_common(1)[0][0] if steps else 1.3


def is_full(line: Line, following: Line) -> bool:
    """The first word of the next line did not fit on this one any more."""
    first = following.text.split(" ", 1)[0]
    return line.edge - line.right < (len(first) + 1) * line.size * 0.6


def goes_on(group: list[Line], line: Line, pitch: float, sizes: Sizes) -> bool:
    """Is this the next line of the same paragraph, heading or item?"""
    last = group[-1]
    step = (last.top - line.top) / (last.size or 1)
    if line.size != last.size or line.is_bold != last.is_bold or not -0.2 < step < pitch * GAP:
        return False
    if step < 0.5:
        # On the same height: a mark of a list and its words.
        return line.x >= last.x
    if item_of(line.text)[0] or COUNTED.match(line.text) or NUMBER.match(line.text):
        return False
    return is_full(last, line)


def piece_of(group: list[Line], sizes: Sizes) -> Piece:
    first = group[0]
    text = joined(line.text for line in group)
    level = level_of(Look(text, first.size, first.is_bold), sizes)
    if level:
        return Head(text, level, first.page)
    mark, words = item_of(text)
    if not mark and (found := COUNTED.match(text)) and not first.is_bold:
        mark, words = "1.", text[found.end() :]
    return Para(words, first.page, mark)


def continued(found: Iterable[Piece]) -> Iterator[Piece]:
    """A paragraph that goes on upon the next page is one."""
    last: Piece | None = None
    for piece in found:
        if (
            isinstance(last, Para) and isinstance(piece, Para) and piece.page == last.page + 1 and not piece.item
            and last.text[-1:] not in ".:;!?" and re.match(r"[a-zà-ÿ(]", piece.text)
        ):  # fmt: skip
            last = replace(last, text=joined((last.text, piece.text)))
            continue
        if last is not None:
            yield last
        last = piece
    if last is not None:
        yield last
