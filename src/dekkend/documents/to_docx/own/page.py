"""The paper of the base: its size, its margins, and the room that is left for text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from docx.oxml.ns import qn

from dekkend.kit.uploads import Unfit

from .numbers import number

A4 = (11906, 16838)
MARGIN = 1417  # twentieths of a point: what Word begins with
NARROWEST, LOWEST = 5_100, 6_800  # 90 and 120 millimetres
LOWEST_FOOT = 340  # from the edge, as a head: what printers reach
NARROW = (
    "Er blijft op de pagina te weinig ruimte over voor tekst ({width} bij {height} mm; nodig is 90 bij 120). Maak de "
    "marges kleiner of het papier groter, en bewaar het opnieuw."
)
SIDES = ("top", "right", "bottom", "left", "header", "footer", "gutter")


@dataclass(frozen=True)
class Page:
    size: tuple[int, int]
    margins: dict[str, int]
    has_cover: bool  # the first page has a head and foot of its own

    @property
    def is_a4(self) -> bool:
        return {millimetres(side) for side in self.size} == {210, 297}

    @property
    def lies(self) -> bool:
        return self.size[0] > self.size[1]

    @property
    def width(self) -> int:
        return self.size[0] - self.margins["left"] - self.margins["right"] - self.margins["gutter"]

    @property
    def height(self) -> int:
        return self.size[1] - abs(self.margins["top"]) - abs(self.margins["bottom"])

    @property
    def name(self) -> str:
        across, down = (millimetres(side) for side in self.size)
        lies = "liggend" if self.lies else "staand"
        return f"A4, {lies}" if self.is_a4 else f"{across} bij {down} mm, {lies}"

    def xml(self, references: str) -> str:
        margins = " ".join(f'w:{side}="{self.margins[side]}"' for side in SIDES)
        across, down = self.size
        lies = ' w:orient="landscape"' if self.lies else ""
        return (
            f'<w:sectPr>{references}<w:pgSz w:w="{across}" w:h="{down}"{lies}/><w:pgMar {margins}/>'
            f"{'<w:titlePg/>' if self.has_cover else ''}</w:sectPr>"
        )


def page_of(body: Any) -> Page:
    """Of the last section. Raise Unfit when there is hardly room for text."""
    # not those of before, that a tracked change remembers
    sections = [each for each in body.iter(qn("w:sectPr")) if each.getparent().tag != qn("w:sectPrChange")]
    section = sections[-1] if sections else None
    size, margin, cover = (
        None if section is None else section.find(qn(f"w:{name}")) for name in ("pgSz", "pgMar", "titlePg")
    )
    page = Page(
        (whole(size, "w", A4[0], 31_680), whole(size, "h", A4[1], 31_680)),
        {
            side: whole(margin, side, {"header": 708, "footer": 708, "gutter": 0}.get(side, MARGIN), 20_000)
            for side in SIDES
        },
        cover is not None and cover.get(qn("w:val"), "1") not in ("0", "false", "off"),
    )
    for side in ("header", "footer"):  # a head that begins halfway leaves no room either
        page.margins[side] = min(max(page.margins[side], LOWEST_FOOT), page.size[1] // 5)
    if page.width < NARROWEST or page.height < LOWEST:
        width, height = (max(0, millimetres(each)) for each in (page.width, page.height))
        raise Unfit(NARROW.format(width=width, height=height))
    return page


def whole(element: Any | None, name: str, usual: int, most: int) -> int:
    found = None if element is None else number(element.get(qn(f"w:{name}")))
    return usual if found is None or not -most <= found <= most else found


def millimetres(twentieths: int) -> int:
    return round(twentieths * 25.4 / 1440)
