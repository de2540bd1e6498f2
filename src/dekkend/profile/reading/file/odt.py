"""OpenDocument text: headings, paragraphs, lists and tables in the order of the document."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from odfdo import Document

from .arrange import After, joined, parted
from .heads import Look, item_of, level_of, sizes_of
from .odt_fields import controls_in, framed, hanging, shown
from .odt_styles import Set, Styles
from .odt_tables import grid_of
from .passages import Gap, Head, Para, Piece, Table
from .signs import in_font, plain
from .tables import heads_in

# Deleted words that are kept for "wijzigingen bijhouden", remarks, and lists that the program made itself.
UNSEEN = {
    "text:tracked-changes", "office:annotation", "office:annotation-end", "text:table-of-content",
    "text:illustration-index", "text:table-index", "text:alphabetical-index", "text:sequence-decls", "office:forms",
    "text:bibliography", "text:user-index", "text:object-index", "text:hidden-text", "text:hidden-paragraph",
    "text:ruby-text", "text:variable-decls", "text:user-field-decls",
}  # fmt: skip
BREAK = "text:soft-page-break"
CONTENTS = re.compile(r"^(?:Contents|Inhoudsopgave|Index)(?:_20_|\s)(?:\d|Heading|Kop)")


class Reader:
    def __init__(self, data: bytes) -> None:
        self.document = Document(io.BytesIO(data))
        self.body: Any = self.document.body
        self.page = 1
        self.has_pages = bool(self.body.get_elements(f"//{BREAK}"))
        self.styles = Styles(self.document)
        self.controls = controls_in(self.body)
        self.asked: list[Any] = []  # notes of the paragraph that is being read
        self.held: list[After] = []  # of the table that is being read

    @property
    def where(self) -> int:
        return self.page if self.has_pages else 0

    def pieces(self) -> Iterator[Piece]:
        read = list(self.blocks(self.body))
        sizes = sizes_of(look for _, look in read if look)
        for piece, look in read:
            level = level_of(look, sizes) if look and isinstance(piece, Para) else 0
            yield Head(piece.text.strip(), level, piece.page) if level and isinstance(piece, Para) else piece

    def blocks(self, parent: Any) -> Iterator[tuple[Piece, Look | None]]:
        for child in parent.children:
            tag = child.tag
            if tag == BREAK:
                self.page += 1
            elif tag == "text:h":
                text, page = self.text(child)
                yield Head(" ".join(text.split()), level_told(child), page), None
                yield from ((note, None) for note in self.noted(page))
                yield from self.hung(hanging(child), page)
            elif tag == "text:p":
                yield from self.paragraph(child)
            elif tag == "text:list":
                yield from ((piece, None) for piece in self.items(child, self.mark(child), 0))
            elif tag == "table:table":
                yield from self.table(child)
            elif tag == "draw:frame":
                yield from self.hung(framed(child), self.where)
            elif tag == "text:section" and child.get_attribute_string("text:display") == "none":
                continue
            elif tag not in UNSEEN:
                yield from self.blocks(child)

    def paragraph(self, element: Any) -> Iterator[tuple[Piece, Look | None]]:
        style = element.get_attribute_string("text:style-name") or ""
        if CONTENTS.match(style) or self.is_hidden(element, style):
            return
        text, page = self.text(element)
        mark, words = item_of(text)
        yield Para(words, page, mark), None if mark else self.look(element, text)
        yield from ((note, None) for note in self.noted(page))
        yield from self.hung(hanging(element), page)

    def is_hidden(self, element: Any, style: str) -> bool:
        return self.styles.of("paragraph", style).is_hidden or bool(
            element.get_elements("text:hidden-paragraph")
        )

    def noted(self, page: int) -> Iterator[Para]:
        """The notes of what was just read. A note to a note stands in its text."""
        asked, self.asked = self.asked, []
        for note in asked:
            was = self.page
            words = joined(
                piece for body in note.get_elements("text:note-body") for piece, _ in self.blocks(body)
            )
            self.page = was
            kind = "Eindnoot" if note.get_attribute_string("text:note-class") == "endnote" else "Voetnoot"
            if words:
                yield Para(f"{kind}: {words}", page, is_note=True)

    def hung(self, things: Iterable[Any], page: int) -> Iterator[tuple[Piece, Look | None]]:
        """What hangs on a paragraph: a text in a frame, or what cannot be read."""
        for thing in things:
            if isinstance(thing, Gap):
                yield replace(thing, page=page), None
            else:
                yield from self.blocks(thing)

    def items(self, element: Any, mark: str, depth: int) -> Iterator[Piece]:
        for item in element.children:
            if item.tag not in ("text:list-item", "text:list-header"):
                continue
            for child in item.children:
                if child.tag == "text:list":
                    yield from self.items(child, mark, depth + 1)
                elif child.tag == "text:h":
                    # A numbered heading stands in a list of its own.
                    text, page = self.text(child)
                    yield Head(" ".join(text.split()), level_told(child), page)
                    yield from self.noted(page)
                elif child.tag == "text:p":
                    text, page = self.text(child)
                    yield Para(text, page, mark, depth)
                    yield from self.noted(page)
                    yield from (piece for piece, _ in self.hung(hanging(child), page))
                elif child.tag == BREAK:
                    self.page += 1

    def mark(self, element: Any) -> str:
        name = element.get_attribute_string("text:style-name") or ""
        style: Any = self.document.get_style("list", name) if name else None
        first = style.children[0].tag if style is not None and style.children else ""
        return "1." if first == "text:list-level-style-number" else "-"

    def look(self, element: Any, text: str) -> Look:
        own = self.styles.of("paragraph", element.get_attribute_string("text:style-name") or "")
        spans = [
            each for each in element.get_elements("descendant::text:span") if (each.inner_text or "").strip()
        ]
        covered = "".join(each.inner_text for each in spans)
        if spans and len("".join(covered.split())) >= len("".join(text.split())):
            told = [self.of_span(each) for each in spans]
            return Look(
                text, max(each.size or own.size for each in told), own.is_bold or all(t.is_bold for t in told)
            )
        return Look(text, own.size, own.is_bold)

    def of_span(self, span: Any) -> Set:
        return self.styles.of("text", span.get_attribute_string("text:style-name") or "")

    def text(self, element: Any) -> tuple[str, int]:
        said: list[str] = []
        self.first = 0
        self.gather(
            element, said, self.styles.of("paragraph", element.get_attribute_string("text:style-name") or "")
        )
        return re.sub(r"[ \xa0]+", " ", plain("".join(said))).strip(), self.first or self.where

    def gather(self, element: Any, said: list[str], own: Set) -> None:
        self.say(element.text, said, own.font)
        for child in element.children:
            tag = child.tag
            if tag in ("text:s", "text:tab"):
                self.say(" ", said)
            elif tag == "text:line-break":
                self.say("\n", said)
            elif tag == BREAK:
                self.page += 1
            elif tag == "text:note":
                self.asked.append(child)
            elif tag == "text:a":
                self.link(child, said, own)
            elif (words := shown(child, self.controls)) is not None:
                self.say(words, said)
            elif tag == "text:span":
                if not (inner := self.of_span(child)).is_hidden:
                    self.gather(child, said, inner if inner.font else replace(inner, font=own.font))
            elif tag not in UNSEEN and not tag.startswith("draw:"):
                self.gather(child, said, own)
            self.say(child.tail, said, own.font)

    def say(self, words: str | None, said: list[str], font: str = "") -> None:
        if not words:
            return
        if words.strip() and not self.first:
            self.first = self.where
        # A line end in the file is a space; the one of a line break comes alone.
        said.append(in_font(words if words == "\n" else re.sub(r"\s+", " ", words), font))

    def link(self, element: Any, said: list[str], own: Set) -> None:
        inside: list[str] = []
        self.gather(element, inside, own)
        words, address = "".join(inside).strip(), element.get_attribute_string("xlink:href") or ""
        is_told = re.match(r"https?://[^\s()]+$", address) and words and words != address and "]" not in words
        said.append(f"[{words}]({address})" if is_told else words)

    def table(self, element: Any) -> Iterator[tuple[Piece, Look | None]]:
        page, began = self.where, self.page
        outer, self.held = self.held, []
        top = list(self.rows(element, within="table:table-header-rows"))
        all_rows = [*top, *self.rows(element)]
        rows = grid_of(all_rows, self.cell)
        held, self.held = self.held, outer
        if rows and max(map(len, rows)) == 1:
            self.page = began  # it is read once more
            for cell in all_rows:
                for each in cell.children:
                    yield from self.blocks(each)
            return
        heads = len(top) or heads_in(rows, [self.is_heavy(row) for row in all_rows])
        yield Table(tuple(rows), page, min(heads, max(len(rows) - 1, 0))), None
        yield from ((each, None) for each in held)

    def is_heavy(self, row: Any) -> bool:
        """All that is said in it is bold."""
        said = [
            [each for each in cell.get_elements("descendant::text:p") if (each.inner_text or "").strip()]
            for cell in row.get_elements("table:table-cell")
        ]
        cells = [paragraphs for paragraphs in said if paragraphs]
        is_over = len(cells) == 1 and len(row.children) > 1
        heavy = (self.look(each, each.inner_text.strip()).is_bold for cell in cells for each in cell)
        return (len(cells) > 1 or is_over) and all(heavy)

    def rows(self, element: Any, within: str = "") -> Iterator[Any]:
        """Those in the head of the table, or all others."""
        for child in element.children:
            if child.tag == "table:table-row" and not within:
                yield child
            elif child.tag == BREAK and not within:
                self.page += 1
            elif child.tag == within or (
                not within and child.tag in ("table:table-rows", "table:table-row-group")
            ):
                yield from self.rows(child)

    def cell(self, element: Any) -> str:
        text, after = parted(piece for piece, _ in self.blocks(element))
        self.held += after
        return text


def level_told(element: Any) -> int:
    told = element.get_attribute_string("text:outline-level") or "1"
    return min(max(int(told), 1), 9) if told.isdigit() else 1


def pieces(data: bytes) -> Iterator[Piece]:
    return Reader(data).pieces()
