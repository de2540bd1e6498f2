"""The words by which a part of the profile is known in an old one: what the format calls it, and its `known_as`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dekkend.formats.model import Format
from dekkend.profile.writing.advice.lists import any_of
from dekkend.profile.writing.parts import PROVISIONS

# A name of several words is also known by these parts, as far as they are long enough to say something.
SPLIT = re.compile(r"\s+(?:en|of)\s+|,\s*")
LONG = 6
# A chapter of an old profile on what every child gets: there schools tell how they give the basic provisions.
BASIC = any_of(("basisondersteuning…",))


@dataclass(frozen=True)
class Term:
    """One thing of the format with its words. `kind`: section, field, provision, column, element or need."""

    kind: str
    section: str  # "" for a need
    id: str
    own: re.Pattern[str]  # its whole name
    titles: re.Pattern[str]  # in a heading or above a column
    words: re.Pattern[str] | None  # in a text


@dataclass(frozen=True, eq=False)
class Known:
    """A format with its words, made once for all passages of a file."""

    fmt: Format
    terms: tuple[Term, ...]
    basic: frozenset[str]  # ids of the sections on basisondersteuning

    def of(self, kinds: Iterable[str], section: str = "") -> Iterator[Term]:
        """In the order of the format; `section` "" for all. A need belongs to every section."""
        wanted = tuple(kinds)
        return (
            each
            for each in self.terms
            if each.kind in wanted and (not section or each.section in ("", section))
        )


def known_in(fmt: Format) -> Known:
    basic = frozenset(each.id for each in fmt.sections if BASIC.search(each.title) and each.id != PROVISIONS)
    return Known(fmt, tuple(gathered(fmt)), basic)


def gathered(fmt: Format) -> Iterator[Term]:
    for section in fmt.sections:
        yield term("section", section.id, section.id, (section.title, section.short), section.known_as)
        for field in section.fields:
            if field.kind == "text":
                subjects = [word for subject in field.subjects for word in subject.words]
                kind = "provision" if section.id == PROVISIONS else "field"
                yield term(kind, section.id, field.id, (field.label,), (*field.known_as, *subjects))
        for column in section.columns:
            yield term("column", section.id, column.id, (column.title,), column.known_as)
        if section.kind == "boundaries":
            for element in fmt.offer.elements:
                if element.kind == "boundary":
                    yield term("element", section.id, element.id, (element.label,), element.known_as)
    for need in fmt.offer.needs:
        yield term("need", "", need.id, (need.label,), need.known_as)


def term(kind: str, section: str, id_: str, names: Iterable[str], known_as: Iterable[str]) -> Term:
    whole = [name.rstrip("?!.") for name in names]
    parts = [part for name in whole for part in SPLIT.split(name) if len(part) >= LONG]
    known = list(known_as)
    # The name of a section says too little of a text: "Visie" stands everywhere.
    words = {*known, *(whole + parts if kind != "section" else [])}
    own, titles = any_of(whole), any_of({*whole, *parts, *known})
    return Term(kind, section, id_, own, titles, any_of(words) if words else None)


def hits(pattern: re.Pattern[str] | None, text: str) -> list[str]:
    """The different words that were found, in order, as they stand there."""
    found = (hit.group().lower() for hit in pattern.finditer(text)) if pattern else ()
    return list(dict.fromkeys(" ".join(each.split()) for each in found))
