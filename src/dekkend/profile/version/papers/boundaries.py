from __future__ import annotations

from dekkend.documents.tree import Block, Note
from dekkend.documents.tree import Section as Part
from dekkend.formats.model import BoundaryElement, Format, Section
from dekkend.profile.version.content.shape import Content

from .pieces import Blocks, agreed, labelled, missing, own, say

STILL, THEN = "Wat kan nog wel?", "Wat doen wij dan?"
EMPTY = {"own": "", "still": "", "then": ""}


def boundaries(content: Content, fmt: Format, section: Section) -> Blocks:
    """Opening and closing always; between them what the school switched on, in the order of the format."""
    written = {row["element"]: row for row in content["boundaries"]}
    blocks: list[Block] = []
    for element in fmt.offer.elements:
        if element.kind != "boundary":
            blocks.append(_frame(element, written.get(element.id, EMPTY)))
        elif element.id in written:
            blocks.append(_boundary(element, written[element.id]))
    if section.statement:
        blocks.append(Note((say(section.statement),)))
    return tuple(blocks)


def _frame(element: BoundaryElement, row: dict[str, str]) -> Part:
    """The school's own words, or those of the format."""
    return Part(element.label, own(row["own"]) or agreed(element.starter), id=f"grens-{element.id}")


def _boundary(element: BoundaryElement, row: dict[str, str]) -> Part:
    blocks = own(row["own"]) or (missing("Wat dit bij ons betekent."),)
    return Part(
        element.label,
        (*blocks, *labelled(STILL, row["still"]), *labelled(THEN, row["then"])),
        id=f"grens-{element.id}",
    )
