from __future__ import annotations

from collections.abc import Iterable

from dekkend.formats.model import Subject

from .lists import any_of
from .model import Advice
from .prose import prose


def subject(text: str, subjects: Iterable[Subject]) -> list[Advice]:
    """Subjects of the format of which no word stands in the text. An empty text is not asked for them yet."""
    if not text.strip():
        return []
    plain = prose(text)
    return [
        Advice(
            "subject",
            (0, 0),
            "",
            f"Er staat nog niets over {each.label}.",
            each.hint or "Schrijf er een zin over.",
            about=each.id,
        )
        for each in subjects
        if not any_of(each.words).search(plain)
    ]
