from __future__ import annotations

from collections.abc import Iterable

from .model import Advice
from .prose import Sentence

ROOM = 1.25  # a quarter more than the measure is nothing to speak of
STEP = 50


def length(parts: Iterable[Sentence], fair: int) -> list[Advice]:
    """Longer than the fair length of the format. Waved away it comes back after another fifty words."""
    number = sum(len(each.words) for each in parts)
    if not fair or number <= fair * ROOM:
        return []
    reason = f"Er staan {number} woorden, {fair} is ruim genoeg. Ouders lezen een korte tekst eerder uit."
    return [
        Advice(
            "length", (0, 0), "", reason, "Haal weg wat ergens anders al staat.", about=str(number // STEP)
        )
    ]
