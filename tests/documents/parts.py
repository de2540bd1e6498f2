"""What a tree holds, in its order: to compare a paper with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dekkend.documents.tidy import tidy
from dekkend.documents.tree import Block, Bullets, Document, Entry, Note, Road, Section, Table


def every_block(nodes: Iterable[Block], level: int = 1) -> Iterator[tuple[int, Block]]:
    """Each block with the level that a heading has there."""
    for node in nodes:
        yield level, node
        inner: Iterable[Iterable[Block]] = ()
        if isinstance(node, Section):
            yield from every_block(node.blocks, level + 1)
        elif isinstance(node, Note | Entry):
            inner = (node.blocks,)
        elif isinstance(node, Bullets):
            inner = node.items
        elif isinstance(node, Table):
            inner = (cell for row in node.rows for cell in row)
        for blocks in inner:
            yield from every_block(blocks, level)


def headings(document: Document) -> list[tuple[int, str]]:
    blocks = every_block(tidy(document).blocks)
    return [(level, node.title) for level, node in blocks if isinstance(node, Section)]


def tables(document: Document) -> int:
    """Tables and roads: both are tables in a word processor."""
    return sum(isinstance(node, Table | Road) for _, node in every_block(tidy(document).blocks))
