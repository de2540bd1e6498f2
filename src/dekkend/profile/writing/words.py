"""How long a text is, said kindly."""

from __future__ import annotations

from dekkend.documents.markdown import to_plain

from .parts import count


def length_of(text: str, fair: int = 0) -> str:
    """ "75 woorden, 150 is ruim genoeg"; "leeg"."""
    number = len(to_plain(text).split())
    if not number:
        return "leeg"
    said = count(number, "woord", "woorden")
    if not fair:
        return said
    return f"{said}, korter mag: {fair} is ruim genoeg" if number > fair else f"{said}, {fair} is ruim genoeg"
