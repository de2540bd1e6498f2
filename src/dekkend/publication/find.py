"""Searching all schools: by need, by place, by words. Public, so with a constant number of queries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Prefetch, Q

from dekkend.formats.model import SupportNeed
from dekkend.formats.queries import get_format
from dekkend.region.models import Alliance, Area, Round, School
from dekkend.region.queries import SchoolQuerySet
from dekkend.region.shapes import Point, kilometres

from .maps import Map, draw
from .models import OfferedNeed, Publication
from .places import point_of, postcode4
from .queries import PublicationQuerySet, has_words
from .stems import asked, words

PER_PAGE = 25
Placed = tuple[int, float | None, float | None]  # key, longitude, latitude


@dataclass(frozen=True)
class Wish:
    need: str = ""
    where: str = ""
    words: str = ""
    alliance: str = ""  # slug

    @property
    def home(self) -> Point | None:
        return point_of(postcode4(self.where))

    @property
    def is_empty(self) -> bool:
        return not (self.need or self.where or self.words)


@dataclass(frozen=True)
class Result:
    number: int
    school: School
    publication: Publication | None
    offered: OfferedNeed | None  # of the need that was asked
    far: str  # "ongeveer 2 km"

    @property
    def needs(self) -> list[str]:
        """All needs this school does more for, as ids; read from what was prefetched."""
        return [row.need for row in self.publication.needs.all()] if self.publication else []


@dataclass(frozen=True)
class Found:
    page: Page[Any]
    results: list[Result]
    map: Map | None
    unknown: int  # schools without a published profile: not searched by need or words


def find(wish: Wish, number: Any = 1) -> Found:
    """Six queries, whatever is found."""
    schools = everyone(wish.alliance)
    placed = list(chosen(schools, wish).values_list("pk", "longitude", "latitude"))
    far = distances(placed, wish.home)
    if wish.home:
        placed.sort(key=lambda row: far.get(row[0], 1e9))
    page = Paginator([key for key, *_ in placed], PER_PAGE).get_page(number)
    results = shown(page, wish, far)
    return Found(page, results, drawn(results, schools, wish), unknown(schools))


def everyone(alliance: str) -> SchoolQuerySet:
    schools: SchoolQuerySet = School.objects.present()
    return schools.filter(alliance__slug=alliance) if alliance else schools


def chosen(schools: SchoolQuerySet, wish: Wish) -> SchoolQuerySet:
    """By name; who asks for words finds them in the profile or in the name."""
    public = Publication.objects.in_force()
    if wish.need:
        schools = schools.filter(pk__in=public.filter(needs__need=wish.need).values("school"))
    if wish.words:
        schools = schools.filter(told(public, wish.words))
    if wish.where and not wish.home:
        schools = schools.filter(near(wish.where))
    return schools


def told(public: PublicationQuerySet, text: str) -> Q:
    stems = asked(text)
    named = Q(name__icontains=text.strip())
    return named | Q(pk__in=public.filter(has_words(stems)).values("school")) if stems else named


def near(where: str) -> Q:
    """A town, district or area; each word must be in one of them: "Almere Haven"."""
    q = Q()
    for word in words(where)[:6]:
        fields = ("city", "area__name", "area__district__name")
        q &= Q(*((f"{field}__icontains", word) for field in fields), _connector=Q.OR)
    return q


def distances(placed: Iterable[Placed], home: Point | None) -> dict[int, float]:
    """Kilometres as the crow flies, by key of the school; {} when nobody asked."""
    if home is None:
        return {}
    return {key: kilometres(home, (x, y)) for key, x, y in placed if x is not None and y is not None}


def shown(page: Page[Any], wish: Wish, far: dict[int, float]) -> list[Result]:
    """The schools of one page, in its order. Three queries."""
    public = Publication.objects.in_force().defer("search_text").prefetch_related("needs")
    rows = School.objects.select_related("area__district", "alliance")
    rows = rows.prefetch_related(Prefetch("publications", public, to_attr="in_force"))
    by_key: dict[int, Any] = rows.in_bulk(page.object_list)
    results = []
    for number, key in enumerate(page.object_list, page.start_index() or 1):
        school = by_key[key]
        publication = next(iter(school.in_force), None)
        needs = publication.needs.all() if publication else []
        offered = next((row for row in needs if row.need == wish.need), None)
        results.append(Result(number, school, publication, offered, about(far.get(key))))
    return results


def about(km: float | None) -> str:
    """The point of a postcode is good to a kilometre: no more is promised."""
    if km is None:
        return ""
    return "minder dan 1 km" if km < 0.75 else f"ongeveer {km:.0f} km"


def drawn(results: list[Result], schools: SchoolQuerySet, wish: Wish) -> Map | None:
    """Two queries. With several samenwerkingsverbanden there is a map once one is chosen."""
    areas = Area.objects.select_related("district", "alliance").filter(
        alliance__in=schools.values("alliance")
    )
    if len({area.alliance_id for area in areas}) != 1:
        return None
    dots = [
        (row.number, f"{row.number}, {row.school.name}", (row.school.longitude, row.school.latitude))
        for row in results
        if row.school.longitude is not None and row.school.latitude is not None
    ]
    on_page = {row.school.pk for row in results}
    points = schools.filter(longitude__isnull=False).values_list("pk", "longitude", "latitude")
    others = [(x, y) for key, x, y in points if key not in on_page and x is not None and y is not None]
    return draw(list(areas), dots, others, wish.home)


def unknown(schools: SchoolQuerySet) -> int:
    return schools.exclude(pk__in=Publication.objects.in_force().values("school")).count()


def known_needs() -> list[SupportNeed]:
    """The needs of all formats in use, each once. One query."""
    refs = Round.objects.order_by("-first_year").values_list("format_ref", flat=True)
    needs: dict[str, SupportNeed] = {}
    for ref in dict.fromkeys(refs):
        for need in get_format(ref).offer.needs:
            needs.setdefault(need.id, need)
    return list(needs.values())


def known_alliances() -> list[Alliance]:
    return list(Alliance.objects.all())
