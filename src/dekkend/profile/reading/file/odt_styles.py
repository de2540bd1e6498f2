"""What a style of OpenDocument says of size, weight, font and whether it is shown, also by what it is based on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

POINTS = {"pt": 1.0, "in": 72.0, "cm": 28.35, "mm": 2.835}
HEAVY = ("bold", "600", "700", "800", "900")


@dataclass(frozen=True)
class Set:
    """How letters are set. `size` 0: as what is around them."""

    size: float = 0
    is_bold: bool = False
    font: str = ""
    is_hidden: bool = False


class Styles:
    def __init__(self, document: Any) -> None:
        self.document = document
        self.known: dict[str, Set] = {}

    def of(self, family: str, name: str) -> Set:
        key = f"{family}/{name}"
        if key not in self.known:
            self.known[key] = Set(12.0 if family == "paragraph" else 0)  # also where styles go round
            style: Any = self.document.get_style(family, name) if name else None
            if style is not None:
                self.known[key] = self.told(style, family)
        return self.known[key]

    def told(self, style: Any, family: str) -> Set:
        above = self.of(family, style.get_attribute_string("style:parent-style-name") or "")
        told = style.get_element("style:text-properties")
        if told is None:
            return above
        weight = told.get_attribute_string("fo:font-weight")
        line = told.get_attribute_string("style:text-underline-style")
        font = told.get_attribute_string("style:font-name") or told.get_attribute_string("fo:font-family")
        shown = told.get_attribute_string("text:display")
        is_bold = above.is_bold
        if weight or line:
            # A line that is underlined is meant as one in bold.
            is_bold = weight in HEAVY or (line or "none") != "none"
        return Set(
            points(told.get_attribute_string("fo:font-size")) or above.size,
            is_bold,
            font or above.font,
            shown == "none" if shown else above.is_hidden,
        )


def points(told: str | None) -> float:
    found = re.fullmatch(r"([\d.]+)(pt|in|cm|mm)", told or "")
    return float(found.group(1)) * POINTS[found.group(2)] if found else 0
