"""Where the words of a boundary or a specialisation stood in a profile of before Dekkend. No database here.

These have no origin for each paragraph: the row keeps what was taken over and where it stood, also next year.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

Stood = list[dict[str, str]]


def with_place(stood: Stood, words: str, where: str) -> Stood:
    return [*without(stood, words), {"words": words, "where": where}]


def without(stood: Stood, words: str) -> Stood:
    return [each for each in stood if each.get("words") != words]


def said(stood: Iterable[Mapping[str, str]], texts: Iterable[str]) -> list[str]:
    """The places of words of which at least half is there still."""
    there = {word for text in texts for word in words_of(text)}
    found = (each["where"] for each in stood if is_there(words_of(each["words"]), there))
    return list(dict.fromkeys(found))


def is_there(words: set[str], there: set[str]) -> bool:
    return bool(words) and len(words & there) * 2 >= len(words)


def words_of(text: str) -> set[str]:
    return set(re.findall(r"\w{3,}", text.lower()))
