from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from statistics import fmean as mean
from typing import Any

from django.db.models import Count

from dekkend.formats.model import Aspect, Format, Item, Question, Topic, Value
from dekkend.profile.base.models import Profile
from dekkend.profile.checklist.models import Answer, Copy
from dekkend.profile.checklist.queries import Turnout, shared_sheet, turnout_of
from dekkend.profile.checklist.sheet import Sheet, Unsure, is_answered, value_of

from .models import Agreement
from .spread import Spread, spread_of, word_for


def is_settled(fmt: Format, agreement: Agreement | None) -> bool:
    """An agreed value, with its reason where it needs one; or why there is none."""
    if agreement is None:
        return False
    if agreement.value not in fmt.scale:
        return bool(agreement.gap.strip())
    return not fmt.scale.get(agreement.value).needs_reason or bool(agreement.reason.strip())


def agreements_of(profile: Profile) -> dict[str, Agreement]:
    return {row.item: row for row in Agreement.objects.filter(profile=profile)}


def unsettled(profile: Profile, agreements: dict[str, Agreement] | None = None) -> int:
    """How many items of the checklist still wait; one query without `agreements`."""
    if agreements is None:
        rows = Agreement.objects.filter(profile=profile).only("item", "value", "reason", "gap")
        agreements = {row.item: row for row in rows}
    return sum(not is_settled(profile.format, agreements.get(item.id)) for item in profile.format.items)


def is_hidden(profile: Profile) -> bool:
    """Anonymous answers stay hidden until nobody can add one: a spread that grows by one tells who."""
    return profile.naming == Profile.Naming.ANONYMOUS and not profile.team_closed


def is_anonymous(profile: Profile) -> bool:
    return profile.naming != Profile.Naming.NAMED


def spreads_of(profile: Profile) -> dict[str, Spread]:
    """Item -> the spread of the personal copies, where it may be seen. One query, whatever the team's size."""
    if is_hidden(profile):
        return {}
    rows = (
        Answer.objects.filter(copy__profile=profile, copy__kind=Copy.Kind.PERSONAL)
        .exclude(value="")
        .values_list("item", "value")
        .annotate(number=Count("pk"))
        .order_by()
    )
    numbers: dict[str, dict[str, int]] = defaultdict(dict)
    for item, value, number in rows:
        numbers[item][value] = number
    made = {
        item: spread_of(profile.format, counted, anonymous=is_anonymous(profile))
        for item, counted in numbers.items()
    }
    return {item: spread for item, spread in made.items() if spread is not None}


def explained(profile: Profile) -> dict[str, int]:
    """Item -> how many colleagues wrote why. One query; shown only beside a spread that may be seen."""
    if is_hidden(profile):
        return {}
    rows = (
        Answer.objects.filter(copy__profile=profile, copy__kind=Copy.Kind.PERSONAL)
        .exclude(value="")
        .exclude(note="", reason="")
        .values_list("item")
        .annotate(number=Count("pk"))
        .order_by()
    )
    return dict(rows)


@dataclass(frozen=True)
class Row:
    """One item as the dialogue lists it."""

    item: Item
    spread: Spread | None
    shared: Answer | None  # the answer of the shared copy, when it is complete
    shared_value: Value | Unsure | None
    agreement: Agreement | None
    value: Value | Unsure | None  # agreed
    is_settled: bool


@dataclass(frozen=True)
class Group:
    """A question or an aspect in one line."""

    number: str
    name: str
    question: Question | None
    disagreement: float | None  # None: nothing to be seen
    unsure: int
    settled: int
    total: int
    ready: int  # items that can be agreed in one press

    @property
    def word(self) -> str:
        return "" if self.disagreement is None else word_for(self.disagreement)


