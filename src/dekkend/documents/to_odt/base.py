"""Makes base.odt, the file that carries styles and nothing else: `python -m dekkend.documents.to_odt.base`.

Look and names of styles stand in base_styles.py.
"""

from __future__ import annotations

from pathlib import Path

from dekkend.documents.packed import packed
from dekkend.documents.to_odt.base_styles import CHARACTERS, DEFAULTS, FONTS, HANG, PARAGRAPHS

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
MEDIA_TYPE = "application/vnd.oasis.opendocument.text"
OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
NAMESPACES = " ".join(
    [
        *(
            f'xmlns:{prefix}="{OASIS}{name}:1.0"'
            for prefix, name in (
                ("office", "office"),
                ("style", "style"),
                ("text", "text"),
                ("table", "table"),
                ("draw", "drawing"),
                ("fo", "xsl-fo-compatible"),
                ("svg", "svg-compatible"),
                ("meta", "meta"),
                ("config", "config"),
            )
        ),
        'xmlns:ooo="http://openoffice.org/2004/office"',
        'xmlns:xlink="http://www.w3.org/1999/xlink"',
        'xmlns:dc="http://purl.org/dc/elements/1.1/"',
    ]
)
VERSION = 'office:version="1.3"'
PARTS = ("content.xml", "styles.xml", "meta.xml", "settings.xml")
MANIFEST = (
    f'<manifest:manifest xmlns:manifest="{OASIS}manifest:1.0" manifest:version="1.3">'
    f'<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="{MEDIA_TYPE}"/>'
    + "".join(
        f'<manifest:file-entry manifest:full-path="{part}" manifest:media-type="text/xml"/>' for part in PARTS
    )
    + "</manifest:manifest>"
)


def _list(name: str, sign: str) -> str:
    """`sign`: what a level shows, with {} for its number."""
    levels = "".join(
        f"<text:list-level-style-{sign.format(level)}>"
        '<style:list-level-properties text:list-level-position-and-space-mode="label-alignment">'
        '<style:list-level-label-alignment text:label-followed-by="listtab" fo:text-indent="-6mm"'
        f' text:list-tab-stop-position="{6 * level}mm" fo:margin-left="{6 * level}mm"/>'
        "</style:list-level-properties>"
        f"</text:list-level-style-{sign.split(maxsplit=1)[0]}>"
        for level in range(1, 11)
    )
    identity = name.replace(" ", "_20_")
    return f'<text:list-style style:name="{identity}" style:display-name="{name}">{levels}</text:list-style>'


LISTS = _list("List 1", 'bullet text:level="{}" text:style-name="List_20_Sign" text:bullet-char="•"') + _list(
    "Numbering 1",
    'number text:level="{}" text:style-name="List_20_Sign" style:num-format="1" style:num-suffix="."',
)
# The numbers of headings hang in the margin; a tree whose numbers are no count takes the formats away.
OUTLINE = (
    '<text:outline-style style:name="Outline">'
    + "".join(
        f'<text:outline-level-style text:level="{level}" text:style-name="Heading_20_Number"'
        f' style:num-format="1" text:display-levels="{level}">'
        '<style:list-level-properties text:list-level-position-and-space-mode="label-alignment">'
        f'<style:list-level-label-alignment text:label-followed-by="listtab" fo:text-indent="-{HANG}mm"'
        ' text:list-tab-stop-position="0mm" fo:margin-left="0mm"/></style:list-level-properties>'
        "</text:outline-level-style>"
        for level in range(1, 11)
    )
    + "</text:outline-style>"
)
# A4 with the margins of the PDF; the first page (the cover) has no foot
PAGE = (
    '<style:page-layout style:name="{}"><style:page-layout-properties fo:page-width="210mm"'
    ' fo:page-height="297mm" style:print-orientation="portrait" fo:margin-top="24mm" fo:margin-bottom="{}mm"'
    ' fo:margin-left="32mm" fo:margin-right="22mm" style:writing-mode="lr-tb"/>{}</style:page-layout>'
)
FOOT = (
    '<style:footer-style><style:header-footer-properties fo:min-height="13mm" fo:margin-top="5mm"/>'
    "</style:footer-style>"
)
MASTERS = (
    '<style:master-page style:name="Standard" style:page-layout-name="Page"><style:footer>'
    '<text:p text:style-name="Footer"/></style:footer></style:master-page>'
    '<style:master-page style:name="First_20_Page" style:display-name="First Page"'
    ' style:page-layout-name="Cover" style:next-style-name="Standard"/>'
)
STYLES = (
    f"<office:document-styles {NAMESPACES} {VERSION}>{FONTS}"
    f"<office:styles>{DEFAULTS}{''.join(PARAGRAPHS)}{''.join(CHARACTERS)}{OUTLINE}{LISTS}</office:styles>"
    f"<office:automatic-styles>{PAGE.format('Page', 13, FOOT)}{PAGE.format('Cover', 26, '')}"
    f"</office:automatic-styles><office:master-styles>{MASTERS}</office:master-styles>"
    "</office:document-styles>"
)
CONTENT = (
    f"<office:document-content {NAMESPACES} {VERSION}>{FONTS}<office:automatic-styles/>"
    "<office:body><office:text/></office:body></office:document-content>"
)
META = f"<office:document-meta {NAMESPACES} {VERSION}><office:meta/></office:document-meta>"
# A row stays with the next when its first paragraph does; a paragraph in a list has the margins that it names.
SETTINGS = (
    f"<office:document-settings {NAMESPACES} {VERSION}><office:settings>"
    '<config:config-item-set config:name="ooo:configuration-settings">'
    '<config:config-item config:name="TableRowKeep" config:type="boolean">true</config:config-item>'
    '<config:config-item config:name="IgnoreFirstLineIndentInNumbering" config:type="boolean">false'
    "</config:config-item>"
    "</config:config-item-set></office:settings></office:document-settings>"
)


def make() -> bytes:
    parts = zip(PARTS, (CONTENT, STYLES, META, SETTINGS), strict=True)
    files = [
        ("mimetype", MEDIA_TYPE.encode()),
        *((name, (HEAD + xml).encode()) for name, xml in parts),
        ("META-INF/manifest.xml", (HEAD + MANIFEST).encode()),
    ]
    return packed(files, "1980-01-01", frozenset({"mimetype"}))


if __name__ == "__main__":
    Path(__file__).with_name("base.odt").write_bytes(make())
