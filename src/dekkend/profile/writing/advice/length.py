from __future__ import annotations

from .model import Advice
from .prose import words_in

ROOM = 1.25  # a quarter more than the measure is nothing to speak of
STEP = 50


def length(text: str, fair: int) -> list[Advice]:
    """Longer than the fair length of the format. Waved away it comes back after another fifty words."""
    number = len(words_in(text))
    if not fair or number <= fair * ROOM:
        return []
    reason = f"Er staan {number} woorden, {fair} is ruim genoeg. Ouders lezen een korte tekst eerder uit."
    return [
        Advice(
            "length", (0, 0), "", reason, "Haal weg wat ergens anders al staat.", about=str(number // STEP)
        )
    ]
