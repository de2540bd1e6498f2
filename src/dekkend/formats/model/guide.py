"""The parts of the text for the schoolgids."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

GuideKind = Literal[
    "provisions", "needs", "text", "specialisations", "boundaries", "pupils", "alliance", "dates"
]


@dataclass(frozen=True)
class GuidePart:
    """One part of the text for the schoolgids."""

    id: str
    title: str
    kind: GuideKind
    lead: str = ""  # one sentence before the part, in plain words
    draws: tuple[str, ...] = ()  # "section.field" for kind text
