"""Where two rows of words differ, at a bounded cost.

Finding the best match can take minutes for a text made for it ("a b a b …"); who makes one must not hold up others.
"""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Any

# ("replace" | "delete" | "insert" | "equal", from, to in the one, from, to in the other), as difflib has it.
Opcode = tuple[str, int, int, int, int]

MOST = 1_000_000  # comparisons of two words; a text that people write needs some thousands


class TooCostly(Exception):
    pass


class Patience:
    """What may still be spent on one question, however many rows are compared for it."""

    def __init__(self) -> None:
        self.left = MOST

    def spend(self, comparisons: int) -> None:
        self.left -= comparisons
        if self.left < 0:
            raise TooCostly


class _Bounded(SequenceMatcher[Any]):
    def __init__(self, before: Sequence[Any], after: Sequence[Any], patience: Patience) -> None:
        super().__init__(None, before, after, autojunk=False)
        self.patience = patience

    def find_longest_match(
        self, alo: int = 0, ahi: int | None = None, blo: int = 0, bhi: int | None = None
    ) -> Any:
        # Both are of the base class; the stubs of the types know neither.
        places: dict[Any, list[int]] = self.b2j  # type: ignore[attr-defined]
        words: Sequence[Any] = self.a[alo:ahi]  # type: ignore[attr-defined]
        self.patience.spend(sum(len(places.get(word, [])) for word in words))
        return super().find_longest_match(alo, ahi, blo, bhi)


def opcodes(before: Sequence[Any], after: Sequence[Any], patience: Patience) -> list[Opcode]:
    """How `before` becomes `after`; all of one for all of the other where finding out would cost too much."""
    same = shared(before, after)
    end = shared(before[same:][::-1], after[same:][::-1])
    old, new = before[same : len(before) - end], after[same : len(after) - end]
    try:
        found = _Bounded(old, new, patience).get_opcodes()
    except TooCostly:
        found = [("replace", 0, len(old), 0, len(new))]
    shifted = [(tag, i1 + same, i2 + same, j1 + same, j2 + same) for tag, i1, i2, j1, j2 in found]
    first: list[Opcode] = [("equal", 0, same, 0, same)] if same else []
    ends = (len(before) - end, len(before), len(after) - end, len(after))
    last: list[Opcode] = [("equal", *ends)] if end else []
    return [*first, *shifted, *last]


def shared(one: Sequence[Any], other: Sequence[Any]) -> int:
    """How many they have in common at the start."""
    number = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            break
        number += 1
    return number
