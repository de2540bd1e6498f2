"""A tree as OpenDocument text, on base.odt: real styles, headings and header rows; the same bytes each time.

Cost: some 2 ms a page.
"""

from __future__ import annotations

import io
import re
from functools import cache
from pathlib import Path
from zipfile import ZipFile

from dekkend.documents import outline, poster_room
from dekkend.documents.foot import APART, foot
from dekkend.documents.packed import packed
from dekkend.documents.tidy import tidy
from dekkend.documents.to_odt import words
from dekkend.documents.to_odt.base_styles import ACCENT, HEADLINE
from dekkend.documents.to_odt.blocks import whole
from dekkend.documents.to_odt.front import front, poster_front
from dekkend.documents.to_odt.sheet import Place, Sheet
from dekkend.documents.to_odt.tables import CELLS
from dekkend.documents.tree import Document, Road

# of a poster: above and below its headings, below its title and its name; lines stand closer
LESS_AIR = (
    ('fo:margin-top="24pt" fo:margin-bottom="10pt"', 'fo:margin-top="11pt" fo:margin-bottom="3pt"'),
    ('fo:line-height="115%"', 'fo:line-height="100%"'),
    (' fo:margin-right="30mm"', ""),
    ('style:position="156mm"', 'style:position="162mm"'),
)
LETTERS = re.compile(r'((?:font-size(?:-asian|-complex)?|fo:margin-(?:top|bottom))=)"([\d.]+)pt"')
STYLE = re.compile(r"<style:(default-style|style) .*?</style:\1>")
SMALL = ('style:name="Footer"', 'style:name="Notice"')
BASE = Path(__file__).with_name("base.odt")
GRAPHICS = (
    '<style:style style:name="Picture" style:family="graphic"><style:graphic-properties'
    ' style:vertical-pos="middle" style:vertical-rel="text" fo:border="none" fo:padding="0mm"/></style:style>'
    '<style:style style:name="Station" style:family="graphic"><style:graphic-properties'
    ' style:vertical-pos="top" style:vertical-rel="baseline" fo:border="none" fo:padding="0mm"/></style:style>'
)
PICTURE_ENTRY = '<manifest:file-entry manifest:full-path="{}" manifest:media-type="image/png"/>'


def render(document: Document) -> bytes:
    document = tidy(document)
    sheet = Sheet(
        document,
        counted=outline.is_counted(document.blocks),
        scale=poster_room.scale(document),
    )
    text = _text(sheet, document)
    parts = dict(_base())
    parts["content.xml"] = _content(parts["content.xml"], sheet, text)
    parts["styles.xml"] = _styles(parts["styles.xml"], sheet, document)
    parts["meta.xml"] = parts["meta.xml"].replace("<office:meta/>", _meta(document))
    entries = "".join(map(PICTURE_ENTRY.format, sheet.pictures))
    parts["META-INF/manifest.xml"] = parts["META-INF/manifest.xml"].replace(
        "</manifest:manifest>", f"{entries}</manifest:manifest>"
    )
    files = [*((name, xml.encode()) for name, xml in parts.items()), *sheet.pictures.items()]
    return packed(files, document.date, frozenset({"mimetype"}))


@cache
def _base() -> tuple[tuple[str, str], ...]:
    """Its parts in the order of the file: the mimetype first."""
    with ZipFile(io.BytesIO(BASE.read_bytes())) as archive:
        return tuple((name, archive.read(name).decode()) for name in archive.namelist())


def _text(sheet: Sheet, document: Document) -> str:
    nodes, road = document.blocks, None
    if document.cover and nodes and isinstance(nodes[0], Road):
        road, nodes = nodes[0], nodes[1:]
    is_poster = document.shape == "poster"
    begin = poster_front(sheet, document) if is_poster else front(sheet, document, road)
    opens_page = bool(nodes) and (document.cover or document.contents)
    body = whole(sheet, nodes, Place(fresh=opens_page))
    return begin + body


def _content(xml: str, sheet: Sheet, text: str) -> str:
    cells = CELLS.replace(HEADLINE, sheet.second)
    styles = f"<office:automatic-styles>{cells}{GRAPHICS}{sheet.automatic_styles()}</office:automatic-styles>"
    return xml.replace("<office:automatic-styles/>", styles).replace(
        "<office:text/>", f"<office:text>{text}</office:text>"
    )


