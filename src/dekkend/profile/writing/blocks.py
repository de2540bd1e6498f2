"""Bouwstenen: what the school already agreed, offered where the format says it belongs (`Section.draws`)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import Max
from django.utils.timezone import localtime

from dekkend.audit.models import Event
from dekkend.formats.model import Format, Item, Question, Section
from dekkend.profile.base.models import Profile
from dekkend.profile.base.road import day
from dekkend.profile.checklist.models import Summary
from dekkend.profile.dialogue.models import Agreement
from dekkend.profile.talk.models import AgendaItem

from .origins import ITEM, QUESTION, Origin


@dataclass(frozen=True)
class Block:
    source: str  # id of the item, or of the question for its summary
    number: str
    mark: str  # a MarkKind; "" for a summary, which has no value
    label: str  # "Ja"; "samenvatting"
    text: str  # Markdown, "" when there is nothing to offer
    about: str  # what the item asks, shown when it offers no text
    origin: str  # "afgesproken op 5 november"
    is_offered: bool
    value: str = ""  # id of the answer on the scale
    on: str = ""  # ISO date of what `origin` says
    talk: str = ""  # key of the talk of that day that had this item on its agenda
    note: str = ""  # as the school agreed it; `text` is the item's own sentence when there is none
    topics: tuple[tuple[str, str], ...] = ()  # (topic, value) of an item that is asked per topic

    @property
    def as_origin(self) -> Origin:
        """What a text keeps of this block for each of its paragraphs."""
        kind = ITEM if self.value else QUESTION
        return Origin(kind, self.source, words=self.text, value=self.value, on=self.on, talk=self.talk)


@dataclass(frozen=True)
class Quarry:
    """The blocks of one section, and the numbers of the items that have no agreed answer yet."""

    blocks: tuple[Block, ...]
    unanswered: tuple[str, ...]
    # Source -> block, also of sources that this section does not draw on: a paragraph can be moved to another.
    known: Mapping[str, Block] = field(default_factory=dict)

    def get(self, source: str) -> Block | None:
        return next((block for block in self.blocks if block.source == source), None)


def quarry_of(profile: Profile, section: Section, also: Iterable[str] = ()) -> Quarry:
    """Four queries, however many blocks, two on a page (`with_page`); none when there is nothing to draw on.

    `also`: sources that are shown and not offered here.
    """
    known = dug(profile, [*expanded(profile.format, section.draws), *named(profile.format, also)])
    return quarried(profile.format, section.draws, known)


def quarry_of_provision(profile: Profile, key: str) -> Quarry:
    """What tells how this school gives one basic provision; empty where the format says nothing of it."""
    draws = profile.format.draws_of_provision(key)
    return quarried(profile.format, draws, dug(profile, expanded(profile.format, draws)))


def quarried(fmt: Format, draws: Iterable[str], known: Mapping[str, Block]) -> Quarry:
    """No query: `known` is what was dug."""
    drawn = list(expanded(fmt, draws))
    blocks = tuple(known[each.id] for each in drawn if each.id in known)
    unanswered = (each.number for each in drawn if isinstance(each, Item) and each.id not in known)
    return Quarry(blocks, tuple(unanswered), known)


def named(fmt: Format, sources: Iterable[str]) -> Iterator[Question | Item]:
    """Those that this format has; a source of an earlier one tells nothing any more."""
    questions = {question.id: question for question in fmt.questions}
    for source in sources:
        if fmt.has_item(source):
            yield fmt.item(source)
        elif source in questions:
            yield questions[source]


def dug(profile: Profile, drawn: Iterable[Question | Item]) -> dict[str, Block]:
    """Source -> block, of what was agreed or summed up."""
    wanted = {each.id: each for each in drawn}
    if not wanted:
        return {}
    agreed = {row.item: row for row in profile.agreements.all() if row.item in wanted}
    summed = {row.question: row for row in profile.summaries.all() if row.question in wanted}
    when = last_touched([*agreed.values(), *summed.values()])
    talks = talks_about(profile, agreed)
    found = {}
    for key, each in wanted.items():
        if isinstance(each, Question):
            summary = summed.get(key)
            if summary and summary.text.strip():
                found[key] = of_summary(each, summary, when)
        elif (row := agreed.get(key)) and row.value in profile.format.scale:
            found[key] = of_item(profile.format, each, row, when, talks)
    return found


def expanded(fmt: Format, draws: Iterable[str]) -> Iterator[Question | Item]:
    """A whole question is its summary and then its items; nothing comes twice."""
    seen: set[str] = set()
    for source in draws:
        for each in whole(fmt, source):
            if each.id not in seen:
                seen.add(each.id)
                yield each


def whole(fmt: Format, source: str) -> Iterator[Question | Item]:
    if fmt.has_item(source):
        yield fmt.item(source)
    else:
        yield fmt.question(source)
        yield from fmt.question(source).items


def last_touched(rows: Iterable[Agreement | Summary]) -> dict[str, datetime]:
    """Subject -> when it was last written; one query for all."""
    subjects = [row.subject for row in rows]
    if not subjects:
        return {}
    found = Event.objects.filter(subject__in=subjects).exclude(act="refuse").order_by()
    return dict(found.values_list("subject").annotate(last=Max("at")))


def talks_about(profile: Profile, items: Iterable[str]) -> dict[tuple[str, str], str]:
    """Item and ISO date -> the talk of that day that had it on its agenda. One query."""
    rows = AgendaItem.objects.filter(talk__profile=profile, item__in=list(items), talk__on__isnull=False)
    told = rows.order_by("talk").values_list("item", "talk__on", "talk")
    return {(item, on.isoformat()): str(talk) for item, on, talk in told if on}


def of_summary(question: Question, row: Summary, when: dict[str, datetime]) -> Block:
    return Block(
        source=question.id,
        number=question.number,
        mark="",
        label="samenvatting",
        text=row.text.strip(),
        about=question.text,
        origin=dated("geschreven", when.get(row.subject)),
        is_offered=True,
        on=iso(when.get(row.subject)),
    )


def of_item(
    fmt: Format,
    item: Item,
    row: Agreement,
    when: dict[str, datetime],
    talks: dict[tuple[str, str], str],
) -> Block:
    """The agreed note; without one the item's own sentence for this value."""
    on = iso(when.get(row.subject))
    talk = talks.get((item.id, on), "")
    value = fmt.scale.get(row.value)
    note = row.note.strip()
    text = note or item.sentence(row.value)
    return Block(
        source=item.id,
        number=item.number,
        mark=value.mark,
        label=value.label,
        text=text,
        about=item.text,
        origin=agreed_on(when.get(row.subject), talk),
        is_offered=value.offers_text and bool(text),
        value=row.value,
        on=on,
        talk=talk,
        note=note,
        topics=tuple(row.topics.items()),
    )


def dated(what: str, at: datetime | None) -> str:
    return f"{what} op {day(localtime(at).date())}" if at else what


def agreed_on(at: datetime | None, talk: str) -> str:
    if at and talk:
        return f"afgesproken in het gesprek van {day(localtime(at).date())}"
    return dated("afgesproken", at)


def iso(at: datetime | None) -> str:
    return localtime(at).date().isoformat() if at else ""
