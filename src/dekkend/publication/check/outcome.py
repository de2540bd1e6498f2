"""What is said of a file: the same on the page and on the command line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["holds", "over", "hidden", "says", "unknown"]

# What it can mean that a file is not known.
REASONS = (
    "Het bestand is na het vaststellen bewerkt, of opnieuw bewaard in een ander programma.",
    "Het is een concept, of een versie die nog niet openbaar is.",
    "Het is met andere software gemaakt, of het hoort bij een school die hier niet staat.",
)


@dataclass(frozen=True)
class Verdict:
    """`holds`: known and in force. `over`: known, and replaced, withdrawn or expired. `hidden`: known, and not public;
    only said to who may see it. `says`: not known, and the file itself names a version. `unknown`: neither.
    """

    kind: Kind
    title: str
    lead: str
    facts: tuple[tuple[str, str], ...] = ()
    url: str = ""  # where the real one is to be read
    link: str = ""

    @property
    def is_known(self) -> bool:
        return self.kind in ("holds", "over", "hidden")

    @property
    def reasons(self) -> tuple[str, ...]:
        return () if self.is_known else REASONS

    def lines(self) -> list[str]:
        """For a terminal."""
        facts = [f"  {label}: {value}" for label, value in self.facts]
        reasons = ["Dat kan betekenen:", *(f"- {each}" for each in self.reasons)] if self.reasons else []
        return [self.title, self.lead, *facts, *reasons]


UNKNOWN = Verdict(
    "unknown", "Dit bestand kennen wij niet", "Het is geen bestand dat hier bij een vaststelling is bewaard."
)
