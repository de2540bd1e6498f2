"""Lists. OpenDocument allows paragraphs and lists in an item, nothing else.

A table or a note in an item therefore closes the list; what comes after it continues the same item,
in a list that counts on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from dekkend.documents import heights
from dekkend.documents.to_odt.sheet import Place, Sheet
from dekkend.documents.tree import Block, Bullets, Paragraph

BULLETS, NUMBERS = "List_20_1", "Numbering_20_1"


@dataclass(frozen=True)
class Item:
    list: str  # its name in the file
    style: str
    number: int


Path = tuple[Item, ...]
Blocks = Callable[[Sheet, Iterable[Block], Place], str]


def bullets(sheet: Sheet, node: Bullets, place: Place, blocks: Blocks) -> str:
    return _woven(_pieces(sheet, node, replace(place, ends=not (place.lists or place.in_table)), (), blocks))


def _pieces(
    sheet: Sheet, node: Bullets, place: Place, path: Path, blocks: Blocks
) -> Iterator[tuple[Path, str]]:
    """Each paragraph with the items in which it stands; () for what no item can hold."""
    name, style = f"lijst{sheet.number()}", NUMBERS if node.ordered else BULLETS
    stays = [False] * len(node.items) if place.in_table else heights.held_items(node)
    short = heights.whole_items(node)
    for number, (item, keep) in enumerate(zip(node.items, stays, strict=True)):
        here = (*path, Item(name, style, number))
        place = replace(place, lists=len(here))
        if not isinstance(item[0], Paragraph):
            yield here, blocks(sheet, (Paragraph(()),), replace(place, ends=False, hangs=True))
        for block in item:
            is_last = block is item[-1] and number == len(node.items) - 1
            together = keep or (block is not item[-1] and short[number] and not place.in_table)
            inside = replace(place, ends=place.ends and is_last, keep=place.keep or together)
            if isinstance(block, Paragraph):
                yield here, blocks(sheet, (block,), replace(inside, hangs=block is item[0]))
            elif isinstance(block, Bullets):
                yield from _pieces(sheet, block, inside, here, blocks)
            else:
                yield (), blocks(sheet, (block,), replace(inside, lists=0))


def _woven(pieces: Iterable[tuple[Path, str]]) -> str:
    xml = ""
    open_path: Path = ()
    tags: list[str] = []  # of the open items
    begun: set[Item] = set()
    listed: set[str] = set()
    for path, piece in (*pieces, ((), "")):
        shared = _shared(open_path, path)
        for depth in range(len(open_path), shared, -1):
            stays = (
                depth == shared + 1
                and depth <= len(path)
                and path[depth - 1].list == open_path[depth - 1].list
            )
            xml += f"</text:{tags.pop()}>" + ("" if stays else "</text:list>")
        for depth, item in enumerate(path[shared:], shared):
            stays = depth < len(open_path) and depth == shared and open_path[depth].list == item.list
            tags.append("list-header" if item in begun else "list-item")
            xml += ("" if stays else _opened(item, item.list in listed)) + f"<text:{tags[-1]}>"
            begun.add(item)
            listed.add(item.list)
        xml, open_path = xml + piece, path
    return xml


def _shared(one: Path, other: Path) -> int:
    count = 0
    while count < min(len(one), len(other)) and one[count] == other[count]:
        count += 1
    return count


def _opened(item: Item, again: bool) -> str:
    more = ' text:continue-numbering="true"' if again else ""
    return f'<text:list text:style-name="{item.style}"{more}>'
