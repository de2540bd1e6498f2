"""For which part of the new profile a passage is proposed, by rules that can be read, and why.

1. In a table the names of its columns and rows say it. 2. Else the nearest heading that names a part of the profile,
and in that part the words of the text. 3. Else the words of the text, when there are at least two. 4. Else nothing.

A basic provision of the samenwerkingsverband is proposed where a heading says "basisvoorzieningen" or has the name of
one, and under "basisondersteuning" where a heading, or more words of the text, fit it better than anything else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from dekkend.formats.model import Field, Section
from dekkend.profile.writing.parts import PROVISIONS

from .file import Passage
from .file.signs import NOTHING
from .targets import OWN_ROWS, Target
from .terms import Known, Term, hits

ENOUGH = 2  # different words, where no heading tells
CHAPTERS = ("section", "field")
PARTS = ("column", "element")
SHORT = 4  # words in a text that says nothing by itself


@dataclass(frozen=True)
class Proposal:
    """`target` None: proposed for nothing. `reason`: Dutch sentences."""

    target: Target | None
    reason: str


@dataclass(frozen=True)
class Named:
    """A heading, or the name of a row or column, and what it names."""

    words: str
    term: Term
    weight: int  # letters that fit

    @property
    def is_own(self) -> bool:
        """Its whole name stands there."""
        return bool(self.term.own.search(self.words))


def propose(known: Known, passage: Passage) -> Proposal:
    if passage.kind in ("heading", "gap"):
        return Proposal(None, "")
    if passage.kind == "row" and passage.text.endswith(NOTHING):
        return Proposal(None, "In deze rij is niets aangekruist.")
    above = [*reversed(passage.labels), *reversed(passage.path)]
    section, why = section_by_name(known, passage, above)
    if section is None:
        return by_words(known, passage)
    if section.kind == "facts":
        return Proposal(None, f"{why} De gegevens van de school staan al in deel {section.number}.")
    if section.kind in OWN_ROWS and passage.kind == "row":
        return Proposal(
            None, f"{why} Een rij uit een tabel zegt te weinig voor een nieuw stuk in deel {section.number}."
        )
    if section.kind in OWN_ROWS and passage.kind == "cell" and len(passage.labels) > 1:
        return Proposal(
            None, f"{why} Hoort bij “{passage.labels[-2]}”; alleen is het te weinig voor een nieuw stuk."
        )
    target, more = within(known, section, passage, above, why)
    return Proposal(target, " ".join(filter(None, (why, more))))


@lru_cache(maxsize=2048)
def named(known: Known, words: str, kinds: tuple[str, ...], section: str = "") -> tuple[Named, ...]:
    """What these words name, the best fit first. The same headings stand above many passages."""
    found = []
    for term in known.of(kinds, section):
        if weight := sum(len(hit) for hit in hits(term.titles, words)):
            found.append(Named(words, term, weight))
    return tuple(sorted(found, key=lambda each: -each.weight))


def section_by_name(known: Known, passage: Passage, above: list[str]) -> tuple[Section | None, str]:
    """By the nearest name that says it; a higher heading that names the same section outweighs the letters.

    "Gebouw" names a column or a boundary only where a higher heading speaks of arrangements or boundaries, and
    "Deskundigheid" beside a row of a table is no chapter of its own.
    """
    for place, words in enumerate(above):
        is_label = place < len(passage.labels)
        higher = {
            each.term.section for name in above[place + 1 :] for each in named(known, name, CHAPTERS[:1])
        }
        found = [each for each in named(known, words, CHAPTERS) if not is_label or not higher]
        found += [each for each in named(known, words, PARTS) if each.term.section in higher]
        if not is_label and not higher:
            # "Dyslexie" alone can be an arrangement too; the whole name of a provision can be nothing else.
            found += [each for each in named(known, words, ("provision",)) if each.is_own]
        if found:
            best = min(found, key=lambda each: (each.term.section not in higher, -each.weight))
            where = "Staat in de tabel bij" if is_label else "Staat onder de kop"
            return known.fmt.section(best.term.section), f"{where} “{words}”."
    return None, ""


def within(
    known: Known, section: Section, passage: Passage, above: list[str], why: str
) -> tuple[Target, str]:
    """The place in a section that is known, for the reason `why`. Some of it may be left to choose."""
    if section.kind in OWN_ROWS:
        return Target(section.id), ""
    if section.kind == "arrangements":
        column, why = best_of(known, section, passage, above, ("column",))
        need, more = best_of(known, section, passage, above, ("need",))
        first = section.columns[0].id if section.columns else ""
        return Target(section.id, column or first, need), " ".join(filter(None, (more, why)))
    if found := provision_in(known, section, passage, above, why):
        return found
    if section.id == PROVISIONS:
        return Target(PROVISIONS), ""
    kind = "element" if section.kind == "boundaries" else "field"
    part, why = best_of(known, section, passage, above, (kind,))
    if not part and kind == "field":
        part = next((each.id for each in wanted_first(section)), "")
    return Target(section.id, part), why


def provision_in(
    known: Known, section: Section, passage: Passage, above: list[str], why: str
) -> tuple[Target, str] | None:
    """The basic provision that is spoken of, and why. None where that is not sure: then the section has it."""
    if not above or section.id not in {PROVISIONS, *known.basic}:
        return None
    for place, words in enumerate(above):
        fields = named(known, words, ("field",), section.id)
        found = named(known, words, ("provision",))
        found = tuple(each for each in found if each.is_own) or found
        if found and not any(fits_better(field, found[0]) for field in fields):
            more = "" if f"“{words}”" in why else f"“{words}” zegt welke voorziening."
            return (Target(PROVISIONS, found[0].term.id), more) if len(found) == 1 else None
        if fields:
            return None
        # What stands above the chapter itself says nothing of what stands in it.
        if place >= len(passage.labels) and named(known, words, ("section",), section.id):
            break
    return provision_by_words(known, section, passage)


def fits_better(field: Named, provision: Named) -> bool:
    """More letters of the heading are of the field, or as many and they are its own name."""
    return field.weight > provision.weight or (field.is_own and field.weight == provision.weight)


def provision_by_words(known: Known, section: Section, passage: Passage) -> tuple[Target, str] | None:
    """More different words of it than of all other provisions together, and than of any field of this section."""
    counted = counts(known, passage.text, ("provision",))
    if not counted:
        return None
    term, said = counted[0]
    fields = counts(known, passage.text, ("field",), section.id)
    others = sum(len(words) for _, words in counted[1:])
    is_sure = section.id == PROVISIONS or bool(term.own.match(passage.text))
    if len(said) <= max([others, *(len(words) for _, words in fields)]) or len(said) < (
        1 if is_sure else ENOUGH
    ):
        return None
    return Target(PROVISIONS, term.id), f"Woorden: {', '.join(said[:4])}."


def best_of(
    known: Known, section: Section, passage: Passage, above: list[str], kinds: tuple[str, ...]
) -> tuple[str, str]:
    """(id, reason) by the nearest name, else by the words of the text; ("", "") when nothing tells."""
    counted = counts(known, passage.text, kinds, section.id)
    by_text = (counted[0][0].id, f"Woorden: {', '.join(counted[0][1][:4])}.") if counted else ("", "")
    for words in above:
        if found := named(known, words, kinds, section.id):
            # "Missie en visie" is the whole chapter: then what the text speaks of tells more.
            if named(known, words, ("section",), section.id) and counted and len(counted[0][1]) >= ENOUGH:
                return by_text
            return found[0].term.id, f"“{words}” zegt welk stuk." if words != above[0] else ""
    return by_text


def counts(known: Known, text: str, kinds: Iterable[str], section: str = "") -> list[tuple[Term, list[str]]]:
    """Terms with their words in the text, most different words first."""
    found = [(term, said) for term in known.of(kinds, section) if (said := hits(term.words, text))]
    return sorted(found, key=lambda pair: -len(pair[1]))


def by_words(known: Known, passage: Passage) -> Proposal:
    """Two different words of one section at least; of one word alone one cannot tell."""
    if len(passage.text.split()) < SHORT:
        return Proposal(None, "Te kort om te plaatsen.")
    # Where no heading tells, the words of a provision can be those of an arrangement as well.
    sections = [section for section in known.fmt.sections if section.id != PROVISIONS]
    told = {section.id: list(words_for(known, section, passage.text)) for section in sections}
    best = max(sections, key=lambda section: len(told[section.id]))
    words = told[best.id]
    if best.kind == "facts" or len(words) < ENOUGH:
        return Proposal(None, "Geen kop en geen woorden die bij een deel passen.")
    why = f"Woorden: {', '.join(words[:4])}."
    target, _ = within(known, best, passage, [], why)
    return Proposal(target, why)


def words_for(known: Known, section: Section, text: str) -> Iterator[str]:
    kinds = ("section", "field", "column", "element")
    found = [said for _, said in counts(known, text, kinds, section.id)]
    yield from dict.fromkeys(word for said in found for word in said)


def wanted_first(section: Section) -> list[Field]:
    fields = [field for field in section.fields if field.kind == "text"]
    return sorted(fields, key=lambda field: not field.required)
