"""What the schools of a samenwerkingsverband offer together, per need and wijk. Definitions: docs/naslag/maten.md."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Count, Q

from dekkend.formats.model import SupportNeed
from dekkend.region.models import Round, School

from .models import OfferFact
from .places import Place, Places, places_of

FULL = 4  # so many schools or more get the deepest tint


@dataclass(frozen=True)
class Cell:
    """Schools that offer for one need in one place."""

    place: Place
    need: SupportNeed
    offers: int  # schools with a complete arrangement or a specialisation
    short: int  # schools with an arrangement that misses something, and no complete one

    @property
    def level(self) -> str:
        """0: nobody, 1: one school, and both certain; 2 up to FULL; "sofar": one school and not all are known;
        "open": nobody and not all are known; "none": no schools here."""
        if self.offers == 1 and not self.is_certain:
            return "sofar"
        if self.offers:
            return str(min(self.offers, FULL))
        if not self.place.schools:
            return "none"
        return "0" if self.is_certain else "open"

    @property
    def is_certain(self) -> bool:
        """All schools are known. The samenwerkingsverband's own schools are no wijk: there one is enough."""
        return self.place.is_known or self.place.is_city

    @property
    def is_uncovered(self) -> bool:
        """Nobody, and all schools are known (rulings 9)."""
        return self.level == "0" and not self.place.is_city

    @property
    def is_fragile(self) -> bool:
        """One school, and all schools are known: as long as some are not, there may be more."""
        return self.level == "1" and not self.place.is_city

    @property
    def word(self) -> str:
        words = {
            "0": "geen" if self.place.is_city else "niemand",
            "1": "één school",
            "sofar": "één tot nu toe",
            "open": "nog niet bekend",
            "none": "geen school",
        }
        return words.get(self.level, str(self.offers))


@dataclass(frozen=True)
class Line:
    """One need over all places."""

    need: SupportNeed
    cells: tuple[Cell, ...]
    city: Cell
    loose: Cell  # schools in no area: in no figure, so that no sum is short of them without a word

    @cached_property
    def uncovered(self) -> tuple[Cell, ...]:
        return tuple(cell for cell in self.cells if cell.is_uncovered)

    @cached_property
    def fragile(self) -> tuple[Cell, ...]:
        return tuple(cell for cell in self.cells if cell.is_fragile)

    @property
    def without(self) -> int:
        """Pupils of places where nobody offers; who has no number is not in it."""
        return sum(cell.place.pupils for cell in self.uncovered)


@dataclass(frozen=True)
class Coverage:
    places: Places
    lines: tuple[Line, ...]  # the largest white spot first, then as the format orders

    @property
    def columns(self) -> tuple[Place, ...]:
        return self.places.columns

    @property
    def has_city(self) -> bool:
        return self.places.city.schools > 0

    @property
    def rows(self) -> list[tuple[Line, tuple[Cell, ...]]]:
        """Lines with every cell that is shown; the stedelijke voorzieningen come last, if there are any."""
        return [(line, (*line.cells, line.city) if self.has_city else line.cells) for line in self.lines]

    @cached_property
    def pupils(self) -> int:
        return sum(place.pupils for place in self.columns)

    @cached_property
    def schools(self) -> int:
        """Regular schools; sbo and so are counted apart."""
        return sum(place.schools for place in self.columns) + self.places.unplaced

    @cached_property
    def known(self) -> int:
        return sum(place.known for place in self.columns)

    @property
    def is_begun(self) -> bool:
        """Some school has an adopted version, in a column or in none."""
        return bool(self.known or self.places.loose.known)

    @cached_property
    def unknown(self) -> int:
        """Schools in a column whose offer is not known."""
        return sum(place.schools - place.known for place in self.columns)

    @cached_property
    def uncounted(self) -> int:
        return sum(place.uncounted for place in self.columns)

    @cached_property
    def gaps(self) -> tuple[Line, ...]:
        return tuple(line for line in self.lines if line.uncovered)

    @cached_property
    def uncovered(self) -> int:
        return sum(len(line.uncovered) for line in self.lines)

    @cached_property
    def fragile(self) -> int:
        return sum(len(line.fragile) for line in self.lines)


def coverage(round: Round) -> Coverage:
    """Six queries, counted in the database, whatever the number of schools."""
    places = places_of(round)
    offers, some = school_counts(round, places)
    lines = [line_of(need, places, offers, some) for need in round.format.offer.needs]
    lines.sort(key=lambda line: (-line.without, -len(line.uncovered)))
    return Coverage(places, tuple(lines))


Counts = defaultdict[tuple[str, int | None], int]


def line_of(need: SupportNeed, places: Places, offers: Counts, some: Counts) -> Line:
    def cell(place: Place) -> Cell:
        key = (need.id, place.key)
        return Cell(place, need, offers[key], some[key] - offers[key])

    return Line(need, tuple(cell(place) for place in places.columns), cell(places.city), cell(places.loose))


def school_counts(round: Round, places: Places) -> tuple[Counts, Counts]:
    """(need, key of the place) -> schools with a complete offer, and schools with any. The city has key 0."""
    rows = (
        OfferFact.objects.filter(round=round, school__is_gone=False)
        .order_by()
        .values_list("need", f"school__{places.path}", "school__kind")
        .annotate(
            offers=Count("school", distinct=True, filter=Q(is_complete=True)),
            some=Count("school", distinct=True),
        )
    )
    offers: Counts = defaultdict(int)
    some: Counts = defaultdict(int)
    for need, place, kind, complete, any_offer in rows:
        regular = places.loose.key if place is None else place
        key = (need, regular if kind == School.Kind.BO else places.city.key)
        offers[key] += complete
        some[key] += any_offer
    return offers, some