class Picture:
    """Everything the dialogue shows of one profile; four queries."""

    def __init__(self, profile: Profile) -> None:
        self.profile = profile
        self.format: Format = profile.format
        self.sheet: Sheet = shared_sheet(profile)
        self.agreements = agreements_of(profile)
        self.spreads = spreads_of(profile)
        self.turnout: Turnout = turnout_of(profile)

    @cached_property
    def rows(self) -> list[Row]:
        return [self.row(item) for item in self.format.items]

    def row(self, item: Item) -> Row:
        shared, agreement = self.sheet.answers.get(item.id), self.agreements.get(item.id)
        return Row(
            item,
            self.spreads.get(item.id),
            shared if is_answered(self.format, shared) else None,
            value_of(self.format, shared.value) if shared else None,
            agreement,
            value_of(self.format, agreement.value) if agreement else None,
            is_settled(self.format, agreement),
        )

    @property
    def settled(self) -> list[Row]:
        return [row for row in self.rows if row.is_settled]

    @property
    def divided(self) -> list[Row]:
        """The most divided first; of two alike the first in the checklist."""
        rows = [row for row in self.waiting if row.spread and row.spread.disagreement]
        return sorted(rows, key=lambda row: -(row.spread.disagreement if row.spread else 0))

    @property
    def agreeing(self) -> list[Row]:
        return [row for row in self.waiting if row.spread and not row.spread.disagreement]

    @property
    def unseen(self) -> list[Row]:
        """Nobody answered, or too few to be shown."""
        return [row for row in self.waiting if row.spread is None]

    @cached_property
    def waiting(self) -> list[Row]:
        return [row for row in self.rows if not row.is_settled]

    @cached_property
    def groups(self) -> list[tuple[Aspect, Group, list[Group]]]:
        """Per aspect its line, and that of each of its questions: the mean of the items that may be seen."""
        found = []
        for aspect in self.format.aspects:
            questions = [each for each in self.format.questions if each.aspect == aspect.id]
            if questions:
                lines = [self.group(each.number, each.short, each.items, each) for each in questions]
                items = [item for each in questions for item in each.items]
                found.append((aspect, self.group("", aspect.name, items), lines))
        return found

    def group(self, number: str, name: str, items: Iterable[Item], question: Question | None = None) -> Group:
        rows = [self.row(item) for item in items]
        seen = [row.spread for row in rows if row.spread]
        return Group(
            number,
            name,
            question,
            mean([spread.disagreement for spread in seen]) if seen else None,
            sum(spread.unsure for spread in seen),
            sum(row.is_settled for row in rows),
            len(rows),
            sum(row.item.id in self.ready for row in rows),
        )

    @cached_property
    def ready(self) -> dict[str, dict[str, Any]]:
        """What can be taken over in one press: see `offer`. Only for items without any agreement."""
        offers = {row.item.id: self.offer(row) for row in self.waiting if is_blank(row.agreement)}
        return {item: offer for item, offer in offers.items() if offer}

    def offer(self, row: Row) -> dict[str, Any]:
        """What all who answered said; where nobody was asked, the shared answer. {} when there is neither."""
        shared = taken(row.shared) if row.shared else {}
        if not self.turnout.asks(row.item.id):
            return shared
        if row.spread is None or not row.spread.unanimous:
            return {}
        value = row.spread.unanimous
        if shared.get("value") == value:
            return shared
        needs_more = bool(row.item.topics) or self.format.scale.get(value).needs_reason
        return {} if needs_more else {"value": value}


def is_blank(agreement: Agreement | None) -> bool:
    return agreement is None or not any(getattr(agreement, name) for name in Agreement.written)


def taken(answer: Answer) -> dict[str, Any]:
    """The parts of an answer that an agreement takes over. What somebody does not know is never agreed."""
    names = ("value", "topics", "note", "reason", "owner", "due")
    told = {name: getattr(answer, name) for name in names if getattr(answer, name)}
    return {} if told.get("value") == Answer.UNSURE else told


@dataclass(frozen=True)
class Words:
    """One explanation, with the answer it explains."""

    value: Value | Unsure
    text: str
    who: str  # "" when nobody may know


@dataclass(frozen=True)
class Closer:
    """One item from nearby: the explanations, who said what, and the spread per topic."""

    words: list[Words]
    people: list[tuple[Value | Unsure, list[str]]]  # by name only
    topics: list[tuple[Topic, Spread]]


def closer_look(picture: Picture, row: Row) -> Closer:
    """One query. Anonymous explanations stand in the order of their random keys, and only with their spread."""
    fmt, item = picture.format, row.item
    own = shared_words(row)
    if row.spread is None:
        return Closer(own, [], [])
    anonymous = is_anonymous(picture.profile)
    answers = list(
        Answer.objects.filter(copy__profile=picture.profile, copy__kind=Copy.Kind.PERSONAL, item=item.id)
        .exclude(value="")
        .select_related("copy")
        .order_by("pk")
    )
    order = [value.id for value, _ in row.spread.counts]
    known = [answer for answer in answers if answer.value in order]
    if not anonymous:
        known.sort(key=lambda answer: (order.index(answer.value), answer.copy.label))
    return Closer(
        [*own, *words_in(fmt, known, anonymous)],
        [] if anonymous else people_in(row.spread, known),
        topics_in(fmt, item, known, anonymous),
    )


def shared_words(row: Row) -> list[Words]:
    if row.shared is None or row.shared_value is None or not row.shared.note.strip():
        return []
    return [Words(row.shared_value, row.shared.note, "Gedeeld exemplaar")]


def words_in(fmt: Format, answers: Iterable[Answer], anonymous: bool) -> list[Words]:
    told = []
    for answer in answers:
        text = "\n".join(part for part in (answer.reason.strip(), answer.note.strip()) if part)
        value = value_of(fmt, answer.value)
        if text and value:
            told.append(Words(value, text, "" if anonymous else answer.copy.label))
    return told


def people_in(spread: Spread, answers: list[Answer]) -> list[tuple[Value | Unsure, list[str]]]:
    groups = [
        (value, [answer.copy.label for answer in answers if answer.value == value.id])
        for value, _ in spread.counts
    ]
    return [(value, people) for value, people in groups if people]


def topics_in(fmt: Format, item: Item, answers: list[Answer], anonymous: bool) -> list[tuple[Topic, Spread]]:
    found = []
    for topic in item.topics:
        numbers = Counter(answer.topics.get(topic.id, "") for answer in answers)
        spread = spread_of(fmt, numbers, anonymous=anonymous)
        if spread:
            found.append((topic, spread))
    return found
