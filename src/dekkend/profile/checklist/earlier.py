"""What the school agreed last year, beside this year's items: also where the format got a new version."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from dekkend.formats.lineage import ancestors
from dekkend.formats.model import Format, Item, Question, Value
from dekkend.formats.queries import comparable_with, format_or_none
from dekkend.profile.base.models import Profile

from .models import Answer
from .sheet import Sheet


@dataclass(frozen=True)
class Told:
    """Last year's agreed answer to one item of this year. `fields` is what can be taken over, {} when it cannot."""

    item: str
    value: Value
    note: str = ""
    reason: str = ""
    worded: str = ""  # how the item read last year, when it reads differently now
    fields: Mapping[str, Any] = field(default_factory=dict)
    why: str = ""  # "gesplitst": why the two answers are not to be compared


def last_content(profile: Profile) -> dict[str, Any]:
    """The school's latest adopted version of an earlier round, {} when there is none. One query."""
    earlier = Profile.objects.filter(
        school=profile.school_id, round__first_year__lt=profile.round.first_year, adopted__isnull=False
    ).order_by("-round__first_year")
    content = earlier.values_list("adopted__content", flat=True).first()
    return json.loads(content) if content else {}


def told_of(profile: Profile) -> dict[str, Told]:
    """Item of this year -> what was agreed on it. One query."""
    content = last_content(profile)
    answers, before = content.get("checklist", {}).get("answers", {}), format_or_none(content.get("format"))
    if before is None:
        return {}
    found, seen = {}, comparable_with(before.ref, profile.format)
    for item in profile.format.items:
        ancestor = ancestor_of(profile.format, item, before)
        if ancestor and (told := told_now(profile.format, item, before, ancestor, answers)):
            found[item.id] = replace(told, why=seen.why(item.id))
    return found


def ancestor_of(fmt: Format, item: Item, before: Format) -> Item | None:
    """The same item in the earlier format; of joined items the first."""
    return next(iter(ancestors(fmt, item, before, format_or_none)), None)


def told_now(
    fmt: Format, item: Item, before: Format, ancestor: Item, answers: Mapping[str, Any]
) -> Told | None:
    told = answers.get(ancestor.id, {})
    if told.get("value") not in before.scale:
        return None
    value = fmt.scale.get(told["value"]) if told["value"] in fmt.scale else None
    return Told(
        item.id,
        value or before.scale.get(told["value"]),
        told.get("note", ""),
        told.get("reason", ""),
        "" if alike(item.text, ancestor.text) else ancestor.text,
        taken(fmt, item, told) if value else {},
    )


def taken(fmt: Format, item: Item, told: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of this year's answer. Per topic where the item asks so; then every topic must still be there."""
    words = {name: told[name] for name in ("note", "reason") if told.get(name)}
    if not item.topics:
        return {"value": told["value"], **words}
    answered = told.get("topics", {})
    topics = {topic.id: answered[topic.id] for topic in item.topics if answered.get(topic.id) in fmt.scale}
    return {"topics": topics, **words} if topics else {}


def alike(one: str, other: str) -> bool:
    return one.split() == other.split()


def is_blank(answer: Any) -> bool:
    return not (answer.value or answer.topics or answer.note or answer.reason)


def ready_in(sheet: Sheet, question: Question, told: Mapping[str, Told]) -> list[Told]:
    """What one press takes over for a whole question: open items that were asked the same last year.

    Who reads a changed sentence, or a part of one that was split, decides on it by itself.
    """
    here = [told[item.id] for item in question.items if item.id in told]
    return [
        each
        for each in here
        if each.fields and not (each.worded or each.why) and is_blank(sheet_answer(sheet, each))
    ]


def sheet_answer(sheet: Sheet, told: Told) -> Any:
    return sheet.answers.get(told.item) or Answer()


@dataclass(frozen=True)
class Before:
    """Last year as it stands beside one item. `url` takes it over, "" when there is nothing to take."""

    value: Value
    note: str
    reason: str
    worded: str
    why: str
    url: str


def before_of(told: Told | None, answer: Answer, url: str) -> Before | None:
    if told is None:
        return None
    may_take = bool(told.fields) and is_blank(answer)
    return Before(told.value, told.note, told.reason, told.worded, told.why, url if may_take else "")


@dataclass(frozen=True)
class Bar:
    """Above the items of a question: how many one press takes over, and which want a look of their own."""

    ready: int
    reworded: tuple[str, ...]  # numbers of items that ask something else now and are still open


def bar_of(sheet: Sheet, question: Question, told: Mapping[str, Told]) -> Bar | None:
    """None when the school agreed nothing on this question last year."""
    here = [(item, told[item.id]) for item in question.items if item.id in told]
    if not here:
        return None
    changed = [
        item.number
        for item, each in here
        if (each.worded or each.why) and is_blank(sheet_answer(sheet, each))
    ]
    return Bar(len(ready_in(sheet, question, told)), tuple(changed))
