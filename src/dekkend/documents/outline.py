"""The headings of a tree: for a table of contents, and for numbers that a word processor counts itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dekkend.documents.tree import Block, Bullets, Entry, Note, Section, Table

IN_CONTENTS = 2  # levels
LEVELS = 9  # that a word processor can number


def contents(nodes: Iterable[Block], level: int = 1) -> Iterator[tuple[int, Section]]:
    """The sections that a table of contents names, with their level."""
    for node in nodes:
        if isinstance(node, Section):
            yield level, node
            if level < IN_CONTENTS:
                yield from contents(node.blocks, level + 1)


def is_counted(nodes: Iterable[Block]) -> bool:
    """Whether the numbers are those that counting gives: 1, 1.1, 1.2, 2; sections without one are passed over.

    Then Word and LibreOffice count them, and a section that somebody adds moves the others up.
    Numbers of another kind ("3a", "IV") stay text.
    """
    counts: list[int] = []
    for level, number in _numbers(nodes, 1):
        if level > min(LEVELS, len(counts) + 1):
            return False
        counts = [*counts[: level - 1], counts[level - 1] + 1 if level <= len(counts) else 1]
        if number != ".".join(map(str, counts)):
            return False
    return bool(counts)


def _numbers(nodes: Iterable[Block], level: int) -> Iterator[tuple[int, str]]:
    for node in nodes:
        if isinstance(node, Section):
            if node.number:
                yield level, node.number
            yield from _numbers(node.blocks, level + 1)
        for inner in _inside(node):
            yield from _numbers(inner, level)


def _inside(node: Block) -> Iterable[Iterable[Block]]:
    if isinstance(node, Note | Entry):
        return (node.blocks,)
    if isinstance(node, Bullets):
        return node.items
    return (cell for row in node.rows for cell in row) if isinstance(node, Table) else ()
