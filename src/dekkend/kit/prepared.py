"""Questions and writes that Django puts together once; afterwards only their values change.

Putting a query together costs Django some fifteen times what the database needs to answer it. For a page that is no
matter. A save, or the poll of a board, asks the same few questions hundreds of times a second.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.db import connection, models
from django.db.models.sql import InsertQuery

Row = tuple[Any, ...]


class Prepared:
    """`build(**marks)` gives a queryset with values_list(); called with values of those names it gives its rows.

    A value is an int, a text or a UUID, and stands alone at one side of a comparison (no `in`, no slice).
    """

    def __init__(
        self, build: Callable[..., models.QuerySet[Any, Any]], *, hold: bool = False, **kinds: type
    ) -> None:
        self.build = build
        self.hold = hold
        self.marks = {name: mark_of(kind, number) for number, (name, kind) in enumerate(kinds.items())}

    def __call__(self, **values: Any) -> list[Row]:
        sql, slots, compiler, converters = kept(self, self.plan)
        with connection.cursor() as cursor:
            cursor.execute(sql, [stored(values[name]) if name else fixed for name, fixed in slots])
            rows: Iterable[Any] = cursor.fetchall()
        if converters:
            rows = compiler.apply_converters(rows, converters)
        return [tuple(row) for row in rows]

    def plan(self) -> tuple[Any, ...]:
        compiler = self.build(**self.marks).query.get_compiler(connection=connection)
        sql, params = compiler.as_sql()
        if self.hold and connection.vendor == "postgresql":
            sql += (
                " FOR KEY SHARE"  # Django has no word for it; every new row that points here takes it as well
            )
        names = {stored(mark): name for name, mark in self.marks.items()}
        slots = [(names.get(param, ""), param) for param in params]
        if missing := set(self.marks) - {name for name, _ in slots}:
            raise ValueError(f"not a value of this query: {missing}")
        return sql, slots, compiler, compiler.get_converters([column[0] for column in compiler.select])


def mark_of(kind: type, number: int) -> Any:
    """A value that stands in no query, to find its place by."""
    if kind is int:
        return 2_000_000_011 - number
    return UUID(int=2**64 - number) if kind is UUID else f"\ue000 {number}"


def stored(value: Any) -> Any:
    """As this database keeps it: SQLite knows no UUID."""
    if isinstance(value, UUID) and not connection.features.has_native_uuid_field:
        return value.hex
    return value


def kept(key: Any, make: Callable[[], tuple[Any, ...]]) -> tuple[Any, ...]:
    """A plan, made once for each connection: another database speaks another dialect."""
    plans: dict[Any, tuple[Any, ...]] = connection.__dict__.setdefault("_dekkend_plans", {})
    if key not in plans:
        plans[key] = make()
    return plans[key]


@lru_cache(maxsize=64)
def by_key(model: Any, *, lock: bool = False, hold: bool = False) -> Callable[[Any], Any]:
    """A function that gives the row with this key, or None; with `lock` nobody else changes it meanwhile.

    With `hold` many may have the row at once, and whoever wants to lock it waits for all of them. SQLite has one
    writer at a time, which is more than that.
    """
    names = [field.attname for field in model._meta.concrete_fields]

    def build(pk: Any) -> models.QuerySet[Any, Any]:
        rows = model._base_manager.filter(pk=pk).order_by()
        return (rows.select_for_update(of=("self",)) if lock else rows).values_list(*names)

    ask = Prepared(build, hold=hold, pk=kind_of(model._meta.pk))

    def get(pk: Any) -> Any:
        rows = ask(pk=pk)
        return model.from_db(connection.alias, names, rows[0]) if rows else None

    return get


def kind_of(field: Any) -> type:
    if isinstance(field, models.UUIDField):
        return UUID
    return str if isinstance(field, models.CharField) else int


def insert(row: models.Model) -> None:
    """Write a new row whose key is known. Like save(), but without signals, which this house does not use."""
    fields = row._meta.concrete_fields

    def plan() -> tuple[Any, ...]:
        query = InsertQuery(type(row))
        query.insert_values(fields, [row])
        ((sql, _),) = query.get_compiler(connection=connection).as_sql()
        return (sql,)

    (sql,) = kept((insert, type(row)), plan)
    with connection.cursor() as cursor:
        cursor.execute(sql, [value_in(row, field) for field in fields])
    row._state.adding = False
    row._state.db = connection.alias


def update(row: models.Model, names: Iterable[str]) -> None:
    """Write these fields of a row that is there."""
    meta: Any = row._meta
    fields = [meta.get_field(name) for name in dict.fromkeys(names)]
    quote = connection.ops.quote_name
    sets = ", ".join(f"{quote(field.column)} = %s" for field in fields)
    table, key = quote(meta.db_table), quote(meta.pk.column)
    sql = f"UPDATE {table} SET {sets} WHERE {key} = %s"  # noqa: S608  names of the model, no values
    with connection.cursor() as cursor:
        cursor.execute(sql, [value_in(row, field) for field in (*fields, meta.pk)])


def value_in(row: models.Model, field: Any) -> Any:
    return field.get_db_prep_save(getattr(row, field.attname), connection)
