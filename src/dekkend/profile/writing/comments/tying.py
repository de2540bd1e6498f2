"""A comment stays with its paragraph when the text around it, or the paragraph itself, changes.

A paragraph is known by its words, and by its place where the same words stand twice. When a text is saved, a paragraph
that was edited, split or joined takes its comments along, by the likeness by which paragraphs keep their origin
(following.py). Of a paragraph that went away the last words are kept: when they return, so does the comment.
No database here.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

from dekkend.kit.apart import Patience
from dekkend.profile.writing.following import MOST, alike, may_fit, stayed, words
from dekkend.profile.writing.origins import paragraphs, plainly


def mark_of(part: str) -> str:
    """Marks which paragraph somebody saw."""
    return sha256(plainly(part).encode()).hexdigest()[:10]


def place_of(part: str, position: int, standing: Sequence[str]) -> int | None:
    """Where these words stand, the nearest to `position`; None when nowhere."""
    wanted = plainly(part)
    places = [at for at, each in enumerate(standing) if plainly(each) == wanted]
    return min(places, key=lambda at: abs(at - position), default=None)


def carry(part: str, position: int, before: str, after: str) -> tuple[str, int] | None:
    """The words and place of this paragraph in the text as it becomes; None when it is not there any more."""
    now = paragraphs(after)
    if (at := place_of(part, position, now)) is not None:
        return now[at], at
    stood = {plainly(each) for each in paragraphs(before)}
    mine, patience = words(plainly(part)), Patience()
    likely = []
    for at, each in enumerate(now[:MOST]):
        theirs = words(plainly(each))
        # What stood there already is another paragraph, however much it is like this one.
        if plainly(each) not in stood and may_fit(mine, theirs) and (runs := alike(mine, theirs, patience)):
            likely.append((-stayed(runs), abs(at - position), at))
    return (now[min(likely)[2]], min(likely)[2]) if likely else None
