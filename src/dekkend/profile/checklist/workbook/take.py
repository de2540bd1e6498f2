"""Bring what a file says into the copy: every row or none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db import transaction

from dekkend.audit.actions import Actor, record
from dekkend.audit.models import Event
from dekkend.audit.revisions import Conflict, plain
from dekkend.audit.saving import Sides, sides
from dekkend.formats.model import Item
from dekkend.profile.base.road import settle

from ..actions.answering import keep, row_of
from ..models import Answer
from ..sheet import Sheet, value_of
from . import shape
from .read import Sent


@dataclass(frozen=True)
class Change:
    """One field of one item as it will be; `was` and `will` as people read them."""

    item: Item
    name: str
    label: str
    was: str
    will: str


@dataclass(frozen=True)
class Clashing:
    """An item that somebody changed meanwhile, with both texts."""

    item: Item
    cell: str  # in the file, of the first field that clashes
    sides: list[Sides]


class Refusal(Exception):
    """Nothing was brought in: these rows clash."""

    def __init__(self, clashes: list[Clashing]) -> None:
        super().__init__(", ".join(clash.item.number for clash in clashes))
        self.clashes = clashes


class _Undo(Exception):
    pass


def preview(sheet: Sheet, sent: list[Sent], *, who: Actor) -> list[Change]:
    """What `take_in` would change: it is done, looked at and undone. Raise Refusal."""
    found: list[Change] = []
    try:
        with transaction.atomic():
            found = _bring(sheet, sent, who)
            raise _Undo
    except _Undo:
        return found


def take_in(sheet: Sheet, sent: list[Sent], *, who: Actor) -> list[Change]:
    """Save every row that was changed in the file, in one transaction. Raise Refusal: then nothing is saved."""
    refused: list[tuple[Answer, Sent, Conflict]] = []
    try:
        with transaction.atomic():
            found = _bring(sheet, sent, who, refused)
            if found:
                number = len({change.item.id for change in found})
                place = sheet.copy.place if sheet.copy and sheet.is_personal else sheet.profile.place
                record("import_checklist", actor=who, place=place, data={"number": number})
                settle(sheet.profile)
            return found
    except Refusal:
        # What was refused stays readable, as with any save.
        for row, told, conflict in refused:
            if row.pk and Answer.objects.filter(pk=row.pk).exists():
                mine = {name: plain(clash.mine) for name, clash in conflict.clashes.items()}
                record(
                    "refuse",
                    actor=who,
                    place=row.place,
                    subject=row.subject,
                    revision=told.revision,
                    data=mine,
                )
        raise


def _bring(
    sheet: Sheet, sent: list[Sent], who: Actor, refused: list[tuple[Answer, Sent, Conflict]] | None = None
) -> list[Change]:
    found: list[Change] = []
    clashes: list[Clashing] = []
    for told in sent:
        item = sheet.format.item(told.item)
        changes = changed(sheet, item, told)
        if not changes:
            continue
        before = sheet.answer(item)
        was = before.values()
        row = row_of(sheet, item)
        try:
            saved = keep(sheet, item, row, changes, base=told.revision, who=who)
        except Conflict as conflict:
            clashes.append(clashing(sheet, item, told, conflict))
            if refused is not None:
                refused.append((row, told, conflict))
            continue
        sheet = sheet.with_answer(saved.row)
        found += differences(sheet, item, was, saved.row.values())
    if clashes:
        raise Refusal(clashes)
    return found


def changed(sheet: Sheet, item: Item, told: Sent) -> dict[str, Any]:
    """The fields that differ from what the file held when it was made."""
    now = sheet.answer(item)
    origin: dict[str, Any] = now.values()
    if told.revision != now.revision:
        origin = {**Answer().values(), **Event.objects.value_at(now.subject, told.revision)}
    changes: dict[str, Any] = {}
    for name, value in told.fields.items():
        if name == "topics":
            had = origin["topics"] or {}
            topics = {key: each for key, each in value.items() if each != had.get(key, "")}
            if topics:
                changes["topics"] = topics
        elif _even(plain(value)) != _even(origin[name]):
            changes[name] = value
    return changes


def _even(value: Any) -> Any:
    return shape.even(value) if isinstance(value, str) else value


def labels(item: Item) -> dict[str, str]:
    topics = {f"topics.{topic.id}": topic.label for topic in item.topics}
    return {name: shape.TITLES[column] for column, name in shape.FIELDS.items()} | topics


def words(sheet: Sheet, name: str, value: Any) -> str:
    """A value of the scale by its label; of other fields their text."""
    if name == "value" or name.startswith("topics."):
        known = value_of(sheet.format, str(value or ""))
        return known.label if known else "(open)"
    return "" if value is None else str(value)


def differences(sheet: Sheet, item: Item, was: dict[str, Any], will: dict[str, Any]) -> list[Change]:
    names = labels(item)
    before, after = _flat(was), _flat(will)
    return [
        Change(
            item,
            name,
            names.get(name, name),
            words(sheet, name, before.get(name)),
            words(sheet, name, after.get(name)),
        )
        for name in names
        if (before.get(name) or "") != (after.get(name) or "")
    ]


def _flat(values: dict[str, Any]) -> dict[str, Any]:
    topics = {f"topics.{key}": value for key, value in (values.get("topics") or {}).items()}
    return {**{name: value for name, value in values.items() if name != "topics"}, **topics}


def clashing(sheet: Sheet, item: Item, told: Sent, conflict: Conflict) -> Clashing:
    names = labels(item)
    both = [
        sides(name, clash, names.get(name, name), lambda field, value: words(sheet, field, value))
        for name, clash in conflict.clashes.items()
    ]
    cell = next((told.cells[name] for name in conflict.clashes if name in told.cells), "")
    return Clashing(item, cell, both)
