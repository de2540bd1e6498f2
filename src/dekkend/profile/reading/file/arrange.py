"""From the pieces of a file to passages: lists are put together, and each passage gets the headings above it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .passages import Head, Para, Passage, Piece, Table, Unreadable
from .tables import of_table

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
        letters += len(passage.text)
        if len(found) >= MOST_PASSAGES or letters > MOST_CHARACTERS:
            raise Unreadable(LARGE)
        found.append(passage)
    return found


def together(pieces: Iterable[Piece]) -> Iterator[Passage]:
    above: list[Head] = []
    items: list[Para] = []
    notes: list[Para] = []
    for piece in pieces:
        path = tuple(head.text for head in above)
        if isinstance(piece, Para) and piece.is_note:
            notes.append(piece)
            continue
        if isinstance(piece, Para) and piece.item and (items or not notes):
            items.append(piece)
            continue
        yield from of_items(items, path)
        yield from of_notes(notes, path)
        items, notes = [], []
        if isinstance(piece, Para) and piece.item:
            items = [piece]
            continue
        if isinstance(piece, Table):
            yield from of_table(piece, path)
        elif isinstance(piece, Para):
            if piece.text.strip():
                yield Passage("paragraph", piece.text.strip(), piece.page, path=path)
        elif piece.text.strip():
            above = [head for head in above if head.level < piece.level][-MOST_DEEP + 1 :]
            path = tuple(head.text for head in above)
            above.append(piece)
            yield Passage("heading", piece.text.strip(), piece.page, piece.level, path)
    path = tuple(head.text for head in above)
    yield from of_items(items, path)
    yield from of_notes(notes, path)


def joined(pieces: Iterable[Piece]) -> str:
    """The text of what stands in one cell or in one note; a heading in it is words like the others."""
    plain = (Para(piece.text, piece.page) if isinstance(piece, Head) else piece for piece in pieces)
    return "\n\n".join(passage.text for passage in passages_of(plain))


def parted(pieces: Iterable[Piece]) -> tuple[str, list[Para]]:
    """What stands in one cell, and its notes: they come after the table."""
    text: list[Piece] = []
    notes: list[Para] = []
    for piece in pieces:
        if isinstance(piece, Para) and piece.is_note:
            notes.append(piece)
        else:
            text.append(piece)
    return joined(text), notes


def of_notes(notes: list[Para], path: tuple[str, ...]) -> Iterator[Passage]:
    for note in notes:
        yield Passage("paragraph", note.text.strip(), note.page, path=path)


def of_items(items: list[Para], path: tuple[str, ...]) -> Iterator[Passage]:
    """A list is one passage."""
    told = [item for item in items if item.text.strip()]
    if not told:
        return
    lines, numbers = [], [0] * 10
    for item in told:
        depth = min(item.depth, 3)
        numbers[depth] += 1
        numbers[depth + 1 :] = [0] * (len(numbers) - depth - 1)
        mark = f"{numbers[depth]}." if item.item != "-" else "-"
        lines.append(f"{'   ' * depth}{mark} {' '.join(item.text.split())}")
    yield Passage("list", "\n".join(lines), told[0].page, path=path)
