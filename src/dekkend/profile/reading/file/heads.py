"""What looks like a heading where the file does not say so: by number, size and weight."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

LONGEST = 110
LARGER = 1.1  # than the letters of the text
NUMBER = re.compile(
    r"^(?:hoofdstuk|deel|paragraaf)?\s*(\d{1,2}(?:\.\d{1,2}){0,4})[.)]?\s+(?=\S)", re.IGNORECASE
)
BULLET = re.compile(r"^\s*(?:[•▪◦‣●○·\uf0b7\uf0a7]|[-–](?=\s)|o\t)\s*(?=\S)")
COUNTED = re.compile(r"^\s*(?:\d{1,2}|[a-z])[.)]\s+(?=\S)")
# Where whoever made the file used bold letters within a text of headings, a bold line is lower than all of those.
BOLD_LEVEL = 6


@dataclass(frozen=True)
class Look:
    """How a paragraph looks. `size` 0: as the rest."""

    text: str
    size: float = 0
    is_bold: bool = False


@dataclass(frozen=True)
class Sizes:
    body: float
    larger: tuple[float, ...]  # sizes of headings, the largest first


def sizes_of(looks: Iterable[Look]) -> Sizes:
    letters: Counter[float] = Counter()
    for look in looks:
        if look.size:
            letters[rounded(look.size)] += len(look.text)
    if not letters:
        return Sizes(0, ())
    body = max(letters, key=lambda size: letters[size])
    return Sizes(body, tuple(sorted((size for size in letters if size > body * LARGER), reverse=True)))


def rounded(size: float) -> float:
    return round(size * 2) / 2


def level_of(look: Look, sizes: Sizes, lowest: int = BOLD_LEVEL) -> int:
    """0 for what is no heading. `lowest`: the level of a bold line in letters of the size of the text."""
    text = look.text.strip()
    if not text or len(text) > LONGEST or text[-1] in ".;," or "\n" in text or BULLET.match(text):
        return 0
    if not any(sign.isalpha() for sign in text):
        return 0
    size = rounded(look.size)
    if size in sizes.larger:
        return min(sizes.larger.index(size) + 1, lowest)
    if not look.is_bold:
        return 0
    number = NUMBER.match(text)
    if number and not sizes.larger:
        return number.group(1).count(".") + 1
    return lowest


def item_of(text: str) -> tuple[str, str]:
    """("-", the words) for a line with a bullet that was typed; ("", text) for any other."""
    found = BULLET.match(text)
    return ("-", text[found.end() :].strip()) if found else ("", text)
