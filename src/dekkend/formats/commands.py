"""`dekkend formats check MAP` and `dekkend formats load MAP`: 0 when all is well, 1 with every fault said."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from django.db import DatabaseError

from .faults import FaultsFound
from .model import Format
from .reader import read

Echo = Callable[[str], object]


def check(path: Path, out: Echo) -> int:
    """Look, and write nothing."""
    try:
        found = read(Path(path))
    except FaultsFound as error:
        return say(error, out)
    out(f"{found.ref} is in orde: {size(found)}.")
    return 0


def load(path: Path, out: Echo) -> int:
    """Check, and store it in the database."""
    from .actions import load_format
    from .queries import get_format

    try:
        row = load_format(Path(path))
    except FaultsFound as error:
        return say(error, out)
    except DatabaseError:
        out("De database is nog niet klaar. Typ eerst: dekkend migrate")
        return 1
    out(f"{row.ref} is geladen: {size(get_format(row.ref))}.")
    return 0


def size(found: Format) -> str:
    return f"{len(found.questions)} vragen, {len(found.items)} onderdelen"


def say(error: FaultsFound, out: Echo) -> int:
    for fault in error.faults:
        out(str(fault))
    count = len(error.faults)
    out("1 fout gevonden." if count == 1 else f"{count} fouten gevonden.")
    return 1
