"""Merge two edits of one text, word by word. Order does not matter; touching edits do not merge."""

import re
from itertools import pairwise

from .apart import Patience, opcodes

Edit = tuple[int, int, list[str]]


def words(text: str) -> list[str]:
    """Words and the white space between them, so that joining gives the text back."""
    return re.findall(r"\s+|\w+|[^\w\s]", text)


def sentences(source: list[str]) -> list[tuple[str, ...]]:
    """The same words, up to each full stop and each line end together."""
    found: list[tuple[str, ...]] = []
    start = 0
    for place, word in enumerate(source, start=1):
        if word in ".!?" or "\n" in word or place == len(source):
            found.append(tuple(source[start:place]))
            start = place
    return found


def edits(base: list[str], other: list[str], patience: Patience) -> list[Edit]:
    """First which sentences differ, then which words of those: a long text costs what was changed in it."""
    ours, others = sentences(base), sentences(other)
    found: list[Edit] = []
    for tag, i1, i2, j1, j2 in opcodes(ours, others, patience):
        if tag != "equal":
            before, after, at = flat(ours[i1:i2]), flat(others[j1:j2]), size(ours[:i1])
            inside = opcodes(before, after, patience)
            found += [(at + k1, at + k2, after[l1:l2]) for word, k1, k2, l1, l2 in inside if word != "equal"]
    return found


def flat(parts: list[tuple[str, ...]]) -> list[str]:
    return [word for part in parts for word in part]


def size(parts: list[tuple[str, ...]]) -> int:
    return sum(map(len, parts))


def merge(base: str, mine: str, theirs: str) -> str | None:
    """Both edits in one text, or None where they touch the same words.

    Where finding out costs too much, a whole part counts as changed: then a person decides.
    """
    if mine == theirs or theirs == base:
        return mine
    if mine == base:
        return theirs
    source, patience = words(base), Patience()
    ours, others = edits(source, words(mine), patience), edits(source, words(theirs), patience)
    both = sorted(ours + [edit for edit in others if edit not in ours], key=lambda edit: (edit[0], edit[1]))
    for (_, end, _), (start, _, _) in pairwise(both):
        # Edits that meet at one point have no order of their own: a person decides.
        if start <= end:
            return None
    merged = list(source)
    for start, end, replacement in reversed(both):
        merged[start:end] = replacement
    return "".join(merged)
