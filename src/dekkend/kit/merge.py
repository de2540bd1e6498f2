"""Merge two edits of one text, word by word. Order does not matter; touching edits do not merge."""

import re
from difflib import SequenceMatcher
from itertools import pairwise

Edit = tuple[int, int, list[str]]


def words(text: str) -> list[str]:
    """Words and the white space between them, so that joining gives the text back."""
    return re.findall(r"\s+|\w+|[^\w\s]", text)


def edits(base: list[str], other: list[str]) -> list[Edit]:
    matcher = SequenceMatcher(None, base, other, autojunk=False)
    return [(i1, i2, other[j1:j2]) for tag, i1, i2, j1, j2 in matcher.get_opcodes() if tag != "equal"]


def merge(base: str, mine: str, theirs: str) -> str | None:
    """Both edits in one text, or None where they touch the same words.

    Cost: quadratic in the number of words at worst; texts here are at most some thousands of words.
    """
    if mine == theirs or theirs == base:
        return mine
    if mine == base:
        return theirs
    source = words(base)
    ours, others = edits(source, words(mine)), edits(source, words(theirs))
    both = sorted(ours + [edit for edit in others if edit not in ours], key=lambda edit: (edit[0], edit[1]))
    for (_, end, _), (start, _, _) in pairwise(both):
        # Edits that meet at one point have no order of their own: a person decides.
        if start <= end:
            return None
    merged = list(source)
    for start, end, replacement in reversed(both):
        merged[start:end] = replacement
    return "".join(merged)
