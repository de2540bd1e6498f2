"""A profile as it was: its rows with the values of their last save until then.

Everything that reads the rows of a profile can read this one.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from dekkend.audit.models import Event
from dekkend.profile.base.models import Profile
from dekkend.profile.writing.models import (
    Arrangement,
    Boundary,
    ColumnText,
    ImprovementPoint,
    Specialisation,
    Thing,
)

NONE = "declare_no_specialisations"


@dataclass(frozen=True)
class Log:
    """What the log of one profile says: the last save of each row until `at`, and what was taken away, whenever."""

    at: datetime | None  # None: before anything was written
    latest: Mapping[str, Event]  # subject -> event
    removed: Mapping[str, Event]
    said_none: tuple[Event, ...]  # "wij hebben geen specialisaties", said or taken back; the oldest first

    def of(self, kind: str) -> Iterator[tuple[str, Event]]:
        """Key and event of every row of a kind that was there then."""
        for subject, event in self.latest.items():
            found, _, key = subject.partition("/")
            if found == kind and not self.was_gone(subject):
                yield key, event

    def was_gone(self, subject: str) -> bool:
        removal = self.removed.get(subject)
        return bool(removal and self.at and removal.at <= self.at)


def log_of(profile: Profile, at: datetime | None) -> Log:
    """Two queries, whatever the number of saves."""
    acts = Event.objects.at_place(profile.place).filter(act__in=("remove", NONE)).order_by("at", "revision")
    removed = {event.subject: event for event in acts if event.act == "remove"}
    return Log(at, saves_until(profile, at), removed, tuple(event for event in acts if event.act == NONE))


def earlier(profile: Profile, log: Log, at: datetime | None) -> Log:
    """The log at another moment: one query more."""
    return replace(log, at=at, latest=saves_until(profile, at))


def saves_until(profile: Profile, at: datetime | None) -> dict[str, Event]:
    if at is None:
        return {}
    return {event.subject: event for event in Event.objects.at_place(profile.place).latest_until(at)}


def as_it_was(profile: Profile, log: Log) -> Profile:
    """`profile` came with its rows (`with_rows`), agreements and summaries: they say which text stands where."""
    past = copy.copy(profile)
    past._prefetched_objects_cache = {  # type: ignore[attr-defined]
        **getattr(profile, "_prefetched_objects_cache", {}),
        **{
            name: [row for each in getattr(profile, name).all() if (row := then(each, log))]
            for name in ("texts", "provision_texts", "agreements", "summaries")
        },
        "arrangements": arrangements(profile, log),
        "specialisations": in_order(flat(profile, Specialisation, profile.specialisations.all(), log)),
        "improvements": in_order(flat(profile, ImprovementPoint, profile.improvements.all(), log)),
        "boundaries": list(flat(profile, Boundary, profile.boundaries.all(), log)),
    }
    past.no_specialisations = said_none(profile, log)
    return past


def then(row: Any, log: Log) -> Any:
    """The row with what it held; None when it held nothing yet."""
    event = log.latest.get(row.subject)
    return filled(copy.copy(row), event.data) if event else None


def filled(row: Any, data: Mapping[str, Any]) -> Any:
    """Dates are ISO text in the history. A field that is younger than the moment was empty then."""
    for name in row.written:
        field = row._meta.get_field(name)
        setattr(row, name, field.to_python(data[name]) if name in data else field.get_default())
    return row


def flat(profile: Profile, model: Any, rows: Iterable[Any], log: Log) -> Iterator[Any]:
    """Rows of the profile itself, also those that were taken away later."""
    now = {str(row.pk): row for row in rows}
    for key, event in log.of(model._meta.model_name):
        row = copy.copy(now[key]) if key in now else gone(profile, model, key, log)
        if row is not None:
            yield filled(row, event.data)


def gone(profile: Profile, model: Any, key: str, log: Log) -> Any:
    """A row that is no longer there. Which boundary it was stands with its removal."""
    row = model(pk=int(key), profile=profile)
    if model is Boundary:
        removal = log.removed.get(f"boundary/{key}")
        if removal is None:
            return None
        row.element = str(removal.data.get("name", ""))
    return row


def arrangements(profile: Profile, log: Log) -> list[Arrangement]:
    rows = in_order(flat(profile, Arrangement, profile.arrangements.all(), log))
    owners = owners_of(profile, log)
    parts: dict[int, list[Any]] = {row.pk: [] for row in rows}
    models: tuple[Any, ...] = (ColumnText, Thing)
    for model in models:
        for key, event in log.of(str(model._meta.model_name)):
            owner, column = owners.get(f"{model._meta.model_name}/{key}", (0, ""))
            if owner in parts:
                part = model(pk=int(key), arrangement_id=owner, **({"column": column} if column else {}))
                parts[owner].append(filled(part, event.data))
    for row in rows:
        found = parts[row.pk] or unnamed(row, log)
        row._prefetched_objects_cache = {
            "column_texts": [part for part in found if isinstance(part, ColumnText)],
            "things": in_order(part for part in found if isinstance(part, Thing)),
        }
    return rows


def owners_of(profile: Profile, log: Log) -> dict[str, tuple[int, str]]:
    """Of every text and thing in an arrangement: of which, and in what column. Also of what is gone."""
    found: dict[str, tuple[int, str]] = {}
    for row in profile.arrangements.all():
        parts: list[Any] = [*row.column_texts.all(), *row.things.all()]
        for part in parts:
            found[part.subject] = row.pk, part.column
    for subject, removal in log.removed.items():
        kind, _, key = subject.partition("/")
        if kind == "thing":
            found[subject] = int(removal.data.get("arrangement", 0)), ""
        for part in removal.data.get("parts", ()) if kind == "arrangement" else ():
            found[f"{part['model']}/{part.get('key', '')}"] = int(key), part["values"]["column"]
    return found


def unnamed(row: Arrangement, log: Log) -> list[Any]:
    """Removals of before the parts had their keys: as they stood when they were taken away."""
    removal = log.removed.get(row.subject)
    told = removal.data.get("parts", ()) if removal else ()
    models: dict[str, Any] = {"columntext": ColumnText, "thing": Thing}
    return [
        filled(models[part["model"]](arrangement=row, column=part["values"]["column"]), part["values"])
        for part in told
        if "key" not in part
    ]


def in_order(rows: Iterable[Any]) -> list[Any]:
    return sorted(rows, key=lambda row: (row.position, row.pk or 0))


def said_none(profile: Profile, log: Log) -> bool:
    """From the last time it was said until then; before the first time it was the other way round."""
    before = [event for event in log.said_none if log.at and event.at <= log.at]
    if before:
        return bool(before[-1].data["none"])
    if log.said_none:
        return not log.said_none[0].data["none"]
    return profile.no_specialisations and log.at is not None
