"""What the page of the questions shows, for every kind of copy: all in one document, one to be seen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Max

from dekkend.audit.models import Event
from dekkend.audit.saving import moment
from dekkend.formats.model import Aspect, Item, Question
from dekkend.web.device import mark_of

from .doors import Door
from .earlier import Bar, Before, Told, bar_of, before_of, told_of
from .forms import TOPIC
from .history import with_history
from .models import Answer, Evidence, Summary
from .queries import evidence_in, summaries_of
from .sheet import Sheet, Standing, Unsure, Value, lacks_reason, value_of

NEEDS_REASON = "Schrijf de reden op. Tot die tijd telt dit onderdeel als open."


@dataclass(frozen=True)
class Line:
    """One question in the list at the left."""

    standing: Standing
    url: str
    is_current: bool


@dataclass(frozen=True)
class Part:
    """One item with its answer, ready to be shown or filled in."""

    item: Item
    answer: Answer
    url: str
    value: Value | Unsure | None
    topics: list[dict[str, Any]]
    lacks_reason: bool
    saved: str  # "bewaard 14:02", "" for an anonymous copy
    before: Before | None  # last year
    places: list[Evidence]  # links and files; only in the shared copy
    history: str  # where its earlier values are; "" while there are none

    @property
    def live_mark(self) -> str:
        return f"mark-{self.item.id}"

    @property
    def legend(self) -> str:
        return f"Antwoord bij {self.item.number}"

    @property
    def described(self) -> str:
        return f"hulp-{self.item.id}" if self.item.help else ""

    @property
    def needs_reason(self) -> str:
        return NEEDS_REASON if self.lacks_reason else ""


def list_of(sheet: Sheet, door: Door, current: Question | None = None) -> list[tuple[Aspect, list[Line]]]:
    return [
        (aspect, [Line(each, door.question(each.question), each.question == current) for each in standings])
        for aspect, standings in sheet.by_aspect()
    ]


def saved_at(sheet: Sheet) -> dict[str, str]:
    """Item -> when it was last saved. One query; of anonymous answers there is no time."""
    if sheet.copy is None or sheet.copy.is_anonymous:
        return {}
    rows = list(sheet.answers.values())
    latest = Event.objects.filter(subject__in=[row.subject for row in rows], act="save").values_list(
        "subject"
    )
    times = dict(latest.annotate(last=Max("at")).order_by())
    return {row.item: f"bewaard {moment(times[row.subject])}" for row in rows if row.subject in times}


def part_of(
    sheet: Sheet,
    door: Door,
    item: Item,
    earlier: dict[str, Told],
    saved: dict[str, str],
    places: dict[str, list[Evidence]],
    earlier_ones: set[str],
) -> Part:
    answer = sheet.answer(item)
    rows = [
        {
            "name": TOPIC + topic.id,
            "label": topic.label,
            "chosen": answer.topics.get(topic.id, ""),
            "value": value_of(sheet.format, answer.topics.get(topic.id, "")),
        }
        for topic in item.topics
    ]
    return Part(
        item,
        answer,
        door.answer(item),
        value_of(sheet.format, answer.value),
        rows,
        lacks_reason(sheet.format, answer),
        saved.get(item.id, ""),
        before_of(earlier.get(item.id), answer, door.last_year(item)) if earlier else None,
        places.get(item.id, []),
        door.history(item) if item.id in earlier_ones else "",
    )


@dataclass(frozen=True)
class Leaf:
    """One question of the document, with the way to the one before and the one after."""

    question: Question
    aspect: Aspect
    place: int
    url: str
    parts: list[Part]
    lastyear: Bar | None
    summary: Summary | None  # the school's own words, in the shared copy only
    last: tuple[Question, str] | None
    next: tuple[Question, str] | None


def leaves_of(sheet: Sheet, door: Door, *, sources: bool = True) -> list[Leaf]:
    """Every question with its items, in a handful of queries however many there are."""
    questions, is_personal = sheet.questions, sheet.is_personal
    # Last year's words are the school's: only in the shared copy, not to lead a colleague.
    earlier = {} if is_personal else told_of(sheet.profile)
    summaries = None if is_personal else summaries_of(sheet.profile)
    has_places = sources and not is_personal
    places = evidence_in(sheet.profile, [item.id for item in sheet.format.items]) if has_places else {}
    saved = saved_at(sheet)
    earlier_ones = with_history(sheet.answer(item) for item in sheet.format.items) if sources else set()
    ways = [None, *((each, door.question(each)) for each in questions), None]
    return [
        Leaf(
            question=question,
            aspect=sheet.format.aspect(question.aspect),
            place=place,
            url=door.question(question),
            parts=[
                part_of(sheet, door, item, earlier, saved, places, earlier_ones) for item in question.items
            ],
            lastyear=bar_of(sheet, question, earlier),
            summary=None if summaries is None else summaries.get(question.id, Summary(question=question.id)),
            last=ways[place - 1],
            next=ways[place + 1],
        )
        for place, question in enumerate(questions, 1)
    ]


def question_page(
    sheet: Sheet, door: Door, question: Question, user: Any = None, *, sources: bool = True
) -> dict[str, Any]:
    """Context of `checklist/question.html`, but for what this person may. `user` None: whoever has the code.

    `sources`: with the history and the places to look behind the answers.
    """
    return {
        "profile": sheet.profile,
        "sheet": sheet,
        "door": door,
        "person": mark_of(user) if user else "",
        "current": question,
        "questions": len(sheet.questions),
        "list": list_of(sheet, door, question),
        "leaves": leaves_of(sheet, door, sources=sources),
        "values": sheet.format.scale.values,
        "needs_reason": NEEDS_REASON,
    }


def live(sheet: Sheet, item: Item) -> dict[str, str]:
    """What changes on the page with one answer."""
    answer = sheet.answer(item)
    value = value_of(sheet.format, answer.value)
    standing = sheet.standing(sheet.format.question_of(item.id))
    return {
        "progress": sheet.progress,
        "answered": str(sheet.answered),
        f"mark-{item.id}": value.mark if value else "blank",
        f"standing-{standing.question.id}": f", {standing.sentence}",
        f"overall-{item.id}": value.label if value else "nog open",
    }
