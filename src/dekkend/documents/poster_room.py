"""How large the letters of a poster in Word and OpenDocument can be, so that it fills its one page and no second.

PDF measures; Word and LibreOffice lay out later, with fonts that we do not know: an estimate in wide letters. Lines
have a height of their own, for some fonts (ours among them) ask for half as much again as others.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil

from dekkend.documents import heights
from dekkend.documents.cover_space import logo_size
from dekkend.documents.tree import (
    Block,
    Box,
    Break,
    Bullets,
    Code,
    Document,
    Facts,
    Inline,
    Mark,
    Note,
    Paragraph,
    Section,
    Text,
)

PAGE, WIDTH = 780, 452  # points, between the margins
SCALES = tuple(twentieth / 20 for twentieth in range(36, 13, -1))
LETTER, BOLD = 0.52, 0.61  # of its size: how wide a letter is, in a wide face
LINE = 1.24  # of its size: how high a line is
BODY, LEAD, SMALL, LARGE = 10.5, 13.0, 10.0, 20.0  # as in the styles
TITLE, NAME = 22, 14.0
BAND = 26  # around the name of the school
NOTICE = 8.5
REMARKS = {"Remark": 9.5, "Warning": 9.5}
INDENT = 17  # of a list
BRAND = 8  # the sign beside it
CODE = 82 + 28  # with its address below, whatever the size of the letters
FOOT = 17  # from the edge of the paper


def scale(document: Document) -> float:
    """Of all letters but those of the foot: the largest that surely fits; the smallest when none does.

    What is no poster has the letters of its styles.
    """
    if document.shape != "poster":
        return 1.0
    return next((size for size in SCALES if _filled(document, size) <= PAGE), SCALES[-1])


def line_heights(scale: float) -> dict[str, float]:
    """Points, for the styles that others are based on; by their name in Word and (of headings) in OpenDocument."""
    sizes = {"Body Text": BODY, "Lead": LEAD, "Author": NAME, "Heading 1": LARGE, "Fact": SMALL}
    return {name: round(size * scale * LINE, 1) for name, size in (sizes | REMARKS).items()}


def title_size(document: Document, scale: float) -> float:
    """In half points; a word of it is not broken where a smaller size keeps it whole."""
    longest = max(map(len, document.title.split()), default=1)
    return max(16.0, min(round(2 * TITLE * scale) / 2, int(2 * WIDTH / (longest * heights.LETTER)) / 2))


def label_width(facts: Facts, scale: float) -> int:
    """Millimetres: as wide as the longest label asks, for here no other facts stand below each other."""
    return round(max(len(label) for label, _ in facts.rows) * heights.LABEL_LETTER * scale) + 6


def foot_lines(document: Document) -> tuple[str, ...]:
    """What stands small under the poster: which year, its standing, and what must be said."""
    said = " · ".join(filter(None, (document.subtitle, document.status)))
    return tuple(filter(None, (said, *document.notices)))


def foot_height(document: Document) -> float:
    """Its lines are as high as those of our font, which are the highest."""
    return 8 + sum(_high(line, NOTICE, WIDTH) * 1.15 + 3 for line in foot_lines(document))


def _filled(document: Document, size: float) -> float:
    logo = logo_size(document)[1]
    band = BAND + _high(document.author, NAME * size, WIDTH, BOLD) if document.author else 0
    title = title_size(document, size)
    filled = foot_height(document) + (logo + 8 if logo else 0) + band
    filled += _high(document.title, title, WIDTH, heights.LETTER) + 8 * size
    return filled + _blocks(document.blocks, size, WIDTH)


def _blocks(nodes: Iterable[Block], size: float, width: float) -> float:
    return sum(_block(node, size, width) for node in nodes)


def _block(node: Block, size: float, width: float) -> float:
    if isinstance(node, Paragraph):
        letters = (LEAD if node.lead else BODY) * size
        return _lines(node.inlines, letters, width) + (8 if node.lead else 6.5) * size
    if isinstance(node, Bullets):
        inside = width - INDENT
        return 4 * size + sum(_blocks(item, size, inside) - 3 * size * len(item) for item in node.items)
    if isinstance(node, Facts):
        inside = width - label_width(node, size) * 72 / 25.4
        return 9 * size + sum(_lines(value, SMALL * size, inside) + 7 for _, value in node.rows)
    if isinstance(node, Section):
        head = _high(node.title, LARGE * size, width, BOLD) + 14 * size + 10
        return head + _blocks(node.blocks, size, width)
    if isinstance(node, Note):
        return (BODY * LINE + 4) * size * bool(node.title) + _blocks(node.blocks, size, width - 30)
    # what else there is asks for small letters
    return CODE if isinstance(node, Code) else 250 * size


def _lines(inlines: tuple[Inline, ...], letters: float, width: float) -> float:
    """Of a paragraph, with a new line at each break."""
    lines = [0.0]
    for part in inlines:
        if isinstance(part, Break):
            lines.append(0)
        elif isinstance(part, Text):
            lines[-1] += len(part.text) * letters * (BOLD if part.bold else LETTER)
        elif isinstance(part, Mark | Box):
            lines[-1] += (len(part.label) + 3) * letters * LETTER
    return sum(max(1, ceil(line * 1.04 / width)) for line in lines) * letters * LINE


def _high(text: str, letters: float, width: float, letter: float = LETTER) -> float:
    return max(1, ceil(len(text) * letters * letter * 1.04 / width)) * letters * LINE
