"""The schools of a wijk beside each other, from adopted versions alone."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from dekkend.analysis.models import BoundaryFact, ImprovementFact, OfferFact
from dekkend.formats.model import BoundaryElement, SupportNeed
from dekkend.profile.base.models import Profile
from dekkend.region.models import Area, Round, School

WORDS = {
    "specialisation": "specialisatie",
    "arrangement": "arrangement",
    "short": "tekort",
    "none": "niets",
    "unknown": "nog niet bekend",
}
# Full, half, empty: the same marks as everywhere.
MARKS = {
    "specialisation": "full",
    "arrangement": "full",
    "short": "half",
    "none": "empty",
    "unknown": "blank",
}


@dataclass(frozen=True)
class Cell:
    school: School
    kind: str  # key of WORDS
    title: str = ""

    @property
    def word(self) -> str:
        return WORDS[self.kind]

    @property
    def mark(self) -> str:
        return MARKS[self.kind]


@dataclass(frozen=True)
class Line:
    need: SupportNeed
    cells: tuple[Cell, ...]

    @property
    def offering(self) -> list[Cell]:
        return [cell for cell in self.cells if cell.kind in ("arrangement", "specialisation")]

    @property
    def is_certain(self) -> bool:
        return all(cell.kind != "unknown" for cell in self.cells)


@dataclass(frozen=True)
class Together:
    schools: tuple[School, ...]
    unknown: tuple[School, ...]  # without an adopted version in this round
    lines: tuple[Line, ...]
    limits: tuple[
        tuple[BoundaryElement, tuple[School, ...]], ...
    ]  # boundaries and the schools that have them
    shared: tuple[tuple[str, tuple[ImprovementFact, ...]], ...]  # what several schools want to improve

    @property
    def uncovered(self) -> list[Line]:
        """Nobody, and that is certain."""
        return [line for line in self.lines if self.schools and not line.offering and line.is_certain]

    @property
    def fragile(self) -> list[Line]:
        return [line for line in self.lines if len(line.offering) == 1]


def together(area: Area, round: Round) -> Together:
    """Five queries, whatever the number of schools."""
    schools = tuple(area.schools.filter(is_gone=False).order_by("name"))
    known = set(
        Profile.objects.in_round(round)
        .filter(school__in=schools, adopted__isnull=False)
        .values_list("school", flat=True)
    )
    offers = offers_in(schools, round)
    lines = tuple(
        Line(need, tuple(cell_of(school, need, known, offers) for school in schools))
        for need in round.format.offer.needs
    )
    unknown = tuple(school for school in schools if school.pk not in known)
    return Together(schools, unknown, lines, limits_in(schools, round), shared_in(schools, round))


def offers_in(schools: tuple[School, ...], round: Round) -> dict[tuple[int, str], list[OfferFact]]:
    found: dict[tuple[int, str], list[OfferFact]] = defaultdict(list)
    for fact in OfferFact.objects.filter(round=round, school__in=schools):
        found[fact.school_id, fact.need].append(fact)
    return found


def cell_of(
    school: School, need: SupportNeed, known: set[int], offers: dict[tuple[int, str], list[OfferFact]]
) -> Cell:
    if school.pk not in known:
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


def limits_in(
    schools: tuple[School, ...], round: Round
) -> tuple[tuple[BoundaryElement, tuple[School, ...]], ...]:
    by_key = {school.pk: school for school in schools}
    having: dict[str, list[School]] = defaultdict(list)
    for fact in BoundaryFact.objects.filter(round=round, school__in=schools).order_by("school__name"):
        having[fact.element].append(by_key[fact.school_id])
    return tuple(
        (element, tuple(having[element.id]))
        for element in round.format.offer.elements
        if having.get(element.id)
    )


def shared_in(
    schools: tuple[School, ...], round: Round
) -> tuple[tuple[str, tuple[ImprovementFact, ...]], ...]:
    """Improvement points from the same item of the checklist at two schools or more: a reason to work together."""
    points: dict[str, list[Any]] = defaultdict(list)
    facts = (
        ImprovementFact.objects.filter(round=round, school__in=schools)
        .exclude(source="")
        .select_related("school")
    )
    for fact in facts.order_by("school__name"):
        points[fact.source].append(fact)
    fmt = round.format
    return tuple(
        (f"{fmt.item(item).number} {fmt.item(item).text}", tuple(found))
        for item, found in points.items()
        if fmt.has_item(item) and len({fact.school_id for fact in found}) > 1
    )
