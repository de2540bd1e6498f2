"""The parts of the profile that are written, each with its state: the list on the left, and what is open.

Says of rows what version.content.gaps says of a content; a test keeps the two together. Besides, it says which first
drafts nobody looked at yet: a content does not know those.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from dekkend.formats.model import Field, Section
from dekkend.profile.base.models import Profile

from .facts import is_known
from .models import ImprovementPoint
from .unread import unread_in

PROVISIONS = "basisvoorzieningen"


@dataclass(frozen=True)
class Part:
    key: str  # id of a section, or PROVISIONS
    number: str
    name: str
    words: str  # its state in a few words: "2 van 4 stukken"
    missing: tuple[str, ...]  # what submitting waits for, as sentences
    is_empty: bool = False
    is_done: bool = False


def parts_of(profile: Profile) -> tuple[Part, ...]:
    """In the order of the format, the basic provisions last. No query more than its rows (`with_rows`)."""
    return (*(part_of(profile, section) for section in profile.format.sections), provisions(profile))


def part_of(profile: Profile, section: Section) -> Part:
    """A part with a first draft that nobody looked at is not done, whatever stands in it."""
    found = STATES[section.kind](profile, section)
    unread = [str(each) for each in unread_in(profile, section)]
    if not unread:
        return found
    to_read = f"{len(unread)} na te kijken"
    words = to_read if found.is_done else f"{found.words}, {to_read}"
    return replace(found, words=words, missing=(*found.missing, *unread), is_done=False)


def count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def part(section: Section, words: str, missing: list[str], *, empty: bool, done: bool) -> Part:
    return Part(section.id, section.number, section.short, words, tuple(missing), empty, done)


def told(profile: Profile, section: Section) -> dict[str, str]:
    """Field -> what the school wrote there; fields without a word are left out."""
    return {
        row.field: row.text for row in profile.texts.all() if row.section == section.id and row.text.strip()
    }


def unfilled(profile: Profile, section: Section, texts: dict[str, str]) -> list[Field]:
    return [
        field
        for field in section.fields
        if field.required
        and field.id not in texts
        and not (field.source and is_known(profile.school, field.source))
    ]


def facts(profile: Profile, section: Section) -> Part:
    open_fields = unfilled(profile, section, told(profile, section))
    missing = [f"Vul “{field.label}” in." for field in open_fields]
    words = count(len(missing), "gegeven ontbreekt", "gegevens ontbreken") if missing else "klaar"
    return part(section, words, missing, empty=False, done=not missing)


def texts(profile: Profile, section: Section) -> Part:
    have = told(profile, section)
    pieces = [field for field in section.fields if field.kind == "text"] or list(section.fields)
    filled = sum(field.id in have for field in pieces)
    missing = (
        [f"Vul “{field.label}” in." for field in unfilled(profile, section, have)] if section.required else []
    )
    if filled == len(pieces):
        words = "klaar"
    elif not have:
        words = "leeg"
    else:
        words = f"{filled} van {count(len(pieces), 'stuk', 'stukken')}"
    return part(section, words, missing, empty=not have, done=words == "klaar" and not missing)


def arrangements(profile: Profile, section: Section) -> Part:
    rows = profile.arrangements.all()
    short = sum(thing.is_short for row in rows for thing in row.things.all())
    words = count(len(rows), "arrangement", "arrangementen") if rows else "leeg"
    if short:
        words += f", {count(short, 'tekort', 'tekorten')}"
    missing = ["Beschrijf ten minste één arrangement."] if section.required and not rows else []
    return part(section, words, missing, empty=not rows, done=bool(rows))


def specialisations(profile: Profile, section: Section) -> Part:
    rows = profile.specialisations.all()
    if rows:
        return part(section, count(len(rows), "specialisatie", "specialisaties"), [], empty=False, done=True)
    if profile.no_specialisations:
        return part(section, "geen, dat staat er", [], empty=False, done=True)
    missing = ["Beschrijf een specialisatie, of zeg dat jullie er geen hebben."]
    return part(section, "leeg", missing, empty=True, done=False)


def boundaries(profile: Profile, section: Section) -> Part:
    labels = {each.id: each.label for each in profile.format.offer.elements if each.kind == "boundary"}
    rows = [row for row in profile.boundaries.all() if row.element in labels]
    missing = [
        f"Schrijf bij “{labels[row.element]}” wat dat bij jullie betekent."
        for row in rows
        if not row.own.strip()
    ]
    words = count(len(rows), "grens", "grenzen") if rows else "geen grens aan"
    if missing:
        words += f", {len(missing)} zonder eigen woorden"
    return part(section, words, missing, empty=not rows, done=bool(rows) and not missing)


def improvements(profile: Profile, section: Section) -> Part:
    asked, rows = split(profile)
    missing = [QUESTION.format(row.title) for row in asked]
    if not rows:
        missing += ["Maak ten minste één verbeterpunt."] if section.required else []
        words = f"{count(len(asked), 'vraag', 'vragen')} van vorig jaar" if asked else "leeg"
        return part(section, words, missing, empty=not asked, done=False)
    for row in rows:
        if row.is_dropped:
            continue
        if not row.sort:
            missing.append(f"Kies bij “{row.title}” professionalisering of schoolontwikkeling.")
        if not row.goal.strip():
            missing.append(f"Schrijf bij “{row.title}” het doel.")
    ready, all_rows = sum(map(is_smart, rows)), len(rows) + len(asked)
    words = "klaar" if ready == all_rows else f"{ready} van {all_rows} klaar"
    return part(section, words, missing, empty=False, done=ready == all_rows)


QUESTION = "Zeg bij “{}” van vorig jaar of het gedaan is, doorloopt of vervalt."


def split(profile: Profile) -> tuple[list[ImprovementPoint], list[ImprovementPoint]]:
    """The points of last year that wait for an answer, and the points of this profile."""
    rows = list(profile.improvements.all())
    return [row for row in rows if row.is_asked], [row for row in rows if not row.is_asked]


def is_smart(row: ImprovementPoint) -> bool:
    """Everything is said that makes a goal one that can be checked; of what is dropped nothing more is asked."""
    return row.is_dropped or bool(
        row.sort and row.owner and row.due and all(map(str.strip, (row.goal, row.action, row.measure)))
    )


def provisions(profile: Profile) -> Part:
    how = {row.key for row in profile.provision_texts.all() if row.how.strip()}
    asked = profile.round.catalogue.provisions.all()
    missing = [f"Schrijf bij “{each.title}” hoe jullie dat doen." for each in asked if each.key not in how]
    filled = len(asked) - len(missing)
    words = "klaar" if not missing else f"{filled} van {len(asked)}" if filled else "leeg"
    return Part(
        PROVISIONS, "", "Basisvoorzieningen", words, tuple(missing), bool(asked) and not filled, not missing
    )


STATES: dict[str, Callable[[Profile, Section], Part]] = {
    "facts": facts,
    "texts": texts,
    "arrangements": arrangements,
    "specialisations": specialisations,
    "boundaries": boundaries,
    "improvements": improvements,
}
