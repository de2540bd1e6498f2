"""Words that stand in more than one room: a list inside a sentence, and the months."""

from __future__ import annotations

from collections.abc import Sequence

MONTHS = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"


def listed(names: Sequence[str], *, most: int = 0) -> str:
    """ "Oost 2, Oost 3 en West 2"; of more than `most` the rest is a number: "3.1, 3.2 en 5 andere"."""
    if most and len(names) > most:
        names = [*names[: most - 1], f"{len(names) - most + 1} andere"]
    return " en ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)
