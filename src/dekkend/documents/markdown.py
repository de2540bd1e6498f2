"""The small Markdown that people write: paragraphs, lists, bold, italic and links.

Whatever else stands in the text stays readable as it was typed: headings, tables, HTML, code.
A line end that someone typed is a line end on paper.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from dekkend.documents.clean import clean
from dekkend.documents.tidy import is_address
from dekkend.documents.tree import Block, Break, Bullets, Inline, Paragraph, Text

MAX_NESTING = 40  # markdown-it counts two for each list in a list; deeper is not read as Markdown
MAX_BRACKETS = 400  # the search for a closing bracket takes quadratic time

PARSER = MarkdownIt("zero", {"maxNesting": 10 * MAX_NESTING}).enable(["list", "emphasis", "link", "newline"])
PARSER.validateLink = is_address  # type: ignore[method-assign,assignment]

PASTED_BULLET = re.compile(r"^( *)[•▪◦‣●○·] *(?=\S)", re.MULTILINE)
PASTED_SECOND = re.compile(r"^[ \t]*o\t(?=\S)", re.MULTILINE)  # Word's second level: an "o" and a tab

Make = Callable[[Iterable[Inline]], Paragraph]


def to_blocks(text: str, voice: bool = True) -> tuple[Block, ...]:
    """The text as blocks of a document; with `voice` as the school's own words. Never fails."""

    def make(inlines: Iterable[Inline]) -> Paragraph:
        return Paragraph(tuple(inlines), voice=voice)

    text = PASTED_BULLET.sub(r"\1- ", clean(PASTED_SECOND.sub("  - ", text)))
    if text.count("[") > MAX_BRACKETS or text.count("]") > MAX_BRACKETS:
        return _as_typed(text, make)
    try:
        tokens = PARSER.parse(text)
    except RecursionError:
        return _as_typed(text, make)
    if any(token.level > MAX_NESTING for token in tokens):
        return _as_typed(text, make)
    return tuple(_blocks(iter(tokens), make))


def to_plain(text: str) -> str:
    """The words alone, for search, mail and counting; paragraphs and items on lines of their own."""
    return "\n".join(_lines(to_blocks(text)))


def _as_typed(text: str, make: Make) -> tuple[Block, ...]:
    return tuple(make(_typed_lines(part)) for part in re.split(r"\n\s*\n", text) if part.strip())


def _typed_lines(text: str) -> Iterator[Inline]:
    for number, line in enumerate(text.strip().split("\n")):
        if number:
            yield Break()
        yield Text(line)


def _blocks(tokens: Iterator[Token], make: Make) -> Iterator[Block]:
    """Reads until the list item or the text ends."""
    for token in tokens:
        if token.type == "list_item_close":
            return
        if token.type == "inline":
            yield make(_inlines(token.children or []))
        elif token.type == "bullet_list_open":
            yield Bullets(tuple(item for _, item in _items(tokens, make)))
        elif token.type == "ordered_list_open":
            yield from _ordered(list(_items(tokens, make)), make)


def _items(tokens: Iterator[Token], make: Make) -> Iterator[tuple[str, tuple[Block, ...]]]:
    """Pairs of the number that was typed and the item."""
    for token in tokens:
        if token.type in ("bullet_list_close", "ordered_list_close"):
            return
        yield token.info, tuple(_blocks(tokens, make))


def _ordered(items: list[tuple[str, tuple[Block, ...]]], make: Make) -> Iterator[Block]:
    """A list counts from 1. "12. januari" is no list: then each number stays what was typed."""
    typed = [number for number, _ in items]
    if typed == [str(n) for n in range(1, len(typed) + 1)] or set(typed) == {"1"}:
        yield Bullets(tuple(item for _, item in items), ordered=True)
        return
    for number, item in items:
        first, rest = (item[0], item[1:]) if item and isinstance(item[0], Paragraph) else (make(()), item)
        yield make((Text(f"{number}. "), *first.inlines))
        yield from rest


def _inlines(tokens: Sequence[Token]) -> Iterator[Inline]:
    bold = italic = 0
    href = ""
    for token in tokens:
        if token.type in ("strong_open", "strong_close"):
            bold += token.nesting
        elif token.type in ("em_open", "em_close"):
            italic += token.nesting
        elif token.type in ("link_open", "link_close"):
            href = str(token.attrGet("href") or "")
        elif token.type in ("softbreak", "hardbreak"):
            yield Break()
        elif token.content:
            yield Text(token.content, bold=bool(bold), italic=bool(italic), href=href)


def _lines(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            parts = (part.text if isinstance(part, Text) else "\n" for part in block.inlines)
            yield "".join(parts)
        elif isinstance(block, Bullets):
            for item in block.items:
                yield from _lines(item)
