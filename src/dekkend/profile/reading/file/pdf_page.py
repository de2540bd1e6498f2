"""What stands on a page of a PDF, as signs with their places: letters, filled-in fields, strokes and pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import LTChar, LTCurve, LTFigure, LTImage, LTLine, LTRect
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import resolve1
from pdfminer.psparser import PSLiteral
from pdfminer.utils import decode_text

from .signs import OPEN, TICKED, in_font

THIN = 3  # points; what is thinner is a line
WHOLE = 0.9  # of the page: a ground or an edge, no table
LARGE = 0.1  # of the page, for a picture that says something

Box = tuple[float, float, float, float]


@dataclass(slots=True)
class Sign:
    """A letter, or all that was filled in in a field of a form. `turned`: 1 reads upwards, -1 downwards."""

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    size: float
    is_heavy: bool = False
    turned: int = 0
    is_field: bool = False

    @property
    def middle(self) -> float:
        return (self.y0 + self.y1) / 2


@dataclass
class Page:
    number: int
    width: float
    height: float
    signs: list[Sign] = field(default_factory=list)
    strokes: list[Box] = field(default_factory=list)
    pictures: list[Box] = field(default_factory=list)


class Pages:
    def __init__(self) -> None:
        manager = PDFResourceManager()
        self.device = PDFPageAggregator(manager, laparams=None)
        self.interpreter = PDFPageInterpreter(manager, self.device)

    def read(self, page: PDFPage, number: int) -> Page:
        found = self.laid(page, number)
        turned = [sign.turned for sign in found.signs]
        if abs(sum(turned)) * 2 > len(turned) > 0:
            # A page that lies on its side, without saying so.
            page.rotate = (page.rotate + (90 if sum(turned) > 0 else 270)) % 360
            return self.laid(page, number)
        return found

    def laid(self, page: PDFPage, number: int) -> Page:
        self.interpreter.process_page(page)
        layout = self.device.get_result()
        found = Page(number, layout.width, layout.height)
        gather(layout, found)
        # Places in the file are those of the page before it was turned and cut.
        if not page.rotate:
            x, y = page.mediabox[:2]
            found.signs += filled_in(page, float(x), float(y))
        return found


def gather(container: Any, page: Page) -> None:
    for element in container:
        if isinstance(element, LTChar):
            page.signs.append(sign_of(element))
        elif isinstance(element, LTImage):
            if area(element.bbox) > LARGE * page.width * page.height:
                page.pictures.append(element.bbox)
        elif isinstance(element, LTFigure):
            gather(element, page)
        elif isinstance(element, LTLine | LTRect | LTCurve):
            page.strokes += strokes_of(element, page)


def sign_of(letter: LTChar) -> Sign:
    a, b, *_ = letter.matrix
    turned = 0 if abs(b) <= abs(a) else 1 if b > 0 else -1
    x0, y0, x1, y1 = letter.bbox
    size = letter.size if not turned else x1 - x0
    return Sign(
        said(letter.get_text(), letter.fontname), x0, y0, x1, y1, size, is_heavy(letter.fontname), turned
    )


@lru_cache(maxsize=4096)
def said(text: str, font: str) -> str:
    """ "(cid:12)" is a sign that the file does not name: a bullet mostly."""
    return in_font("•" if text.startswith("(cid:") else text, font)


@lru_cache(maxsize=512)
def is_heavy(font: str) -> bool:
    return bool(re.search(r"bold|black|heavy|semibold|demi", font, re.IGNORECASE))


def area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def strokes_of(element: Any, page: Page) -> Iterator[Box]:
    """Every line that is drawn; a frame is four of them."""
    x0, y0, x1, y1 = element.bbox
    if x1 - x0 > WHOLE * page.width and y1 - y0 > WHOLE * page.height:
        return
    if isinstance(element, LTLine) or min(x1 - x0, y1 - y0) <= THIN:
        yield x0, y0, x1, y1
    elif isinstance(element, LTRect):
        yield from ((x0, y0, x0, y1), (x1, y0, x1, y1), (x0, y0, x1, y0), (x0, y1, x1, y1))


def filled_in(page: PDFPage, left: float, low: float) -> Iterator[Sign]:
    """Fields of a form, and words that were typed over the page."""
    for each in resolve1(page.annots) or []:
        told = resolve1(each)
        if not isinstance(told, dict):
            continue
        box = [float(resolve1(side)) for side in resolve1(told.get("Rect")) or []]
        words = of_note(told)
        if words and len(box) == 4:
            x0, y0, x1, y1 = box[0] - left, box[1] - low, box[2] - left, box[3] - low
            yield Sign(words, x0, y0, x1, y1, min(y1 - y0, 11), is_field=True)


def of_note(told: dict[str, Any]) -> str:
    kind = name_of(told.get("Subtype"))
    if kind == "FreeText":
        return " ".join(text_of(told.get("Contents")).split())
    if kind != "Widget":
        return ""
    value, sort = inherited(told, "V"), name_of(inherited(told, "FT"))
    if sort == "Btn":
        state = name_of(told.get("AS")) or name_of(value)
        is_push = int(resolve1(inherited(told, "Ff")) or 0) & 0x10000
        return "" if is_push else OPEN if state in ("", "Off") else TICKED
    if sort not in ("Tx", "Ch"):
        return ""
    several = value if isinstance(value, list) else [value]
    return ", ".join(filter(None, (" ".join(text_of(each).split()) for each in several)))


def inherited(told: dict[str, Any], key: str) -> Any:
    """Of the field, or of the one that it is part of."""
    for _ in range(8):
        if key in told:
            return resolve1(told[key])
        above = resolve1(told.get("Parent"))
        if not isinstance(above, dict):
            return None
        told = above
    return None


def name_of(value: Any) -> str:
    value = resolve1(value)
    if not isinstance(value, PSLiteral):
        return ""
    return value.name if isinstance(value.name, str) else value.name.decode("latin-1")


def text_of(value: Any) -> str:
    value = resolve1(value)
    return decode_text(value) if isinstance(value, bytes) else value if isinstance(value, str) else ""
