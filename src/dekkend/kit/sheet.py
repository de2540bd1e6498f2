"""Tables for a spreadsheet."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from typing import Any

from django.http import HttpResponse

BOM = "\ufeff"  # so that Excel reads UTF-8

# What begins a formula, also in full width, after blanks that a spreadsheet may drop; and a tab or line end itself.
FORMULA = re.compile(r"[\s\ufeff\x00-\x1f]*[=+\-@＝＋－＠]|[\t\r\n]")


def safe(value: Any) -> str:
    """The cell as text; what a spreadsheet would take for a formula gets an apostrophe."""
    text = "" if value is None else str(value)
    return f"'{text}" if FORMULA.match(text) else text


def csv_response(name: str, rows: Iterable[Iterable[Any]]) -> HttpResponse:
    """A file with ; between the columns, as Dutch spreadsheets expect."""
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response.write(BOM)
    writer = csv.writer(response, delimiter=";", lineterminator="\r\n")
    writer.writerows([safe(value) for value in row] for row in rows)
    return response
