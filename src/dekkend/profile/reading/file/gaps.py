"""What is said of what could not be read."""

from __future__ import annotations

LONG = 120


def picture(alt: str = "") -> str:
    return f"Hier staat een afbeelding{named(alt)}. Wat daarin geschreven staat, lees ik niet."


def whole_page() -> str:
    return "Op deze bladzijde staat alleen een afbeelding of een scan. Die kan ik niet lezen."


def chart(alt: str = "") -> str:
    return f"Hier staat een schema of grafiek{named(alt)}. Dat kan ik niet lezen."


def stranger() -> str:
    return "Hier staat iets uit een ander programma, zoals een rekenblad. Dat kan ik niet lezen."


def named(alt: str) -> str:
    plain = " ".join(alt.split()).rstrip(".")
    plain = plain if len(plain) <= LONG else f"{plain[: LONG - 1]}…"
    return f" (“{plain}”)" if plain else ""
