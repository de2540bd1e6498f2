"""The standards over schools: how many schools stand where. Never a school against another."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Count, QuerySet

from dekkend.formats.model import Aspect, Format, Item, Question, Value
from dekkend.region.models import Round, School
from dekkend.web.marks import lower_first

from .models import AnswerFact, StandardFact
from .places import present
from .words import rule

LOWEST = 3  # so many standards are pointed out, by the share of schools that have them in order

Told = dict[tuple[str, str], int]  # (question or item, value) -> schools


@dataclass(frozen=True)
class Multiple:
    """One standard: value -> number of schools, in the order of the scale."""

    question: Question
    counts: tuple[tuple[Value, int], ...]
    unknown: int  # an open item, or no adopted version
    is_low: bool
    before: int | None  # schools that had it in order in the round before; None: no such round
    known_before: int = 0  # of how many that was known then

    @property
    def known(self) -> int:
        return sum(count for _, count in self.counts)

    @property
    def best(self) -> int:
        """Schools that have it in order, by the mark of the value: a scale may begin at either end."""
        return sum(count for value, count in self.counts if value.mark == "full")

    @property
    def schools(self) -> int:
        return self.known + self.unknown


@dataclass(frozen=True)
class Standards:
    aspects: tuple[tuple[Aspect, tuple[Multiple, ...]], ...]
    values: tuple[Value, ...]  # that a standard can have
    schools: int
    former: Round | None
    rule: str  # how answers become the value of a standard, as the format says

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
    """By aspect, as the format orders them. Six queries at most."""
    fmt = round.format
    told = counts_in(round)
    former = Round.objects.filter(alliance=round.alliance_id, first_year=round.first_year - 1).first()
    earlier = counts_in(former) if former else {}
    schools = present(round).count()
    values = values_of(fmt)
    low = lowest(told, fmt)
    by_aspect: dict[str, list[Multiple]] = defaultdict(list)
    for question in fmt.questions:
        counts = tuple((value, told.get((question.id, value.id), 0)) for value in values)
        unknown = max(0, schools - sum(count for _, count in counts))
        before = in_order(earlier, question.id, fmt) if earlier else None
        known = sum(number for (key, value), number in earlier.items() if key == question.id and value)
        by_aspect[question.aspect].append(
            Multiple(question, counts, unknown, question.id in low, before, known)
        )
    aspects = tuple((aspect, tuple(by_aspect[aspect.id])) for aspect in fmt.aspects if by_aspect[aspect.id])
    return Standards(aspects, values, schools, former if earlier else None, rule(fmt.scale))


def values_of(fmt: Format) -> tuple[Value, ...]:
    """Values that a standard can have: n.v.t. is never one (rulings 11)."""
    return tuple(value for value in fmt.scale.values if value.applies)


def counts_in(round: Round) -> Told:
    """Two queries. Schools that are gone are few: counting them apart is quicker than looking each school up."""
    facts = StandardFact.objects.filter(round=round)
    told = counted(facts)
    gone = School.objects.filter(alliance=round.alliance_id, is_gone=True)
    for key, number in counted(facts.filter(school__in=gone)).items():
        told[key] -= number
    return told


def counted(facts: QuerySet[StandardFact]) -> Told:
    rows = facts.order_by().values_list("question", "value").annotate(n=Count("pk"))
    return {(question, value): number for question, value, number in rows}


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


def items_of(round: Round, question: Question) -> list[ItemCounts]:
    """Two queries."""
    rows = (
        AnswerFact.objects.filter(
            round=round, school__is_gone=False, item__in=[item.id for item in question.items]
        )
        .order_by()
        .values_list("item", "value")
        .annotate(n=Count("pk"))
    )
    told: Told = {(item, value): number for item, value, number in rows}
    schools = present(round).count()
    found = []
    for item in question.items:
        counts = tuple((value, told.get((item.id, value.id), 0)) for value in round.format.scale.values)
        found.append(ItemCounts(item, counts, max(0, schools - sum(number for _, number in counts))))
    return found
