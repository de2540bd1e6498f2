"""A tree as Word file, on base.docx: real styles, headings and header rows; the same bytes each time.

Cost: some 3 ms a page.
"""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

import docx
from docx.document import Document as WordFile
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from dekkend.documents import outline, pictures, poster_room
from dekkend.documents.packed import packed
from dekkend.documents.tidy import tidy
from dekkend.documents.to_docx import words
from dekkend.documents.to_docx.base_styles import ACCENT, HEADLINE
from dekkend.documents.to_docx.blocks import whole
from dekkend.documents.to_docx.cover import front
from dekkend.documents.to_docx.edges import foot_line, own_foot
from dekkend.documents.to_docx.sheet import Place, Sheet
from dekkend.documents.tree import Document, Road

BASE = Path(__file__).with_name("base.docx")
BELOW = 800_000  # number of the picture at the foot: those of the text never come so far
EDGE = 9184  # twentieths of a point: the width of a poster between its margins
SET = '<w:spacing w:before="40" w:after="0"/>'


def render(document: Document, base: bytes | None = None) -> bytes:
    """`base`: the Word file of a school, as `own.prepare` made it; else that of the house style.

    A poster has none: it is set to fill one page, and with other letters and margins it would not.
    """
    document = tidy(document)
    own = None if document.shape == "poster" else base or (document.base and document.base.docx)
    file = docx.Document(io.BytesIO(own or _base()))
    counted = outline.is_counted(document.blocks)
    _style(file, document, counted=counted)
    _describe(file, document)
    scale = poster_room.scale(document)
    _fill(file, document, Sheet(file, document, counted=counted, is_own=bool(own), scale=scale))
    if document.shape == "poster":
        _widen(file, document, scale)
    elif own:
        own_foot(file, document)
    else:
        _foot(file, document)
    buffer = io.BytesIO()
    file.save(buffer)
    with zipfile.ZipFile(buffer) as archive:
        return packed(((name, archive.read(name)) for name in archive.namelist()), document.date)


@cache
def _base() -> bytes:
    return BASE.read_bytes()


def _style(file: WordFile, document: Document, *, counted: bool) -> None:
    """Colours and language of this document in place of those of the base; numbers only where they are a count."""
    chosen = {ACCENT: document.accent[1:].upper(), HEADLINE: document.second[1:].upper()}
    if not counted:
        headings = [
            each for each in file.styles.element if each.get(qn("w:styleId"), "").startswith("Heading")
        ]
        for numbers in [number for each in headings for number in each.iter(qn("w:numPr"))]:
            numbers.getparent().remove(numbers)
    for element in chain(file.styles.element.iter(), file.part.numbering_part.element.iter()):
        for name, value in element.attrib.items():
            if value in chosen:
                element.set(name, chosen[value])
            elif value == "nl-NL":
                element.set(name, document.language)


def _describe(file: WordFile, document: Document) -> None:
    core = file.core_properties
    day = datetime.fromisoformat(document.date).replace(hour=12, tzinfo=UTC)
    core.title, core.author, core.language = document.title[:255], document.author[:255], document.language
    core.subject, core.content_status = document.subtitle[:255], document.status[:255]
    core.keywords = ", ".join(document.keywords)[:255]
    core.created = core.modified = day.replace(tzinfo=None)
    core.last_modified_by, core.revision = document.author[:255], 1


def _fill(file: WordFile, document: Document, sheet: Sheet) -> None:
    nodes, road = document.blocks, None
    if document.cover and nodes and isinstance(nodes[0], Road):
        road, nodes = nodes[0], nodes[1:]
    opens_page = bool(nodes) and (document.cover or document.contents)
    place = Place(width=sheet.width, fresh=opens_page)
    xml = front(sheet, document, road) + whole(sheet, nodes, place)
    body = file.element.body
    for element in parse_xml(f"<w:body {words.NAMESPACES}>{xml}</w:body>"):
        body.insert(len(body) - 1, element)  # the last one holds the page itself


def _widen(file: WordFile, document: Document, scale: float) -> None:
    """Narrow margins, less air, letters as large as fit, and below what is small: a poster is one page."""
    for name, above, below in (("heading 1", 11, 3), ("Title", 0, 8), ("Author", 8, 18)):
        shape = file.styles[name].paragraph_format
        shape.space_before, shape.space_after = Pt(above), Pt(below)
    file.styles["Normal"].paragraph_format.line_spacing = 1.0
    for name in ("Body Text", "Remark", "Warning"):
        file.styles[name].paragraph_format.right_indent = 0
    _enlarge(file, scale)
    for name, height in poster_room.line_heights(scale).items():
        file.styles[name].paragraph_format.line_spacing = Pt(height)
    section = file.sections[0]
    section.top_margin = Mm(14)
    section.footer_distance = Pt(poster_room.FOOT)
    # a picture in the corner stands on the margin: so the margin is as high as what stands in it
    section.bottom_margin = Pt(poster_room.FOOT + poster_room.foot_height(document) + 4)
    section.left_margin = section.right_margin = Mm(24)
    footer = section.footer._element
    footer.remove(footer[0])
    for each in _small(file, document):
        footer.append(each)


def _enlarge(file: WordFile, scale: float) -> None:
    """Letters and the air around them; not those of the foot."""
    for style in file.styles.element:
        if style.get(qn("w:styleId")) in ("Footer", "FootnoteText"):
            continue
        for tag, names in (("w:sz", ("val",)), ("w:szCs", ("val",)), ("w:spacing", ("before", "after"))):
            for each in style.iter(qn(tag)):
                for name in names:
                    if value := each.get(qn(f"w:{name}")):
                        each.set(qn(f"w:{name}"), str(round(int(value) * scale)))


def _small(file: WordFile, document: Document) -> list[Any]:
    """At the foot of the paper: which year, its standing, what must be said."""
    lines = [words.run(line) for line in poster_room.foot_lines(document)]
    relation, _ = file.sections[0].footer.part.get_or_add_image(io.BytesIO(pictures.brand(document.accent)))
    side = poster_room.BRAND
    sign = words.TAB + words.picture(relation, BELOW, "Dekkend", side * 50 / pictures.SIDE, side)
    lines[:1] = [(lines[0] if lines else "") + sign]
    tabs = f'<w:tabs><w:tab w:val="right" w:pos="{EDGE}"/></w:tabs>'
    xml = words.paragraph("Footer", lines[0], tabs)
    xml += "".join(words.paragraph("FootnoteText", line, SET) for line in lines[1:])
    return list(parse_xml(f"<w:ftr {words.NAMESPACES}>{xml}</w:ftr>"))


def _foot(file: WordFile, document: Document) -> None:
    section = file.sections[0]
    section.different_first_page_header_footer = document.cover
    footer = section.footer._element
    footer.remove(footer[0])
    footer.append(foot_line("Footer", document))
