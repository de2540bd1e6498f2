"""What is different from an earlier version, section by section, and in the answers of the checklist."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from dekkend.formats.model import Format, Question, Value
from dekkend.kit.diff import Passage, passages

from .content.shape import Content
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

    @property
    def word(self) -> str:
        return WORDS["new" if self.is_new else "changed" if self.changes else "same"]


def changes(before: Content, after: Content, fmt: Format) -> list[Part]:
    """Every section in the order of the document; one without changes has none. `fmt` is that of `after`."""
    earlier = {group.id: group for group in groups(before, fmt)}
    return [part(earlier.get(group.id), group) for group in groups(after, fmt)]


def part(before: Group | None, after: Group) -> Part:
    old = {unit.key: unit for unit in before.units} if before else {}
    new = {unit.key: unit for unit in after.units}
    found = [change(old.get(key), unit) for key, unit in new.items()]
    found += [
        Change(unit.label, "gone", passages(unit.text, "")) for key, unit in old.items() if key not in new
    ]
    kept = [each for each in found if each.state != "same"]
    return Part(after.id, after.number, after.title, kept, is_new=bool(new) and not old)


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


def picture(content: Content, fmt: Format, before: Content | None = None) -> list[Line]:
    """The checklist in one picture. With `before`, also which answers are other than they were."""
    now, then = answers(content), answers(before or {})
    lines = []
    for question in fmt.questions:
        values = tuple(value_of(now, item.id, fmt) for item in question.items)
        news = [
            f"{item.number} is nu {value.label.lower()}"
            for item, value in zip(question.items, values, strict=True)
            if value and before is not None and then.get(item.id, "") != value.id
        ]
        lines.append(Line(question, values, ", ".join(news)))
    return lines


def answers(content: Content) -> dict[str, str]:
    told: dict[str, dict[str, Any]] = content.get("checklist", {}).get("answers", {})
    return {item: str(answer.get("value", "")) for item, answer in told.items()}


def value_of(told: dict[str, str], item: str, fmt: Format) -> Value | None:
    value = told.get(item, "")
    return fmt.scale.get(value) if value in fmt.scale else None
