"""A road that was walked before is not walked again: the rows it left are put back.

The acts themselves have tests of their own. Only where the database is, row for row, as it was at the start of the
former walk, do its rows come back; in every other case the walk is walked.
"""

from __future__ import annotations

import functools
import hashlib
import pickle
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.core import mail
from django.db import connection, models, transaction
from django.utils import timezone

from tests.world import World

Row = tuple[Any, ...]
Rows = dict["Table", dict[Any, Row]]  # of each table its rows by their key
Changes = list[tuple["Table", list[Row]]]


@dataclass
class Trace:
    """What a walk left behind."""

    gone: Changes
    written: Changes
    mails: list[Any]
    promised: list[Any]  # for after the transaction
    value: bytes


MEMORY: dict[str, Trace] = {}
MOST = 40  # the latest walks: tests that begin elsewhere each time would fill the memory


def remembered(walk: Callable[..., Any]) -> Callable[..., Any]:
    """`walk` changes the database and nothing else; what it returns is a row, which is read anew, or can be copied."""

    @functools.wraps(walk)
    def again(*args: Any, **kwargs: Any) -> Any:
        # What is not rolled back at the end of the test is not put back either.
        if not connection.in_atomic_block:
            return walk(*args, **kwargs)
        before = all_rows()
        key = told(walk.__module__, walk.__qualname__, *args, *kwargs.items(), timezone.localdate(), before)
        trace = MEMORY.pop(key, None)
        if trace is None:
            sent, promised = len(mail.outbox), len(connection.run_on_commit)
            value = walk(*args, **kwargs)
            gone, written = difference(before, all_rows())
            trace = Trace(
                gone, written, mail.outbox[sent:], connection.run_on_commit[promised:], pickle.dumps(value)
            )
            keep(key, trace)
            return value
        keep(key, trace)
        put_back(trace)
        value = pickle.loads(trace.value)
        for row in rows_of(args):
            row.refresh_from_db()
            value = row if row == value else value
        return value

    return again


def keep(key: str, trace: Trace) -> None:
    MEMORY[key] = trace
    for oldest in list(MEMORY)[:-MOST]:
        del MEMORY[oldest]


def rows_of(given: Iterable[Any]) -> list[models.Model]:
    """What a walk brings further: the rows it is given, and the profile of a world."""
    found = [one.profile if isinstance(one, World) else one for one in given]
    return [one for one in found if isinstance(one, models.Model)]


def told(*parts: Any) -> str:
    rows = [rows_of([part]) for part in parts]
    names = [
        f"{row[0]._meta.label} {row[0].pk}" if row else repr(part)
        for row, part in zip(rows, parts, strict=True)
    ]
    return hashlib.sha256("\n".join(names).encode()).hexdigest()


@dataclass(frozen=True)
class Table:
    """A table with its key as first column."""

    name: str
    columns: tuple[str, ...]

    @property
    def asked(self) -> str:
        # A column that is reckoned with has no type in SQLite: its value comes as it lies there.
        sign = "+" if connection.vendor == "sqlite" else ""
        return f"SELECT {', '.join(sign + one for one in self.columns)} FROM {self.name}"

    @property
    def added(self) -> str:
        marks = ", ".join("%s" for _ in self.columns)
        return f"INSERT INTO {self.name} ({', '.join(self.columns)}) VALUES ({marks})"

    @property
    def removed(self) -> str:
        return f"DELETE FROM {self.name} WHERE {self.columns[0]} = %s"


@functools.cache
def tables() -> tuple[Table, ...]:
    quoted = connection.ops.quote_name
    found = []
    for model in apps.get_models(include_auto_created=True):
        about = model._meta
        if about.proxy or not about.managed:
            continue
        columns = sorted(about.local_concrete_fields, key=lambda one: not one.primary_key)
        found.append(Table(quoted(about.db_table), tuple(quoted(one.column) for one in columns)))
    return tuple(found)


def all_rows() -> Rows:
    with connection.cursor() as cursor:
        return {table: {row[0]: row for row in cursor.execute(table.asked).fetchall()} for table in tables()}


def difference(before: Rows, after: Rows) -> tuple[Changes, Changes]:
    """Which keys have to go, and which rows have to come."""
    gone, written = [], []
    for table in tables():
        old, new = before[table], after[table]
        keys = [(key,) for key, row in old.items() if new.get(key) != row]
        rows = [row for key, row in new.items() if old.get(key) != row]
        if keys:
            gone.append((table, keys))
        if rows:
            written.append((table, rows))
    return gone, written


def put_back(trace: Trace) -> None:
    with connection.cursor() as cursor:
        for table, keys in trace.gone:
            cursor.executemany(table.removed, keys)
        for table, rows in trace.written:
            cursor.executemany(table.added, rows)
    mail.outbox.extend(trace.mails)
    for _, act, robust in trace.promised:
        transaction.on_commit(act, robust=robust)
