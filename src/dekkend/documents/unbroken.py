"""What stays on one line: a telephone number, a schooljaar, and the day of a date with its month."""

from __future__ import annotations

import re

from dekkend.kit.phone import PHONE
from dekkend.kit.words import MONTHS

# A sign more or another hyphen makes it another address, for whoever copies it from the paper.
ADDRESS = re.compile(r"((?<!\S)\S*(?:://|www\.|@)\S*)", re.IGNORECASE)
YEARS = re.compile(r"(?<![\w-])\d{4}-\d{4}(?![\w-])")
DAY = re.compile(rf"(?<![\w.,-])(\d{{1,2}}) (?=(?:{MONTHS})\b)")
SPACE, HYPHEN = "\u00a0", "\u2011"
HYPHENS, SPACES = {ord("-"): HYPHEN}, {ord(" "): SPACE}


def spaced(text: str) -> str:
    """With spaces that do not break; enough for PDF, which breaks at no hyphen between two numbers."""
    return DAY.sub(rf"\1{SPACE}", phones(text))


def phones(text: str) -> str:
    return PHONE.sub(lambda found: found[0].translate(SPACES), text)


def hyphened(text: str) -> str:
    """With hyphens that do not break, too: a word processor breaks at any other."""
    pieces = ADDRESS.split(text)  # every second one is an address
    pieces[::2] = map(_hyphened, pieces[::2])
    return "".join(pieces)


def _hyphened(text: str) -> str:
    text = PHONE.sub(lambda found: found[0].translate(HYPHENS | SPACES), text)
    return DAY.sub(rf"\1{SPACE}", YEARS.sub(lambda found: found[0].translate(HYPHENS), text))
