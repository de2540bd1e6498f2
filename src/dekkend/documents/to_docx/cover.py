"""What stands before the blocks: the cover or the opening, and the contents."""

from __future__ import annotations

from docx.document import Document as WordFile

from dekkend.documents import heights, outline, poster_room
from dekkend.documents.clean import is_right_to_left
from dekkend.documents.cover_space import BRAND, SMALL_BRAND, air, logo_size
from dekkend.documents.to_docx import words
from dekkend.documents.to_docx.blocks import blocks
from dekkend.documents.to_docx.edges import has_picture
from dekkend.documents.to_docx.sheet import Place, Sheet
from dekkend.documents.tree import Document, Facts, Road, Section, Text

RENEW = (
    "Elke regel brengt u naar dat deel. Paginanummers krijgt u zo: klik met de rechtermuisknop op deze inhoud en kies "
    "Veld bijwerken (in Word) of Index bijwerken (in LibreOffice)."
)
LETTER = 0.62  # of its size: how wide a letter is, in a wide bold face


def front(sheet: Sheet, document: Document, road: Road | None) -> str:
    if sheet.is_poster:
        return _poster_front(sheet, document)
    height, above = (BRAND, 20 * air(document, has_road=bool(road))) if document.cover else (SMALL_BRAND, 240)
    if sheet.is_own:  # less room: how high its head and its letters are is not known
        above //= 3
    sign = sheet.logo(document.logo, *logo_size(document)) if document.logo else sheet.brand(height)
    if sheet.is_own and own_head(sheet.file):
        sign = ""
    parts = [words.paragraph("Normal", sign, f'<w:spacing w:after="{above}"/>')]
    if document.author:
        parts.append(words.paragraph("Author", words.run(document.author)))
    size = heights.title_size(document.title, cover=document.cover)
    parts.append(
        _title(sheet, document.title, own_title_size(sheet, document.title) if sheet.is_own else size)
    )
    if document.subtitle:
        parts.append(words.paragraph("Subtitle", words.run(document.subtitle)))
    here = Place(width=sheet.width)
    if road:
        parts.append(blocks(sheet, (road,), here))
    if document.status:
        parts.append(words.paragraph("Status", words.run(document.status)))
    if document.facts:
        facts = Facts(tuple((label, (Text(value, bold=True),)) for label, value in document.facts))
        parts.append(blocks(sheet, (facts,), here))
    parts.append(_notices(document))  # here, so that they never stand alone on a last page
    if document.contents:
        parts.append(_contents(sheet, document))
    return "".join(parts)


def _poster_front(sheet: Sheet, document: Document) -> str:
    """Whose poster it is, white on its colour, from margin to margin and a little over; then its title."""
    logo = sheet.logo(document.logo, *logo_size(document)) if document.logo else ""
    parts = [words.paragraph("Normal", logo, '<w:spacing w:after="160"/>')] if logo else []
    if document.author:
        colour = sheet.accent[1:].upper()
        edges = "".join(
            f'<w:{side} w:val="single" w:sz="8" w:space="{space}" w:color="{colour}"/>'
            for side, space in (("top", 6), ("left", 12), ("bottom", 6), ("right", 12))
        )
        band = f'<w:pBdr>{edges}</w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="{colour}"/>'
        parts.append(words.paragraph("Author", words.run(document.author, '<w:color w:val="FFFFFF"/>'), band))
    size = poster_room.title_size(document, sheet.scale)
    line = f'<w:spacing w:line="{round(size * poster_room.LINE * 20)}" w:lineRule="exact"/>'
    return "".join([*parts, _title(sheet, document.title, size, poster_room.WIDTH, line)])


def _title(
    sheet: Sheet, title: str, size: float, width: float = heights.TITLE_WIDTH, spacing: str = ""
) -> str:
    """`size` 0: that of the style."""
    from_the_right = is_right_to_left(title)
    properties = "<w:bidi/>" * from_the_right + spacing
    if not from_the_right and not sheet.is_own and (free := heights.title_margin(title, size, width)):
        properties += f'<w:ind w:right="{free * 20}"/>'
    letters = f'<w:sz w:val="{round(size * 2)}"/>' if size else ""
    return words.paragraph("Title", words.run(title, letters), properties)


def own_title_size(sheet: Sheet, title: str) -> float:
    """In which its longest word fits on one line; 0 when the style of the school does that already."""
    own = sheet.file.styles["Title"].font.size
    most = sheet.width / 20 / (LETTER * max(map(len, title.split()), default=1))
    return int(most * 2) / 2 if own and own.pt > most else 0


def own_head(file: WordFile) -> bool:
    """The first page of the base has a picture above it: then our sign is one too many."""
    section = file.sections[0]
    head = section.first_page_header if section.different_first_page_header_footer else section.header
    return not head.is_linked_to_previous and has_picture(head._element)


def _notices(document: Document) -> str:
    return "".join(words.paragraph("FootnoteText", words.run(notice)) for notice in document.notices)


def _contents(sheet: Sheet, document: Document) -> str:
    """Filled, and a real field as well: Word and LibreOffice renew it when asked.

    The page of each entry is a field of its own. It is empty until somebody renews it, for only the word processor
    knows its pages, and a number that is wrong is worse than none. The line that says so is part of what is renewed:
    with the numbers it goes.
    """
    fresh = "<w:pageBreakBefore/>" if document.cover else ""
    heading = words.paragraph("TocHeading", words.run("Inhoud"), fresh)
    lines = [_entry(sheet, level, section) for level, section in outline.contents(document.blocks)]
    if lines:
        first = words.field_begin('TOC \\o "1-2" \\h \\z \\u') + words.run(RENEW)
        lines.insert(0, ("FootnoteText", first))
        style, content = lines[-1]
        lines[-1] = (style, content + words.FIELD_END)
    entries = "".join(words.paragraph(style, content) for style, content in lines)
    gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj>'
    return f"<w:sdt><w:sdtPr>{gallery}</w:sdtPr><w:sdtContent>{heading}{entries}</w:sdtContent></w:sdt>"


def _entry(sheet: Sheet, level: int, section: Section) -> tuple[str, str]:
    mark = sheet.bookmark(section.id)
    page = words.field(f"PAGEREF {mark} \\h")
    text = words.run(section.number) + words.TAB + words.run(section.title) + words.TAB + page
    return f"Toc{level}", f'<w:hyperlink w:anchor="{mark}" w:history="1">{text}</w:hyperlink>'
