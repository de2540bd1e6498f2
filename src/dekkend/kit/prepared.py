"""Questions and writes that Django puts together once; afterwards only their values change.

Putting a query together costs Django some fifteen times what the database needs to answer it. For a page that is no
matter. A save, or the poll of a board, asks the same few questions hundreds of times a second.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import count
from typing import Any
from uuid import UUID

from django.core.exceptions import EmptyResultSet
from django.db import connection, models
from django.db.models.query import get_related_populators
from django.db.models.sql import InsertQuery

Row = tuple[Any, ...]


class Prepared:
    """`build(**marks)` gives a queryset with values_list(); called with values of those names it gives its rows.

    A value is an int, a text or a UUID, and stands alone at one side of a comparison (no slice). A value of kind
    `list` is a list of ints behind `in`; lists of another length are another question.
    """

    def __init__(
        self, build: Callable[..., models.QuerySet[Any, Any]], *, hold: bool = False, **kinds: type
    ) -> None:
        self.build = build
        self.hold = hold
        self.kinds = kinds

    def __call__(self, **values: Any) -> list[Row]:
        return [tuple(row) for row in self.fetch(values)[1]]

    def fetch(self, values: dict[str, Any]) -> tuple[Any, Iterable[Any]]:
        """The compiler that knows what the columns are, and the rows."""
        sizes = {name: len(values[name]) for name, kind in self.kinds.items() if kind is list}
        sql, slots, compiler, converters = kept((self, *sizes.values()), lambda: self.plan(sizes))
        if not sql:
            return compiler, []
        params = [stored(value_at(values, place) if place else fixed) for place, fixed in slots]
        with connection.cursor() as cursor:
            cursor.execute(sql, params)
            rows: Iterable[Any] = cursor.fetchall()
        return compiler, compiler.apply_converters(rows, converters) if converters else rows

    def plan(self, sizes: dict[str, int]) -> tuple[Any, ...]:
        marks = marks_of(self.kinds, sizes)
        compiler = self.build(**marks).query.get_compiler(connection=connection)
        try:
            sql, params = compiler.as_sql()
        except EmptyResultSet:  # every list is empty: nothing to ask
            return "", [], compiler, {}
        if self.hold and connection.vendor == "postgresql":
            sql += (
                " FOR KEY SHARE"  # Django has no word for it; every new row that points here takes it as well
            )
        places = {stored(mark): place for place, mark in places_of(marks)}
        slots = [(places.get(param), param) for param in params]
        if missing := set(places.values()) - {place for place, _ in slots}:
            raise ValueError(f"not a value of this query: {missing}")
        return sql, slots, compiler, compiler.get_converters([column[0] for column in compiler.select])


class PreparedModels(Prepared):
    """The same for a queryset of whole models: gives them, with what select_related() asked."""

    def __call__(self, **values: Any) -> list[Any]:
        compiler, rows = self.fetch(values)
        info, alias = compiler.klass_info, connection.alias
        if not info:
            return []
        fields = info["select_fields"]
        start, end = fields[0], fields[-1] + 1
        names = [column[0].target.attname for column in compiler.select[start:end]]
        populators = get_related_populators(info, compiler.select, alias)  # type: ignore[call-arg]  # stubs of 6.0
        found = []
        for row in rows:
            one = info["model"].from_db(alias, names, row[start:end])
            for populator in populators:
                populator.populate(row, one)
            found.append(one)
        return found


Place = tuple[str, int]  # the name of a value, and which of its list


def marks_of(kinds: dict[str, type], sizes: dict[str, int]) -> dict[str, Any]:
    numbers = count()
    return {
        name: [mark_of(int, next(numbers)) for _ in range(sizes[name])]
        if kind is list
        else mark_of(kind, next(numbers))
        for name, kind in kinds.items()
    }


def places_of(marks: dict[str, Any]) -> Iterator[tuple[Place, Any]]:
    for name, mark in marks.items():
        for number, each in enumerate(mark if isinstance(mark, list) else [mark]):
            yield (name, number), each


def value_at(values: dict[str, Any], place: Place) -> Any:
    name, number = place
    value = values[name]
    return value[number] if isinstance(value, list) else value


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
    with connection.cursor() as cursor:
        cursor.execute(insertion_of(row), new_values(row))
    is_written(row)


def insert_all(rows: Sequence[models.Model]) -> None:
    """Write new rows of one model, whose keys are known."""
    if rows:
        with connection.cursor() as cursor:
            cursor.executemany(insertion_of(rows[0]), [new_values(row) for row in rows])
    for row in rows:
        is_written(row)


def insertion_of(row: models.Model) -> str:
    def plan() -> tuple[str]:
        query = InsertQuery(type(row))
        query.insert_values(row._meta.concrete_fields, [row])
        ((sql, _),) = query.get_compiler(connection=connection).as_sql()
        return (sql,)

    sql: str = kept((insert, type(row)), plan)[0]
    return sql


def new_values(row: models.Model) -> list[Any]:
    return [value_in(row, field) for field in row._meta.concrete_fields]


def is_written(row: models.Model) -> None:
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
