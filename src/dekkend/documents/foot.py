"""The running foot: whose paper, which, and with what standing, on one line."""

from __future__ import annotations

from dekkend.documents.tree import Document

NAME_LETTERS = 34
TITLE_LETTERS = 40  # "Schoolondersteuningsprofiel 2027-2028": a paper without its year is no paper
APART = "\u2002"  # before the page, for where a full line leaves no room for the tab
STATUS_LETTERS = 90  # the standing is said whole: "Concept, verzonnen voorbeeld, niet van deze school"


def foot(document: Document) -> str:
    """For instance "De Kroontjespen · Schoolondersteuningsprofiel · Concept, versie 2"."""
    parts = (
        _short(document.author, NAME_LETTERS),
        _short(document.title, TITLE_LETTERS),
        _short(document.status, STATUS_LETTERS),
    )
    return "  ·  ".join(filter(None, parts))


def _short(text: str, letters: int) -> str:
    return text if len(text) <= letters else text[: letters - 1].rstrip() + "…"
