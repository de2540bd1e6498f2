"""How large the sign at the top is, and how much air a cover in Word has, so that a full one stays one page.

PDF measures; Word and LibreOffice lay out later, with fonts that we do not know: an estimate with room to spare.
"""

from __future__ import annotations

from math import ceil

from dekkend.documents import heights
from dekkend.documents.tree import Document

PAGE, WIDTH = 700, 442  # points, between the margins
MOST, LEAST, SPARE = 190, 18, 75
BRAND, ROAD = 42, 92
SMALL_BRAND = 17  # of a paper without a cover
# Where a logo stands in its place, the room it has: wide ones are low, tall ones narrow.
ON_COVER, ON_TOP, ON_POSTER = (190.0, 68.0), (130.0, 40.0), (110.0, 34.0)


def logo_size(document: Document) -> tuple[float, float]:
    """In points; (0, 0) without a logo."""
    if document.logo is None:
        return 0, 0
    if document.shape == "poster":
        return document.logo.within(*ON_POSTER)
    return document.logo.within(*(ON_COVER if document.cover else ON_TOP))


def air(document: Document, *, has_road: bool) -> int:
    """Points between the mark at the top and the name of the school."""
    size = heights.title_size(document.title, cover=True)
    filled: float = (logo_size(document)[1] or BRAND) + 24 * bool(document.author) + ROAD * has_road
    filled += 8 + _high(document.title, heights.LETTER * size, 1.1 * size)
    filled += 30 + _high(document.subtitle, 7.2, 20, WIDTH - 85) if document.subtitle else 0
    filled += 42 + _high(document.status, 5.8, 15) if document.status else 0
    filled += sum(7 + _high(value, 5.4, 14, WIDTH - 130) for _, value in document.facts)
    filled += sum(6 + _high(notice, 4.3, 12) for notice in document.notices)
    return max(LEAST, min(MOST, PAGE - SPARE - round(filled)))


def _high(text: str, letter: float, line: float, width: int = WIDTH) -> float:
    return max(1, ceil(len(text) * letter / width)) * line
