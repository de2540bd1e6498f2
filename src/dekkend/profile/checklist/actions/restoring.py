"""Putting back what stood there before: an ordinary save on what stands there now, so nothing is lost by it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db import transaction

from dekkend.audit.models import Event
from dekkend.audit.revisions import Saved
from dekkend.formats.model import Item, Question
from dekkend.process.engine import Refused
from dekkend.profile.base.models import Profile

from ..models import Answer, Summary
from ..sheet import Sheet
from .answering import answer, summarise

TOPIC = "topics."


def put_back(sheet: Sheet, item: Item, event: Event, *, base: int, actor: Any) -> Saved:
    """The values of one line of the history. Raise Conflict when somebody wrote since revision `base`."""
    row = sheet.answer(item)
    return answer(sheet, item, fields_of(sheet, item, event, row), base=base, actor=actor)


def put_back_summary(profile: Profile, question: Question, event: Event, *, base: int, actor: Any) -> Saved:
    return summarise(profile, question, str(event.data.get("text", "")), base=base, actor=actor)


def fields_of(sheet: Sheet, item: Item, event: Event, row: Answer) -> dict[str, Any]:
    """What the event holds, as an answer takes it. A save holds all; a refused save only what clashed."""
    data = dict(event.data)
    topics = {name.removeprefix(TOPIC): data.pop(name) for name in list(data) if name.startswith(TOPIC)}
    known = {name: value for name, value in data.items() if name in Answer.written}
    if topics:
        known["topics"] = topics
    elif item.topics and "topics" in known:
        # An earlier value without a topic makes that topic open again.
        known["topics"] = {**dict.fromkeys(row.topics, ""), **known["topics"]}
    if item.topics:
        known.pop("value", None)  # it follows from the topics
    if known.get("due"):
        known["due"] = date.fromisoformat(str(known["due"]))
    allowed = {"", *(choice.id for choice in sheet.choices)}
    if not {known.get("value", ""), *known.get("topics", {}).values()} <= allowed:
        raise Refused("Dit antwoord bestaat niet meer in deze checklist. Kies zelf een antwoord.")
    return known


@transaction.atomic
def undo(sheet: Sheet, steps: Iterable[tuple[Item, int]], *, actor: Any) -> list[Saved]:
    """Take back the latest save of these items, each named with the revision it made.

    Where somebody wrote since, that stays.
    """
    kept: list[Saved] = []
    for item, revision in steps:
        row = sheet.answers.get(item.id)
        if row is None or row.revision != revision:
            continue
        before = earlier_values(row, revision - 1)
        saved = answer(
            sheet, item, fields_of(sheet, item, Event(data=before), row), base=revision, actor=actor
        )
        sheet = sheet.with_answer(saved.row)
        kept.append(saved)
    return kept


def earlier_values(row: Answer | Summary, revision: int) -> Mapping[str, Any]:
    return Event.objects.value_at(row.subject, revision) or type(row)().values()
