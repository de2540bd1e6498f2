"""What is wrong in a file, said so that its writer can mend it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True, order=True)
class Fault:
    """`what` and `remedy` are whole Dutch sentences. `line` counts from 1; 0: the file as a whole."""

    file: str
    line: int
    what: str
    remedy: str

    def __str__(self) -> str:
        place = f"{self.file}, regel {self.line}" if self.line else self.file
        return f"{place}: {self.what} {self.remedy}"


class FaultsFound(Exception):
    """All faults of a format at once, in the order of the files and lines."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(set(faults)))
        super().__init__("\n".join(str(fault) for fault in self.faults))


def closest(wrong: str, known: Iterable[str]) -> str:
    """A remedy that names the likeliest intended word, or else what there is to choose from (at most 12)."""
    words = list(known)
    near = get_close_matches(wrong, words, n=1, cutoff=0.6)
    if near:
        return f"Verander het in “{near[0]}”."
    if not words:
        return "Haal het weg."
    more = ", …" if len(words) > 12 else ""
    return f"Kies uit: {', '.join(words[:12])}{more}."
