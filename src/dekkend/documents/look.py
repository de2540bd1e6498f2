"""How the papers of one school or board look: two colours, a logo, and a Word file of its own for Word.

Without them they have what the tree has.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from dekkend.documents.tree import Base, Document, Logo


@dataclass(frozen=True)
class Look:
    accent: str = Document.accent
    second: str = Document.second
    logo: Logo | None = None
    base: Base | None = None


STANDARD = Look()


def dressed(document: Document, look: Look) -> Document:
    return replace(document, accent=look.accent, second=look.second, logo=look.logo, base=look.base)
