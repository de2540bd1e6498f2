"""`dekkend formats check MAP`, `load MAP` and `compare OUD NIEUW`: 0 when all is well, 1 with every fault said."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from django.db import DatabaseError

from . import compare as comparing
from .faults import FaultsFound
from .forebears import astray, beside
from .model import Format
from .queries import UnknownFormat, format_or_none, get_format
from .reader import read, texts_in

Echo = Callable[[str], object]


def check(path: Path, out: Echo) -> int:
    """Look, and write nothing."""
    try:
        found = read(Path(path))
        if faults := [*astray(found, texts_in(Path(path))[0], beside(Path(path)))]:
            raise FaultsFound(faults)
    except FaultsFound as error:
        return say(error, out)
    out(f"{found.ref} is in orde: {size(found)}.")
    return 0


def load(path: Path, out: Echo) -> int:
    """Check, and store it in the database."""
    from .actions import load_format

    try:
        row = load_format(Path(path))
    except FaultsFound as error:
        return say(error, out)
    except DatabaseError:
        out("De database is nog niet klaar. Typ eerst: dekkend migrate")
        return 1
    out(f"{row.ref} is geladen: {size(get_format(row.ref))}.")
    return 0


def compare(old: Path, new: Path, out: Echo) -> int:
    """What the new version changes, a line per item and per piece. Each is a folder, or a reference that is known."""
    try:
        found = comparing.compare(named(old), named(new), format_or_none)
    except FaultsFound as error:
        return say(error, out)
    except UnknownFormat as error:
        out(str(error))
        return 1
    out(f"Van {found.before.ref} naar {found.after.ref}.")
    out("Onderdelen: " + listed(found) + ".")
    for step in found.changed:
        out(f"  {line(step)}")
    out("Verder verandert:" if found.changed_pieces else "Verder verandert er niets.")
    for piece in found.changed_pieces:
        told = " -> ".join(dict.fromkeys(filter(None, (piece.before, piece.after))))
        out(f"  {piece.word}: {piece.kind} {told}")
    return 0


def named(source: Path) -> Format:
    """Raise FaultsFound for a folder with faults, UnknownFormat for what is no folder and no reference."""
    return read(source) if source.is_dir() else get_format(source.as_posix())


def listed(found: comparing.Comparison) -> str:
    return ", ".join(f"{number} {comparing.WORDS[state]}" for state, number in found.counts.items())


def line(step: comparing.Step) -> str:
    old = " en ".join(f"{item.number} {item.text}" for item in step.before)
    new = f"{step.after.number} {step.after.text}" if step.after else ""
    return f"{step.word}: " + " -> ".join(dict.fromkeys(filter(None, (old, new))))


def size(found: Format) -> str:
    return f"{len(found.questions)} vragen, {len(found.items)} onderdelen"


def say(error: FaultsFound, out: Echo) -> int:
    for fault in error.faults:
        out(str(fault))
    count = len(error.faults)
    out("1 fout gevonden." if count == 1 else f"{count} fouten gevonden.")
    return 1
