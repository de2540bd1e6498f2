"""How far a team is apart on one item. The measure is described in docs/naslag/maten.md."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations

from dekkend.formats.model import Format, Value
from dekkend.profile.checklist.coverage import FEWEST
from dekkend.profile.checklist.sheet import UNSURE, Unsure, value_of

# From this disagreement on, a word for it.
STRONGLY, DIVIDED = 0.8, 0.4
WORDS = ((STRONGLY, "Sterk verdeeld"), (DIVIDED, "Verdeeld"), (0.0001, "Bijna eens"), (0.0, "Eens"))


@dataclass(frozen=True)
class Spread:
    """The answers to one item: number per value in the order of the format, "weet ik niet" last."""

    counts: tuple[tuple[Value | Unsure, int], ...]
    disagreement: float  # 0 (all the same) to 1

    @property
    def answered(self) -> int:
        return sum(number for _, number in self.counts)

    @property
    def word(self) -> str:
        if not any(number for value, number in self.counts if value != UNSURE):
            return "Niemand weet het"
        return word_for(self.disagreement)

    @property
    def unsure(self) -> int:
        return next((number for value, number in self.counts if value == UNSURE), 0)

    @property
    def unanimous(self) -> str:
        """The one value that everybody gave who gave one, "" when they differ or only one did."""
        known = [(value.id, number) for value, number in self.counts if number and value != UNSURE]
        return known[0][0] if len(known) == 1 and known[0][1] > 1 else ""


def word_for(disagreement: float) -> str:
    return next(word for least, word in WORDS if disagreement >= least)


def spread_of(fmt: Format, numbers: Mapping[str, int], *, anonymous: bool) -> Spread | None:
    """`numbers`: value -> how often. None when nobody answered, or too few to be shown."""
    known = Counter({value: number for value, number in numbers.items() if value_of(fmt, value) and number})
    if not known or (anonymous and known.total() < FEWEST):
        return None
    values: tuple[Value | Unsure, ...] = (*fmt.scale.values, UNSURE)
    counts = tuple((value, known[value.id]) for value in values)
    return Spread(counts, disagreement(fmt, known))


def disagreement(fmt: Format, numbers: Mapping[str, int]) -> float:
    """The index of ordinal variation of Berry and Mielke (1992): 0 when all say the same, 1 when they cannot be
    further apart. See docs/naslag/maten.md.

    The distances of all pairs, divided by the most that this number of people can reach: half at each end.
    """
    given = {value: numbers[value] for value in numbers if value in fmt.scale and numbers[value]}
    total = sum(given.values())
    if total < 2:
        return 0.0
    apart = sum(
        given[one] * given[other] * distance(fmt, one, other) for one, other in combinations(given, 2)
    )
    # Three camps of which one says "does not apply" lie further apart than the scale is long.
    return min(1.0, apart / ((total // 2) * (total - total // 2)))


def distance(fmt: Format, one: str, other: str) -> float:
    """Steps on the scale as a share of all its steps; 1 between "applies" and "does not apply"."""
    first, second = fmt.scale.get(one), fmt.scale.get(other)
    if first.applies != second.applies:
        return 1.0
    if not first.applies:
        return 0.0
    steps = [value.id for value in fmt.scale.values if value.applies]
    return abs(steps.index(one) - steps.index(other)) / max(1, len(steps) - 1)
