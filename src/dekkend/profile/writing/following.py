"""A paragraph keeps its origin when the text around it, or the paragraph itself, changes.

In this order: words that somebody says the origin of; a paragraph that is equal to one that stood there, or that
went away earlier; one that is much like one that stood there; one that stands in another text of the profile. What
is left was written by hand. Of a paragraph that is split both parts keep its origin; of paragraphs that are joined
the new one keeps that of the longest. No database here.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from dekkend.kit.apart import Patience, opcodes

from .origins import HAND, MOST_GONE, Gone, Origin, Traced, paragraphs, plainly

# Of all words of both paragraphs, so many must have stayed: then it is the same paragraph, edited.
ALIKE = 0.5
# Or of the shorter one so many, in runs of at least RUN words, stand in the other: then it was split or joined.
PART, RUN = 0.75, 3
# A paragraph of fewer words says too little to be recognised as a part, or in another text.
FEW = 4
# So many paragraphs at each side are compared by their words; a text that people write has some twenty.
MOST = 50

# Paragraphs, plainly -> what is known of them in the other texts.
Elsewhere = Callable[[Sequence[str]], Mapping[str, Origin]]
Run = tuple[int, int, int]  # from, to in the old words; length


def follow(
    known: Traced,
    text: str,
    *,
    hand: Origin,
    given: Mapping[str, Origin] = {},
    elsewhere: Elsewhere = lambda parts: {},
) -> Traced:
    """What the new text knows of its paragraphs. `given`: origins of paragraphs that are put in by this very change."""
    told = {plainly(part): origin for part, origin in given.items()}
    new, old = [plainly(part) for part in paragraphs(text)], known.pairs
    found: dict[int, Origin] = {place: told[part] for place, part in enumerate(new) if part in told}
    kept = equal(old, new, found)
    left = {plainly(part): origin for part, origin in reversed(known.gone)}
    found |= {at: left[part] for at, part in enumerate(new) if at not in found and part in left}
    kept |= similar(old, new, found, kept)
    strangers = [part for at, part in enumerate(new) if at not in found and len(part.split()) >= FEW]
    others = elsewhere(strangers) if strangers else {}
    found = {at: found.get(at) or others.get(part) or hand for at, part in enumerate(new)}
    went = [pair for at, pair in enumerate(old) if at not in kept and is_worth(*pair)]
    return Traced(text, tuple(found[at] for at in range(len(new))), remembered(went, known.gone, new))


def equal(old: list[tuple[str, Origin]], new: list[str], found: dict[int, Origin]) -> set[int]:
    """Give equal paragraphs their origin, in order; a copy has that of the last. The old ones that still stand."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for at, (part, _) in enumerate(old):
        places[plainly(part)].append(at)
    kept = set()
    for at, part in enumerate(new):
        if at not in found and (where := places.get(part)):
            found[at] = old[where[0]][1]
            kept.add(where[0])
            if len(where) > 1:
                where.pop(0)
    return kept


def similar(
    old: list[tuple[str, Origin]], new: list[str], found: dict[int, Origin], kept: set[int]
) -> set[int]:
    """Give what was edited, split or joined its origin: those that share most words first."""
    patience = Patience()
    before = {at: words(part) for at, (part, _) in enumerate(old) if at not in kept}
    after = {at: words(part) for at, part in enumerate(new) if at not in found}
    pairs = []
    for i, mine in list(before.items())[:MOST]:
        for j, theirs in list(after.items())[:MOST]:
            if may_fit(mine, theirs) and (runs := alike(mine, theirs, patience)):
                pairs.append((-stayed(runs), abs(i - j), i, j, runs))
    used: set[int] = set()
    for _, _, i, j, runs in sorted(pairs):
        if j in found:
            continue
        # A part of an old paragraph is carried on once: what one half took does not make the other half look like it.
        shared = alike(before[i], after[j], patience) if i in used else runs
        if shared:
            found[j] = old[i][1]
            before[i] = without(before[i], shared)
            used.add(i)
    return used


def words(part: str) -> list[str]:
    return re.findall(r"\w+", part.casefold()) or [part]


def may_fit(mine: list[str], theirs: list[str]) -> bool:
    """Quickly, before the order of the words is looked at."""
    common = sum((Counter(mine) & Counter(theirs)).values())
    return 2 * common >= ALIKE * (len(mine) + len(theirs)) or common >= PART * min(len(mine), len(theirs))


def alike(mine: list[str], theirs: list[str], patience: Patience) -> list[Run]:
    """The runs of words that stayed, when these are the same paragraph; else []."""
    codes = opcodes(mine, theirs, patience)
    runs = [(i1, i2, i2 - i1) for tag, i1, i2, _, _ in codes if tag == "equal"]
    if 2 * stayed(runs) >= ALIKE * (len(mine) + len(theirs)) and runs:
        return runs
    shorter, long = min(len(mine), len(theirs)), [run for run in runs if run[2] >= RUN]
    return long if shorter >= FEW and stayed(long) >= PART * shorter else []


def stayed(runs: Iterable[Run]) -> int:
    return sum(run[2] for run in runs)


def without(mine: list[str], runs: list[Run]) -> list[str]:
    taken = {place for start, end, _ in runs for place in range(start, end)}
    return [word for place, word in enumerate(mine) if place not in taken]


def is_worth(part: str, origin: Origin) -> bool:
    """What somebody began to type is not remembered."""
    return bool(origin.kind) and (origin.kind != HAND or len(part.split()) >= FEW)


def remembered(went: list[tuple[str, Origin]], before: Gone, standing: list[str]) -> Gone:
    here = set(standing)
    kept: dict[str, tuple[str, Origin]] = {}
    for part, origin in (*went, *before):
        if (plain := plainly(part)) not in here:
            kept.setdefault(plain, (part, origin))
    return tuple(kept.values())[:MOST_GONE]
