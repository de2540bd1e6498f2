"""A spreadsheet of the checklist, opened and changed as a person does."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

from openpyxl import load_workbook

from dekkend.profile.checklist.sheet import Sheet
from dekkend.profile.checklist.workbook import shape
from dekkend.profile.checklist.workbook.write import write

Edit = Callable[[Any], None]


def changed(data: bytes, edit: Edit) -> bytes:
    book = load_workbook(io.BytesIO(data))
    edit(book)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def filled(sheet: Sheet, **cells: Any) -> bytes:
    """The sheet of this copy with cells such as C4 filled."""

    def edit(book: Any) -> None:
        for place, value in cells.items():
            book[shape.LIST][place] = value

    return changed(write(sheet), edit)


def row_of(sheet: Sheet, key: str) -> int:
    page = load_workbook(io.BytesIO(write(sheet)))[shape.LIST]
    return next(row for row in range(1, page.max_row + 1) if page[f"{shape.KEY}{row}"].value == key)
