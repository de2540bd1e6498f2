"""Footnotes and endnotes of a Word file: they stand in parts of their own, and the text says where each belongs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn

# Tag of the reference in the text -> where the notes are, their tag, and what they are called.
KINDS = {
    qn("w:footnoteReference"): (RELATIONSHIP_TYPE.FOOTNOTES, qn("w:footnote"), "Voetnoot"),
    qn("w:endnoteReference"): (RELATIONSHIP_TYPE.ENDNOTES, qn("w:endnote"), "Eindnoot"),
}


@dataclass(frozen=True)
class Note:
    kind: str  # "Voetnoot"
    element: Any
    links: Mapping[str, str]  # a part has addresses of its own


class Notes:
    """Each is given once, however often a text refers to it."""

    def __init__(self, document: Any) -> None:
        self.known = {tag: notes_of(document.part, *kind) for tag, kind in KINDS.items()}
        self.given: set[tuple[str, str]] = set()

    def take(self, reference: Any) -> Note | None:
        key = (reference.tag, reference.get(qn("w:id"), ""))
        if key in self.given:
            return None
        self.given.add(key)
        return self.known[key[0]].get(key[1])


def notes_of(part: Any, relation: str, tag: str, kind: str) -> dict[str, Note]:
    """A file without notes has no such part."""
    try:
        own = part.part_related_by(relation)
    except KeyError:
        return {}
    links = links_of(own)
    return {each.get(qn("w:id"), ""): Note(kind, each, links) for each in parse_xml(own.blob).findall(tag)}


def links_of(part: Any) -> dict[str, str]:
    return {key: rel.target_ref for key, rel in part.rels.items() if rel.is_external}
