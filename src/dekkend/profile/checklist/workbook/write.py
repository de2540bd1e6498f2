"""One copy as a spreadsheet: what may be changed is white, the rest is grey and locked."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Protection, Side
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from ..models import Answer
from ..sheet import Sheet, value_of
from . import shape

WIDTHS = {"A": 9, "B": 52, "C": 18, "D": 54, "E": 28, "F": 26, "G": 20, "H": 14}
GREY, INK, RULE = "F2F4F8", "171C28", "CDD2DC"
DAY = "d-m-yyyy"
LINE_HEIGHT = 15  # points
HIGHEST = 400  # what a spreadsheet program takes for a row
LAST_COLUMN = shape.DUE


# How a cell looks, by name: said once for the whole file, and the names stand in the program as well.
TITLE, LEAD, SAID, HEAD = "Titel", "Inleiding", "Uitleg", "Kop"
ITEM, FIXED, OPEN = "Onderdeel", "Op slot", "Om in te vullen"


def write(sheet: Sheet) -> bytes:
    """Less than a tenth of a second. The same copy gives the same cells."""
    book = Workbook()
    for style in styles():
        book.add_named_style(style)
    guide(book.active, sheet)  # type: ignore[arg-type]
    answers(book.create_sheet(shape.LIST), sheet)
    facts(book.create_sheet(shape.FACTS), sheet)
    book.active = 1
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def styles() -> Iterator[NamedStyle]:
    once, wrapped = Alignment(vertical="top"), Alignment(vertical="top", wrap_text=True)
    yield NamedStyle(TITLE, _face(bold=True, size=16), alignment=once)
    yield NamedStyle(LEAD, _face(size=11), alignment=once)
    yield NamedStyle(SAID, _face(size=11), alignment=wrapped)
    yield NamedStyle(
        HEAD, _face(bold=True, color="FFFFFF"), PatternFill("solid", fgColor=INK), alignment=once
    )
    line = Border(bottom=Side("thin", color=RULE))
    for name, more in ((ITEM, {"bold": True}), (FIXED, {})):
        grey = PatternFill("solid", fgColor=GREY)
        yield NamedStyle(name, _face(**more), grey, line, wrapped, protection=Protection(locked=True))
    yield NamedStyle(OPEN, _face(), border=line, alignment=wrapped, protection=Protection(locked=False))


def _face(**more: Any) -> Font:
    """One face that is on every machine."""
    return Font(name="Arial", **{"size": 10, "color": INK, **more})


def height(cells: dict[str, Any], widths: dict[str, int]) -> float:
    """So high that everything is read: a program does not work it out for a file that it did not make."""
    lines = 1
    for column, value in cells.items():
        letters = max(4, widths.get(column, 100) - 2)
        lines = max(lines, sum(1 + len(line) // letters for line in str(value or "").split("\n")))
    return min(HIGHEST, lines * LINE_HEIGHT + 5)


def guide(page: Worksheet, sheet: Sheet) -> None:
    page.title = shape.GUIDE
    page.column_dimensions["A"].width = 84
    lines = (
        f"Checklist basisondersteuning, {sheet.profile.school.name}",
        f"Voor schooljaar {sheet.profile.round.schooljaar}. {whose(sheet)}.",
        f"1. Ga naar het blad {shape.LIST}. Je verandert alleen de witte cellen; grijze cellen zijn op slot.",
        f"2. Kies in de kolom Antwoord uit de lijst: {', '.join(value.label for value in sheet.choices)}",
        "3. Waar onderwerpen onder een onderdeel staan, kies je per onderwerp. Het geheel volgt daaruit.",
        "4. Schrijf geen namen van leerlingen en niets waaraan iemand een leerling herkent.",
        "5. Bewaar het bestand als Excel-bestand (.xlsx) en zet het in Dekkend terug, op de bladzijde Op papier van de "
        "checklist. Je ziet eerst wat er verandert.",
        "Een rij die je niet verandert, verandert in Dekkend ook niet. Heeft een ander intussen hetzelfde veranderd, "
        "dan zie je beide teksten en gaat er niets verloren.",
        "Een tekst die met = + - of @ begint, krijgt in dit bestand een ’ ervoor, zodat je programma er geen "
        "formule van maakt. Bij het teruglezen gaat dat teken weer weg.",
        sheet.format.notice,
        "Verzonnen voorbeeld, niet van deze school." if sheet.profile.is_example else "",
    )
    for row, text in enumerate(filter(None, lines), 1):
        put(page, f"A{row}", text, TITLE if row == 1 else SAID)
        page.row_dimensions[row].height = 24 if row == 1 else height({"A": text}, {"A": 84})
    page.protection.enable()


def whose(sheet: Sheet) -> str:
    return f"Eigen exemplaar van {sheet.copy}" if sheet.is_personal else "Gedeeld exemplaar"


def answers(page: Worksheet, sheet: Sheet) -> None:
    put(page, "A1", f"Checklist basisondersteuning, {sheet.profile.school.name}", TITLE)
    put(page, "A2", f"{whose(sheet)}. Uitleg staat op het blad {shape.GUIDE}.", LEAD)
    for row, points in ((1, 24), (2, 20), (shape.HEAD, 20)):
        page.row_dimensions[row].height = points
    for column, title in shape.TITLES.items():
        put(page, f"{column}{shape.HEAD}", title, HEAD)
    choices = DataValidation(
        type="list", formula1=f'"{",".join(value.label for value in sheet.choices)}"', allow_blank=True
    )
    # A list in the cell itself cannot hold a comma or a quote, and ends at 255 letters.
    if any(set(value.label) & set(',"') for value in sheet.choices) or len(choices.formula1 or "") > 255:
        choices.formula1 = f"{shape.FACTS}!$D$1:$D${len(sheet.choices)}"
    choices.error, choices.errorTitle = "Kies een antwoord uit de lijst.", "Dit antwoord bestaat niet"
    page.add_data_validation(choices)
    row = shape.HEAD
    for row, (cells, locked) in enumerate(rows(sheet), shape.HEAD + 1):
        line(page, row, cells, locked, choices)
    layout(page, row)


def rows(sheet: Sheet) -> Iterator[tuple[dict[str, Any], set[str]]]:
    """Column -> what stands there, and the columns that are locked besides number and text."""
    for item in sheet.items:
        answer = sheet.answer(item)
        fixed = {shape.ANSWER} if item.topics else set()
        yield (
            {
                shape.NUMBER: item.number,
                shape.TEXT: item.text,
                **fields(sheet, answer),
                **hidden(item.id, answer),
            },
            fixed,
        )
        for topic in item.topics:
            value = value_of(sheet.format, answer.topics.get(topic.id, ""))
            cells = {shape.TEXT: f"– {topic.label}", shape.ANSWER: value.label if value else None}
            key = f"{item.id}{shape.BETWEEN}{topic.id}"
            yield {**cells, **hidden(key, answer)}, set(shape.FIELDS) - {shape.ANSWER}


def hidden(key: str, answer: Answer) -> dict[str, Any]:
    return {shape.KEY: key, shape.REVISION: answer.revision}


def fields(sheet: Sheet, answer: Answer) -> dict[str, Any]:
    value = value_of(sheet.format, answer.value)
    told = {column: shape.shown(getattr(answer, name)) for column, name in shape.FIELDS.items()}
    return {**told, shape.ANSWER: value.label if value else None}


def line(page: Worksheet, row: int, cells: dict[str, Any], locked: set[str], choices: DataValidation) -> None:
    bold = (shape.NUMBER, shape.TEXT) if shape.NUMBER in cells else ()
    for column in shape.TITLES:
        is_open = column in shape.FIELDS and column not in locked
        style = OPEN if is_open else ITEM if column in bold else FIXED
        put(page, f"{column}{row}", cells.get(column), style)
    page.row_dimensions[row].height = height(cells, WIDTHS)
    if shape.ANSWER not in locked:
        choices.add(f"{shape.ANSWER}{row}")
    page[f"{shape.DUE}{row}"].number_format = DAY


def layout(page: Worksheet, last: int) -> None:
    for column, width in WIDTHS.items():
        page.column_dimensions[column].width = width
    for column in (shape.KEY, shape.REVISION):
        page.column_dimensions[column].hidden = True
    page.freeze_panes = f"C{shape.HEAD + 1}"
    page.protection.formatColumns = page.protection.formatRows = False
    page.protection.enable()
    page.page_setup.orientation, page.page_setup.paperSize = "landscape", page.PAPERSIZE_A4
    page.page_setup.fitToHeight, page.sheet_properties.pageSetUpPr = 0, PageSetupProperties(fitToPage=True)
    page.page_margins.left = page.page_margins.right = 0.4
    page.print_title_rows = f"{shape.HEAD}:{shape.HEAD}"
    page.print_area = f"A1:{LAST_COLUMN}{last}"


def facts(page: Worksheet, sheet: Sheet) -> None:
    """Hidden: where this file belongs. The second list is that of the answers."""
    told = {
        "kind": shape.KIND,
        "version": shape.VERSION,
        "profile": sheet.profile.pk,
        "school": sheet.profile.school.brin6,
        "schooljaar": sheet.profile.round.schooljaar,
        "format": sheet.format.ref,
        "copy": str(sheet.copy.pk) if sheet.is_personal and sheet.copy else "shared",
    }
    for row, (name, value) in enumerate(told.items(), 1):
        put(page, f"A{row}", name)
        put(page, f"B{row}", value)
    for row, value in enumerate(sheet.choices, 1):
        put(page, f"D{row}", value.label)
    page.sheet_state = "veryHidden"
    page.protection.enable()


def put(page: Worksheet, place: str, value: Any, style: str = "") -> None:
    """A text stays a text, whatever it begins with."""
    cell: Cell = page[place]
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"
    if style:
        cell.style = style
