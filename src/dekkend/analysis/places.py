"""Where schools are counted: per wijk, or per stadsdeel when there are too many wijken for one table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Max, QuerySet, Sum

from dekkend.profile.base.models import Profile
from dekkend.region.models import Area, PupilCount, Round, School

MOST = 20  # columns in one table

AREA, DISTRICT, CITY, ALL, LOOSE = "wijk", "stadsdeel", "stad", "alle", "zonder"
# Path from a school to the place it is counted in.
PATHS = {AREA: "area", DISTRICT: "area__district"}

Key = tuple[int | None, bool]  # place, and whether the school is a regular one


@dataclass(frozen=True)
class Place:
    """One column. `pupils` are those of schools whose number is known; `uncounted` schools have none."""

    kind: str
    key: int  # of the area or district; 0 for the stedelijke voorzieningen together, -1 for who is in no area
    name: str
    schools: int
    known: int  # schools with an adopted version in this round
    pupils: int = 0
    uncounted: int = 0

    @property
    def slug(self) -> str:
        """As in an address: "wijk-12", "stadsdeel-3", "stad"."""
        return f"{self.kind}-{self.key}" if self.key else self.kind

    @property
    def is_known(self) -> bool:
        return self.schools > 0 and self.known == self.schools

    @property
    def is_city(self) -> bool:
        return self.kind == CITY

    @property
    def is_column(self) -> bool:
        """A wijk or a stadsdeel: in the figures."""
        return self.kind in PATHS


@dataclass(frozen=True)
class Places:
    columns: tuple[Place, ...]
    city: Place  # sbo and so: offer of the samenwerkingsverband, counted apart (rulings 12)
    loose: Place  # regular schools without an area: in no column, and said so
    year: int | None  # of the count of pupils
    kind: str  # AREA or DISTRICT

    @property
    def path(self) -> str:
        return PATHS[self.kind]

    @property
    def unplaced(self) -> int:
        return self.loose.schools


def places_of(round: Round) -> Places:
    """Five queries, whatever the number of schools."""
    kind, names = columns_of(round)
    path = PATHS[kind]
    sizes = counted(present(round), path)
    known = counted(present(round).filter(pk__in=known_schools(round)), path)
    year, pupils, told = pupils_of(round, path)
    columns = tuple(
        Place(
            kind,
            key,
            name,
            schools=sizes[key, True],
            known=known[key, True],
            pupils=pupils[key],
            uncounted=sizes[key, True] - told[key],
        )
        for key, name in names
    )
    city = Place(CITY, 0, "Stedelijk", schools=outside(sizes), known=outside(known))
    loose = Place(LOOSE, -1, "Nog niet in een wijk", schools=sizes[None, True], known=known[None, True])
    return Places(columns, city, loose, year, kind)


def columns_of(round: Round) -> tuple[str, list[tuple[int, str]]]:
    """Areas, or districts when there are more than MOST areas, in the order of the samenwerkingsverband."""
    areas = list(Area.objects.filter(alliance=round.alliance_id).select_related("district").defer("shape"))
    if len(areas) <= MOST:
        return AREA, [(area.pk, area.name) for area in areas]
    districts = sorted({area.district for area in areas}, key=lambda one: (one.position, one.name))
    return DISTRICT, [(district.pk, district.name) for district in districts]


def present(round: Round) -> QuerySet[School]:
    return School.objects.present().filter(alliance=round.alliance_id)


def known_schools(round: Round) -> QuerySet[Profile, Any]:
    """Keys of schools with an adopted version in this round; a submitted or returned one does not count."""
    return Profile.objects.in_round(round).filter(adopted__isnull=False).values("school")


def counted(schools: QuerySet[School], path: str) -> defaultdict[Key, int]:
    rows = schools.order_by().values_list(path, "kind").annotate(n=Count("pk"))
    found: defaultdict[Key, int] = defaultdict(int)
    for place, kind, number in rows:
        found[place, kind == School.Kind.BO] += number
    return found


def outside(counts: defaultdict[Key, int]) -> int:
    """Schools for sbo and so, wherever they stand."""
    return sum(number for (_, is_regular), number in counts.items() if not is_regular)


def pupils_of(round: Round, path: str) -> tuple[int | None, defaultdict[int, int], defaultdict[int, int]]:
    """Year of the count, pupils per place, and schools whose number is known.

    "<5" and a school that is missing are unknown: they are in neither number (rulings 9).
    """
    counts, year = counts_of(round), year_of(round)
    rows: Iterable[tuple[int | None, int | None, int]] = (
        counts.filter(year=year or 0, school__kind=School.Kind.BO, school__is_gone=False)
        .order_by()
        .values_list(f"school__{path}")
        .annotate(total=Sum("pupils"), told=Count("pupils"))
    )
    pupils: defaultdict[int, int] = defaultdict(int)
    told: defaultdict[int, int] = defaultdict(int)
    for place, number, schools in rows:
        if place is not None:
            pupils[place], told[place] = number or 0, schools
    return year, pupils, told


def counts_of(round: Round) -> QuerySet[PupilCount]:
    return PupilCount.objects.filter(school__alliance=round.alliance_id, year__lte=round.first_year)


def year_of(round: Round) -> int | None:
    """Year of the latest count before the round ends; None when there is none."""
    year: int | None = counts_of(round).aggregate(last=Max("year"))["last"]
    return year
