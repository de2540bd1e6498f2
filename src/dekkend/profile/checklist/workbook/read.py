"""From a spreadsheet to what was answered in it, or to everything that is wrong, cell by cell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from dekkend.formats.model import Item

from ..forms import TOPIC, AnswerForm
from ..sheet import Choice, Sheet
from . import shape
from .open import UNREADABLE, BadBook, open_book

MOST_ROWS = 2_000
LETTERS = "ABCDEFGHIJ"
AGAIN = "Haal het bestand opnieuw op bij de checklist van deze school, en zet je antwoorden daarin."


@dataclass
class Sent:
    """What the file says of one item. `cells`: field -> where it stands, for whoever must find it back."""

    item: str
    revision: int
    fields: dict[str, Any] = field(default_factory=dict)
    cells: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Line:
    number: int
    item: Item
    topic: str
    revision: int
    cells: dict[str, Any]  # column -> cell of openpyxl


def read(data: bytes, sheet: Sheet) -> list[Sent]:
    """Every row of the file that belongs to this copy. Raise BadBook with all faults."""
    book = open_book(data)
    try:
        check_place(told_by(book), sheet)
        found, faults = _rows(book, sheet)
    except BadBook:
        raise
    # Rows are read only now; whatever the library stumbles over, the file is not right.
    except Exception as error:
        raise BadBook(UNREADABLE) from error
    finally:
        book.close()
    if faults:
        raise BadBook(*faults)
    return list(found.values())


def told_by(book: Any) -> dict[str, str]:
    """The hidden sheet: where the file belongs."""
    if shape.FACTS not in book.sheetnames or shape.LIST not in book.sheetnames:
        raise BadBook(f"Dit is geen checklist uit Dekkend: een van de bladen ontbreekt. {AGAIN}")
    pairs = book[shape.FACTS].iter_rows(min_row=1, max_row=20, max_col=2, values_only=True)
    told = {str(name): str(value) for name, value in pairs if name is not None and value is not None}
    if told.get("kind") != shape.KIND:
        raise BadBook(f"Dit is geen checklist uit Dekkend. {AGAIN}")
    return told


def check_place(told: dict[str, str], sheet: Sheet) -> None:
    own = str(sheet.copy.pk) if sheet.is_personal and sheet.copy else "shared"
    if told.get("version") != str(shape.VERSION):
        raise BadBook(f"Dit bestand is van een andere versie van Dekkend. {AGAIN}")
    if told.get("profile") != str(sheet.profile.pk) or told.get("school") != sheet.profile.school.brin6:
        raise BadBook(f"Dit bestand hoort bij een andere school of een ander schooljaar. {AGAIN}")
    if told.get("format") != sheet.format.ref:
        raise BadBook(f"Dit bestand is gemaakt voor een andere versie van de checklist. {AGAIN}")
    if told.get("copy") != own:
        raise BadBook(f"Dit bestand hoort bij een ander exemplaar. {AGAIN}")


def _rows(book: Any, sheet: Sheet) -> tuple[dict[str, Sent], list[str]]:
    found: dict[str, Sent] = {}
    faults: list[str] = []
    seen: set[str] = set()
    page = book[shape.LIST]
    for number, cells in enumerate(
        page.iter_rows(min_row=shape.HEAD + 1, max_row=MOST_ROWS, max_col=len(LETTERS)), shape.HEAD + 1
    ):
        row = dict(zip(LETTERS, cells, strict=False))
        key = _plain(row.get(shape.KEY))
        if not key:
            if any(_plain(cell) for cell in row.values()):
                faults.append(f"Blad {shape.LIST}, rij {number}: deze rij ken ik niet. Haal haar weg.")
            continue
        line = _line(number, key, row, sheet)
        if line is None or key in seen:
            faults.append(
                f"Blad {shape.LIST}, rij {number}: deze rij is verschoven of staat er twee keer. {AGAIN}"
            )
            continue
        seen.add(key)
        sent = found.setdefault(line.item.id, Sent(line.item.id, line.revision))
        faults += [f"Blad {shape.LIST}, cel {fault}" for fault in _take(line, sent, sheet)]
    return found, faults


def _line(number: int, key: str, row: dict[str, Any], sheet: Sheet) -> Line | None:
    item, _, topic = key.partition(shape.BETWEEN)
    revision = _plain(row.get(shape.REVISION))
    if not sheet.asks(item) or not revision.isdecimal() or len(revision) > 9:
        return None
    asked = sheet.format.item(item)
    if topic and topic not in {each.id for each in asked.topics}:
        return None
    if int(revision) > sheet.answer(asked).revision:
        return None
    return Line(number, asked, topic, int(revision), row)


def _take(line: Line, sent: Sent, sheet: Sheet) -> Iterator[str]:
    """Put what stands in this row with the rest of its item; yield what is wrong."""
    typed: dict[str, Any] = {}
    columns = (shape.ANSWER,) if line.topic else tuple(shape.FIELDS)
    for column in columns:
        name = shape.FIELDS[column]
        if name == "value":
            if line.item.topics and not line.topic:
                continue  # follows from the topics
            name = TOPIC + line.topic if line.topic else "value"
        cell, at = line.cells.get(column), f"{column}{line.number}"
        if getattr(cell, "data_type", "") == "f":
            yield f"{at}: hier staat een formule. Schrijf het antwoord of de tekst zelf."
            continue
        value = _of(cell)
        if column == shape.ANSWER:
            value, fault = _choice(str(value), sheet.choices)
            if fault:
                yield f"{at}: {fault}"
                continue
        typed[name] = value
        sent.cells[name] = at
    form = AnswerForm(typed, item=line.item, choices=sheet.choices)
    if not form.is_valid():
        for name, texts in form.errors.items():
            yield f"{sent.cells.get(name, f'{shape.NUMBER}{line.number}')}: {' '.join(map(str, texts))}"
        return
    for name in typed:
        if name.startswith(TOPIC):
            sent.fields.setdefault("topics", {})[line.topic] = form.cleaned_data[name]
        else:
            sent.fields[name] = form.cleaned_data[name]


def _choice(text: str, choices: tuple[Choice, ...]) -> tuple[str, str]:
    """The id behind the label, or what is wrong."""
    if not text:
        return "", ""
    for value in choices:
        if text.casefold() == value.label.casefold():
            return value.id, ""
    *most, last = [value.label for value in choices]
    short = text if len(text) <= 40 else f"{text[:39]}…"
    return "", f"‘{short}’ staat niet in de schaal. Kies uit {', '.join(most)} of {last.removesuffix('.')}."


def _of(cell: Any) -> Any:
    """A date as the form reads it; any other thing as its text."""
    value = getattr(cell, "value", None)
    if isinstance(value, datetime | date):
        return value.strftime("%Y-%m-%d")
    return shape.typed(_plain(cell))


def _plain(cell: Any) -> str:
    value = getattr(cell, "value", None)
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return "" if value is None else str(value).strip()
