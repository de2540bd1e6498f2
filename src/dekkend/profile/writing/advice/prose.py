"""Markdown as prose, sign for sign: what is no word becomes a blank, so that every span fits the text itself."""

from __future__ import annotations

import re
from dataclasses import dataclass

MARKUP = re.compile(r"\]\([^)\s]*\)|https?://\S+|^[ \t]*(?:[-*+]|\d+[.)])[ \t]|[*_#>`|\[\]]", re.MULTILINE)
WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
SHORT = ("bijv", "enz", "o.a", "m.b.v", "i.v.m", "t.a.v", "d.w.z", "a.d.h.v", "nr", "mw", "dhr", "t.m", "ca")
STOP = re.compile(r"[.!?:;]+(?=\s|$)|\n\s*\n|\n(?=[ \t]*(?:[-*+#]|\d+[.)])[ \t])")


@dataclass(frozen=True)
class Sentence:
    start: int
    end: int
    text: str
    words: tuple[str, ...]


def even(text: str) -> str:
    """Ends of lines as a browser counts them."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def prose(text: str) -> str:
    """As long as the text. The ends of lines stay."""
    return MARKUP.sub(lambda found: re.sub(r"[^\n]", " ", found.group()), text)


def sentences(text: str) -> list[Sentence]:
    """A sentence ends at a full stop, a colon, an empty line or a bullet; not after "bijv."."""
    plain, found, start = prose(text), [], 0
    for stop in STOP.finditer(text):
        if stop.group() == "." and text[start : stop.start()].lower().endswith(SHORT):
            continue
        found.append(_sentence(plain, start, stop.end()))
        start = stop.end()
    found.append(_sentence(plain, start, len(text)))
    return [each for each in found if each.words]


def _sentence(plain: str, start: int, end: int) -> Sentence:
    piece = plain[start:end]
    lead = len(piece) - len(piece.lstrip())
    text = piece.strip()
    return Sentence(start + lead, start + lead + len(text), text, tuple(WORD.findall(text)))
