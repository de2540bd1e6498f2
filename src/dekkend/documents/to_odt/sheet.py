"""What one OpenDocument file remembers while it is written, and where in it we are."""

from __future__ import annotations

from dataclasses import dataclass

from dekkend.documents import heights, pictures, poster_room
from dekkend.documents.to_odt import words
from dekkend.documents.tree import Document, Facts, Logo, MarkKind, StationState
from dekkend.kit import qr

TEXT_WIDTH = 156.0  # millimetres, between the margins
LIST = 6  # millimetres, of one list level


@dataclass(frozen=True)
class Place:
    level: int = 1  # of the next heading
    in_table: bool = False
    lists: int = 0  # how many lists lie around
    hangs: bool = False  # a paragraph with the sign of its item before it
    width: float = TEXT_WIDTH
    keep: bool = False  # on the page of what follows
    to_next: bool = False  # of what stands here the last is on the page of what follows
    fresh: bool = False  # at the start of a page
    whole: bool = False  # a paragraph is not divided over two pages
    ends: bool = False  # the last of a list or remark: with air below
    note: str = ""  # style of the remark around


class Sheet:
    def __init__(self, document: Document, *, counted: bool, scale: float = 1.0) -> None:
        self.is_poster = document.shape == "poster"
        self.scale = scale  # of the letters, on a poster
        self.accent, self.second = document.accent, document.second.lower()
        self.counted = counted  # the numbers of headings are counted by the word processor
        self.serial = 0
        self.styles: dict[str, str] = {}  # an automatic style without its name -> its name
        self.pictures: dict[str, bytes] = {}

    def label_width(self, facts: Facts) -> int:
        return poster_room.label_width(facts, self.scale) if self.is_poster else heights.label_width(facts)

    def number(self) -> int:
        """For pictures, tables and lists, which each need their own name."""
        self.serial += 1
        return self.serial

    def style(self, family: str, properties: str, attributes: str = "") -> str:
        """The name of an automatic style; the same look is one style."""
        look = f'style:family="{family}"{attributes}>{properties}</style:style>'
        if look not in self.styles:
            self.styles[look] = f"D{len(self.styles) + 1}"
        return self.styles[look]

    def paragraph_style(self, parent: str, paragraph: str = "", attributes: str = "") -> str:
        """A named style, with what only this place asks: attributes of its paragraph."""
        if not (paragraph or attributes):
            return parent
        inner = f"<style:paragraph-properties{paragraph}/>" if paragraph else ""
        return self.style("paragraph", inner, f' style:parent-style-name="{parent}"{attributes}')

    def automatic_styles(self) -> str:
        return "".join(f'<style:style style:name="{name}" {look}' for look, name in self.styles.items())

    def mark(self, kind: MarkKind, said: str, side: float = 9) -> str:
        path = self._kept(f"mark-{kind}", pictures.mark(kind, self.accent))
        return words.picture(path, f"Merk {self.number()}", said, side, side)

    def brand(self, height: float) -> str:
        path = self._kept("brand", pictures.brand(self.accent))
        return words.picture(path, "Dekkend", "Dekkend", height * 50 / pictures.SIDE, height)

    def logo(self, logo: Logo, width: float, height: float) -> str:
        return words.picture(self._kept("logo", logo.png), "Logo", logo.label, width, height)

    def station(self, state: StationState, said: str, width: float, *, is_last: bool) -> str:
        """`width` in points; the road runs on to the next station, not past the last."""
        shape = round(width)
        png = pictures.station(state, self.accent, shape, is_last=is_last)
        path = self._kept(f"station-{state}-{shape}{'-last' * is_last}", png)
        return words.picture(path, f"Station {self.number()}", said, width, pictures.ROAD_HEIGHT, "Station")

    def code(self, address: str, said: str, side: float = 82) -> str:
        number = self.number()
        return words.picture(
            self._kept(f"code-{number}", qr.png(address)), f"Code {number}", said, side, side
        )

    def _kept(self, name: str, png: bytes) -> str:
        path = f"Pictures/{name}.png"
        self.pictures[path] = png
        return path
