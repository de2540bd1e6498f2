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

    def is_set(self, style: str | None, *tags: str) -> bool:
        """Whether it is bold (w:b), hidden (w:vanish), underlined (w:u)."""
        for each in self.line(style):
            found = [told for tag in tags if (told := each.find(f"{qn('w:rPr')}/{qn(tag)}")) is not None]
            if found:
                return any(map(is_on, found))
        return False

    def font(self, style: str | None) -> str:
        return next((name for each in self.line(style) if (name := font_of(each))), "")

    def numbering(self, style: str | None) -> Any:
        found = (each.find(f"{qn('w:pPr')}/{qn('w:numPr')}") for each in self.line(style))
        return next((each for each in found if each is not None), None)


def number_formats(document: Any) -> dict[tuple[str, str], str]:
    """(list, depth) -> "bullet", "decimal", …"""
    try:
        root: Any = document.part.numbering_part.element
    except (KeyError, NotImplementedError):
        return {}
    kinds = {}
    for each in root.findall(qn("w:abstractNum")):
        for level in each.findall(qn("w:lvl")):
            kinds[each.get(qn("w:abstractNumId")), level.get(qn("w:ilvl"))] = word(level.find(qn("w:numFmt")))
    found = {}
    for each in root.findall(qn("w:num")):
        abstract = word(each.find(qn("w:abstractNumId")))
        for (kind, depth), fmt in kinds.items():
            if kind == abstract:
                found[each.get(qn("w:numId")), depth] = fmt
    return found


def word(element: Any) -> str:
    return str(element.get(qn("w:val")) or "") if element is not None else ""


def half(element: Any) -> float:
    """Word counts letters in half points."""
    try:
        return float(word(element)) / 2
    except ValueError:
        return 0


def is_on(element: Any) -> bool:
    return word(element) not in ("0", "false", "off", "none")


def font_of(element: Any) -> str:
    """Of a run or a style."""
    told = element.find(f"{qn('w:rPr')}/{qn('w:rFonts')}")
    return "" if told is None else str(told.get(qn("w:ascii")) or told.get(qn("w:hAnsi")) or "")
