"""The standards over schools: how many schools stand where. Never a school against another."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace

from dekkend.formats.model import Aspect, Format, Item, Question, Value
from dekkend.region.models import Round
from dekkend.web.marks import lower_first

from .places import present
from .versions import Counted, Told, Versions, counts_in, items_counted, versions_of
from .words import rule

LOWEST = 3  # so many standards are pointed out, by the share of schools that have them in order


@dataclass(frozen=True)
class Multiple:
    """One standard: value -> number of schools, in the order of the scale."""

    question: Question
    counts: tuple[tuple[Value, int], ...]
    unknown: int  # an open item, or no adopted version
    is_low: bool
    before: int | None  # schools that had it in order in the round before; None: no such round
    known_before: int = 0  # of how many that was known then, and may be compared
    apart: int = 0  # schools whose version of the checklist asks it otherwise: left out
    why_apart: str = ""
    not_before: str = ""  # why the round before cannot be compared

    @property
    def known(self) -> int:
        return sum(count for _, count in self.counts)

    @property
    def best(self) -> int:
        """Schools that have it in order, by the mark of the value: a scale may begin at either end."""
        return sum(count for value, count in self.counts if value.mark == "full")

    @property
    def schools(self) -> int:
        """Without those that are left out."""
        return self.known + self.unknown


@dataclass(frozen=True)
class Standards:
    aspects: tuple[tuple[Aspect, tuple[Multiple, ...]], ...]
    values: tuple[Value, ...]  # that a standard can have
    schools: int
    former: Round | None
    rule: str  # how answers become the value of a standard, as the format says
    others: tuple[tuple[str, int], ...] = ()  # other versions of the checklist and their schools

    @property
    def best(self) -> str:
        """ "ja": the words for "in order" inside a sentence."""
        return " of ".join(lower_first(value.label) for value in self.values if value.mark == "full")

    @property
    def number(self) -> int:
        return sum(len(multiples) for _, multiples in self.aspects)

    @property
    def lowest(self) -> int:
        return sum(multiple.is_low for _, multiples in self.aspects for multiple in multiples)


def standards(round: Round) -> Standards:
    """By aspect, as the format orders them. Eight queries, and one more for a round with several versions."""
    fmt = round.format
    versions = versions_of(round)
    counts = counts_in(round, versions)
    former = Round.objects.filter(alliance=round.alliance_id, first_year=round.first_year - 1).first()
    earlier = versions_of(former, fmt) if former else None
    then = counts_in(former, earlier) if former and earlier and earlier.schools else Counted()
    schools = present(round).count()
    values = values_of(fmt)
    low = lowest(counts.told, fmt)
    by_aspect: dict[str, list[Multiple]] = defaultdict(list)
    for question in fmt.questions:
        told = tuple((value, counts.told.get((question.id, value.id), 0)) for value in values)
        apart = counts.apart.get(question.id, 0)
        unknown = max(0, schools - apart - sum(count for _, count in told))
        one = Multiple(question, told, unknown, question.id in low, before=None, apart=apart,
                       why_apart=versions.why(question))  # fmt: skip
        by_aspect[question.aspect].append(beside(one, then, earlier))
    aspects = tuple((aspect, tuple(by_aspect[aspect.id])) for aspect in fmt.aspects if by_aspect[aspect.id])
    others = tuple(sorted((ref.partition("/")[2], number) for ref, number in versions.others.items()))
    return Standards(aspects, values, schools, former if then.apart else None, rule(fmt.scale), others)


def beside(one: Multiple, then: Counted, earlier: Versions | None) -> Multiple:
    """With the round before: the schools whose answers of then may be laid beside those of now, or why none may."""
    if earlier is None or not earlier.schools:
        return one
    key = one.question.id
    if len(earlier.apart("question", key)) == len(earlier.schools):
        return replace(one, not_before=earlier.why(one.question))
    return replace(one, before=in_order(then.told, key, earlier.here), known_before=then.known(key))


def values_of(fmt: Format) -> tuple[Value, ...]:
    """Values that a standard can have: n.v.t. is never one (rulings 11)."""
    return tuple(value for value in fmt.scale.values if value.applies)


def lowest(told: Told, fmt: Format) -> set[str]:
    """The LOWEST standards with the smallest share in order; none when they are all the same."""
    found = ((share_of(told, question.id, fmt), question.id) for question in fmt.questions)
    shares = [(share, question) for share, question in found if share is not None]
    ranked = sorted(share for share, _ in shares)
    if not ranked or ranked[0] == ranked[-1]:
        return set()
    limit = ranked[min(LOWEST, len(ranked)) - 1]
    # Never one of the highest, in a format with few standards.
    chosen = {question for share, question in shares if share <= limit and share < ranked[-1]}
    # A tie at the limit would point at half the list: then only what is surely below it.
    return chosen if len(chosen) <= LOWEST else {question for share, question in shares if share < limit}


def in_order(told: Told, question: str, fmt: Format) -> int:
    return sum(told.get((question, value.id), 0) for value in fmt.scale.in_order)


def share_of(told: Told, question: str, fmt: Format) -> float | None:
    """Schools that have it in order among those whose value is known; None when there are none."""
    known = sum(number for (key, value), number in told.items() if key == question and value)
    return in_order(told, question, fmt) / known if known else None


@dataclass(frozen=True)
class ItemCounts:
    """One item of a standard over schools; values as the scale orders, also n.v.t."""

    item: Item
    counts: tuple[tuple[Value, int], ...]
    unknown: int
    apart: int = 0  # schools whose version of the checklist asks it otherwise


def items_of(round: Round, question: Question, versions: Versions) -> list[ItemCounts]:
    """Two queries."""
    counted = items_counted(round, versions, [item.id for item in question.items])
    schools = present(round).count()
    found = []
    for item in question.items:
        counts = tuple(
            (value, counted.told.get((item.id, value.id), 0)) for value in versions.here.scale.values
        )
        apart = counted.apart[item.id]
        unknown = max(0, schools - apart - sum(number for _, number in counts))
        found.append(ItemCounts(item, counts, unknown, apart))
    return found
