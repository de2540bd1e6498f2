"""Where each paragraph of a text came from: its shape. How it is kept when the text changes is in following.py.

Stored as JSON beside the text, one entry per paragraph, in order. A paragraph is a block of Markdown: what stands
between two blank lines. No database here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from hashlib import sha256
from typing import Any

ITEM, QUESTION, EARLIER, DRAFT, HAND, OLD = "item", "question", "earlier", "draft", "hand", "old"
# The kinds that were made of what the school agreed this year.
AGREED = (ITEM, QUESTION)
# How many paragraphs that went away are remembered, for when they are pasted or put back.
MOST_GONE = 30


@dataclass(frozen=True)
class Origin:
    """`kind` "" is not known: a text from before this was kept."""

    kind: str = ""
    source: str = ""  # id of an item or a question
    words: str = ""  # as they were put in, of all paragraphs of one block; "" for what was written by hand
    value: str = ""  # the answer then, a value of the scale
    on: str = ""  # ISO date: agreed on, or written on
    who: str = ""  # name and role as they were
    role: str = ""
    talk: str = ""  # key of the talk in which it was agreed
    since: str = ""  # for what stood there earlier: the schooljaar in which these words last changed
    said: str = ""  # and what its source said then; what stood there may have been changed by hand
    where: str = ""  # "bladzijde 4 van sop.docx", for what stood in an old profile; it comes along each year
    also: str = ""  # of a first draft: ids of what else it was made of, with a space between

    def stored(self) -> dict[str, str]:
        return {name: value for name, value in asdict(self).items() if value}

    @property
    def day(self) -> date | None:
        try:
            return date.fromisoformat(self.on)
        except ValueError:
            return None

    @property
    def sources(self) -> tuple[str, ...]:
        return tuple(filter(None, [self.source, *self.also.split()]))

    @property
    def follows(self) -> bool:
        """Made of what the school agreed, now or in an earlier year, and so can be overtaken by it."""
        return self.kind in AGREED or (self.kind == EARLIER and bool(self.source))

    @property
    def source_said(self) -> str:
        return self.said if self.kind == EARLIER else self.words

    def seen(self, words: str, value: str, on: str, talk: str) -> Origin:
        """The same origin, of which this state was looked at."""
        told = {"said": words} if self.kind == EARLIER else {"words": words}
        return replace(self, value=value, on=on, talk=talk, **told)


NAMES = frozenset(Origin.__dataclass_fields__)
Gone = tuple[tuple[str, Origin], ...]


@dataclass(frozen=True)
class Traced:
    """A text with what it knows of its paragraphs."""

    text: str = ""
    origins: tuple[Origin, ...] = ()
    gone: Gone = ()  # paragraphs that went away, newest first

    @property
    def pairs(self) -> list[tuple[str, Origin]]:
        return list(zip(paragraphs(self.text), self.origins, strict=True))

    @property
    def sources(self) -> set[str]:
        return {source for origin in self.origins for source in origin.sources}

    @property
    def unread(self) -> list[tuple[str, Origin]]:
        """The paragraphs of a first draft that nobody touched yet."""
        return [(part, origin) for part, origin in self.pairs if is_unread(part, origin)]

    @property
    def is_untouched(self) -> bool:
        """A first draft of which nobody changed, approved or added a paragraph. An empty text is untouched too."""
        return len(self.unread) == len(self.pairs)

    def stored(self) -> dict[str, Any]:
        """The fields of the row that follow from its text."""
        return {
            "origins": [origin.stored() for origin in self.origins],
            "gone": [{"text": text, **origin.stored()} for text, origin in self.gone],
        }


def paragraphs(text: str) -> list[str]:
    parts = re.split(r"\n(?:[ \t]*\n)+", text.replace("\r\n", "\n"))
    return [part.strip("\n").rstrip() for part in parts if part.strip()]


def traced(text: str, origins: Iterable[Mapping[str, Any]], gone: Iterable[Mapping[str, Any]] = ()) -> Traced:
    """From what is stored. Where the number of entries does not fit the text, nothing is known of any."""
    parts = paragraphs(text)
    read = tuple(map(origin_of, origins))
    if len(read) != len(parts):
        read = (Origin(),) * len(parts)
    return Traced(text, read, tuple((str(each.get("text", "")), origin_of(each)) for each in gone))


def origin_of(entry: Mapping[str, Any]) -> Origin:
    return Origin(**{name: str(value) for name, value in entry.items() if name in NAMES})


def standing(known: Traced, source: str) -> str:
    """All paragraphs that came from what was agreed here, as they stand now."""
    return together([part for part, origin in known.pairs if origin.source == source and origin.follows])


def is_unread(part: str, origin: Origin) -> bool:
    """As it was drafted, and nobody said that it is right: then `on` and `who` stand there."""
    return origin.kind == DRAFT and not origin.on and same(part, origin.words)


def seal_of(standing: str, words: str, value: str) -> str:
    """Marks what somebody saw of a paragraph and its source, so that an answer to it is about just that."""
    return sha256("\0".join((plainly(standing), plainly(words), value)).encode()).hexdigest()[:16]


def sealed(*told: str) -> str:
    return sha256("\0".join(map(plainly, told)).encode()).hexdigest()[:16]


def plainly(text: str) -> str:
    """However the lines break."""
    return " ".join(text.split())


def same(one: str, other: str) -> bool:
    return plainly(one) == plainly(other)


def together(parts: Sequence[str]) -> str:
    return "\n\n".join(parts)
