"""Rows of several tables in one query, for a page that shows them all.

Each row comes as one JSON object, so that tables with other columns can stand under each other.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from functools import cache, cached_property
from operator import attrgetter
from typing import Any

from django.db import connection, models
from django.db.models import F, Value
from django.db.models.functions import JSONObject

from .prepared import Prepared

Tables = Callable[[Any], Mapping[str, models.QuerySet[Any, Any]]]
Rows = dict[str, list[Any]]


class AtOnce:
    """`tables(key)` names querysets that are filtered by one key; called with that key it gives their rows by name.

    Every row is whole, and they come in the order of their model.
    """

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        self.ask = Prepared(self.build, key=int)

    def build(self, key: Any) -> models.QuerySet[Any, Any]:
        first, *others = (
            rows.order_by().annotate(table=Value(name), told=JSONObject(**columns(rows.model)))
            .values_list("table", "told")
            for name, rows in self.tables(key).items()
        )  # fmt: skip
        return first.union(*others, all=True)

    def __call__(self, key: int) -> Rows:
        found: Rows = {name: [] for name in self.kinds}
        for name, told in self.ask(key=key):
            found[name].append(made(self.kinds[name], told))
        for name, rows in found.items():
            rows.sort(key=attrgetter(*(self.kinds[name]._meta.ordering or ["pk"])))
        return found

    @cached_property
    def kinds(self) -> dict[str, Any]:
        return {name: rows.model for name, rows in self.tables(0).items()}


def columns(model: Any) -> dict[str, F]:
    return {field.attname: F(field.attname) for field in model._meta.concrete_fields}


def made(model: Any, told: Mapping[str, Any]) -> Any:
    readers = readers_of(model)
    values = [read(told[name]) if read and told[name] is not None else told[name] for name, read in readers]
    return model.from_db(connection.alias, [name for name, _ in readers], values)


@cache
def readers_of(model: Any) -> list[tuple[str, Callable[[Any], Any] | None]]:
    return [(field.attname, reader_of(field)) for field in model._meta.concrete_fields]


def reader_of(field: Any) -> Callable[[Any], Any] | None:
    """What JSON does not know: days, times, yes and no in SQLite, and JSON that SQLite keeps as text."""
    kinds: tuple[tuple[type, Callable[[Any], Any]], ...] = (
        (models.DateTimeField, moment),
        (models.DateField, date.fromisoformat),
        (models.BooleanField, bool),
        (models.JSONField, unfolded),
        (models.UUIDField, field.to_python),
    )
    return next((read for kind, read in kinds if isinstance(field, kind)), None)


def moment(told: str) -> datetime:
    at = datetime.fromisoformat(told)
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def unfolded(told: Any) -> Any:
    return json.loads(told) if isinstance(told, str) else told
