"""What stands before the blocks: the cover or the opening, and the contents."""

from __future__ import annotations

from dekkend.documents import heights, outline, poster_room
from dekkend.documents.clean import is_right_to_left
from dekkend.documents.cover_space import BRAND, SMALL_BRAND, air, logo_size
from dekkend.documents.to_odt import words
from dekkend.documents.to_odt.base_styles import colour
from dekkend.documents.to_odt.base_styles import size as text_size
from dekkend.documents.to_odt.blocks import BREAK, FROM_THE_RIGHT, blocks
from dekkend.documents.to_odt.sheet import Place, Sheet
from dekkend.documents.tree import Document, Facts, Road, Section, Text

TITLE = "Inhoud"
ENTRY = (
    '<text:index-entry-link-start text:style-name="Contents_20_Link"/>'
    '<text:index-entry-chapter/><text:index-entry-tab-stop style:type="left" style:position="0mm"/>'
    '<text:index-entry-text/><text:index-entry-tab-stop style:type="right"/><text:index-entry-page-number/>'
    "<text:index-entry-link-end/>"
)


def front(sheet: Sheet, document: Document, road: Road | None) -> str:
    height, above = (BRAND, air(document, has_road=bool(road))) if document.cover else (SMALL_BRAND, 12)
    master = ' style:master-page-name="First_20_Page"' if document.cover else ""
    brand = sheet.paragraph_style("Standard", f' fo:margin-bottom="{above}pt"', master)
    sign = sheet.logo(document.logo, *logo_size(document)) if document.logo else sheet.brand(height)
    parts = [words.paragraph(brand, sign)]
    if document.author:
        parts.append(words.paragraph("Author", words.text(document.author)))
    parts.append(_title(sheet, document.title, heights.title_size(document.title, cover=document.cover)))
    if document.subtitle:
        parts.append(words.paragraph("Subtitle", words.text(document.subtitle)))
    if road:
        parts.append(blocks(sheet, (road,), Place()))
    if document.status:
        parts.append(words.paragraph("Status", words.text(document.status)))
    if document.facts:
        facts = Facts(tuple((label, (Text(value, bold=True),)) for label, value in document.facts))
        parts.append(blocks(sheet, (facts,), Place()))
    parts.append(_notices(document))  # here, so that they never stand alone on a last page
    if document.contents:
        parts.append(_contents(sheet, document))
    return "".join(parts)


def poster_front(sheet: Sheet, document: Document) -> str:
    """Whose poster it is, white on its colour, from margin to margin and a little over; then its title."""
    parts = []
    if document.logo:
        own = sheet.paragraph_style("Standard", ' fo:margin-bottom="8pt"')
        parts.append(words.paragraph(own, sheet.logo(document.logo, *logo_size(document))))
    if document.author:
        band = (
            f' fo:background-color="{document.accent}" fo:border="1pt solid {document.accent}"'
            ' fo:padding="6pt" fo:padding-left="12pt" fo:padding-right="12pt"'
            ' fo:margin-left="-13pt" fo:margin-right="-13pt" fo:margin-bottom="18pt"'
        )
        white = sheet.style("text", f"<style:text-properties{colour('#ffffff')}/>")
        name = words.span(white, words.text(document.author))
        parts.append(words.paragraph(sheet.paragraph_style("Author", band), name))
    size = poster_room.title_size(document, sheet.scale)
    line = f' fo:line-height="{size * poster_room.LINE:.4g}pt"'
    return "".join([*parts, _title(sheet, document.title, size, poster_room.WIDTH, line)])


def _title(
    sheet: Sheet, title: str, size: float, width: float = heights.TITLE_WIDTH, spacing: str = ""
) -> str:
    letters = sheet.style("text", f"<style:text-properties{text_size(size)}/>")
    properties = FROM_THE_RIGHT if is_right_to_left(title) else ""
    if free := not properties and heights.title_margin(title, size, width):
        properties = f' fo:margin-right="{free}pt"'
    said = words.span(letters, words.text(title))
    return words.paragraph(sheet.paragraph_style("Title", properties + spacing), said)


def _notices(document: Document) -> str:
    return "".join(words.paragraph("Notice", words.text(notice)) for notice in document.notices)


def _contents(sheet: Sheet, document: Document) -> str:
    """Filled, and a real index as well: LibreOffice renews it when asked."""
    heading = sheet.paragraph_style("Contents_20_Heading", BREAK if document.cover else "")
    templates = "".join(
        f'<text:table-of-content-entry-template text:outline-level="{level}"'
        f' text:style-name="Contents_20_{level}">{ENTRY}</text:table-of-content-entry-template>'
        for level in range(1, outline.IN_CONTENTS + 1)
    )
    entries = "".join(_entry(level, section) for level, section in outline.contents(document.blocks))
    return (
        f'<text:table-of-content text:name="{TITLE}" text:protected="false">'
        f'<text:table-of-content-source text:outline-level="{outline.IN_CONTENTS}"'
        ' text:use-outline-level="true" text:use-index-marks="false">'
        f'<text:index-title-template text:style-name="Contents_20_Heading">{TITLE}</text:index-title-template>'
        f"{templates}</text:table-of-content-source><text:index-body>"
        f'<text:index-title text:name="{TITLE}_Head">{words.paragraph(heading, TITLE)}</text:index-title>'
        f"{entries}</text:index-body></text:table-of-content>"
    )


def _entry(level: int, section: Section) -> str:
    """The page is a field: the word processor fills it in when it has laid out the pages."""
    page = f'<text:bookmark-ref text:reference-format="page" text:ref-name="{section.id}"/>'
    line = f"{words.text(section.number)}<text:tab/>{words.text(section.title)}<text:tab/>{page}"
    return words.paragraph(f"Contents_20_{level}", words.link(f"#{section.id}", line, "Contents_20_Link"))
