"""What writer and reader of the spreadsheet agree on."""

from __future__ import annotations

from datetime import date
from typing import Any

from dekkend.kit.characters import without_unfit
from dekkend.kit.sheet import FORMULA, safe

KIND, VERSION = "dekkend-checklist", 1  # raise the version when a column moves
GUIDE, LIST, FACTS = "Uitleg", "Checklist", "Dekkend"
HEAD = 3  # the row with the names of the columns; the first answer stands under it

# Column -> what stands there. The last two are hidden: which item or topic, and the revision of its answer.
NUMBER, TEXT, ANSWER, NOTE, REASON, EVIDENCE, OWNER, DUE, KEY, REVISION = "ABCDEFGHIJ"
FIELDS = {
    ANSWER: "value",
    NOTE: "note",
    REASON: "reason",
    EVIDENCE: "evidence",
    OWNER: "owner",
    DUE: "due",
}
TITLES = {
    NUMBER: "Nummer",
    TEXT: "Onderdeel",
    ANSWER: "Antwoord",
    NOTE: "Toelichting",
    REASON: "Reden",
    EVIDENCE: "Vindplaats",
    OWNER: "Wie pakt het op",
    DUE: "Klaar op",
    KEY: "sleutel",
    REVISION: "versie",
}
BETWEEN = "/"  # item and topic in the hidden key


def shown(value: Any) -> Any:
    """A stored value as its cell holds it: no formula, no character that a spreadsheet cannot carry."""
    if value is None or isinstance(value, date):
        return value
    return safe(even(str(value))) or None


def typed(text: str) -> str:
    """The cell as people meant it: without the apostrophe that kept it from being a formula."""
    text = even(text)
    return text[1:] if text.startswith("'") and FORMULA.match(text[1:]) else text


def even(text: str) -> str:
    """Line ends alike, so that a spreadsheet that writes them in its own way changes nothing."""
    return without_unfit(text).replace("_x000D_", "").replace("\r\n", "\n").replace("\r", "\n").strip()
