"""What one Word file remembers while it is written, and where in it we are."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass

from docx.document import Document as WordFile
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml

from dekkend.documents import heights, pictures, poster_room
from dekkend.documents.to_docx import words
from dekkend.documents.to_docx.base_styles import LABELS
from dekkend.documents.tree import Document, Facts, Logo, MarkKind, StationState
from dekkend.kit import qr

TWENTIETH = 635  # of a point, in EMU
TEXT_WIDTH = 8845  # twentieths of a point, between the margins
BULLETS = 1  # of the lists of base.docx; every numbered list gets a number of its own


@dataclass(frozen=True)
class Place:
    level: int = 1  # of the next heading
    lists: int = 0  # how many lists lie around
    in_table: bool = False
    width: int = TEXT_WIDTH
    keep: bool = False  # on the page of what follows
    to_next: bool = False  # of what stands here the last is on the page of what follows
    fresh: bool = False  # at the start of a page
    whole: bool = False  # a paragraph is not divided over two pages
    note: str = ""  # style of the remark around
    after: int = -1  # space below, other than that of the style


def text_width(file: WordFile) -> int:
    section = file.sections[0]
    sides = (section.left_margin, section.right_margin, section.gutter)
    return round(((section.page_width or 0) - sum(side or 0 for side in sides)) / TWENTIETH)


class Sheet:
    def __init__(
        self, file: WordFile, document: Document, *, counted: bool, is_own: bool = False, scale: float = 1.0
    ) -> None:
        self.is_poster = document.shape == "poster"
        self.is_own = is_own  # the base is that of a school
        self.scale = scale  # of the letters, on a poster
        self.width = text_width(file) if is_own else TEXT_WIDTH
        self.labels = LABELS  # where the value of a fact begins
        if is_own:
            indent = file.styles["Fact"].paragraph_format.left_indent
            self.labels = round((indent or 0) / TWENTIETH) or LABELS
        self.file = file
        self.accent = document.accent
        self.counted = counted  # the numbers of headings are counted by Word
        self.bookmarks: dict[str, str] = {}
        self.serial = 0
        self.pictures: dict[str, str] = {}

    def label_width(self, facts: Facts) -> int:
        return poster_room.label_width(facts, self.scale) if self.is_poster else heights.label_width(facts)

    def number(self) -> int:
        """For pictures and bookmarks, which each need their own."""
        self.serial += 1
        return self.serial

    def bookmark(self, id: str) -> str:
        """A name that Word allows: letters, digits and underscores, at most forty."""
        if id not in self.bookmarks:
            short = re.sub(r"\W", "_", id)[:34]
            taken = set(self.bookmarks.values())
            names = (short, *(f"{short}_{number}" for number in range(2, len(taken) + 3)))
            self.bookmarks[id] = next(name for name in names if name not in taken)
        return self.bookmarks[id]

    def address(self, href: str) -> str:
        return self.file.part.relate_to(href, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)

    def mark(self, kind: MarkKind, alt: str, side: float = 9) -> str:
        if kind not in self.pictures:
            self.pictures[kind] = self._relation(pictures.mark(kind, self.accent))
        return words.picture(self.pictures[kind], self.number(), alt, side, side, lower=2)

    def brand(self, height: float) -> str:
        relation = self._relation(pictures.brand(self.accent))
        return words.picture(relation, self.number(), "Dekkend", height * 50 / pictures.SIDE, height)

    def logo(self, logo: Logo, width: float, height: float) -> str:
        return words.picture(self._relation(logo.png), self.number(), logo.label, width, height)

    def station(self, state: StationState, said: str, width: float, *, is_last: bool) -> str:
        """`width` in points; the road runs on to the next station, not past the last."""
        key = f"{state} {is_last} {width}"
        if key not in self.pictures:
            png = pictures.station(state, self.accent, round(width), is_last=is_last)
            self.pictures[key] = self._relation(png)
        return words.picture(self.pictures[key], self.number(), said, width, pictures.ROAD_HEIGHT)

    def code(self, address: str, alt: str, side: float = 82) -> str:
        relation = self._relation(qr.png(address))
        return words.picture(relation, self.number(), alt, side, side, corner=self.is_poster)

    def _relation(self, png: bytes) -> str:
        relation, _ = self.file.part.get_or_add_image(io.BytesIO(png))
        return relation

    def numbered_list(self, depth: int) -> int:
        """A new list that starts at 1."""
        numbering = self.file.part.numbering_part.element
        number = max((each.numId for each in numbering.num_lst), default=0) + 1
        numbering.append(
            parse_xml(
                f'<w:num {words.NAMESPACES} w:numId="{number}"><w:abstractNumId w:val="1"/>'
                f'<w:lvlOverride w:ilvl="{depth}"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
            )
        )
        return number
