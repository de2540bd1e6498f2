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

import docx
from docx.document import Document as WordFile
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from dekkend.documents import outline
from dekkend.documents.packed import packed
from dekkend.documents.tidy import tidy
from dekkend.documents.to_docx import words
from dekkend.documents.to_docx.base_styles import ACCENT, HEADLINE
from dekkend.documents.to_docx.blocks import whole
from dekkend.documents.to_docx.cover import front, notices
from dekkend.documents.to_docx.edges import foot_line, own_foot
from dekkend.documents.to_docx.sheet import Place, Sheet
from dekkend.documents.tree import Document, Road

BASE = Path(__file__).with_name("base.docx")


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
    _fill(file, document, counted=counted, is_own=bool(own))
    if document.shape == "poster":
        _widen(file)
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


def _fill(file: WordFile, document: Document, *, counted: bool, is_own: bool) -> None:
    is_poster = document.shape == "poster"
    sheet = Sheet(file, document.accent, counted=counted, is_poster=is_poster, is_own=is_own)
    nodes, road = document.blocks, None
    if document.cover and nodes and isinstance(nodes[0], Road):
        road, nodes = nodes[0], nodes[1:]
    opens_page = bool(nodes) and (document.cover or document.contents)
    place = Place(width=sheet.width, fresh=opens_page)
    xml = front(sheet, document, road) + whole(sheet, nodes, place)
    if document.shape == "poster":
        xml += notices(document)
    body = file.element.body
    for element in parse_xml(f"<w:body {words.NAMESPACES}>{xml}</w:body>"):
        body.insert(len(body) - 1, element)  # the last one holds the page itself


def _widen(file: WordFile) -> None:
    """Narrow margins, less air and no numbers of pages: a poster is as near to one page as Word allows."""
    for name, above, below in (("heading 1", 11, 3), ("Subtitle", 0, 4), ("Status", 4, 8), ("Title", 0, 4)):
        shape = file.styles[name].paragraph_format
        shape.space_before, shape.space_after = Pt(above), Pt(below)
    file.styles["Normal"].paragraph_format.line_spacing = 1.0
    for name in ("Body Text", "Subtitle"):
        file.styles[name].paragraph_format.right_indent = 0
    section = file.sections[0]
    section.top_margin = section.bottom_margin = Mm(14)
    section.left_margin = section.right_margin = Mm(24)
    section.footer_distance = Mm(6)
    section.footer.paragraphs[0].style = file.styles["Normal"]


def _foot(file: WordFile, document: Document) -> None:
    section = file.sections[0]
    section.different_first_page_header_footer = document.cover
    footer = section.footer._element
    footer.remove(footer[0])
    footer.append(foot_line("Footer", document))
