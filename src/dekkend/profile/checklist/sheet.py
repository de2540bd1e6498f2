"""One copy of the checklist, read against its format: what is answered, what is open."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from math import ceil
from typing import Any, NamedTuple

from dekkend.formats.model import Aspect, Format, Item, Question, Value
from dekkend.profile.base.models import Profile

from .models import Answer, Copy


@dataclass(frozen=True)
class Unsure:
    """ "Weet ik niet": a personal answer outside the scale, never an agreed one (rulings 14)."""

    id: str = Answer.UNSURE
    label: str = "Weet ik niet"
    mark: str = "unsure"
    feeds_improvement: bool = False
    needs_reason: bool = False
    applies: bool = False


UNSURE = Unsure()
Choice = Value | Unsure


def value_of(fmt: Format, value_id: str) -> Value | Unsure | None:
    """The value behind a stored id; None when nothing (known) was answered."""
    if value_id == UNSURE.id:
        return UNSURE
    return fmt.scale.get(value_id) if value_id in fmt.scale else None


def overall(fmt: Format, item: Item, topics: dict[str, str]) -> str:
    """The one value of an item that is asked per topic; "" while a topic is open.

    What somebody does not know is left out. When nothing applies, the item does not apply either.
    """
    values = [topics.get(topic.id, "") for topic in item.topics]
    if "" in values:
        return ""
    known = [value for value in values if value in fmt.scale]
    if not known:
        return UNSURE.id
    return fmt.scale.standing(known) or known[0]


def lacks_reason(fmt: Format, answer: Answer | Brief) -> bool:
    value = value_of(fmt, answer.value)
    return bool(value and value.needs_reason and not answer.reason.strip())


def time_for(items: int) -> str:
    """A fair guess, at four items a minute: "ongeveer een kwartier", "ongeveer 5 minuten"."""
    minutes = max(2, ceil(items / 4))
    return "ongeveer een kwartier" if 13 <= minutes <= 16 else f"ongeveer {minutes} minuten"


def is_answered(fmt: Format, answer: Answer | Brief | None) -> bool:
    """A value, and the reason where the value asks for one."""
    return answer is not None and value_of(fmt, answer.value) is not None and not lacks_reason(fmt, answer)


@dataclass(frozen=True)
class Standing:
    """One question in the list: how far it is."""

    question: Question
    marks: tuple[Value | Unsure | None, ...]
    answered: int

    @property
    def squares(self) -> list[tuple[str, str]]:
        """Kind of mark and the key under which it changes, per item."""
        pairs = zip(self.question.items, self.marks, strict=True)
        return [(value.mark if value else "blank", f"mark-{item.id}") for item, value in pairs]

    @property
    def sentence(self) -> str:
        """ "klaar, 1 in ontwikkeling", "2 van 5 beantwoord", "leeg"."""
        total = len(self.marks)
        far = "leeg" if not self.answered else f"{self.answered} van {total} beantwoord"
        if self.answered == total:
            far = "klaar"
        feeding = [mark for mark in self.marks if mark and mark.feeds_improvement]
        words = [f"{len(feeding)} {feeding[0].label.lower()}"] if feeding else []
        return ", ".join([far, *words])


class Brief(NamedTuple):
    """As much of an answer as tells how far a copy is; a save reads all of them, so they are light."""

    pk: Any
    copy_id: Any
    item: str
    value: str
    topics: dict[str, str]
    reason: str


class Sheet:
    """The answers of one copy, to what it covers. `copy` is None for a shared checklist that nobody began."""

    def __init__(self, profile: Profile, copy: Copy | None, answers: Iterable[Answer | Brief]) -> None:
        self.profile = profile
        self.copy = copy
        self.format: Format = profile.format
        self.covers = frozenset(copy.covers) if copy else frozenset()
        # An Answer, or a Brief where a save needs no more.
        self.answers: dict[str, Any] = {answer.item: answer for answer in answers if self.asks(answer.item)}

    def asks(self, item_id: str) -> bool:
        """This copy is asked this item."""
        return self.format.has_item(item_id) and (not self.covers or item_id in self.covers)

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """The questions of this copy, each with the items it covers."""
        return tuple(
            each for question in self.format.questions if (each := self.part_of(question)) and each.items
        )

    def part_of(self, question: Question) -> Question:
        """The question with only the items that are asked here."""
        if not self.covers:
            return question
        return replace(question, items=tuple(item for item in question.items if item.id in self.covers))

    @cached_property
    def items(self) -> tuple[Item, ...]:
        return tuple(item for question in self.questions for item in question.items)

    @property
    def time(self) -> str:
        return time_for(self.total)

    @property
    def is_personal(self) -> bool:
        return self.copy is not None and self.copy.kind == Copy.Kind.PERSONAL

    @property
    def choices(self) -> tuple[Value | Unsure, ...]:
        """Values in the order of the format, keys 1..n; "weet ik niet" is key 0."""
        return (*self.format.scale.values, UNSURE) if self.is_personal else self.format.scale.values

    @property
    def total(self) -> int:
        return len(self.items)

    @cached_property
    def answered(self) -> int:
        return sum(is_answered(self.format, self.answers.get(item.id)) for item in self.items)

    @property
    def open(self) -> int:
        return self.total - self.answered

    @property
    def is_complete(self) -> bool:
        return self.answered == self.total

    @property
    def progress(self) -> str:
        return f"{self.answered} van de {self.total} onderdelen beantwoord"

    def has_answer(self, item: Item) -> bool:
        return is_answered(self.format, self.answers.get(item.id))

    def with_answer(self, answer: Answer) -> Sheet:
        return Sheet(self.profile, self.copy, [*self.answers.values(), answer])

    def answer(self, item: Item) -> Answer:
        """The answer as it is, or a blank one that was not saved yet."""
        known = self.answers.get(item.id)
        if isinstance(known, Brief):
            return Answer(
                pk=known.pk, item=item.id, value=known.value, topics=known.topics, reason=known.reason
            )
        return known or Answer(item=item.id)

    def standing(self, question: Question) -> Standing:
        question = self.part_of(question)
        answers = [self.answers.get(item.id) for item in question.items]
        marks = tuple(value_of(self.format, answer.value) if answer else None for answer in answers)
        return Standing(question, marks, sum(is_answered(self.format, answer) for answer in answers))

    def by_aspect(self) -> list[tuple[Aspect, list[Standing]]]:
        """The questions as the list shows them: under their aspect, in the order of the format."""
        return [
            (
                aspect,
                [self.standing(question) for question in self.questions if question.aspect == aspect.id],
            )
            for aspect in self.format.aspects
            if any(question.aspect == aspect.id for question in self.questions)
        ]

    def first_open(self) -> Question | None:
        for question in self.questions:
            if self.standing(question).answered < len(question.items):
                return question
        return None
