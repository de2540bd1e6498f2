"""What changed between two texts, for a reader: only the sentences that changed, word by word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

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

    Cost: quadratic in the number of sentences at worst, and in the words of those that differ.
    """
    old, new = sentences(before), sentences(after)
    codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return [passage(old[i1:i2], new[j1:j2]) for tag, i1, i2, j1, j2 in codes if tag != "equal"]


def sentences(text: str) -> list[str]:
    parts = re.split(r"(?<=[.!?…])\s+|\s*\n\s*", text.strip())
    return [" ".join(part.split()) for part in parts if part.strip()]


def passage(before: list[str], after: list[str]) -> Passage:
    """Word by word where the sentences are alike; else the old ones whole, and then the new ones."""
    old, new = " ".join(before).split(), " ".join(after).split()
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    whole = [("replace", 0, len(old), 0, len(new))]
    codes = matcher.get_opcodes() if matcher.ratio() >= ALIKE else whole
    return tuple(piece for tag, i1, i2, j1, j2 in codes for piece in pieces(tag, old[i1:i2], new[j1:j2]))


def pieces(tag: str, old: list[str], new: list[str]) -> list[Piece]:
    if tag == "equal":
        return [Piece("same", " ".join(old))]
    both = (Piece("out", " ".join(old)), Piece("in", " ".join(new)))
    return [piece for piece in both if piece.text]
