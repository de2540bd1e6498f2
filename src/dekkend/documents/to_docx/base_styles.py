"""The styles of base.docx: two voices, headings, tables. A board changes these in Word, not here."""

from __future__ import annotations

from dekkend.documents.to_docx.words import NAMESPACES

ACCENT, INK, INK_2, RULE = "1D3F8F", "171C28", "4A5263", "CDD2DC"
# One step beside ink, so that it can be told apart: a document puts its second colour in its place.
HEADLINE = "171C29"
DEVELOP = "7D4A00"
SANS, SERIF = "Source Sans 3", "Source Serif 4"
HANG = 680  # the number of a heading hangs in the margin
LABELS = 2608  # of facts, 46 millimetres
# prose keeps the measure of a book; tables use the whole width
MEASURE = '<w:ind w:right="1700"/>'


def _font(name: str) -> str:
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:eastAsia="{name}" w:cs="Arial"/>'


def _size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def _colour(value: str) -> str:
    return f'<w:color w:val="{value}"/>'


def _space(before: int, after: int, line: int = 0) -> str:
    lines = f' w:line="{line}" w:lineRule="auto"' if line else ""
    return f'<w:spacing w:before="{before}" w:after="{after}"{lines}/>'


def _edges(**sides: str) -> str:
    """Sides in the order of the schema, each as "size colour space"."""
    lines = ""
    for side, value in sides.items():
        size, colour, space = value.split()
        lines += f'<w:{side} w:val="single" w:sz="{size}" w:space="{space}" w:color="{colour}"/>'
    return lines


