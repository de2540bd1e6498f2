"""The schools of a wijk beside each other, from adopted versions alone. Definitions: docs/naslag/maten.md."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from dekkend.analysis.listing import with_profiles
from dekkend.analysis.models import OfferFact
from dekkend.analysis.places import counts_of, year_of
from dekkend.formats.model import SupportNeed
from dekkend.region.models import Area, Round, School

from .shared import Limit, Shared, limits_in, shared_in

# Kind -> its word and its mark: full, half, empty, the same as everywhere.
KINDS = {
    "specialisation": ("specialisatie", "full"),
    "arrangement": ("arrangement", "full"),
    "short": ("tekort", "half"),
    "none": ("niets", "empty"),
    "unknown": ("nog niet bekend", "blank"),
}
OFFERING = ("arrangement", "specialisation")

Offers = dict[tuple[int, str], list[OfferFact]]


@dataclass(frozen=True)
class Cell:
    school: School
    kind: str  # key of KINDS
    title: str = ""

    @property
    def word(self) -> str:
        return KINDS[self.kind][0]

    @property
    def mark(self) -> str:
        return KINDS[self.kind][1]


@dataclass(frozen=True)
class Line:
    """One need over the schools of the wijk, in the order of the schools."""

    need: SupportNeed
    cells: tuple[Cell, ...]

    @cached_property
    def offering(self) -> tuple[School, ...]:
        return tuple(cell.school for cell in self.cells if cell.kind in OFFERING)

    @cached_property
    def short(self) -> tuple[School, ...]:
        return tuple(cell.school for cell in self.cells if cell.kind == "short")

    @cached_property
    def is_certain(self) -> bool:
        return all(cell.kind != "unknown" for cell in self.cells)

    @property
    def level(self) -> str:
        """ "uncovered" and "fragile" only when all schools are known; "unsure": nobody so far; else ""."""
        if not self.cells or len(self.offering) > 1:
            return ""
        if self.offering:
            return "fragile" if self.is_certain else ""
        return "uncovered" if self.is_certain else "unsure"


@dataclass(frozen=True)
class Together:
    schools: tuple[School, ...]  # regular ones, in order of name
    special: tuple[
        School, ...
    ]  # sbo and so: offer of the samenwerkingsverband, in no figure here (rulings 12)
    lines: tuple[Line, ...]
    limits: tuple[Limit, ...]
    shared: tuple[Shared, ...]
    pupils: int
    uncounted: int  # schools whose number of pupils is unknown
    year: int | None  # of the count

    @cached_property
    def unknown(self) -> tuple[School, ...]:
        """Schools without an adopted version in this round."""
        return tuple(school for school in self.schools if not school.profile)  # type: ignore[attr-defined]

    def at(self, level: str) -> list[Line]:
        return [line for line in self.lines if line.level == level]

    @property
    def uncovered(self) -> list[Line]:
        return self.at("uncovered")

    @property
    def fragile(self) -> list[Line]:
        return self.at("fragile")

    @property
    def unsure(self) -> list[Line]:
        return self.at("unsure")


def together(area: Area, round: Round) -> Together:
    """Seven queries, whatever the number of schools."""
    present = list(area.schools.present().order_by("name", "brin6"))
    with_profiles(present, round)
    schools = tuple(school for school in present if school.kind == School.Kind.BO)
    offers = offers_in(schools, round)
    needs = round.format.offer.needs
    year = year_of(round)
    told = counts_of(round).filter(year=year or 0, school__in=schools, pupils__isnull=False)
    numbers = list(told.values_list("pupils", flat=True))
    return Together(
        schools=schools,
        special=tuple(school for school in present if school.kind != School.Kind.BO),
        lines=tuple(Line(need, tuple(cell_of(school, need, offers) for school in schools)) for need in needs),
        limits=limits_in(schools, round),
        shared=shared_in(schools, round),
        pupils=sum(number or 0 for number in numbers),
        uncounted=len(schools) - len(numbers),
        year=year,
    )


def offers_in(schools: tuple[School, ...], round: Round) -> Offers:
    found: Offers = defaultdict(list)
    for fact in OfferFact.objects.filter(round=round, school__in=schools).defer("text"):
        found[fact.school_id, fact.need].append(fact)
    return found


def cell_of(school: School, need: SupportNeed, offers: Offers) -> Cell:
    if not school.profile:  # type: ignore[attr-defined]
        return Cell(school, "unknown")
    facts = offers.get((school.pk, need.id), [])
    # The strongest says what the school offers.
    for kind, fits in (
        ("specialisation", lambda fact: fact.kind == OfferFact.Kind.SPECIALISATION),
        ("arrangement", lambda fact: fact.is_complete),
        ("short", lambda fact: True),
    ):
        if found := next((fact for fact in facts if fits(fact)), None):
            return Cell(school, kind, found.title)
    return Cell(school, "none")
