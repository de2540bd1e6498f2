"""One function per block, each gives OpenDocument."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from dekkend.documents import heights
from dekkend.documents.clean import is_right_to_left
from dekkend.documents.to_odt import words
from dekkend.documents.to_odt.base_styles import HANG, PROSE, below
from dekkend.documents.to_odt.inlines import inlines
from dekkend.documents.to_odt.lists import bullets
from dekkend.documents.to_odt.sheet import LIST, Place, Sheet
from dekkend.documents.to_odt.tables import road, table
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

KEEP = ' fo:keep-with-next="always"'
BREAK = ' fo:break-before="page"'
WHOLE = ' fo:keep-together="always"'
FROM_THE_RIGHT = ' style:writing-mode="rl-tb" fo:text-align="start"'
LAST_LEVEL = 10
FACTS_TOGETHER = 10


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
        opens = isinstance(node, Paragraph | Section) or (isinstance(node, Table) and node.shown_caption)
        if fresh and not opens:
            xml, fresh = xml + _page_break(sheet, PageBreak(), place), False
        to_next = place.to_next and number == len(listed)
        keep = place.keep or is_kept or (to_next and isinstance(node, Paragraph | Table))
        xml += BLOCKS[type(node)](sheet, node, replace(place, keep=keep, fresh=fresh, to_next=to_next))
        fresh = False
    return xml + (_page_break(sheet, PageBreak(), place) if fresh else "")


WIDE = ' fo:margin-left="0mm" fo:margin-right="0mm"'  # a cell is no measure of prose


def _paragraph(sheet: Sheet, node: Paragraph, place: Place) -> str:
    said = "".join(part.text for part in node.inlines if isinstance(part, Text))
    properties = (KEEP if place.keep or node.keep else "") + (BREAK if place.fresh else "")
    properties += FROM_THE_RIGHT if is_right_to_left(said) else ""
    properties += _in_list(sheet, place) if place.lists and not place.in_table else ""
    properties += WIDE if place.note and place.in_table and not place.lists else ""
    properties += WHOLE if place.whole else ""
    properties += ' fo:margin-bottom="8pt"' if place.ends else ""
    style = sheet.paragraph_style(_style(node, place), properties)
    return words.paragraph(style, inlines(sheet, node.inlines))


def _in_list(sheet: Sheet, place: Place) -> str:
    """All three margins, for LibreOffice takes those of the list, and none at the right, where one is not named."""
    left, right = LIST * place.lists, 0 if sheet.is_poster else PROSE
    return (
        f' fo:margin-left="{left}mm" fo:margin-right="{right}mm" fo:text-indent="{-LIST if place.hangs else 0}mm"'
        ' style:auto-text-indent="false"'
    )


def _style(node: Paragraph, place: Place) -> str:
    school = "School_20_" if node.voice else ""
    if place.note and not place.lists:
        return place.note + ("_20_School" if node.voice else "")
    if place.in_table:
        return f"{school}Table_20_Contents"
    if place.lists:
        return f"{school}List"
    if node.lead:
        return f"{school}Lead"
    return "School" if node.voice else "Text_20_body"


def _bullets(sheet: Sheet, node: Bullets, place: Place) -> str:
    return bullets(sheet, node, place, blocks)


def _facts(sheet: Sheet, node: Facts, place: Place) -> str:
    style, between = ("Table_20_Contents", ": ") if place.in_table else ("Fact", "<text:tab/>")
    rows = [
        words.span("Label", words.text(label)) + between + inlines(sheet, value) for label, value in node.rows
    ]
    millimetres = sheet.label_width(node)
    wide = ""
    if millimetres != heights.LABEL_WIDTH and not place.in_table:
        wide = f' fo:margin-left="{millimetres}mm" fo:text-indent="-{millimetres}mm"'
    air = "" if place.in_table else ' fo:margin-bottom="6pt"'
    whole = KEEP if place.keep or len(rows) <= FACTS_TOGETHER else ""
    each = sheet.paragraph_style(style, wide + whole)
    last = sheet.paragraph_style(style, wide + air + KEEP * place.keep)
    return "".join(words.paragraph(each, row) for row in rows[:-1]) + words.paragraph(last, rows[-1])


def _table(sheet: Sheet, node: Table, place: Place) -> str:
    return table(sheet, node, place, blocks)


def _note(sheet: Sheet, node: Note, place: Place) -> str:
    kind = "Warning" if node.kind == "warning" else "Remark"
    wide = WIDE if place.in_table else ""
    style = sheet.paragraph_style(f"{kind}_20_Heading", wide)
    head = words.paragraph(style, words.text(node.title)) if node.title else ""
    inside = replace(place, note=kind, ends=False)
    last = replace(inside, ends=not place.in_table)
    if heights.is_whole_note(node) and not place.in_table:
        last = replace(last, whole=True)
        inside = replace(inside, keep=True, whole=True)
    return head + blocks(sheet, node.blocks[:-1], inside) + blocks(sheet, node.blocks[-1:], last)


def _road(sheet: Sheet, node: Road, place: Place) -> str:
    return road(sheet, node, place)


def _lines(sheet: Sheet, node: Lines, place: Place) -> str:
    """Rules to write on; the last is not torn from the first."""
    label = words.text(node.label)
    kept = sheet.paragraph_style("Lines", KEEP)
    last = sheet.paragraph_style("Lines", ' fo:margin-bottom="8pt"' + (KEEP if place.keep else ""))
    rules = [label, *[""] * (node.count - 1)]
    return "".join(words.paragraph(kept, rule) for rule in rules[:-1]) + words.paragraph(last, rules[-1])


def _entry(sheet: Sheet, node: Entry, place: Place) -> str:
    """Kept together by each paragraph but the last holding on to the next."""
    inside = replace(place, keep=True)
    number = words.span("Heading_20_Number", words.text(f"{node.number} ")) if node.number else ""
    head = words.paragraph("Entry", number + words.text(node.text))
    help = words.paragraph("Help", words.text(node.help)) if node.help else ""
    body = blocks(sheet, node.blocks[:-1], inside) + blocks(sheet, node.blocks[-1:], place)
    return head + help + body


def _code(sheet: Sheet, node: Code, place: Place) -> str:
    """The picture, then its address under it."""
    picture = sheet.code(node.address, f"QR-code voor {node.address}")
    link = Text(node.address.split("://", 1)[-1].rstrip("/"), href=node.address)
    style = sheet.paragraph_style("Standard", KEEP + ' fo:margin-top="6pt" fo:margin-bottom="2pt"')
    return words.paragraph(style, picture) + _paragraph(
        sheet, Paragraph((Text(f"{node.label} "), link)), place
    )


def _page_break(sheet: Sheet, node: PageBreak, place: Place) -> str:
    """An empty line that opens a page, too low to be seen."""
    return words.paragraph(sheet.paragraph_style("Page_20_Break", BREAK))


def _section(sheet: Sheet, node: Section, place: Place) -> str:
    """A number hangs in the margin; it is counted, or a piece of the text where counting would give another."""
    level = min(place.level, LAST_LEVEL)
    counted = bool(sheet.counted and node.number)
    # both margins, for LibreOffice takes the one that is not named for none
    properties = f'{BREAK} fo:margin-top="0pt" fo:margin-bottom="{below(level):g}pt"' if place.fresh else ""
    properties += FROM_THE_RIGHT if is_right_to_left(node.title) else ""
    if not counted or place.in_table:
        left = HANG if node.number and place.in_table else 0
        properties += f' fo:margin-left="{left}mm" fo:text-indent="{-HANG if node.number else 0}mm"'
    number = ""
    if node.number and not counted:
        number = words.span("Heading_20_Number", words.text(node.number)) + "<text:tab/>"
    # LibreOffice lets a number hang in a heading of no list only
    apart = ' style:list-style-name=""' if number else ""
    style = sheet.paragraph_style(f"Heading_20_{level}", properties, apart)
    header = "" if counted else ' text:is-list-header="true"'
    heading = (
        f'<text:h text:style-name="{style}" text:outline-level="{level}"{header}>'
        f'<text:bookmark-start text:name="{node.id}"/>{number}{words.text(node.title)}'
        f'<text:bookmark-end text:name="{node.id}"/></text:h>'
    )
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
