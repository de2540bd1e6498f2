from __future__ import annotations

from collections.abc import Iterator

from dekkend.formats.crosschecks.names import exists, rows, unique
from dekkend.formats.faults import Fault
from dekkend.formats.model import Column, Format
from dekkend.formats.yamlfile import Key, YamlFile

from .shape import Content

NEED = "De ondersteuningsbehoefte"


def check_offer(file: YamlFile, content: Content, fmt: Format) -> Iterator[Fault]:
    yield from _arrangements(file, content, fmt)
    yield from _specialisations(file, content, fmt)
    yield from _boundaries(file, content, fmt)
    yield from _improvements(file, content, fmt)


def _arrangements(file: YamlFile, content: Content, fmt: Format) -> Iterator[Fault]:
    section = fmt.section_of_kind("arrangements")
    columns = {column.id: column for column in section.columns} if section else {}
    needs = [need.id for need in fmt.offer.needs]
    found = rows(content["arrangements"], "arrangements")
    yield from unique(file, found, "id")
    for path, arrangement in found:
        yield from exists(file, (*path, "need"), arrangement["need"], needs, NEED)
        for column_id, column in arrangement["columns"].items():
            place = (*path, "columns", column_id)
            if column_id not in columns:
                yield from exists(file, place, column_id, columns, "De kolom")
                continue
            for index, thing in enumerate(column["things"]):
                here = (*place, "things", index)
                yield from _pick(file, (*here, "pick"), thing["pick"], columns[column_id], fmt)
                yield from _chosen(file, here, thing, fmt)


def _pick(file: YamlFile, path: Key, pick: str, column: Column, fmt: Format) -> Iterator[Fault]:
    if pick:
        # Frequency and basis were things before they were details of a thing.
        lists = (*column.picks, *column.details)
        known = [each.id for list_id in lists for each in fmt.offer.list(list_id)]
        yield from exists(file, path, pick, known, "De keuze")


def _chosen(file: YamlFile, path: Key, thing: Content, fmt: Format) -> Iterator[Fault]:
    for name in ("frequency", "basis"):
        if thing[name]:
            known = [each.id for each in fmt.offer.list(name)]
            yield from exists(file, (*path, name), thing[name], known, "De keuze")


def _specialisations(file: YamlFile, content: Content, fmt: Format) -> Iterator[Fault]:
    needs = [need.id for need in fmt.offer.needs]
    found = rows(content["specialisations"]["rows"], "specialisations", "rows")
    yield from unique(file, found, "id")
    for path, row in found:
        if row["need"]:
            yield from exists(file, (*path, "need"), row["need"], needs, NEED)
    if found and content["specialisations"]["none"]:
        what = "Er staat dat de school geen specialisaties heeft, en er staan er toch."
        yield file.fault(("specialisations", "none"), what, "Maak “none” false, of haal de rijen weg.")


def _boundaries(file: YamlFile, content: Content, fmt: Format) -> Iterator[Fault]:
    known = [element.id for element in fmt.offer.elements]
    found = rows(content["boundaries"], "boundaries")
    yield from unique(file, found, "element")
    for path, row in found:
        yield from exists(file, (*path, "element"), row["element"], known, "Het element")


def _improvements(file: YamlFile, content: Content, fmt: Format) -> Iterator[Fault]:
    found = rows(content["improvements"], "improvements")
    known = [item.id for item in fmt.items]
    yield from unique(file, found, "id")
    for path, point in found:
        sources: list[tuple[Key, Content]] = [(("source",), point["source"])]
        sources += [(("more_sources", index), each) for index, each in enumerate(point["more_sources"])]
        for place, source in sources:
            if source["kind"] == "item" and source["ref"]:
                yield from exists(file, (*path, *place, "ref"), source["ref"], known, "Het onderdeel")
