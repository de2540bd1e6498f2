"""What the margin still advises, counted per part: said before submitting, and holding nothing back."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from django.urls import reverse

from dekkend.profile.base.models import Profile
from dekkend.profile.writing.models import Arrangement
from dekkend.profile.writing.parts import PROVISIONS
from dekkend.profile.writing.proposals import name_of
from dekkend.profile.writing.queries import with_rows
from dekkend.profile.writing.spots import Spot, open_spots


@dataclass(frozen=True)
class Place:
    name: str
    url: str
    number: int
    lacks: tuple[str, ...] = ()  # of an arrangement of which nothing is there yet: why that is a pity


@dataclass(frozen=True)
class Advised:
    places: list[Place]

    @property
    def total(self) -> int:
        return sum(place.number for place in self.places)


def advised(profile: Profile) -> Advised:
    """In the order of the format. One query, and those of the rows."""
    by_page = groupby(open_spots(with_rows(profile)), lambda spot: page_of(profile, spot))
    return Advised([place_of(name, url, list(spots)) for (name, url), spots in by_page])


def place_of(name: str, url: str, spots: list[Spot]) -> Place:
    found = [note.advice for spot in spots for note in spot.notes]
    lacks = tuple(advice.reason for advice in found if advice.kind == "unavailable")
    return Place(name, url, len(found), lacks)


def page_of(profile: Profile, spot: Spot) -> tuple[str, str]:
    """Each arrangement has a page of its own."""
    if spot.part == PROVISIONS:
        return "Basisvoorzieningen", reverse("provisions", args=[profile.pk])
    section = profile.format.section(spot.part)
    name = f"Deel {section.number}, {section.short}"
    if spot.page:
        row = reverse("arrangement", args=[profile.pk, section.id, spot.page])
        return f"{name}, {name_of(profile.format, one_of(profile, spot.page))}", row
    return name, reverse("section", args=[profile.pk, section.id])


def one_of(profile: Profile, key: int) -> Arrangement:
    return next(row for row in profile.arrangements.all() if row.pk == key)
