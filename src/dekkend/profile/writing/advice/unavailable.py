from __future__ import annotations

from collections.abc import Sequence

from .model import Advice


def unavailable(short: Sequence[str], there: int) -> list[Advice]:
    """An arrangement of which everything is lacking. `short`: what is needed and not there; `there`: how much is."""
    if not short or there:
        return []
    reason = "Alles wat nodig is, ontbreekt nog. Een ouder leest dan over hulp die jullie niet kunnen geven."
    todo = "Kruis aan wat er wel is, of zet erbij wat jullie tot die tijd doen."
    return [Advice("unavailable", (0, 0), "", reason, todo, about=" ".join(sorted(short)))]
