"""Signs of a PDF as lines, and lines as words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from .pdf_page import Sign
from .signs import SOFT, cleaned

APART = 0.9  # sizes between words that belong to two columns
SPACE = 0.15
HEIGHT = 0.45  # of its size, for signs on the same line
LETTERS = 6  # at least, of a word that is too long for its column
# A bullet or a number that stands before its words with a larger space.
MARK = re.compile(r"[a-z][.)]|\d{1,2}(?:\.\d{1,2}){0,4}[.)]?|o|[•▪◦‣●○·➢➤►▶❖◆■⮚✓✔☒☐*–→-]")


@dataclass(frozen=True)
class Line:
    text: str
    x: float
    top: float
    bottom: float
    right: float
    size: float
    is_bold: bool
    page: int = 0
    edge: float = 0  # how far to the right lines come that begin where this one does
    box: int = 0  # lines of one box stand under each other

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


def upright(signs: Iterable[Sign]) -> list[Sign]:
    """What reads upwards or downwards is turned, and comes under the rest."""
    found, turned = [], []
    for sign in signs:
        if not sign.turned:
            found.append(sign)
        elif sign.turned > 0:
            turned.append(replace(sign, x0=sign.y0, y0=-sign.x1, x1=sign.y1, y1=-sign.x0))
        else:
            turned.append(replace(sign, x0=-sign.y1, y0=sign.x0, x1=-sign.y0, y1=sign.x1))
    return found + turned


def rows_of(signs: Iterable[Sign]) -> list[list[Line]]:
    """What stands on the same height, from top to bottom; words far from each other are pieces of their own."""
    rows: list[list[Sign]] = []
    for sign in sorted(signs, key=lambda sign: -sign.middle):
        if sign.text.isspace() and not rows:
            continue
        if rows and rows[-1][0].middle - sign.middle < HEIGHT * max(rows[-1][0].size, 1):
            rows[-1].append(sign)
        else:
            rows.append([sign])
    found = (pieces_of(sorted(row, key=lambda sign: sign.x0)) for row in rows)
    return [row for row in found if row]


def pieces_of(row: list[Sign]) -> list[Line]:
    parts: list[list[Sign]] = []
    last: Sign | None = None
    for sign in row:
        if sign.text.isspace():
            if parts:
                parts[-1].append(sign)
            continue
        # What was filled in belongs to the words before it, however far from it.
        if last is None or (
            sign.x0 - last.x1 > APART * max(min(sign.size, last.size), 1) and not sign.is_field
        ):
            parts.append([])
        parts[-1].append(sign)
        last = sign
    lines = [line for part in parts if (line := line_of(part))]
    return with_marks(lines)


def with_marks(lines: list[Line]) -> list[Line]:
    """A bullet or a number stands with the words after it."""
    found: list[Line] = []
    for line in lines:
        if found and MARK.fullmatch(found[-1].text) and line.x - found[-1].right < 5 * line.size:
            found[-1] = merged(found[-1], line)
        else:
            found.append(line)
    return found


def merged(one: Line, two: Line) -> Line:
    mark = "•" if one.text == "o" else one.text
    return replace(
        two,
        text=f"{mark} {two.text}",
        x=one.x,
        right=max(one.right, two.right),
        top=max(one.top, two.top),
        bottom=min(one.bottom, two.bottom),
    )


def line_of(signs: list[Sign]) -> Line | None:
    text, right = "", None
    for sign in signs:
        if right is not None and not sign.text.isspace() and sign.x0 - right > SPACE * (sign.size or 10):
            text += " "
        text += sign.text
        right = sign.x1
    letters = [sign for sign in signs if not sign.text.isspace()]
    text = tidied(text)
    if not letters or not text:
        return None
    size = Counter(round(sign.size * 2) / 2 for sign in letters).most_common(1)[0][0] or 1
    heavy = sum(sign.is_heavy for sign in letters)
    return Line(
        text, letters[0].x0, max(sign.y1 for sign in letters), min(sign.y0 for sign in letters),
        letters[-1].x1, size, heavy > 0.8 * len(letters),
    )  # fmt: skip


def tidied(text: str) -> str:
    """Single letters and spaces. A hyphen for the end of a line stays where it is one."""
    text = " ".join(cleaned(text).split())
    return text.rstrip(SOFT).replace(SOFT, "") + (SOFT if text.endswith(SOFT) else "")


def joined(lines: Iterable[str]) -> str:
    """A word that was broken at the end of a line is whole again; "lees- en rekenen" keeps its sign."""
    said = ""
    for line in lines:
        if said.endswith(SOFT) or (
            re.search(r"[^\W\d]-$", said)
            and re.match(r"[a-zà-ÿ]", line)
            and not re.match(r"(?:en|of)\b", line)
        ):
            said = said[:-1] + line
        else:
            said = f"{said} {line}" if said else line
    return said.rstrip(SOFT)


def is_cut(line: Line, following: Line, known: Counter[str]) -> bool:
    """A word that is longer than its column goes on without a hyphen. `known`: how often each word stands in the file.

    It is one when the file has it whole elsewhere, or has neither of its parts.
    """
    begin, rest = line.text.rsplit(" ", 1)[-1], following.text.split(" ", 1)[0].rstrip(".,:;?!)")
    room = line.edge - line.right
    if len(begin) < LETTERS or not begin.isalpha() or room > 0.9 * line.size:
        return False
    if not rest:
        return True
    if not (rest.isalpha() and rest.islower()):
        return False
    if known[(begin + rest).lower()]:
        return True
    return begin == line.text and room < 0.6 * line.size and known[rest] < 2 and known[begin.lower()] < 2
