"""The smallest pieces of WordprocessingML, as strings. Order of elements is that of the schema."""

from __future__ import annotations

from html import escape as escape_xml

from dekkend.documents.unbroken import HYPHEN, hyphened

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
POINT = 12700  # EMU

# Word has an element for the hyphen that does not break: the sign itself is in few fonts
UNBROKEN = '</w:t><w:noBreakHyphen/><w:t xml:space="preserve">'


def run(text: str, properties: str = "") -> str:
    inner = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    said = hyphened(escape_xml(text)).replace(HYPHEN, UNBROKEN)
    return f'<w:r>{inner}<w:t xml:space="preserve">{said}</w:t></w:r>'


def paragraph(style: str, content: str, properties: str = "") -> str:
    """`properties`: what comes after pStyle in pPr."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{content}</w:p>'


TAB = "<w:r><w:tab/></w:r>"
FIELD_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def field_begin(instruction: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )


def field(instruction: str, shown: str = "") -> str:
    return field_begin(instruction) + (run(shown) if shown else "") + FIELD_END


# In the corner of the page, at the right and below, with the text beside it.
CORNER = (
    '<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="margin"><wp:align>right</wp:align></wp:positionH>'
    '<wp:positionV relativeFrom="margin"><wp:align>bottom</wp:align></wp:positionV>'
)
ANCHOR = (
    'distT="0" distB="0" distL="180000" distR="0" simplePos="0" relativeHeight="1" behindDoc="0" locked="0"'
    ' layoutInCell="1" allowOverlap="1"'
)


def picture(
    relation: str, number: int, alt: str, width: float, height: float, lower: int = 0, corner: bool = False
) -> str:
    """A picture in the line, or in the corner of the page; sizes in points, `lower` in half points."""
    size = f'cx="{round(width * POINT)}" cy="{round(height * POINT)}"'
    name = f'id="{number}" name="Merk {number}" descr="{escape_xml(alt)}"'
    position = f'<w:rPr><w:position w:val="-{lower}"/></w:rPr>' if lower else ""
    kind, wrap = ("anchor", '<wp:wrapSquare wrapText="left"/>') if corner else ("inline", "")
    start = (
        f"<wp:anchor {ANCHOR}>{CORNER}" if corner else '<wp:inline distT="0" distB="0" distL="0" distR="0">'
    )
    return (
        f"<w:r>{position}<w:drawing>{start}<wp:extent {size}/>{wrap}<wp:docPr {name}/>"
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
        f"<pic:nvPicPr><pic:cNvPr {name}/><pic:cNvPicPr/></pic:nvPicPr>"
        f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        f"</a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:{kind}></w:drawing></w:r>"
    )
