"""What is different from an earlier version, section by section, and in the answers of the checklist."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from dekkend.formats.comparable import Comparable
from dekkend.formats.model import Format, Question, Value
from dekkend.kit.diff import Passage, passages

from .content.shape import Content
from .former import Earlier, with_former
from .units import Group, Unit, groups

State = Literal["new", "changed", "gone", "same"]
WORDS = {"new": "nieuw", "changed": "gewijzigd", "gone": "niet meer", "same": "ongewijzigd"}


@dataclass(frozen=True)
class Change:
    label: str
    state: State
    passages: list[Passage]

    @property
    def word(self) -> str:
        return WORDS[self.state]


@dataclass(frozen=True)
class Part:
    """One section as it is now, with what changed in it."""

    id: str
    number: str
    title: str
    changes: list[Change]
    is_new: bool  # nothing of it was there before
    is_gone: bool = False  # nothing of it is there any more

    @property
    def word(self) -> str:
        if self.is_gone:
            return WORDS["gone"]
        return WORDS["new" if self.is_new else "changed" if self.changes else "same"]


def changes(before: Content, after: Content, fmt: Format, older: Format | None = None) -> list[Part]:
    """Every section in the order of the document; one without changes has none. `fmt` is that of `after`, `older` that
    of `before`, where it was another: what it had more comes after.
    """
    both = with_former(fmt, older)
    earlier = {group.id: group for group in groups(before, both)}
    known = {section.id for section in both.sections} - {section.id for section in fmt.sections}
    found = [part(earlier.get(group.id), group) for group in groups(after, both)]
    return [each for each in found if each.changes or each.id not in known]


def part(before: Group | None, after: Group) -> Part:
    old = {unit.key: unit for unit in before.units} if before else {}
    new = {unit.key: unit for unit in after.units}
    found = [change(old.get(key), unit) for key, unit in new.items()]
    found += [
        Change(unit.label, "gone", passages(unit.text, "")) for key, unit in old.items() if key not in new
    ]
    kept = [each for each in found if each.state != "same"]
    return Part(
        after.id, after.number, after.title, kept, is_new=bool(new) and not old, is_gone=bool(old) and not new
    )


def change(before: Unit | None, after: Unit) -> Change:
    differing = passages(before.text if before else "", after.text)
    state: State = "new" if before is None else "changed" if differing else "same"
    return Change(after.label, state, differing)


@dataclass(frozen=True)
class Line:
    """One question of the checklist: a mark per item, and what is new in words."""

    question: Question
    values: tuple[Value | None, ...]  # None: not answered
    news: str  # "3.2 is nu ja"
    apart: str = ""  # "3.2 (gesplitst)": what cannot be laid beside the earlier version


def picture(content: Content, fmt: Format, earlier: Earlier | None = None) -> list[Line]:
    """The checklist in one picture. With `earlier`, also which answers are other than they were, and which cannot be
    compared.
    """
    now, then = answers(content), answers(earlier.content if earlier else {})
    seen = earlier.comparable(fmt) if earlier else None
    return [line(question, now, then, fmt, seen) for question in fmt.questions]


def line(
    question: Question, now: dict[str, str], then: dict[str, str], fmt: Format, seen: Comparable | None
) -> Line:
    values = tuple(value_of(now, item.id, fmt) for item in question.items)
    if seen is None:
        return Line(question, values, "")
    news = [
        f"{item.number} is nu {value.label.lower()}"
        for item, value in zip(question.items, values, strict=True)
        if value and item.id in seen.items and then.get(seen.items[item.id], "") != value.id
    ]
    return Line(question, values, ", ".join(news), seen.apart(question.items))


def gone_from(earlier: Earlier | None, fmt: Format) -> tuple[str, ...]:
    """Numbers, as they were, of items that are not asked any more."""
    return earlier.comparable(fmt).gone if earlier else ()


def answers(content: Content) -> dict[str, str]:
    told: dict[str, dict[str, Any]] = content.get("checklist", {}).get("answers", {})
    return {item: str(answer.get("value", "")) for item, answer in told.items()}


def value_of(told: dict[str, str], item: str, fmt: Format) -> Value | None:
    value = told.get(item, "")
    return fmt.scale.get(value) if value in fmt.scale else None
