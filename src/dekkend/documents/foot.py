"""The running foot: whose paper, which, and with what standing, on one line."""

from __future__ import annotations

from dekkend.documents.tree import Document

LETTERS = 38  # of each part; three parts and the page number fit on A4


def foot(document: Document) -> str:
    """For instance "De Kroontjespen · Schoolondersteuningsprofiel · Concept, versie 2"."""
    parts = filter(None, (document.author, document.title, document.status))
    return "  ·  ".join(map(_short, parts))


def _short(text: str) -> str:
    return text if len(text) <= LETTERS else text[: LETTERS - 1].rstrip() + "…"
