"""What stands before the blocks: the cover or the opening, and the contents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dekkend.documents.to_docx import words
from dekkend.documents.to_docx.blocks import blocks
from dekkend.documents.to_docx.sheet import Place, Sheet
from dekkend.documents.tree import Block, Document, Facts, Road, Section, Text

PAGE_BREAK = words.paragraph("Normal", '<w:r><w:br w:type="page"/></w:r>', '<w:spacing w:after="0"/>')


def front(sheet: Sheet, document: Document, road: Road | None) -> str:
    height, above = (42, 2100) if document.cover else (17, 240 if document.shape == "book" else 80)
    parts = [words.paragraph("Normal", sheet.brand(height), f'<w:spacing w:after="{above}"/>')]
    if document.author:
        parts.append(words.paragraph("Author", words.run(document.author)))
    parts.append(words.paragraph("Title", words.run(document.title)))
    if document.subtitle:
        parts.append(words.paragraph("Subtitle", words.run(document.subtitle)))
    if road:
        parts.append(blocks(sheet, (road,), Place()))
    if document.status:
        parts.append(words.paragraph("Status", words.run(document.status)))
    if document.facts:
        facts = Facts(tuple((label, (Text(value, bold=True),)) for label, value in document.facts))
        parts.append(blocks(sheet, (facts,), Place()))
    if document.shape == "book":
        parts.append(notices(document))  # here, so that they never stand alone on a last page
    if document.cover:
        parts.append(PAGE_BREAK)
    if document.contents:
        parts += [_contents(document), PAGE_BREAK]
    return "".join(parts)


def notices(document: Document) -> str:
    return "".join(words.paragraph("FootnoteText", words.run(notice)) for notice in document.notices)


def _contents(document: Document) -> str:
    """Links without page numbers: Word would show those only after it is asked to."""
    lines = [words.paragraph("TocHeading", words.run("Inhoud"))]
    for level, section in _sections(document.blocks):
        text = words.run(section.number) + "<w:r><w:tab/></w:r>" + words.run(section.title)
        link = f'<w:hyperlink w:anchor="{section.id[:40]}">{text}</w:hyperlink>'
        lines.append(words.paragraph(f"Toc{level}", link))
    return "".join(lines)


def _sections(nodes: Iterable[Block], level: int = 1) -> Iterator[tuple[int, Section]]:
    for node in nodes:
        if isinstance(node, Section):
            yield level, node
            if level == 1:
                yield from _sections(node.blocks, 2)
