"""What changed between two texts, for a reader: only the sentences that changed, word by word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from .apart import Opcode, Patience, opcodes

# Below this likeness two sentences are shown as one that went and one that came.
ALIKE = 0.5


@dataclass(frozen=True)
class Piece:
    """Some words; between two pieces stands a blank."""

    kind: Literal["same", "out", "in"]
    text: str


Passage = tuple[Piece, ...]


def passages(before: str, after: str) -> list[Passage]:
    """The sentences that differ, in order; [] when the texts say the same. White space does not count.

    Where finding out costs too much, the texts are shown whole, the old one and then the new.
    """
    old, new = sentences(before), sentences(after)
    patience = Patience()
    codes = opcodes(old, new, patience)
    return [passage(old[i1:i2], new[j1:j2], patience) for tag, i1, i2, j1, j2 in codes if tag != "equal"]


@dataclass(frozen=True)
class Pair:
    """What stands beside each other: sentences that are the same, or a passage that became another."""

    same: tuple[str, ...] = ()
    passage: Passage = ()

    @property
    def left(self) -> Passage:
        return tuple(piece for piece in self.passage if piece.kind != "in")

    @property
    def right(self) -> Passage:
        return tuple(piece for piece in self.passage if piece.kind != "out")


def side_by_side(before: str, after: str) -> list[Pair]:
    """Both texts whole, in order, cut where they are the same and where they differ. White space does not count."""
    old, new = sentences(before), sentences(after)
    patience = Patience()
    return [
        Pair(same=tuple(new[j1:j2]))
        if tag == "equal"
        else Pair(passage=passage(old[i1:i2], new[j1:j2], patience))
        for tag, i1, i2, j1, j2 in opcodes(old, new, patience)
    ]


def sentences(text: str) -> list[str]:
    parts = re.split(r"(?<=[.!?…])\s+|\s*\n\s*", text.strip())
    return [" ".join(part.split()) for part in parts if part.strip()]


def passage(before: list[str], after: list[str], patience: Patience) -> Passage:
    """Word by word where the sentences are alike; else the old ones whole, and then the new ones."""
    old, new = " ".join(before).split(), " ".join(after).split()
    codes = opcodes(old, new, patience)
    if likeness(codes, len(old) + len(new)) < ALIKE:
        codes = [("replace", 0, len(old), 0, len(new))]
    return tuple(piece for tag, i1, i2, j1, j2 in codes for piece in pieces(tag, old[i1:i2], new[j1:j2]))


def likeness(codes: list[Opcode], words: int) -> float:
    """The share of all words that stayed: 0 to 1."""
    stayed = sum(i2 - i1 for tag, i1, i2, _, _ in codes if tag == "equal")
    return 2 * stayed / words if words else 1.0


def pieces(tag: str, old: list[str], new: list[str]) -> list[Piece]:
    if tag == "equal":
        return [Piece("same", " ".join(old))]
    both = (Piece("out", " ".join(old)), Piece("in", " ".join(new)))
    return [piece for piece in both if piece.text]
