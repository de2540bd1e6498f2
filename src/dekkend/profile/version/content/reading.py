"""From a file with answers to content, or to everything that is wrong in it at once."""

from __future__ import annotations

from pathlib import Path

from dekkend.formats import schemas
from dekkend.formats.faults import Fault, FaultsFound
from dekkend.formats.model import Format
from dekkend.formats.queries import UnknownFormat, get_format
from dekkend.formats.reader import text_of
from dekkend.formats.yamlfile import YamlFile, parse

from .check import check_file
from .shape import SCHEMA, Content, filled

MAX_BYTES = 5 * 1024 * 1024


def read(path: Path) -> tuple[Content, Format]:
    """Raise FaultsFound with every fault. A file over MAX_BYTES is refused unread."""
    file = _parsed(path)
    faults = schemas.check(file, SCHEMA)
    fmt = _format(file, faults)
    if fmt is not None and not faults:
        faults = check_file(file, fmt)
    if fmt is None or faults:
        raise FaultsFound(faults)
    return filled(file.data), fmt


def _parsed(path: Path) -> YamlFile:
    if path.is_dir():
        raise FaultsFound([Fault(str(path), 0, "Dit is een map.", "Geef het bestand met de antwoorden.")])
    if not path.exists():
        raise FaultsFound([Fault(str(path), 0, "Dit bestand is er niet.", "Kijk of de naam goed is getypt.")])
    text, faults = text_of(path, MAX_BYTES)
    if faults:
        raise FaultsFound(faults)
    file, faults = parse(path.name, text, max_bytes=MAX_BYTES)
    if file is None:
        raise FaultsFound(faults)
    if not isinstance(file.data, dict):
        what = "Dit is geen bestand met antwoorden."
        raise FaultsFound([Fault(path.name, 1, what, "Begin met een regel als “format: almere-po/2026.1”.")])
    return file


def _format(file: YamlFile, faults: list[Fault]) -> Format | None:
    """The format that the file names; adds the fault when there is no such format."""
    ref = file.data.get("format")
    if not isinstance(ref, str):
        return None
    try:
        return get_format(ref)
    except UnknownFormat as error:
        what, _, remedy = str(error).partition(". ")
        faults.append(file.fault(("format",), f"{what}.", remedy))
        return None