def _paragraph(name: str, paragraph: str = "", run: str = "", based: str = "Normal", after: str = "") -> str:
    identity = name.title().replace(" ", "")
    default = ' w:default="1"' if name == "Normal" else ""
    base = "" if name == "Normal" else f'<w:basedOn w:val="{based}"/>'
    following = f'<w:next w:val="{after}"/>' if after else ""
    return (
        f'<w:style w:type="paragraph"{default} w:styleId="{identity}"><w:name w:val="{name}"/>{base}{following}'
        f"<w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


def _heading(level: int) -> str:
    size, before, after = {1: (40, 480, 160), 2: (28, 380, 110), 3: (23, 300, 80)}.get(level, (21, 240, 60))
    edge = f"<w:pBdr>{_edges(top=f'12 {HEADLINE} 8')}</w:pBdr>" if level == 1 else ""
    return _paragraph(
        f"heading {level}",
        "<w:keepNext/><w:keepLines/>"
        f'<w:numPr><w:ilvl w:val="{level - 1}"/><w:numId w:val="2"/></w:numPr>'
        f'{edge}{_space(before, after, 240)}<w:outlineLvl w:val="{level - 1}"/>',
        f"<w:b/><w:bCs/>{_colour(HEADLINE) if level < 3 else ''}{_size(size)}",
        after="BodyText",
    )


DEFAULTS = (
    f"<w:docDefaults><w:rPrDefault><w:rPr>{_font(SANS)}{_colour(INK)}{_size(21)}"
    '<w:lang w:val="nl-NL" w:eastAsia="nl-NL" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
    f"<w:pPrDefault><w:pPr>{_space(0, 130, 276)}</w:pPr></w:pPrDefault></w:docDefaults>"
)


def _remark(name: str, colour: str, head: str) -> tuple[str, ...]:
    edge = (
        f'<w:pBdr>{_edges(left=f"18 {colour} 8")}</w:pBdr>{_space(0, 80)}<w:ind w:left="170" w:right="1700"/>'
    )
    identity = name.replace(" ", "")
    return (
        _paragraph(name, edge, _size(19)),
        _paragraph(f"{name} School", run=_font(SERIF), based=identity),
        _paragraph(f"{name} Heading", "<w:keepNext/>", head, based=identity, after=identity),
    )


FACT_EDGES = _edges(top=f"4 {RULE} 3", between=f"4 {RULE} 3")
CONTENTS_TABS = f'<w:tabs><w:tab w:val="left" w:pos="{HANG}"/><w:tab w:val="right" w:pos="8845"/></w:tabs>'
CONTENTS_HANG = f'<w:ind w:left="{HANG}" w:hanging="{HANG}"/>'
PARAGRAPHS = (
    _paragraph("Normal", "<w:widowControl/><w:suppressAutoHyphens/>"),
    _paragraph("Body Text", MEASURE),
    _paragraph("School", run=_font(SERIF), based="BodyText"),
    _paragraph("Lead", _space(0, 160), _size(26), based="BodyText"),
    _paragraph("School Lead", run=_font(SERIF), based="Lead"),
    _paragraph("List Paragraph", _space(0, 60), based="BodyText"),
    _paragraph("School List", run=_font(SERIF), based="ListParagraph"),
    _paragraph("Author", _space(0, 80), f"<w:b/><w:bCs/>{_colour(ACCENT)}{_size(28)}"),
    _paragraph(
        "Title", _space(0, 160, 228), f"<w:b/><w:bCs/>{_colour(HEADLINE)}{_size(48)}", after="Subtitle"
    ),
    _paragraph("Subtitle", _space(0, 600) + MEASURE, _colour(INK_2) + _size(30)),
    _paragraph(
        "Status",
        f'<w:pBdr>{_edges(left=f"18 {ACCENT} 8")}</w:pBdr>{_space(480, 360)}<w:ind w:left="170"/>',
        "<w:b/><w:bCs/>",
    ),
    *(_heading(level) for level in range(1, 10)),
    _paragraph(
        "TOC Heading", f"<w:keepNext/>{_space(0, 160)}", f"<w:b/><w:bCs/>{_colour(HEADLINE)}{_size(40)}"
    ),
    _paragraph("toc 1", f"{CONTENTS_TABS}{_space(130, 20, 250)}{CONTENTS_HANG}", "<w:b/><w:bCs/>"),
    _paragraph("toc 2", f"{CONTENTS_TABS}{_space(0, 20, 250)}{CONTENTS_HANG}"),
    _paragraph("caption", f"<w:keepNext/>{_space(200, 60)}", f"<w:b/><w:bCs/>{_colour(INK_2)}{_size(19)}"),
    _paragraph("Cell", '<w:suppressAutoHyphens w:val="0"/>' + _space(40, 50, 252), _size(19)),
    _paragraph("Cell Heading", "<w:keepNext/>", "<w:b/><w:bCs/>", based="Cell"),
    _paragraph("School Cell", run=_font(SERIF), based="Cell"),
    _paragraph("Road", f"<w:keepNext/>{_space(280, 0, 240)}", based="Cell"),
    _paragraph("Station", f'<w:keepNext/>{_space(40, 0, 240)}<w:ind w:right="20"/>', _size(17), based="Cell"),
    _paragraph("Station Reached", run="<w:b/><w:bCs/>", based="Station"),
    _paragraph(
        "Station Note",
        _space(20, 0, 240) + '<w:ind w:right="110"/>',
        _colour(INK_2) + _size(16),
        based="Cell",
    ),
    *_remark("Remark", ACCENT, "<w:b/><w:bCs/>"),
    *_remark("Warning", DEVELOP, f"<w:b/><w:bCs/>{_colour(DEVELOP)}"),
    _paragraph("Entry", f"<w:keepNext/>{_space(140, 60)}", "<w:b/><w:bCs/>"),
    _paragraph("Help", f"<w:keepNext/>{_space(0, 60)}", _colour(INK_2) + _size(17)),
    _paragraph(
        "Fact",
        f'<w:pBdr>{FACT_EDGES}</w:pBdr><w:tabs><w:tab w:val="left" w:pos="{LABELS}"/></w:tabs>'
        f'{_space(0, 0)}<w:ind w:left="{LABELS}" w:hanging="{LABELS}"/>',
        _size(20),
    ),
    _paragraph("footnote text", _space(120, 80), _colour(INK_2) + _size(17)),
    _paragraph(
        "footer",
        f"<w:pBdr>{_edges(top=f'4 {RULE} 6')}</w:pBdr>"
        f'<w:tabs><w:tab w:val="right" w:pos="8845"/></w:tabs>{_space(0, 0)}',
        _colour(INK_2) + _size(17),
    ),
)
LINK = (
    '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>'
    f'<w:rPr>{_colour(ACCENT)}<w:u w:val="single"/></w:rPr></w:style>'
)
TABLE_EDGES = _edges(top=f"12 {HEADLINE} 0", bottom=f"4 {RULE} 0", insideH=f"4 {RULE} 0")
TABLES = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
    '<w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
    '<w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    '<w:style w:type="table" w:styleId="Dekkend"><w:name w:val="Dekkend"/><w:basedOn w:val="TableNormal"/>'
    f"<w:tblPr><w:tblBorders>{TABLE_EDGES}</w:tblBorders><w:tblCellMar>"
    '<w:left w:w="0" w:type="dxa"/><w:right w:w="150" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:bCs/></w:rPr><w:tcPr><w:tcBorders>'
    f"{_edges(bottom=f'6 {INK} 0')}</w:tcBorders></w:tcPr></w:tblStylePr></w:style>"
    '<w:style w:type="table" w:styleId="DekkendRoad"><w:name w:val="Dekkend Road"/>'
    '<w:basedOn w:val="TableNormal"/></w:style>'
)
STYLES = f"<w:styles {NAMESPACES}>{DEFAULTS}{''.join(PARAGRAPHS)}{LINK}{TABLES}</w:styles>"
