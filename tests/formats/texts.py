"""The texts of the two formats, to plant a fault in."""

from __future__ import annotations

from pathlib import Path

from dekkend.formats.faults import FaultsFound
from dekkend.formats.places import formats_folder
from dekkend.formats.reader import read, texts_in

ALMERE = formats_folder() / "almere-po" / "2026.1"
OTHER = Path(__file__).parent / "anders" / "2030.1"
NEWER = OTHER.parent / "2031.1"


def planted(file: str, old: str, new: str, *, folder: Path = ALMERE) -> tuple[dict[str, str], int]:
    """The texts with the first `old` in that file made `new`, and the line where that is."""
    texts, _ = texts_in(folder)
    start = texts[file].index(old)
    line = texts[file].count("\n", 0, start) + 1
    texts[file] = texts[file].replace(old, new, 1)
    return texts, line


def faults_of(texts: dict[str, str]) -> list[str]:
    try:
        read(texts)
    except FaultsFound as error:
        return [str(fault) for fault in error.faults]
    return []
