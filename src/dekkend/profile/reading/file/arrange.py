"""From the pieces of a file to passages: lists are put together, and each passage gets the headings above it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from .heads import CHECK, item_of
from .passages import Gap, Head, Para, Passage, Piece, Table, Unreadable
from .signs import BOX, TICKED, chosen
from .tables import of_table

TITLE = re.compile(r"(?:inhoud|inhoudsopgave|inhoudstafel)\s*:?", re.IGNORECASE)
PAGE = re.compile(r"[^\d](\d{1,3})$")

After = Para | Gap  # a note, or what was not read: it comes after the list or the table that it stands in

MOST_PASSAGES = 1_500
MOST_CHARACTERS = 600_000  # a profile has some 60,000
MOST_DEEP = 6  # headings above a passage

LARGE = (
    "Dit bestand is te lang voor een schoolondersteuningsprofiel. Bewaar alleen het deel dat je nodig hebt, "
    "en probeer het opnieuw."
)


def passages_of(pieces: Iterable[Piece]) -> list[Passage]:
    """Raise Unreadable when there is more than a profile can hold."""
    found: list[Passage] = []
    letters = 0
    for passage in together(pieces):
        if passage.kind == "gap" and found and found[-1].kind == "gap" and found[-1].text == passage.text:
            continue
        letters += len(passage.text)
        if len(found) >= MOST_PASSAGES or letters > MOST_CHARACTERS:
            raise Unreadable(LARGE)
        found.append(passage)
    return found


def together(pieces: Iterable[Piece]) -> Iterator[Passage]:
    above: list[Head] = []
    items: list[Para] = []
    after: list[After] = []
    for piece in without_contents(itertools.chain.from_iterable(map(opened, pieces))):
        path = tuple(head.text for head in above)
        if isinstance(piece, Gap) or (isinstance(piece, Para) and piece.is_note):
            after.append(piece)
            continue
        if isinstance(piece, Para) and piece.item and (items or not after):
            items.append(piece)
            continue
        yield from of_items(items, path)
        yield from of_after(after, path)
        items, after = [], []
        if isinstance(piece, Para) and piece.item:
            items = [piece]
            continue
        if isinstance(piece, Table):
            yield from of_table(piece, path)
        elif isinstance(piece, Para):
            if piece.text.strip():
                yield Passage("paragraph", chosen(piece.text.strip()), piece.page, path=path)
        elif piece.text.strip():
            above = [head for head in above if head.level < piece.level][-MOST_DEEP + 1 :]
            path = tuple(head.text for head in above)
            above.append(piece)
            yield Passage("heading", piece.text.strip(), piece.page, piece.level, path)
    path = tuple(head.text for head in above)
    yield from of_items(items, path)
    yield from of_after(after, path)


class Contents:
    """A table of contents that was typed is of no use: lines that end with the number of a page, none lower than the
    last."""

    def __init__(self) -> None:
        self.last = -1

    def has(self, text: str) -> bool:
        if TITLE.fullmatch(text.strip()):
            self.last = 0
            return True
        number = PAGE.search(text.strip()) if self.last >= 0 else None
        is_in = number is not None and int(number.group(1)) >= self.last
        self.last = int(number.group(1)) if number and is_in else -1
        return is_in


def without_contents(pieces: Iterable[Piece]) -> Iterator[Piece]:
    contents = Contents()
    for piece in pieces:
        if not (isinstance(piece, Head | Para) and piece.text.strip() and contents.has(piece.text)):
            yield piece


def opened(piece: Piece) -> Iterator[Piece]:
    """Lines of one paragraph that each begin with a bullet are items."""
    lines = piece.text.split("\n") if isinstance(piece, Para) else []
    if not isinstance(piece, Para) or not any(item_of(line)[0] for line in lines[1:]):
        yield piece
        return
    open_line = replace(piece, text=lines[0])
    for line in lines[1:]:
        mark, said = item_of(line)
        if not mark:
            open_line = replace(open_line, text=f"{open_line.text}\n{line}")
            continue
        yield open_line
        open_line = replace(piece, text=said, item=mark)
    yield open_line


def joined(pieces: Iterable[Piece]) -> str:
    """The text of what stands in one cell or in one note; a heading in it is words like the others."""
    plain = (Para(piece.text, piece.page) if isinstance(piece, Head) else piece for piece in pieces)
    return "\n\n".join(passage.text for passage in passages_of(plain) if passage.kind != "gap")


def parted(pieces: Iterable[Piece]) -> tuple[str, list[After]]:
    """What stands in one cell, and what comes after the table."""
    text: list[Piece] = []
    after: list[After] = []
    for piece in pieces:
        if isinstance(piece, Gap) or (isinstance(piece, Para) and piece.is_note):
            after.append(piece)
        else:
            text.append(piece)
    return joined(text), after


def of_after(after: list[After], path: tuple[str, ...]) -> Iterator[Passage]:
    for number, each in enumerate(after):
        if isinstance(each, Para):
            yield Passage("paragraph", each.text.strip(), each.page, path=path)
        elif each not in after[:number]:
            yield Passage("gap", each.text, each.page, path=path)


def of_items(items: list[Para], path: tuple[str, ...]) -> Iterator[Passage]:
    """A list is one passage."""
    told = [item for item in items if item.text.strip()]
    if not told:
        return
    lines, numbers = [], [0] * 10
    has_boxes = any(BOX.match(item.text) for item in told)
    for item in told:
        depth = min(item.depth, 3)
        numbers[depth] += 1
        numbers[depth + 1 :] = [0] * (len(numbers) - depth - 1)
        mark = "-" if item.item in ("-", CHECK) else f"{numbers[depth]}."
        sign = f"{TICKED} " if item.item == CHECK and has_boxes else ""
        lines.append(f"{'   ' * depth}{mark} {sign}{chosen(' '.join(item.text.split()))}")
    yield Passage("list", "\n".join(lines), told[0].page, path=path)
