"""Bouwstenen: what the school already agreed, offered where the format says it belongs (`Section.draws`)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Max

from dekkend.audit.models import Event
from dekkend.formats.model import Format, Item, Question, Section
from dekkend.profile.base.models import Profile
from dekkend.profile.base.road import day
from dekkend.profile.checklist.models import Summary
from dekkend.profile.dialogue.models import Agreement


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


@dataclass(frozen=True)
class Quarry:
    """The blocks of one section, and the numbers of the items that have no agreed answer yet."""

    blocks: tuple[Block, ...]
    unanswered: tuple[str, ...]

    def get(self, source: str) -> Block | None:
        return next((block for block in self.blocks if block.source == source), None)


def quarry_of(profile: Profile, section: Section) -> Quarry:
    """Three queries, however many blocks; none when the section draws on nothing."""
    drawn = list(expanded(profile.format, section.draws))
    if not drawn:
        return Quarry((), ())
    items = [each for each in drawn if isinstance(each, Item)]
    agreed = {row.item: row for row in profile.agreements.filter(item__in=[item.id for item in items])}
    summed = {row.question: row for row in profile.summaries.filter(question__in=section.draws)}
    when = last_touched([*agreed.values(), *summed.values()])
    blocks = []
    for each in drawn:
        if isinstance(each, Question):
            summary = summed.get(each.id)
            if summary and summary.text.strip():
                blocks.append(of_summary(each, summary, when))
        elif (row := agreed.get(each.id)) and row.value in profile.format.scale:
            blocks.append(of_item(profile.format, each, row, when))
    answered = {block.source for block in blocks}
    return Quarry(tuple(blocks), tuple(item.number for item in items if item.id not in answered))


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
    )


def of_item(fmt: Format, item: Item, row: Agreement, when: dict[str, datetime]) -> Block:
    """The agreed note; without one the item's own sentence for this value."""
    value = fmt.scale.get(row.value)
    text = row.note.strip() or item.sentence(row.value)
    return Block(
        source=item.id,
        number=item.number,
        mark=value.mark,
        label=value.label,
        text=text,
        about=item.text,
        origin=dated("afgesproken", when.get(row.subject)),
        is_offered=value.offers_text and bool(text),
    )


def dated(what: str, at: datetime | None) -> str:
    return f"{what} op {day(at.date())}" if at else what
