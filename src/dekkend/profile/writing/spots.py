"""Where advice stands: one spot beside each form of the profile, with what is said of its texts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from dekkend.formats.model import Section
from dekkend.profile.base.models import Profile

from .advice.contradiction import contradiction
from .advice.model import Advice
from .advice.private import private
from .advice.prose import even
from .advice.smart import smart
from .advice.unavailable import unavailable
from .advice.whole import advise
from .models import Arrangement, ImprovementPoint, Thing
from .models.text import Written
from .parts import PROVISIONS
from .proposals import name_of

SHOWN = 3  # at once; the rest is folded


@dataclass(frozen=True)
class Note:
    """One advice, with the id of the field on the page that it is about."""

    advice: Advice
    control: str


@dataclass(frozen=True)
class Spot:
    """All advice on what one form holds."""

    key: str
    part: str  # id of a section, or PROVISIONS
    label: str
    form: str  # id of the form on the page
    notes: tuple[Note, ...]
    page: int | None = None  # the arrangement that has a page of its own

    @property
    def first(self) -> tuple[Note, ...]:
        return self.notes[:SHOWN]

    @property
    def rest(self) -> tuple[Note, ...]:
        return self.notes[SHOWN:]


def spots_of(profile: Profile, part: str) -> dict[str, Spot]:
    """The spots of one part, without what was waved away. No query beside those of a page (`with_page`)."""
    waved = {(row.spot, row.kind, row.mark) for row in profile.waved.all()}
    return {spot.key: without(spot, waved) for spot in found_in(profile, part)}


def open_spots(profile: Profile) -> list[Spot]:
    """All that is still advised, in the order of the format. One query beside the rows."""
    waved = {(row.spot, row.kind, row.mark) for row in profile.waved.all()}
    parts = [*(section.id for section in profile.format.sections), PROVISIONS]
    spots = (without(spot, waved) for part in parts for spot in found_in(profile, part))
    return [spot for spot in spots if spot.notes]


def without(spot: Spot, waved: set[tuple[str, str, str]]) -> Spot:
    notes = [note for note in spot.notes if (spot.key, note.advice.kind, note.advice.mark) not in waved]
    return replace(spot, notes=tuple(notes))


def found_in(profile: Profile, part: str) -> Iterator[Spot]:
    if part == PROVISIONS:
        return provisions(profile)
    section = profile.format.section(part)
    kinds = {
        "texts": texts, "arrangements": arrangements, "specialisations": specialisations, "boundaries": boundaries,
        "improvements": points,
    }  # fmt: skip
    return kinds[section.kind](profile, section) if section.kind in kinds else iter(())


def notes_on(control: str, found: list[Advice]) -> tuple[Note, ...]:
    return tuple(map(partial(Note, control=control), found))


def texts(profile: Profile, section: Section) -> Iterator[Spot]:
    rows = {row.field: row.text for row in profile.texts.all() if row.section == section.id}
    for field in section.fields:
        if field.kind == "text":
            found = advise(rows.get(field.id, ""), fair=field.words, subjects=field.subjects)
            key, notes = f"veld.{section.id}.{field.id}", notes_on(f"id-{field.id}-text", found)
            yield Spot(key, section.id, field.label, f"tekst-{field.id}", notes)


def provisions(profile: Profile) -> Iterator[Spot]:
    rows = {row.key: row.how for row in profile.provision_texts.all()}
    for each in profile.round.catalogue.provisions.all():
        notes = notes_on(f"id-{each.key}-how", advise(rows.get(each.key, "")))
        yield Spot(f"voorziening.{each.key}", PROVISIONS, each.title, f"tekst-{each.key}", notes)


def arrangements(profile: Profile, section: Section) -> Iterator[Spot]:
    for arrangement in profile.arrangements.all():
        name, pk = name_of(profile.format, arrangement), arrangement.pk
        about = (*of_words(arrangement), *lacking(arrangement))
        yield Spot(f"arrangement.{pk}", section.id, name, "arrangement", about, pk)
        rows = {row.column: row.text for row in arrangement.column_texts.all()}
        for column in section.columns:
            notes = notes_on(f"id-{column.id}-text", advise(rows.get(column.id, "")))
            for thing in arrangement.things.all():
                notes += of_words(thing, f"id-ding-{thing.pk}") if thing.column == column.id else ()
            key, label = f"kolom.{pk}.{column.id}", f"{name}, {column.title}"
            yield Spot(key, section.id, label, f"tekst-{column.id}", notes, pk)


def lacking(arrangement: Arrangement) -> tuple[Note, ...]:
    """At the first thing that is short: there one says that it is available by now."""
    things = arrangement.things.all()
    short = [thing for thing in things if thing.is_short]
    found = unavailable([thing.what for thing in short], sum(thing.is_available for thing in things))
    return notes_on(f"id-ding-{short[0].pk}-is_available", found) if found else ()


def specialisations(profile: Profile, section: Section) -> Iterator[Spot]:
    for row in profile.specialisations.all():
        yield Spot(f"specialisatie.{row.pk}", section.id, row.title, f"rij-vorm-{row.pk}", of_words(row))


def of_words(row: Written | Thing, form: str = "") -> tuple[Note, ...]:
    """A text is read as every other. A name or a line is no sentence: only what could tell of a child is said of it."""
    notes: tuple[Note, ...] = ()
    for field in (*row.lines, *row.texts):
        found = advise(getattr(row, field)) if field in row.texts else private(even(getattr(row, field)))
        notes += notes_on(f"{form or f'id-{row.pk}'}-{field}", found)
    return notes


def boundaries(profile: Profile, section: Section) -> Iterator[Spot]:
    rows, offered = {row.element: row for row in profile.boundaries.all()}, offered_by(profile)
    for element in profile.format.offer.elements:
        row = rows.get(element.id)
        if row is None or element.kind != "boundary":
            continue
        notes = [
            *notes_on(f"id-{element.id}-own", advise(row.own, is_boundary=True)),
            *notes_on(
                f"id-{element.id}-still", contradiction(element.needs, {} if row.still.strip() else offered)
            ),
            *notes_on(f"id-{element.id}-still", advise(row.still)),
            *notes_on(f"id-{element.id}-then", advise(row.then)),
        ]
        yield Spot(f"grens.{element.id}", section.id, element.label, f"grens-vorm-{element.id}", tuple(notes))


def offered_by(profile: Profile) -> dict[str, str]:
    """Need -> what the school really has for it: an arrangement with something available, a specialisation."""
    found = {row.need: f"de specialisatie “{row.title}”" for row in profile.specialisations.all() if row.need}
    for row in profile.arrangements.all():
        if has_something(row):
            found[row.need] = f"het arrangement “{name_of(profile.format, row)}”"
    return found


def has_something(row: Arrangement) -> bool:
    return any(thing.is_available for thing in row.things.all())


def points(profile: Profile, section: Section) -> Iterator[Spot]:
    for row in profile.improvements.all():
        notes = (*(Note(advice, f"id-{row.pk}-{field}") for field, advice in gaps(row)), *of_words(row))
        yield Spot(f"punt.{row.pk}", section.id, row.title, f"punt-{row.pk}", notes)


def gaps(row: ImprovementPoint) -> list[tuple[str, Advice]]:
    """None for a point that is done or dropped: nobody plans it any more."""
    if row.state in (row.State.DONE, row.State.DROPPED):
        return []
    return smart(goal=row.goal, action=row.action, owner=row.owner, due=row.due, measure=row.measure)
