"""How the papers of one school or board look: two colours and a logo. Without one they have those of the tree."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dekkend.documents.tree import Document, Logo


@dataclass(frozen=True)
class Look:
    accent: str = Document.accent
    second: str = Document.second
    logo: Logo | None = None


STANDARD = Look()


def dressed(document: Document, look: Look) -> Document:
    return replace(document, accent=look.accent, second=look.second, logo=look.logo)
