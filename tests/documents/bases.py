"""Word files as a school would offer them, made here: raw, with what Dutch Word writes, and with what it must not."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx

from tests.kit.files import picture

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
MEDIA = "application/vnd.openxmlformats-officedocument.wordprocessingml"
TEMPLATE = "template.main"  # what a .dotx calls its main part


def plain() -> bytes:
    """What python-docx begins with."""
    made = io.BytesIO()
    docx.Document().save(made)
    return made.getvalue()


def style(
    identity: str, name: str, run: str = "", paragraph: str = "", more: str = "", kind: str = "paragraph"
) -> str:
    return (
        f'<w:style w:type="{kind}" w:styleId="{identity}" {more}><w:name w:val="{name}"/>'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


def look(name: str, size: int, colour: str) -> str:
    return (
        f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}"/><w:b/><w:color w:val="{colour}"/><w:sz w:val="{size}"/>'
        '<w:lang w:val="en-US"/>'
    )


STYLES = "".join(
    (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Verdana" w:hAnsi="Verdana"/><w:sz w:val="19"/>'
        '<w:lang w:val="en-US"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>',
        style("Standaard", "Normal", '<w:sz w:val="19"/>', '<w:spacing w:after="0"/>', 'w:default="1"'),
        style("Titel", "Title", look("Trebuchet MS", 60, "0B6E4F"), '<w:spacing w:after="240"/>'),
        style(
            "Kop1", "heading 1", look("Trebuchet MS", 34, "0B6E4F"),
            '<w:keepNext/><w:numPr><w:numId w:val="4"/></w:numPr><w:spacing w:before="360" w:after="120"/>'
            '<w:ind w:left="432" w:hanging="432"/>',
        ),
        style("Kop2", "heading 2", look("Trebuchet MS", 25, "C8553D"), '<w:spacing w:before="240" w:after="80"/>'),
        style("Inhopg1", "toc 1", "<w:b/>", '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9062"/></w:tabs>'),
        style("Cell", "Vreemde cel", '<w:color w:val="FF0000"/>'),
        style("Voettekst", "footer", '<w:sz w:val="15"/>'),
        '<w:style w:type="table" w:default="1" w:styleId="Standaardtabel"><w:name w:val="Normal Table"/></w:style>'
        '<w:style w:type="table" w:customStyle="1" w:styleId="Schooltabel"><w:name w:val="Schooltabel"/>'
        '<w:basedOn w:val="Standaardtabel"/><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="8" w:color="0B6E4F"/>'
        '<w:insideH w:val="single" w:sz="4" w:color="9CC5B5"/><w:bottom w:val="single" w:sz="8" w:color="0B6E4F"/>'
        '</w:tblBorders><w:tblCellMar><w:left w:w="80" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar>'
        '</w:tblPr><w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:fill="DCEFE7"/></w:tcPr>'
        "</w:tblStylePr></w:style>",
    )
)  # fmt: skip
NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:nsid w:val="1"/><w:lvl w:ilvl="0"><w:numFmt w:val="upperRoman"/>'
    '<w:pStyle w:val="Kop1"/><w:lvlText w:val="%1"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="4"><w:abstractNumId w:val="0"/></w:num>'
)
LOGO = (
    '<w:r><w:drawing><wp:inline><wp:extent cx="1500000" cy="500000"/><wp:docPr id="1" name="Afbeelding 1"/>'
    '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
    '<pic:cNvPr id="1" name="logo.png"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rId1"/><a:stretch>'
    '<a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="1500000" cy="500000"/>'
    '</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
    "</wp:inline></w:drawing></w:r>"
)
HEAD = f'<w:p><w:pPr><w:jc w:val="right"/></w:pPr>{LOGO}</w:p>'
FOOT = (
    '<w:p w:rsidR="00AA11BB"><w:pPr><w:pStyle w:val="Voettekst"/></w:pPr><w:hyperlink r:id="rId1"><w:r>'
    "<w:t>www.deleesplank.example</w:t></w:r></w:hyperlink><w:r><w:t> · Kade 1, Almere</w:t></w:r></w:p>"
)
SECTION = (
    '<w:sectPr><w:headerReference w:type="default" r:id="rId5"/><w:footerReference w:type="default" r:id="rId6"/>'
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2268" w:right="1417" w:bottom="1417" w:left="1417"'
    ' w:header="708" w:footer="567" w:gutter="0"/><w:cols w:num="2"/></w:sectPr>'
)
CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>Juf Geheim</dc:creator></cp:coreProperties>'
)


def related(*each: tuple[str, str]) -> str:
    """Kind and target, numbered from rId1; an address is external."""
    rows = ""
    for number, (kind, target) in enumerate(each, 1):
        kind = kind if "/" in kind else f"{R}/{kind}"
        external = ' TargetMode="External"' if ":" in target or target.startswith("\\") else ""
        rows += f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"{external}/>'
    return f'<Relationships xmlns="{RELATIONS}">{rows}</Relationships>'


LETTER = "<w:p><w:r><w:t>Beste ouders</w:t></w:r></w:p>"


def letterhead(
    *, head: str = HEAD, foot: str = FOOT, body: str = LETTER, section: str = SECTION,
    styles: str = STYLES, main: str = "document.main", parts: dict[str, str | bytes] | None = None,
    feet: tuple[tuple[str, str], ...] = (), heads: tuple[tuple[str, str], ...] = (),
) -> bytes:  # fmt: skip
    """The paper of a school: head with a logo, foot with an address, its own letters and a table of its own."""
    types = {"document": main, "styles": "styles", "numbering": "numbering", "settings": "settings"}
    types |= {"header1": "header", "footer1": "footer"}
    overrides = "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{MEDIA}.{kind}+xml"/>'
        for part, kind in types.items()
    )
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": (
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels"'
            ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="png"'
            f' ContentType="image/png"/>{overrides}</Types>'
        ),
        "_rels/.rels": related(
            ("officeDocument", "word/document.xml"),
            (f"{RELATIONS}/metadata/core-properties", "docProps/core.xml"),
        ),
        "docProps/core.xml": CORE,
        "word/document.xml": f"<w:document {SPACES}><w:body>{body}{section}</w:body></w:document>",
        "word/_rels/document.xml.rels": related(
            ("styles", "styles.xml"), ("numbering", "numbering.xml"), ("settings", "settings.xml"),
            ("image", "media/a.png"),
            ("header", "header1.xml"), ("footer", "footer1.xml"),
        ),
        "word/styles.xml": f"<w:styles {SPACES}>{styles}</w:styles>",
        "word/numbering.xml": f"<w:numbering {SPACES}>{NUMBERING}</w:numbering>",
        "word/settings.xml": f"<w:settings {SPACES}/>",
        "word/header1.xml": f"<w:hdr {SPACES}>{head}</w:hdr>",
        "word/_rels/header1.xml.rels": related(("image", "media/a.png"), *heads),
        "word/footer1.xml": f"<w:ftr {SPACES}>{foot}</w:ftr>",
        "word/_rels/footer1.xml.rels": related(("hyperlink", "https://www.deleesplank.example/"), *feet),
        "word/media/a.png": picture("PNG", (300, 100)),
        **(parts or {}),
    }  # fmt: skip
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return made.getvalue()


OFFERED = {
    "python-docx": plain(),
    "LibreOffice": Path(__file__).with_name("base_of_libreoffice.docx").read_bytes(),
    "letterhead": letterhead(),
    # which hides, turns and counts its text, and has styles that go round
    "odd": letterhead(
        styles=STYLES.replace(
            '<w:spacing w:after="0"/>',
            '<w:pageBreakBefore/><w:numPr><w:numId w:val="4"/></w:numPr><w:bidi/><w:spacing w:after="0"/>',
            1,
        ).replace("<w:b/>", "<w:b/><w:vanish/><w:rtl/>")
        + '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="Caption"/><w:basedOn w:val="B"/></w:style>'
        + '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="List Paragraph"/><w:basedOn w:val="A"/></w:style>'
    ),
}
