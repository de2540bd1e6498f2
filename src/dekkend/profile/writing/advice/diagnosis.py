from __future__ import annotations

from .lists import any_of, listed
from .model import Advice
from .prose import prose

NAMES = any_of(listed("diagnoses")["names"])


def diagnosis(text: str) -> list[Advice]:
    """Only for a boundary: it says what the school cannot give, and not which children it does not want."""
    reason = (
        "Met een diagnose zegt een grens welk kind niet welkom is. "
        "De wet vraagt per kind te kijken wat het nodig heeft."
    )
    todo = "Schrijf welke hulp jullie niet kunnen geven, en waardoor."
    return [Advice("diagnosis", hit.span(), hit.group(), reason, todo) for hit in NAMES.finditer(prose(text))]
