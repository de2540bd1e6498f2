"""Reads a catalogue of basisondersteuningsvoorzieningen from a file (WPO 1; the alliance keeps it)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from . import schemas
from .crosschecks.names import rows, unique
from .faults import FaultsFound
from .places import formats_folder
from .reader import text_of
from .yamlfile import parse


@dataclass(frozen=True)
class Provision:
    id: str
    title: str
    text: str


@dataclass(frozen=True)
class ProvisionList:
    """`consent_on`: the day the ondersteuningsplanraad consented. `example`: invented, not in force."""

    version: str
    plan: str
    consent_on: date
    example: bool
    provisions: tuple[Provision, ...]


@cache
def example_provisions(slug: str) -> ProvisionList | None:
    """The invented catalogue beside a format of the project; None when it has none."""
    path = formats_folder() / slug / "voorbeeld-basisvoorzieningen.yml"
    return read_provisions(path) if path.is_file() else None


def read_provisions(path: Path) -> ProvisionList:
    """Raise FaultsFound with every fault of the file."""
    text, faults = text_of(path)
    file, wrong = parse(path.name, text) if not faults else (None, [])
    faults += wrong
    if file is not None:
        faults += schemas.check(file, "provisions")
    if file is None or faults:
        raise FaultsFound(faults)
    faults = list(unique(file, rows(file.data["provisions"], "provisions"), "id"))
    if faults:
        raise FaultsFound(faults)
    data = file.data
    return ProvisionList(
        version=data["version"],
        plan=data["plan"],
        consent_on=date.fromisoformat(data["consent_on"]),
        example=data.get("example", False),
        provisions=tuple(Provision(**each) for each in data["provisions"]),
    )
