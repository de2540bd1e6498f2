"""What the page of one question shows, for every kind of copy."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Max

from dekkend.audit.models import Event
from dekkend.audit.saving import moment
from dekkend.formats.model import Aspect, Item, Question

from .doors import Door
from .earlier import Before, Told, bar_of, before_of, told_of
from .forms import TOPIC
from .history import with_history
from .models import Answer, Evidence
from .queries import evidence_in
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


def saved_at(sheet: Sheet, question: Question) -> dict[str, str]:
    """Item -> when it was last saved. One query; of anonymous answers there is no time."""
    if sheet.copy is None or sheet.copy.is_anonymous:
        return {}
    rows = [sheet.answers[item.id] for item in question.items if item.id in sheet.answers]
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


def question_page(sheet: Sheet, door: Door, question: Question) -> dict[str, Any]:
    """Context of `checklist/question.html`, but for who looks and what that person may."""
    questions = sheet.questions
    place = questions.index(question)
    # Last year's words are the school's: only in the shared copy, not to lead a colleague.
    earlier = {} if sheet.is_personal else told_of(sheet.profile)
    saved = saved_at(sheet, question)
    earlier_ones = with_history(sheet.answer(item) for item in question.items)
    places = {} if sheet.is_personal else evidence_in(sheet.profile, [item.id for item in question.items])
    return {
        "profile": sheet.profile,
        "sheet": sheet,
        "door": door,
        "question": question,
        "aspect": sheet.format.aspect(question.aspect),
        "place": place + 1,
        "questions": len(questions),
        "list": list_of(sheet, door, question),
        "parts": [
            part_of(sheet, door, item, earlier, saved, places, earlier_ones) for item in question.items
        ],
        "lastyear": bar_of(sheet, question, earlier),
        "values": sheet.format.scale.values,
        "last": (questions[place - 1], door.question(questions[place - 1])) if place else None,
        "next": (questions[place + 1], door.question(questions[place + 1]))
        if place + 1 < len(questions)
        else None,
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
        f"reason-{item.id}": NEEDS_REASON if lacks_reason(sheet.format, answer) else "",
    }