def _styles(xml: str, sheet: Sheet, document: Document) -> str:
    """Colours, language and foot of this document in place of those of the base."""
    language, _, country = document.language.partition("-")
    xml = xml.replace(ACCENT, document.accent.lower()).replace(HEADLINE, document.second.lower())
    xml = re.sub(r'(:language(?:-asian|-complex)?)="nl"', rf'\1="{language}"', xml)
    xml = re.sub(r'(:country(?:-asian|-complex)?)="NL"', rf'\1="{country or "none"}"', xml)
    if not sheet.counted:
        begin, end = xml.index("<text:outline-style"), xml.index("</text:outline-style>")
        xml = xml[:begin] + xml[begin:end].replace('num-format="1"', 'num-format=""') + xml[end:]
    if document.shape == "poster":
        return _widened(xml, sheet, document)
    page = (
        'pagina\u00a0<text:page-number text:select-page="current">1</text:page-number>'
        "\u00a0van\u00a0<text:page-count>1</text:page-count>"
    )
    line = words.paragraph("Footer", f"{words.text(foot(document))}{APART}<text:tab/>{page}")
    return xml.replace('<text:p text:style-name="Footer"/>', line)


def _widened(xml: str, sheet: Sheet, document: Document) -> str:
    """Narrow margins, less air, letters as large as fit, and below what is small: a poster is one page."""
    foot = poster_room.foot_height(document)
    below = f'fo:margin-bottom="{poster_room.FOOT}pt"'
    margins = f'fo:margin-top="14mm" {below} fo:margin-left="24mm" fo:margin-right="24mm"'
    xml = re.sub(
        r'fo:margin-top="24mm" fo:margin-bottom="\d+mm" fo:margin-left="32mm" fo:margin-right="22mm"',
        margins,
        xml,
    )
    xml = xml.replace(
        'fo:min-height="13mm" fo:margin-top="5mm"', f'fo:min-height="{foot:g}pt" fo:margin-top="4pt"'
    )
    for before, after in LESS_AIR:
        xml = xml.replace(before, after)
    xml = STYLE.sub(lambda found: _enlarged(found[0], sheet.scale), xml)
    for name, height in poster_room.line_heights(sheet.scale).items():
        xml = _high(xml, name.replace("Body Text", "Text body"), height)
    said, *notices = poster_room.foot_lines(document) or ("",)
    lines = words.paragraph("Footer", f"{words.text(said)}<text:tab/>{sheet.brand(poster_room.BRAND)}")
    lines += "".join(words.paragraph("Notice", words.text(notice)) for notice in notices)
    return xml.replace('<text:p text:style-name="Footer"/>', lines)


def _enlarged(style: str, scale: float) -> str:
    """Letters and the air around them; not those of the foot."""
    if any(name in style for name in SMALL):
        return style
    return LETTERS.sub(lambda found: f'{found[1]}"{float(found[2]) * scale:.4g}pt"', style)


def _high(xml: str, style: str, height: float) -> str:
    """Lines of a height of their own, in the style of this name."""
    begin = xml.index(f'style:display-name="{style}"')
    end = xml.index("</style:style>", begin)
    own = re.sub(r' fo:line-height="[^"]*"', "", xml[begin:end])
    own = own.replace(
        "<style:paragraph-properties", f'<style:paragraph-properties fo:line-height="{height:g}pt"', 1
    )
    return xml[:begin] + own + xml[end:]


def _meta(document: Document) -> str:
    day = f"{document.date}T12:00:00"
    said = (
        ("dc:title", document.title),
        ("dc:subject", document.subtitle),
        ("meta:initial-creator", document.author),
        ("dc:creator", document.author),
        ("meta:creation-date", day),
        ("dc:date", day),
        ("dc:language", document.language),
        ("meta:generator", "Dekkend"),
    )
    tags = "".join(f"<{tag}>{words.escape_xml(value)}</{tag}>" for tag, value in said if value)
    status = words.escape_xml(document.status)
    own = f'<meta:user-defined meta:name="Status" meta:value-type="string">{status}</meta:user-defined>'
    return f"<office:meta>{tags}{own if status else ''}</office:meta>"
