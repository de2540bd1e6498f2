"""Word: paragraphs and tables in the order of the document. What was deleted with "wijzigingen bijhouden" is gone."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

import docx
from docx.oxml.ns import qn

from .arrange import joined, parted
from .docx_notes import KINDS, Note, Notes, links_of
from .docx_styles import Styles, half, is_on, word
from .heads import Look, item_of, level_of, sizes_of
from .passages import Head, Para, Piece, Table

CONTENTS = re.compile(r"^(?:toc|inhopg|table of figures)", re.IGNORECASE)
UNSEEN = {qn("w:del"), qn("w:moveFrom"), qn("w:txbxContent"), qn("w:pPr"), qn("w:rPr"), qn("w:instrText")}
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


class Reader:
    def __init__(self, data: bytes) -> None:
        self.document = docx.Document(io.BytesIO(data))
        self.styles = Styles(self.document)
        self.has_pages = (
            next(self.document.element.body.iter(qn("w:lastRenderedPageBreak")), None) is not None
        )
        self.page = 1
        self.links = links_of(self.document.part)
        self.notes = Notes(self.document)
        self.in_note = False
        self.asked: list[Note] = []  # by the paragraph that is being read
        self.held: list[Para] = []  # of the table that is being read
        self.formats = self.number_formats()

    def number_formats(self) -> dict[tuple[str, str], str]:
        """(list, depth) -> "bullet", "decimal", …"""
        try:
            root: Any = self.document.part.numbering_part.element
        except (KeyError, NotImplementedError):
            return {}
        kinds = {}
        for each in root.findall(qn("w:abstractNum")):
            for level in each.findall(qn("w:lvl")):
                kinds[each.get(qn("w:abstractNumId")), level.get(qn("w:ilvl"))] = word(
                    level.find(qn("w:numFmt"))
                )
        found = {}
        for each in root.findall(qn("w:num")):
            abstract = word(each.find(qn("w:abstractNumId")))
            for (kind, depth), fmt in kinds.items():
                if kind == abstract:
                    found[each.get(qn("w:numId")), depth] = fmt
        return found

    @property
    def where(self) -> int:
        return self.page if self.has_pages else 0

    def pieces(self) -> Iterator[Piece]:
        read = list(self.blocks(self.document.element.body))
        sizes = sizes_of(look for _, look in read if look)
        for piece, look in read:
            level = level_of(look, sizes) if look and isinstance(piece, Para) and not piece.item else 0
            yield Head(piece.text.strip(), level, piece.page) if level and isinstance(piece, Para) else piece

    def blocks(self, parent: Any) -> Iterator[tuple[Piece, Look | None]]:
        """Pieces, each with how it looks where the style does not tell what it is."""
        for child in parent:
            if child.tag == qn("w:p"):
                yield from self.paragraph(child)
            elif child.tag == qn("w:tbl"):
                yield from self.table(child)
            elif child.tag == qn("w:sdt"):
                inside = child.find(qn("w:sdtContent"))
                gallery = child.find(f"{qn('w:sdtPr')}/{qn('w:docPartObj')}/{qn('w:docPartGallery')}")
                if inside is not None and word(gallery).lower() != "table of contents":
                    yield from self.blocks(inside)
            elif child.tag in (qn("w:ins"), qn("w:moveTo"), qn("w:customXml"), qn("w:smartTag")):
                yield from self.blocks(child)

    def paragraph(self, p: Any) -> Iterator[tuple[Piece, Look | None]]:
        style = word(p.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")) or self.styles.normal
        text, page = self.text(p)
        name = self.styles.name(style)
        if not CONTENTS.match(name):
            yield self.piece(p, style, text, page)
        asked, self.asked = self.asked, []
        for note in asked:
            if words := self.note(note):
                yield Para(f"{note.kind}: {words}", page, is_note=True), None
        for box in p.iter(qn("w:txbxContent")):
            if not any(each.tag == FALLBACK for each in box.iterancestors()):
                yield from self.blocks(box)

    def note(self, note: Note) -> str:
        """What a note says. A page that ends in it ends in the text too, and a note to a note is not read."""
        page, links = self.page, self.links
        self.links, self.in_note = dict(note.links), True
        read = [piece for piece, _ in self.blocks(note.element)]
        self.page, self.links, self.in_note = page, links, False
        return joined(read)

    def piece(self, p: Any, style: str | None, text: str, page: int) -> tuple[Piece, Look | None]:
        outline = p.find(f"{qn('w:pPr')}/{qn('w:outlineLvl')}")
        level = int(word(outline)) + 1 if outline is not None and word(outline) in "01234567" else 0
        if level := level or self.styles.level(style):
            return Head(" ".join(text.split()), level, page), None
        numbering = p.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
        if numbering is None:
            numbering = self.styles.numbering(style)
        if numbering is not None and word(numbering.find(qn("w:numId"))) not in ("", "0"):
            depth = word(numbering.find(qn("w:ilvl"))) or "0"
            fmt = self.formats.get((word(numbering.find(qn("w:numId"))), depth), "bullet")
            mark = "-" if fmt in ("bullet", "none", "") else "1."
            look = self.look(p, style, text)
            # A heading that Word numbers by itself is bold; an item of a list is not.
            if mark == "1." and look.is_bold:
                return Para(text, page), look
            return Para(text, page, mark, int(depth) if depth.isdigit() else 0), None
        mark, words = item_of(text)
        return Para(words, page, mark), None if mark else self.look(p, style, text)

    def look(self, p: Any, style: str | None, text: str) -> Look:
        runs = [run for run in p.iter(qn("w:r")) if any((t.text or "").strip() for t in run.iter(qn("w:t")))]
        bold, size = self.styles.is_bold(style), self.styles.number(style, "w:sz") or self.styles.size
        weights, sizes = [], []
        for run in runs:
            own = run.find(f"{qn('w:rPr')}/{qn('w:b')}")
            weights.append(is_on(own) if own is not None else bold)
            told = run.find(f"{qn('w:rPr')}/{qn('w:sz')}")
            sizes.append(half(told) if told is not None else size)
        return Look(text, max(sizes, default=size), bool(weights) and all(weights))

    def text(self, element: Any) -> tuple[str, int]:
        """The words, and the page on which the first of them stands."""
        said: list[str] = []
        page = self.where
        for kind, words in self.signs(element):
            if kind == "page":
                self.page += 1
            elif kind == "text":
                said.append(words)
            if not any(each.strip() for each in said):
                page = self.where
        return re.sub(r"[ \t\xa0]+", " ", "".join(said)).strip(), page

    def signs(self, element: Any) -> Iterator[tuple[str, str]]:
        for child in element:
            tag = child.tag
            if tag in UNSEEN or tag == FALLBACK:
                continue
            if tag == qn("w:t"):
                yield "text", child.text or ""
            elif tag == qn("w:tab"):
                yield "text", "\t"
            elif tag in (qn("w:br"), qn("w:cr")):
                yield "text", "\n" if child.get(qn("w:type")) in (None, "textWrapping") else " "
            elif tag == qn("w:noBreakHyphen"):
                yield "text", "-"
            elif tag == qn("w:lastRenderedPageBreak"):
                yield "page", ""
            elif tag in KINDS:
                if not self.in_note and (note := self.notes.take(child)):
                    self.asked.append(note)
            elif tag == qn("w:hyperlink"):
                yield from self.link(child)
            elif tag == qn("w:r") and self.is_hidden(child):
                continue
            elif isinstance(tag, str):
                yield from self.signs(child)

    def is_hidden(self, run: Any) -> bool:
        told = run.find(f"{qn('w:rPr')}/{qn('w:vanish')}")
        return told is not None and is_on(told)

    def link(self, element: Any) -> Iterator[tuple[str, str]]:
        address = str(self.links.get(element.get(qn("r:id")), ""))
        inside = list(self.signs(element))
        words = "".join(text for kind, text in inside if kind == "text").strip()
        if re.match(r"https?://[^\s()]+$", address) and words and words != address and "]" not in words:
            yield "text", f"[{words}]({address})"
            yield from (each for each in inside if each[0] == "page")
        else:
            yield from inside

    def table(self, tbl: Any) -> Iterator[tuple[Piece, Look | None]]:
        rows, heads = [], 0
        page, began, given = self.where, self.page, set(self.notes.given)
        outer, self.held = self.held, []
        for number, tr in enumerate(self.rows(tbl)):
            cells, is_bold = self.cells(tr)
            rows.append(tuple(cells))
            told = tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}")
            if number == heads and ((told is not None and is_on(told)) or (number == 0 and is_bold)):
                heads += 1
        held, self.held = self.held, outer
        if rows and max(map(len, rows)) == 1:
            # A frame around texts: what is in it is read as if it stood there, and so once more.
            self.page, self.notes.given = began, given
            for cell in tbl.iter(qn("w:tc")):
                if next(cell.iterancestors(qn("w:tbl"))) is tbl:
                    yield from self.blocks(cell)
            return
        yield Table(tuple(rows), page, min(heads, max(len(rows) - 1, 0))), None
        yield from ((note, None) for note in held)

    def rows(self, tbl: Any) -> Iterator[Any]:
        for child in tbl:
            if child.tag == qn("w:tr"):
                yield child
            elif child.tag in (qn("w:sdt"), qn("w:sdtContent"), qn("w:customXml"), qn("w:ins")):
                yield from self.rows(child)

    def cells(self, tr: Any) -> tuple[list[str], bool]:
        """A cell over several columns is followed by empty ones; one that goes on from above is empty."""
        found: list[str] = []
        weights = []
        for tc in tr.iter(qn("w:tc")):
            if next(tc.iterancestors(qn("w:tr"))) is not tr:
                continue
            span = word(tc.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}"))
            merged = tc.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
            goes_on = merged is not None and word(merged) != "restart"
            found.append("" if goes_on else self.cell(tc))
            if found[-1]:
                style = self.styles.normal
                weights.append(
                    all(
                        self.look(p, word(p.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")) or style, "").is_bold
                        for p in tc.iter(qn("w:p"))
                        if any((t.text or "").strip() for t in p.iter(qn("w:t")))
                    )
                )
            found += [""] * (min(int(span), 60) - 1 if span.isdigit() else 0)
        return found, len(weights) > 1 and all(weights)

    def cell(self, tc: Any) -> str:
        """The paragraphs of a cell, a list as a list, a table in it row by row. Its notes are held."""
        text, notes = parted(piece for piece, _ in self.blocks(tc))
        self.held += notes
        return text


def pieces(data: bytes) -> Iterator[Piece]:
    return Reader(data).pieces()
