"""One function per block, each gives WordprocessingML."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from dekkend.documents import drawings, heights
from dekkend.documents.clean import is_right_to_left
from dekkend.documents.to_docx import words
from dekkend.documents.to_docx.base_styles import HANG
from dekkend.documents.to_docx.inlines import inlines
from dekkend.documents.to_docx.sheet import BULLETS, Place, Sheet
from dekkend.documents.to_docx.tables import road, table
from dekkend.documents.tree import (
    Block,
    Bullets,
    Code,
    Entry,
    Facts,
    Lines,
    Note,
    PageBreak,
    Paragraph,
    Road,
    Section,
    Table,
    Text,
)

INDENT = 340  # of one list level
FACTS_TOGETHER = 10
KEEP = "<w:keepNext/>"
AFTER_LIST, AFTER_ROWS = 130, 180


def whole(sheet: Sheet, nodes: tuple[Block, ...], place: Place) -> str:
    """All that a document holds. A short last chapter has something of the one before it on its page."""
    if not heights.ends_short(nodes):
        return blocks(sheet, nodes, place)
    before = blocks(sheet, nodes[:-1], replace(place, to_next=True))
    return before + blocks(sheet, nodes[-1:], replace(place, fresh=False))


def blocks(sheet: Sheet, nodes: Iterable[Block], place: Place) -> str:
    """`place.fresh`: the first of them opens a page. What cannot do so itself gets a line that does."""
    xml, fresh = "", place.fresh
    listed = list(nodes)
    for number, (node, is_kept) in enumerate(heights.kept(listed), 1):
        if isinstance(node, PageBreak):
            fresh = True
            continue
        if fresh and not isinstance(node, Paragraph | Section):
            xml, fresh = xml + _page_break(sheet, PageBreak(), place), False
        to_next = place.to_next and number == len(listed)
        keep = place.keep or is_kept or (to_next and isinstance(node, Paragraph | Table))
        xml += BLOCKS[type(node)](sheet, node, replace(place, keep=keep, fresh=fresh, to_next=to_next))
        fresh = False
    return xml + (_page_break(sheet, PageBreak(), place) if fresh else "")


WIDE = '<w:ind w:right="0"/>'  # a cell is no measure of prose


def _paragraph(sheet: Sheet, node: Paragraph, place: Place, numbering: str = "") -> str:
    """Properties in the order of the schema: keepNext, keepLines, pageBreakBefore, numPr, bidi, spacing, ind."""
    text = "".join(part.text for part in node.inlines if isinstance(part, Text))
    properties = (
        (KEEP if place.keep or node.keep else "")
        + ("<w:keepLines/>" if place.whole else "")
        + ("<w:pageBreakBefore/>" if place.fresh else "")
        + numbering
        + ("<w:bidi/>" if is_right_to_left(text) else "")
    )
    if place.after >= 0:
        properties += f'<w:spacing w:after="{place.after}"/>'
    if place.lists and not numbering:
        properties += f'<w:ind w:left="{INDENT * place.lists}"/>'
    elif place.note and place.in_table:
        properties += WIDE
    return words.paragraph(_style(node, place), inlines(sheet, node.inlines), properties)


def _style(node: Paragraph, place: Place) -> str:
    if place.note and not place.lists:
        return place.note + ("School" if node.voice else "")
    if place.in_table:
        return "SchoolCell" if node.voice else "Cell"
    if place.lists:
        return "SchoolList" if node.voice else "ListParagraph"
    if node.lead:
        return "SchoolLead" if node.voice else "Lead"
    return "School" if node.voice else "BodyText"


def _bullets(sheet: Sheet, node: Bullets, place: Place) -> str:
    depth = place.lists
    number = sheet.numbered_list(depth) if node.ordered else BULLETS
    sign = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'
    stays = [False] * len(node.items) if place.in_table else heights.held_items(node)
    xml = ""
    for item, keep, short in zip(node.items, stays, heights.whole_items(node), strict=True):
        at_end = replace(place, lists=depth + 1, after=-1, keep=place.keep or keep)
        inside = replace(at_end, keep=at_end.keep or (short and not place.in_table))
        ends_list = item is node.items[-1] and not depth and not place.in_table
        first, rest = (item[0], item[1:]) if isinstance(item[0], Paragraph) else (Paragraph(()), item)
        last = replace(at_end, after=AFTER_LIST) if ends_list else at_end
        xml += _paragraph(sheet, first, inside if rest else last, sign)
        xml += blocks(sheet, rest[:-1], inside) + blocks(sheet, rest[-1:], last)
    return xml


def _facts(sheet: Sheet, node: Facts, place: Place) -> str:
    style = "Cell" if place.in_table else "Fact"
    between = words.run(": ") if place.in_table else words.TAB
    colour = f'<w:color w:val="{drawings.INK_2[1:].upper()}"/>'
    rows = [words.run(label, colour) + between + inlines(sheet, value) for label, value in node.rows]
    tabs = air = indent = ""
    if not place.in_table:
        air = f'<w:spacing w:after="{AFTER_ROWS}"/>'
        tabs, indent = _hung(sheet.label_width(node), sheet.labels)
    whole = KEEP if place.keep or len(rows) <= FACTS_TOGETHER else ""
    last = (KEEP if place.keep else "") + tabs + air + indent
    return "".join(words.paragraph(style, row, whole + tabs + indent) for row in rows[:-1]) + words.paragraph(
        style, rows[-1], last
    )


def _hung(millimetres: int, usual: int) -> tuple[str, str]:
    """Tabs and indent of facts whose labels are longer than those of the style."""
    if millimetres == heights.LABEL_WIDTH:
        return "", ""
    place = round(millimetres * 1440 / 25.4)
    place = max(place, usual) if millimetres > heights.LABEL_WIDTH else place
    tabs = f'<w:tab w:val="clear" w:pos="{usual}"/><w:tab w:val="left" w:pos="{place}"/>'
    return f"<w:tabs>{tabs}</w:tabs>", f'<w:ind w:left="{place}" w:hanging="{place}"/>'


def _table(sheet: Sheet, node: Table, place: Place) -> str:
    return table(sheet, node, place, blocks)


def _note(sheet: Sheet, node: Note, place: Place) -> str:
    style = "Warning" if node.kind == "warning" else "Remark"
    wide = WIDE if place.in_table else ""
    head = words.paragraph(f"{style}Heading", words.run(node.title), wide) if node.title else ""
    inside = replace(place, note=style, after=-1)
    last = inside if place.in_table else replace(inside, after=AFTER_ROWS)
    if heights.is_whole_note(node) and not place.in_table:
        last = replace(last, whole=True)
        inside = replace(inside, keep=True, whole=True)
    return head + blocks(sheet, node.blocks[:-1], inside) + blocks(sheet, node.blocks[-1:], last)


def _road(sheet: Sheet, node: Road, place: Place) -> str:
    return road(sheet, node, place)


def _lines(sheet: Sheet, node: Lines, place: Place) -> str:
    """Rules to write on; the last is not torn from the first."""
    colour = drawings.INK_2[1:].upper()
    rule = f'w:val="single" w:sz="4" w:space="1" w:color="{colour}"/>'
    # Word takes paragraphs with the same edges for one block: between them the rule is another one.
    edges = f"<w:pBdr><w:bottom {rule}<w:between {rule}</w:pBdr>"
    label = words.run(node.label, f'<w:color w:val="{colour}"/><w:sz w:val="18"/>')
    xml = ""
    for number in range(1, node.count + 1):
        is_last = number == node.count
        keep = KEEP if place.keep or not is_last else ""
        after = AFTER_ROWS if is_last else 0
        space = f'<w:spacing w:before="60" w:after="{after}" w:line="380" w:lineRule="exact"/>'
        xml += words.paragraph("Normal", label if number == 1 else "", keep + edges + space)
    return xml


def _entry(sheet: Sheet, node: Entry, place: Place) -> str:
    """Kept together by each paragraph but the last holding on to the next."""
    inside = replace(place, keep=True)
    number = (
        words.run(f"{node.number} ", f'<w:color w:val="{sheet.accent[1:].upper()}"/>') if node.number else ""
    )
    head = words.paragraph("Entry", number + words.run(node.text))
    help = words.paragraph("Help", words.run(node.help)) if node.help else ""
    return head + help + blocks(sheet, node.blocks[:-1], inside) + blocks(sheet, node.blocks[-1:], place)


def _code(sheet: Sheet, node: Code, place: Place) -> str:
    """The picture, then its address under it; on a poster the picture stands in the corner."""
    picture = sheet.code(node.address, f"QR-code voor {node.address}")
    link = Text(node.address.split("://", 1)[-1].rstrip("/"), href=node.address)
    told = Paragraph((Text(f"{node.label} "), link))
    if sheet.is_poster:
        return words.paragraph("Normal", picture + inlines(sheet, told.inlines))
    keep = '<w:keepNext/><w:spacing w:before="120" w:after="40"/>'
    return words.paragraph("Normal", picture, keep) + _paragraph(sheet, told, place)


def _page_break(sheet: Sheet, node: PageBreak, place: Place) -> str:
    """An empty line that opens a page, too low to be seen."""
    low = '<w:pageBreakBefore/><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
    return words.paragraph("Normal", "", low)


def _section(sheet: Sheet, node: Section, place: Place) -> str:
    """A number hangs in the margin; it is counted, or a piece of the text where counting would give another."""
    mark, name = sheet.number(), sheet.bookmark(node.id)
    counted = bool(sheet.counted and node.number)
    number = ""
    properties = "<w:pageBreakBefore/>" if place.fresh else ""
    if not counted:
        properties += '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>' if sheet.counted else ""
    if node.number and not counted:
        number = words.run(node.number, f'<w:color w:val="{sheet.accent[1:].upper()}"/>') + words.TAB
        properties += '<w:tabs><w:tab w:val="left" w:pos="0"/></w:tabs>'
    properties += "<w:bidi/>" if is_right_to_left(node.title) else ""
    properties += '<w:spacing w:before="0"/>' if place.fresh else ""
    if place.in_table or not counted:
        left = HANG if place.in_table and node.number else 0
        properties += f'<w:ind w:left="{left}" w:hanging="{HANG if node.number else 0}"/>'
    title = (
        f'<w:bookmarkStart w:id="{mark}" w:name="{name}"/>{number}{words.run(node.title)}'
        f'<w:bookmarkEnd w:id="{mark}"/>'
    )
    heading = words.paragraph(f"Heading{min(place.level, 9)}", title, properties)
    return heading + blocks(sheet, node.blocks, replace(place, level=place.level + 1, fresh=False))


BLOCKS: dict[type, Callable[..., str]] = {
    Paragraph: _paragraph,
    Bullets: _bullets,
    Facts: _facts,
    Table: _table,
    Note: _note,
    Road: _road,
    Lines: _lines,
    Entry: _entry,
    Code: _code,
    PageBreak: _page_break,
    Section: _section,
}
