"""OpenDocument text: headings, paragraphs, lists and tables in the order of the document."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

from odfdo import Document

from .arrange import joined, parted
from .heads import Look, item_of, level_of, sizes_of
from .passages import Head, Para, Piece, Table

# Deleted words that are kept for "wijzigingen bijhouden", remarks, and lists that the program made itself.
UNSEEN = {
    "text:tracked-changes", "office:annotation", "office:annotation-end", "text:table-of-content",
    "text:illustration-index", "text:table-index", "text:alphabetical-index", "text:sequence-decls", "office:forms",
    "text:bibliography",
}  # fmt: skip
BREAK = "text:soft-page-break"
MOST_REPEATED = 60  # columns and rows that one cell or row stands for
POINTS = {"pt": 1.0, "in": 72.0, "cm": 28.35, "mm": 2.835}


class Reader:
    def __init__(self, data: bytes) -> None:
        self.document = Document(io.BytesIO(data))
        self.body: Any = self.document.body
        self.page = 1
        self.has_pages = bool(self.body.get_elements(f"//{BREAK}"))
        self.looks: dict[str, tuple[float, bool]] = {}
        self.asked: list[Any] = []  # notes of the paragraph that is being read
        self.held: list[Para] = []  # notes of the table that is being read

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
                yield from self.boxes(child)
            elif tag == "text:p":
                yield from self.paragraph(child)
            elif tag == "text:list":
                yield from ((piece, None) for piece in self.items(child, self.mark(child), 0))
            elif tag == "table:table":
                yield from self.table(child)
            elif tag not in UNSEEN:
                yield from self.blocks(child)

    def paragraph(self, element: Any) -> Iterator[tuple[Piece, Look | None]]:
        text, page = self.text(element)
        mark, words = item_of(text)
        yield Para(words, page, mark), None if mark else self.look(element, text)
        yield from ((note, None) for note in self.noted(page))
        yield from self.boxes(element)

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

    def boxes(self, element: Any) -> Iterator[tuple[Piece, Look | None]]:
        """Texts in a frame that hangs on this paragraph."""
        for box in element.get_elements("descendant::draw:text-box"):
            yield from self.blocks(box)

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
                elif child.tag == BREAK:
                    self.page += 1

    def mark(self, element: Any) -> str:
        name = element.get_attribute_string("text:style-name") or ""
        style: Any = self.document.get_style("list", name) if name else None
        first = style.children[0].tag if style is not None and style.children else ""
        return "1." if first == "text:list-level-style-number" else "-"

    def look(self, element: Any, text: str) -> Look:
        size, bold = self.of_style("paragraph", element.get_attribute_string("text:style-name") or "")
        spans = [
            each for each in element.get_elements("descendant::text:span") if (each.inner_text or "").strip()
        ]
        covered = "".join(each.inner_text for each in spans)
        if spans and len("".join(covered.split())) >= len("".join(text.split())):
            told = [
                self.of_style("text", each.get_attribute_string("text:style-name") or "") for each in spans
            ]
            return Look(text, max(own or size for own, _ in told), bold or all(heavy for _, heavy in told))
        return Look(text, size, bold)

    def of_style(self, family: str, name: str) -> tuple[float, bool]:
        """Size and weight, also from what the style is based on."""
        key = f"{family}/{name}"
        if key not in self.looks:
            self.looks[key] = (12.0 if family == "paragraph" else 0.0, False)  # also where styles go round
            style: Any = self.document.get_style(family, name) if name else None
            if style is not None:
                self.looks[key] = self.told(style, family)
        return self.looks[key]

    def told(self, style: Any, family: str) -> tuple[float, bool]:
        told = style.get_element("style:text-properties")
        own_size = points(told.get_attribute_string("fo:font-size")) if told is not None else 0
        weight = told.get_attribute_string("fo:font-weight") if told is not None else None
        parent = style.get_attribute_string("style:parent-style-name") or ""
        size, bold = self.of_style(family, parent)
        return own_size or size, weight in ("bold", "600", "700", "800", "900") if weight else bold

    def text(self, element: Any) -> tuple[str, int]:
        said: list[str] = []
        self.first = 0
        self.gather(element, said)
        return re.sub(r"[ \xa0]+", " ", "".join(said)).strip(), self.first or self.where

    def gather(self, element: Any, said: list[str]) -> None:
        self.say(element.text, said)
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
                self.link(child, said)
            elif tag not in UNSEEN and not tag.startswith("draw:"):
                self.gather(child, said)
            self.say(child.tail, said)

    def say(self, words: str | None, said: list[str]) -> None:
        if not words:
            return
        if words.strip() and not self.first:
            self.first = self.where
        # A line end in the file is a space; the one of a line break comes alone.
        said.append(words if words == "\n" else re.sub(r"\s+", " ", words))

    def link(self, element: Any, said: list[str]) -> None:
        inside: list[str] = []
        self.gather(element, inside)
        words, address = "".join(inside).strip(), element.get_attribute_string("xlink:href") or ""
        is_told = re.match(r"https?://[^\s()]+$", address) and words and words != address and "]" not in words
        said.append(f"[{words}]({address})" if is_told else words)

    def table(self, element: Any) -> Iterator[tuple[Piece, Look | None]]:
        page, began = self.where, self.page
        outer, self.held = self.held, []
        top = list(self.rows(element, within="table:table-header-rows"))
        rows = [self.cells(row) for row in (*top, *self.rows(element))]
        held, self.held = self.held, outer
        if rows and max(map(len, rows)) == 1:
            self.page = began  # it is read once more
            for cell in (*top, *self.rows(element)):
                for each in cell.children:
                    yield from self.blocks(each)
            return
        yield Table(tuple(tuple(row) for row in rows), page, min(len(top), max(len(rows) - 1, 0))), None
        yield from ((note, None) for note in held)

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

    def cells(self, row: Any) -> list[str]:
        found: list[str] = []
        for child in row.children:
            if child.tag == "table:table-cell":
                text = self.cell(child)
                repeated = child.get_attribute_string("table:number-columns-repeated") or "1"
                found += [text] * (min(int(repeated), MOST_REPEATED) if repeated.isdigit() else 1)
            elif child.tag == "table:covered-table-cell":
                found.append("")
        while len(found) > 1 and not found[-1]:
            found.pop()
        return found

    def cell(self, element: Any) -> str:
        text, notes = parted(piece for piece, _ in self.blocks(element))
        self.held += notes
        return text


def level_told(element: Any) -> int:
    told = element.get_attribute_string("text:outline-level") or "1"
    return min(max(int(told), 1), 9) if told.isdigit() else 1


def points(told: str | None) -> float:
    found = re.fullmatch(r"([\d.]+)(pt|in|cm|mm)", told or "")
    return float(found.group(1)) * POINTS[found.group(2)] if found else 0


def pieces(data: bytes) -> Iterator[Piece]:
    return Reader(data).pieces()
