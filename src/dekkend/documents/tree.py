"""The one tree from which every paper is made.

Frozen, plain, without a word of the domain. A renderer has one function per node;
a test fails when a paper lacks one. Text is any Unicode that a person can paste:
each renderer cleans what its paper cannot carry, and none ever fails on it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

MarkKind = Literal["full", "half", "empty", "dash", "blank"]
StationState = Literal["done", "current", "later"]
Shape = Literal["book", "poster"]


@dataclass(frozen=True)
class Base:
    """The Word file of a school under its papers, as `to_docx.own.prepare` made it; known by its hash."""

    sha256: str
    docx: bytes = field(repr=False, compare=False)


@dataclass(frozen=True)
class Logo:
    """A picture of whose paper it is; `label` is read aloud. Its sides are pixels, each paper has its own size."""

    png: bytes
    width: int
    height: int
    label: str

    def within(self, width: float, height: float) -> tuple[float, float]:
        """As large as fits."""
        scale = min(width / self.width, height / self.height)
        return self.width * scale, self.height * scale


# Inside a line


@dataclass(frozen=True)
class Text:
    text: str
    bold: bool = False
    italic: bool = False
    href: str = ""
    struck: bool = False  # it stood there before; read aloud as gone
    added: bool = False  # it stands there since then; read aloud as new


@dataclass(frozen=True)
class Mark:
    """Full, half, empty square, dash or dot; `label` is read aloud and printed beside it."""

    kind: MarkKind
    label: str
    show_label: bool = True


@dataclass(frozen=True)
class Box:
    """A box to tick with a pen, with its word beside it; `ticked` where it was chosen already."""

    label: str
    ticked: bool = False


@dataclass(frozen=True)
class Break:
    pass


Inline = Text | Mark | Box | Break


# Blocks


@dataclass(frozen=True)
class Paragraph:
    """`voice`: the school's own words (Source Serif); else what Dekkend says (Source Sans).

    `keep`: on the page of what follows, as a heading.
    """

    inlines: tuple[Inline, ...]
    voice: bool = False
    lead: bool = False
    keep: bool = False


@dataclass(frozen=True)
class Bullets:
    items: tuple[tuple[Block, ...], ...]
    ordered: bool = False


@dataclass(frozen=True)
class Facts:
    """Pairs of a label and what is the case."""

    rows: tuple[tuple[str, tuple[Inline, ...]], ...]


@dataclass(frozen=True)
class Column:
    title: str
    width: int = 1  # share of the width, relative to the others


@dataclass(frozen=True)
class Table:
    """Always with a header row; `caption` says in words what the table holds.

    `keep`: read at one glance, so on one page wherever a page is large enough.
    `headed`: the heading above it says the caption already, so that only who cannot see it is told; set by `tidy`.
    """

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[tuple[Block, ...], ...], ...]  # row -> cell -> blocks
    keep: bool = False
    headed: bool = False

    @property
    def shown_caption(self) -> str:
        return "" if self.headed else self.caption


@dataclass(frozen=True)
class Note:
    """A remark beside the text: "info", or "warning" for what must not be missed."""

    blocks: tuple[Block, ...]
    kind: Literal["info", "warning"] = "info"
    title: str = ""


@dataclass(frozen=True)
class Station:
    name: str
    state: StationState
    note: str = ""


@dataclass(frozen=True)
class Road:
    """The seven stations on one line: the signature on screen and paper."""

    stations: tuple[Station, ...]


@dataclass(frozen=True)
class Lines:
    """Room to write with a pen: so many lines, under or after their label."""

    label: str
    count: int = 1


@dataclass(frozen=True)
class Entry:
    """One numbered piece of a form; it is never divided over two pages. `help` is printed small."""

    number: str
    text: str
    blocks: tuple[Block, ...]
    help: str = ""


@dataclass(frozen=True)
class Code:
    """A QR code that opens an address; the address itself stands beside it, for who has no telephone."""

    address: str
    label: str  # "Lees verder op"


@dataclass(frozen=True)
class PageBreak:
    pass


@dataclass(frozen=True)
class Section:
    """A heading with what stands under it; its level is its depth in the tree."""

    title: str
    blocks: tuple[Block, ...]
    id: str = ""
    number: str = ""


Block = Paragraph | Bullets | Facts | Table | Note | Road | Lines | Entry | Code | PageBreak | Section


@dataclass(frozen=True)
class Document:
    """`status` is said on the cover and in the running foot: "Concept, versie 2".

    `date` is ISO (YYYY-MM-DD) and fixes the dates inside PDF and zip, so that the same
    tree gives the same bytes. `accent` and `second` are "#rrggbb": the first for what is small and for surfaces,
    the second for large headings. `notices` are printed once, small.
    `shape` "poster": one page to hang on a wall; its type is as large as fits.
    """

    title: str
    subtitle: str
    author: str
    date: str
    blocks: tuple[Block, ...]
    status: str = ""
    facts: tuple[tuple[str, str], ...] = ()  # on the cover
    notices: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()  # inside the file, for machines
    language: str = "nl-NL"
    accent: str = "#1d3f8f"
    second: str = "#171c28"
    logo: Logo | None = None
    base: Base | None = None
    cover: bool = True
    contents: bool = False  # a table of contents after the cover
    shape: Shape = "book"
