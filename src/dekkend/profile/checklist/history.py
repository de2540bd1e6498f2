"""Every earlier value of one row, and what changed between one and the next: the log, read as a history."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import Http404
from django.utils.formats import date_format

from dekkend.audit.models import Event
from dekkend.formats.model import Format, Item, Value
from dekkend.kit.diff import Passage, passages

from .models import Answer, Evidence, Summary
from .sheet import Unsure, value_of

ON_A_PAGE = 20
SAVED, REFUSED = "save", "refuse"
FOUND = {"add_evidence": "Erbij gezet", "remove_evidence": "Weggehaald"}
TOPIC = "topics."
WORDS = {
    "reason": "Reden",
    "note": "Toelichting",
    "text": "Samenvatting",
    "evidence": "Vindplaats",
    "owner": "Wie pakt het op",
    "due": "Klaar op",
}
LONG = ("reason", "note", "text")

Data = Mapping[str, Any]


@dataclass(frozen=True)
class Part:
    """One field as it was then, and before that."""

    label: str
    text: str
    was: str
    value: Value | Unsure | None = None  # a choice has marks instead of text
    was_value: Value | Unsure | None = None
    is_choice: bool = False
    is_long: bool = False

    @property
    def is_changed(self) -> bool:
        return (self.text, self.value) != (self.was, self.was_value)

    @property
    def passages(self) -> list[Passage]:
        """Word by word, where there was a text and still is one."""
        return passages(self.was, self.text) if self.is_long and self.text and self.was else []


@dataclass(frozen=True)
class Step:
    """One save, one save that was refused, or one link or file that came or went."""

    event: Event
    parts: tuple[Part, ...]
    has_time: bool = True
    is_now: bool = False
    kept_later: bool = False  # refused, and saved after all
    found: str = ""  # "Erbij gezet: Plan.pdf"

    @property
    def is_refused(self) -> bool:
        return self.event.act == REFUSED

    @property
    def changed(self) -> list[Part]:
        return [part for part in self.parts if part.is_changed]

    @property
    def whole(self) -> list[Part]:
        """All that stood there, when the changes alone do not show it."""
        filled = [part for part in self.parts if part.text or part.value]
        return filled if any(not part.is_changed or part.passages for part in filled) else []

    @property
    def may_go_back(self) -> bool:
        return not (self.found or self.is_now or self.kept_later)


@dataclass(frozen=True)
class History:
    """Of one row; `read` makes parts of what an event holds and what the save before it held."""

    row: Answer | Summary
    read: Callable[[Data, Data], list[Part]]
    is_anonymous: bool = False

    @property
    def events(self) -> QuerySet[Event]:
        """The newest first. Of an anonymous copy only the day is known; there the number of the save decides."""
        subjects = [self.row.subject, f"evidence/{self.row.pk}"]
        acts = [SAVED, REFUSED, *FOUND]
        return Event.objects.filter(subject__in=subjects, act__in=acts).order_by("-at", "-revision", "-pk")

    def page(self, number: Any) -> tuple[Page[Event], list[Step]]:
        """Four queries at most, however long the history is."""
        page = Paginator(self.events, ON_A_PAGE).get_page(number)
        return page, self.steps(list(page))

    def steps(self, events: list[Event]) -> list[Step]:
        saves = {event.revision: event.data for event in events if event.act == SAVED}
        oldest = min(saves, default=1)
        if oldest > 1:
            saves[oldest - 1] = Event.objects.value_at(self.row.subject, oldest - 1)
        titles = titles_of(events)
        return [self.step(event, saves, titles) for event in events]

    def step(self, event: Event, saves: Mapping[int, Data], titles: Mapping[str, str]) -> Step:
        if event.act in FOUND:
            what = event.data.get("title") or event.data.get("url") or titles.get(str(event.data.get("row")))
            return Step(event, (), found=f"{FOUND[event.act]}: {what or 'een bestand'}")
        before = saves.get(event.revision - 1, {}) if event.act == SAVED else {}
        return Step(
            event,
            tuple(self.read(event.data, before)),
            has_time=not self.is_anonymous,
            is_now=event.act == SAVED and event.revision == self.row.revision,
            kept_later=event.act == REFUSED and is_kept(event, saves),
        )

    def find(self, key: Any) -> Event:
        """A line that can be put back, or 404."""
        event = self.events.filter(pk=key, act__in=[SAVED, REFUSED]).first()
        if event is None:
            raise Http404
        return event


def titles_of(events: Iterable[Event]) -> dict[str, str]:
    """The names of files that are still there, by key. One query, where files came or went."""
    keys = [event.data.get("row") for event in events if event.act in FOUND]
    rows = Evidence.objects.filter(pk__in=keys).values_list("pk", "title") if keys else ()
    return {str(key): title for key, title in rows}


def with_history(answers: Iterable[Any]) -> set[str]:
    """Items of which something earlier can be read: saved more than once, or refused. One query."""
    rows = {answer.subject: answer for answer in answers if answer.revision}
    refused = Event.objects.filter(subject__in=rows, act=REFUSED).order_by().values_list("subject", flat=True)
    return {row.item for row in rows.values() if row.revision > 1} | {rows[each].item for each in refused}


def is_kept(refused: Event, saves: Mapping[int, Data]) -> bool:
    """Whoever met the conflict chose the own words after all."""
    later = [spread_out(data) for revision, data in saves.items() if revision > refused.revision]
    mine = spread_out(refused.data)
    return any(mine.items() <= data.items() for data in later)


def spread_out(data: Data) -> dict[str, str]:
    """Topics as fields of their own."""
    flat = {name: str(value or "") for name, value in data.items() if name != "topics"}
    return flat | {f"{TOPIC}{topic}": str(value) for topic, value in (data.get("topics") or {}).items()}


def of_answer(fmt: Format, item: Item, row: Answer, *, is_anonymous: bool = False) -> History:
    return History(row, lambda data, before: list(answer_parts(fmt, item, data, before)), is_anonymous)


def of_summary(row: Summary) -> History:
    return History(row, lambda data, before: list(word_parts(data, before)))


def answer_parts(fmt: Format, item: Item, data: Data, before: Data) -> Iterable[Part]:
    """In the order of the form: the answer, the topics, the words."""
    now, was = spread_out(data), spread_out(before)
    choices = {"value": "Antwoord"} | {f"{TOPIC}{topic.id}": topic.label for topic in item.topics}
    for name, label in choices.items():
        if name in now or name in was:
            value, old = value_of(fmt, now.get(name, "")), value_of(fmt, was.get(name, ""))
            yield Part(label, "", "", value, old, is_choice=True)
    yield from word_parts(data, before)


def word_parts(data: Data, before: Data) -> Iterable[Part]:
    for name, label in WORDS.items():
        if name in data:
            yield Part(label, shown(name, data), shown(name, before), is_long=name in LONG)


def shown(name: str, data: Data) -> str:
    told = str(data.get(name) or "")
    return str(date_format(date.fromisoformat(told), "j F Y")) if name == "due" and told else told
