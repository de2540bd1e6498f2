"""The few words in which the cross-checks are written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from ..faults import Fault, closest
from ..yamlfile import Key, YamlFile

Files = dict[str, YamlFile]
Row = dict[str, Any]
Check = Callable[[Files], Iterable[Fault]]


def rows(found: Iterable[Row], *path: str | int) -> list[tuple[Key, Row]]:
    """Each row of the list that stands at `path`, with its own path."""
    return [((*path, index), row) for index, row in enumerate(found)]


def ids(found: Iterable[Row]) -> list[str]:
    return [row["id"] for row in found]


def unique(file: YamlFile, found: Iterable[tuple[Key, Row]], key: str) -> Iterator[Fault]:
    """A fault for every row whose `key` was given before."""
    seen: dict[str, int] = {}
    for path, row in found:
        value = row[key]
        if value in seen:
            what = f"“{value}” staat ook al op regel {seen[value]}."
            yield file.fault((*path, key), what, f"Verander hier “{key}” in iets anders.")
        else:
            seen[value] = file.line(*path, key)


def free(file: YamlFile, found: Iterable[tuple[Key, Row]], taken: tuple[str, ...]) -> Iterator[Fault]:
    """A fault for every id that names something else on the same road or in the same address."""
    for path, row in found:
        if row["id"] in taken:
            what = f"“{row['id']}” gebruikt Dekkend zelf al."
            yield file.fault((*path, "id"), what, "Kies een ander id.")


def exists(file: YamlFile, path: Key, name: str, known: Iterable[str], kind: str) -> Iterator[Fault]:
    """A fault when `name`, which stands at `path`, is not one of the known names."""
    names = list(known)
    if name not in names:
        yield file.fault(path, f"{kind} “{name}” bestaat niet.", closest(name, names))


def all_exist(
    file: YamlFile, path: Key, row: Row, key: str, known: Iterable[str], kind: str
) -> Iterator[Fault]:
    """The same for a list of names under `key`; an absent list is fine. A name that stands twice is a fault."""
    given = row.get(key, [])
    for index, name in enumerate(given):
        yield from exists(file, (*path, key, index), name, known, kind)
        if name in given[:index]:
            yield file.fault((*path, key, index), f"“{name}” staat al in deze lijst.", "Haal er een weg.")
