"""What the margin needs to read a text, by its length: everything that is said of a boundary, the fullest kind."""

from __future__ import annotations

from bench.figures import Figure, milliseconds
from bench.papers import contents

SIZES = (1_000, 5_000, 10_000, 20_000, 40_000)  # characters; a field holds no more than the last
AIM = 40  # ms, for the longest
TIMES = 10


def measure() -> list[Figure]:
    from dekkend.profile.writing.advice.syllables import syllables
    from dekkend.profile.writing.advice.whole import advise

    text = long_text(max(SIZES))
    figures = []
    for size in SIZES:
        took = milliseconds(lambda size=size: advise(text[:size], fair=100, is_boundary=True), TIMES)
        aim = AIM if size == max(SIZES) else None
        figures.append(Figure(f"advies bij {size:,} tekens".replace(",", "."), took, "ms", aim))

    def anew() -> None:
        syllables.cache_clear()
        advise(text, fair=100, is_boundary=True)

    figures.append(
        Figure("advies bij 40.000 tekens, geen woord eerder gezien", milliseconds(anew, TIMES), "ms")
    )
    return figures


def long_text(size: int) -> str:
    """The texts of sample profiles behind each other."""
    pieces: list[str] = []
    while sum(map(len, pieces)) < size:
        for content, _ in contents():
            pieces += texts_in(content)
    return "\n\n".join(pieces)[:size]


def texts_in(told: object) -> list[str]:
    if isinstance(told, str):
        return [told] if len(told.split()) > 5 else []
    below = told.values() if isinstance(told, dict) else told if isinstance(told, list) else ()
    return [text for each in below for text in texts_in(each)]
