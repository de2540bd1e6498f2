"""What a style of Word says of level, weight and size, also by what it is based on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from docx.oxml.ns import qn

HEADING = re.compile(r"^(?:heading|kop)\s*(\d)$", re.IGNORECASE)
TITLE = re.compile(r"^(?:title|titel)$", re.IGNORECASE)


class Styles:
    def __init__(self, document: Any) -> None:
        self.by_id = {
            each.get(qn("w:styleId")): each for each in document.styles.element.findall(qn("w:style"))
        }
        sizes = document.styles.element.findall(
            f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}/{qn('w:sz')}"
        )
        normal = next(
            (
                key
                for key, each in self.by_id.items()
                if each.get(qn("w:default")) == "1" and each.get(qn("w:type")) == "paragraph"
            ),
            None,
        )
        self.normal = normal
        self.size = self.number(normal, "w:sz") or (half(sizes[0]) if sizes else 11)

    def line(self, style: str | None) -> Iterator[Any]:
        seen: set[str] = set()
        while style and style in self.by_id and style not in seen:
            seen.add(style)
            yield self.by_id[style]
            based = self.by_id[style].find(qn("w:basedOn"))
            style = based.get(qn("w:val")) if based is not None else None

    def name(self, style: str | None) -> str:
        return next((word(each.find(qn("w:name"))) for each in self.line(style)), "")

    def level(self, style: str | None) -> int:
        for each in self.line(style):
            name = word(each.find(qn("w:name")))
            if TITLE.match(name):
                return 1
            if found := HEADING.match(name):
                return int(found.group(1))
            outline = each.find(f"{qn('w:pPr')}/{qn('w:outlineLvl')}")
            if outline is not None and word(outline) in "01234567":
                return int(word(outline)) + 1
        return 0

    def number(self, style: str | None, tag: str) -> float:
        for each in self.line(style):
            found = each.find(f"{qn('w:rPr')}/{qn(tag)}")
            if found is not None:
                return half(found)
        return 0

    def is_bold(self, style: str | None) -> bool:
        for each in self.line(style):
            found = each.find(f"{qn('w:rPr')}/{qn('w:b')}")
            if found is not None:
                return is_on(found)
        return False

    def numbering(self, style: str | None) -> Any:
        found = (each.find(f"{qn('w:pPr')}/{qn('w:numPr')}") for each in self.line(style))
        return next((each for each in found if each is not None), None)


def word(element: Any) -> str:
    return str(element.get(qn("w:val")) or "") if element is not None else ""


def half(element: Any) -> float:
    """Word counts letters in half points."""
    try:
        return float(word(element)) / 2
    except ValueError:
        return 0


def is_on(element: Any) -> bool:
    return word(element) not in ("0", "false", "off")
