"""What the content says against its format: every name exists, every date is one, nothing contradicts itself.

What is merely not there yet is no fault: see gaps.py.
"""

from __future__ import annotations

from collections.abc import Iterator

from dekkend.formats import schemas
from dekkend.formats.crosschecks.names import rows, unique
from dekkend.formats.faults import Fault
from dekkend.formats.model import Format
from dekkend.formats.yamlfile import Key, YamlFile

from .check_answers import check_answers
from .check_offer import check_offer
from .check_texts import check_texts
from .dates import is_date
from .shape import SCHEMA, Content, filled

NO_FILE = "de inhoud"


def check(content: Content, fmt: Format) -> list[Fault]:
    """All faults of content that comes from no file; their line is 0."""
    file = YamlFile(NO_FILE, content, {})
    faults = schemas.check(file, SCHEMA) or check_file(file, fmt)
    return [Fault(fault.file, 0, fault.what, fault.remedy) for fault in faults]


def check_file(file: YamlFile, fmt: Format) -> list[Fault]:
    """All faults of a file that fits the schema; `file.data` may leave optional words out."""
    content = filled(file.data)
    return [
        *_year(file, content),
        *_dates(file, content),
        *check_answers(file, content, fmt),
        *check_texts(file, content, fmt),
        *check_offer(file, content, fmt),
        *unique(file, rows(content["provisions"], "provisions"), "id"),
    ]


def _year(file: YamlFile, content: Content) -> Iterator[Fault]:
    first, last = map(int, content["schooljaar"].split("-"))
    if last != first + 1:
        what = f"“{content['schooljaar']}” is geen schooljaar."
        yield file.fault(("schooljaar",), what, f"Verander het in “{first}-{first + 1}”.")


def _dates(file: YamlFile, content: Content) -> Iterator[Fault]:
    yield from _date(file, ("catalogue", "consent_on"), content["catalogue"]["consent_on"])
    yield from _date(file, ("pupils", "heard_on"), content["pupils"]["heard_on"])
    for path, point in rows(content["improvements"], "improvements"):
        wrong = [*_date(file, (*path, "start"), point["start"]), *_date(file, (*path, "due"), point["due"])]
        yield from wrong
        if not wrong and point["start"] and point["due"] and point["due"] < point["start"]:
            what = f"Dit punt is klaar op {point['due']}, nog voor het begint op {point['start']}."
            yield file.fault((*path, "due"), what, "Verander een van beide datums.")


def _date(file: YamlFile, path: Key, value: str) -> Iterator[Fault]:
    if value and not is_date(value):
        what = f"“{value}” is geen datum die bestaat."
        yield file.fault(path, what, "Schrijf jaar, maand en dag, zoals 2027-01-20.")
