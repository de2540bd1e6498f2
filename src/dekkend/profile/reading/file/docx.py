"""Word: paragraphs and tables in the order of the document. What was deleted with "wijzigingen bijhouden" is gone."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

import docx
from docx.oxml.ns import qn

from .arrange import After, joined, parted
from .docx_fields import Fields, of_control
from .docx_notes import KINDS, Note, Notes, links_of
from .docx_pictures import of_run
from .docx_styles import Styles, font_of, half, is_on, number_formats, word
from .heads import Look, item_of, level_of, sizes_of
from .passages import Cell, Goes, Head, Para, Piece, Table
from .signs import in_font, plain
from .tables import heads_in

CONTENTS = re.compile(r"^(?:toc|inhopg|table of figures)", re.IGNORECASE)
UNSEEN = {qn("w:del"), qn("w:moveFrom"), qn("w:txbxContent"), qn("w:pPr"), qn("w:rPr"), qn("w:object")}
HEAVY = ("w:b", "w:u")  # a line that is underlined is meant as one in bold
HOLDERS = {
    qn(f"w:{tag}")
    for tag in ("r", "hyperlink", "fldSimple", "ins", "moveTo", "smartTag", "sdt", "sdtContent")
}
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
        self.held: list[After] = []  # of the table that is being read
        self.fields = Fields()
        self.before = ""  # of a paragraph whose end was deleted: it goes on in the next
        self.formats = number_formats(self.document)

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
                is_made = word(gallery).lower() == "table of contents"
                if inside is not None and not is_made and of_control(child) != "":
                    yield from self.blocks(inside)
            elif child.tag in (qn("w:ins"), qn("w:moveTo"), qn("w:customXml"), qn("w:smartTag")):
                yield from self.blocks(child)

    def paragraph(self, p: Any) -> Iterator[tuple[Piece, Look | None]]:
        style = word(p.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")) or self.styles.normal
        text, page = self.text(p)
        text, self.before = self.before + text, ""
        if p.find(f"{qn('w:pPr')}/{qn('w:rPr')}/{qn('w:del')}") is not None:
            self.before = text
        elif not CONTENTS.match(self.styles.name(style)):
            yield self.piece(p, style, text.strip(), page)
        asked, self.asked = self.asked, []
        for note in asked:
            if words := self.note(note):
                yield Para(f"{note.kind}: {words}", page, is_note=True), None
        for run in self.runs(p):
            yield from ((each, None) for each in of_run(run, self.document.part, page))
        for box in p.iter(qn("w:txbxContent")):
            if is_of(box, p, qn("w:p")):
                yield from self.blocks(box)

    def runs(self, p: Any) -> Iterator[Any]:
        """Those that hang on this paragraph, not on one in a box of it."""
        return (run for run in p.iter(qn("w:r")) if is_of(run, p, qn("w:p")))

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
        runs = [run for run in self.runs(p) if any((t.text or "").strip() for t in run.iter(qn("w:t")))]
        heavy = self.styles.is_set(style, *HEAVY)
        size = self.styles.number(style, "w:sz") or self.styles.size
        weights, sizes = [], []
        for run in runs:
            own = [each for tag in HEAVY if (each := run.find(f"{qn('w:rPr')}/{qn(tag)}")) is not None]
            weights.append(any(map(is_on, own)) if own else heavy)
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
        return re.sub(r"[ \t\xa0]+", " ", plain("".join(said))), page

    def signs(self, element: Any) -> Iterator[tuple[str, str]]:
        for child in element:
            tag = child.tag
            if tag in UNSEEN or tag == FALLBACK:
                continue
            if tag == qn("w:instrText"):
                self.fields.code(child.text or "")
            elif tag == qn("w:fldChar"):
                yield "text", self.fields.mark(child)
            elif tag == qn("w:lastRenderedPageBreak"):
                yield "page", ""
            elif self.fields.hides and tag not in HOLDERS:
                continue
            elif tag == qn("w:t"):
                yield "text", in_font(child.text or "", self.font(child.getparent()))
            elif tag == qn("w:sym"):
                yield "text", of_sign(child)
            elif tag == qn("w:tab"):
                yield "text", "\t"
            elif tag in (qn("w:br"), qn("w:cr")):
                yield "text", "\n" if child.get(qn("w:type")) in (None, "textWrapping") else " "
            elif tag == qn("w:noBreakHyphen"):
                yield "text", "-"
            elif tag in KINDS:
                if not self.in_note and (note := self.notes.take(child)):
                    self.asked.append(note)
            elif tag == qn("w:hyperlink"):
                yield from self.link(child)
            elif tag == qn("w:r") and self.is_hidden(child):
                continue
            elif tag == qn("w:sdt") and (shown := of_control(child)) is not None:
                yield "text", shown
            elif isinstance(tag, str):
                yield from self.signs(child)

    def is_hidden(self, run: Any) -> bool:
        told = run.find(f"{qn('w:rPr')}/{qn('w:vanish')}")
        if told is not None:
            return is_on(told)
        style = word(run.find(f"{qn('w:rPr')}/{qn('w:rStyle')}"))
        return bool(style) and self.styles.is_set(style, "w:vanish")

    def font(self, run: Any) -> str:
        return font_of(run) or self.styles.font(word(run.find(f"{qn('w:rPr')}/{qn('w:rStyle')}")))

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
        rows: list[tuple[Cell, ...]] = []
        heavy: list[bool] = []
        told = 0
        page, began, given = self.where, self.page, set(self.notes.given)
        outer, self.held = self.held, []
        for tr in self.rows(tbl):
            cells, is_bold = self.cells(tr)
            rows.append(tuple(cells))
            heavy.append(is_bold)
            head = tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}")
            told += head is not None and is_on(head) and len(rows) == told + 1
        held, self.held = self.held, outer
        if rows and max(map(len, rows)) == 1:
            # A frame around texts: what is in it is read as if it stood there, and so once more.
            self.page, self.notes.given = began, given
            for cell in tbl.iter(qn("w:tc")):
                if next(cell.iterancestors(qn("w:tbl"))) is tbl:
                    yield from self.blocks(cell)
            return
        heads = told or heads_in(rows, heavy)
        yield Table(tuple(rows), page, min(heads, max(len(rows) - 1, 0))), None
        yield from ((each, None) for each in held)

    def rows(self, tbl: Any) -> Iterator[Any]:
        for child in tbl:
            if child.tag == qn("w:tr"):
                if child.find(f"{qn('w:trPr')}/{qn('w:del')}") is None:
                    yield child
            elif child.tag in (qn("w:sdt"), qn("w:sdtContent"), qn("w:customXml"), qn("w:ins")):
                yield from self.rows(child)

    def cells(self, tr: Any) -> tuple[list[Cell], bool]:
        """A cell over several columns is followed by places over which it goes."""
        before = word(tr.find(f"{qn('w:trPr')}/{qn('w:gridBefore')}"))
        found: list[Cell] = [""] * number_in(before, 0)
        weights: list[bool] = []
        for tc in tr.iter(qn("w:tc")):
            if next(tc.iterancestors(qn("w:tr"))) is not tr:
                continue
            span = number_in(word(tc.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")), 1)
            merged = tc.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
            goes_on = merged is not None and word(merged) != "restart"
            words = Goes.ABOVE if goes_on else self.cell(tc)
            if words and not goes_on:
                weights.append(self.is_heavy(tc))
            found += [words, *([Goes.LEFT] * (span - 1))]
        is_over = len(found) > 1 and all(cell is Goes.LEFT for cell in found[1:])
        return found, (len(weights) > 1 or is_over) and all(weights)

    def is_heavy(self, tc: Any) -> bool:
        normal = self.styles.normal
        return all(
            self.look(p, word(p.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")) or normal, "").is_bold
            for p in tc.iter(qn("w:p"))
            if any((t.text or "").strip() for t in p.iter(qn("w:t")))
        )

    def cell(self, tc: Any) -> str:
        """The paragraphs of a cell, a list as a list, a table in it row by row. Its notes are held."""
        text, after = parted(piece for piece, _ in self.blocks(tc))
        self.held += after
        return text


def is_of(element: Any, ancestor: Any, tag: str) -> bool:
    """Is this its nearest ancestor with that tag, and not what older programs show instead?"""
    for each in element.iterancestors():
        if each is ancestor:
            return True
        if each.tag in (tag, FALLBACK):
            return False
    return False


def of_sign(sign: Any) -> str:
    """<w:sym w:font="Wingdings" w:char="F0FE"/>"""
    code = str(sign.get(qn("w:char")) or "")
    return (
        in_font(chr(int(code, 16)), str(sign.get(qn("w:font")) or ""))
        if re.fullmatch("[0-9A-Fa-f]{2,4}", code)
        else ""
    )


def number_in(told: str, otherwise: int) -> int:
    return min(int(told), 60) if told.isdecimal() else otherwise


def pieces(data: bytes) -> Iterator[Piece]:
    return Reader(data).pieces()
