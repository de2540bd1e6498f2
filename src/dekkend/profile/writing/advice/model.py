"""What an advice is. Text in, a list of these out; nothing in this room knows a page or a table."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import Literal

Kind = Literal[
    "length", "reading", "vague", "smart", "private", "diagnosis", "contradiction", "subject", "unavailable"
]

TITLES: dict[str, str] = {
    "length": "Dit mag korter",
    "reading": "Moeilijk te lezen",
    "vague": "Dit zegt nog weinig",
    "smart": "Nog niet te controleren",
    "private": "Persoonlijk gegeven",
    "diagnosis": "Een diagnose is geen grens",
    "contradiction": "Dit spreekt elkaar tegen",
    "subject": "Hier ontbreekt iets",
    "unavailable": "Er is nog niets van",
}


@dataclass(frozen=True)
class Advice:
    """Friendly and never blocking. `at` is the span of `words` in the text, (0, 0) for the text as a whole."""

    kind: Kind
    at: tuple[int, int]
    words: str
    reason: str
    todo: str
    about: str = ""  # what it stands on when there are no words: a gap, a subject

    @property
    def title(self) -> str:
        return TITLES[self.kind]

    @property
    def mark(self) -> str:
        """Stays the same as long as the words do. A digest: a name that was waved away is not kept twice."""
        told = " ".join(f"{self.about} {self.words}".lower().split())
        return sha256(told.encode()).hexdigest()
