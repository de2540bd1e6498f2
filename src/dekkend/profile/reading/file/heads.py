"""What looks like a heading where the file does not say so: by number, size and weight."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from .signs import BOX

LONGEST = 110
LARGER = 1.1  # than the letters of the text
NUMBER = re.compile(
    r"^(?:hoofdstuk|deel|paragraaf)?\s*(\d{1,2}(?:\.\d{1,2}){0,4})[.):]?\s+(?=\S)", re.IGNORECASE
)
BULLET = re.compile(r"^\s*(?:[•▪◦‣●○·➢➤►▶❖◆■⮚✓✔]|[-–*→](?=\s)|o\t)\s*(?=\S)")
COUNTED = re.compile(r"^\s*(?:\d{1,2}|[a-z])[.)]\s+(?=\S)")
CHECK = "✓"
LOUD = 5  # letters at least in a line of capitals that is a heading
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


def level_of(look: Look, sizes: Sizes) -> int:
    """0 for what is no heading. A bold line with a number stands under those in larger letters, by its number."""
    text = look.text.strip()
    if not text or len(text) > LONGEST or text[-1] in ".;," or "\n" in text or item_of(text)[0]:
        return 0
    if not any(sign.isalpha() for sign in text) or BOX.search(text):
        return 0
    size = rounded(look.size)
    if size in sizes.larger:
        return min(sizes.larger.index(size) + 1, BOLD_LEVEL)
    if not (look.is_bold or is_loud(text)):
        return 0
    if number := NUMBER.match(text):
        return min(len(sizes.larger) + number.group(1).count(".") + 1, BOLD_LEVEL)
    return BOLD_LEVEL - is_loud(text)


def is_loud(text: str) -> bool:
    """In capitals, as a heading was typed before there were styles."""
    return text.isupper() and sum(sign.isalpha() for sign in text) >= LOUD


def item_of(text: str) -> tuple[str, str]:
    """("-", the words) for a line with a bullet that was typed, or with one box; ("", text) for any other.

    A check mark is a bullet too, but where others in its list have a box: see `of_items`.
    """
    if BOX.match(text.lstrip()) and len(BOX.findall(text)) == 1 and text.strip()[1:].strip():
        return "-", text.strip()
    found = BULLET.match(text)
    if not found:
        return "", text
    return CHECK if found.group().strip() in "✓✔" else "-", text[found.end() :].strip()
