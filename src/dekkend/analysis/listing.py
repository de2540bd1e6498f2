"""The schools behind a figure, in groups: the words of a group are the figure, the rest is in order of name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Case, Count, IntegerField, QuerySet, Value, When

from dekkend.formats.model import Value as ScaleValue
from dekkend.region.models import Round, School

from .models import AnswerFact, OfferFact, StandardFact
from .places import ALL, AREA, CITY, DISTRICT, known_schools, present
from .versions import Versions, made_otherwise, where

PER_PAGE = 40

OFFERS, SHORT, NOTHING, UNKNOWN = range(4)


@dataclass(frozen=True)
class Group:
    number: int  # as annotated on a school: `standing`
    title: str
    mark: str
    count: int
    schools: tuple[School, ...] = ()  # those on this page

    @property
    def has_words(self) -> bool:
        """Its schools have something to say besides their name."""
        return any(
            getattr(school, "offers", None) or getattr(school, "missing", None) for school in self.schools
        )


@dataclass(frozen=True)
class Listing:
    groups: tuple[Group, ...]  # those with schools on this page
    counts: tuple[Group, ...]  # all of them
    page: Page[School]


def schools_in(round: Round, kind: str, key: int) -> QuerySet[School]:
    """Schools that one cell counts: regular ones of a wijk, a stadsdeel or all, or the stedelijke ones."""
    schools = present(round)
    if kind == CITY:
        return schools.exclude(kind=School.Kind.BO)
    regular = schools.filter(kind=School.Kind.BO)
    path = {AREA: "area", DISTRICT: "area__district", ALL: ""}[kind]
    return regular.filter(**{path: key}) if path else regular


def by_offer(schools: QuerySet[School], round: Round, need: str) -> QuerySet[School]:
    """Adds `standing`: OFFERS, SHORT, NOTHING or UNKNOWN."""
    facts = OfferFact.objects.filter(round=round, need=need)
    return schools.annotate(
        standing=Case(
            When(pk__in=facts.filter(is_complete=True).values("school"), then=Value(OFFERS)),
            When(pk__in=facts.values("school"), then=Value(SHORT)),
            When(pk__in=known_schools(round), then=Value(NOTHING)),
            default=Value(UNKNOWN),
            output_field=IntegerField(),
        )
    )


def by_value(
    schools: QuerySet[School],
    round: Round,
    values: tuple[ScaleValue, ...],
    versions: Versions,
    *,
    question: str = "",
    item: str = "",
) -> QuerySet[School]:
    """Adds `standing`: the place of the value in `values`; after the last what is unknown, then whose version of
    the checklist asks it otherwise.
    """
    kind, key = ("item", item) if item else ("question", question)
    model: Any = AnswerFact if item else StandardFact
    facts: QuerySet[Any] = model.objects.filter(where(versions, kind, [key]), round=round)
    apart = (
        [When(pk__in=made_otherwise(round, versions, kind, key), then=Value(len(values) + 1))]
        if versions.apart(kind, key)
        else []
    )
    # Each list of keys is read once; a look-up per school would cost seconds for a whole country.
    return schools.annotate(
        standing=Case(
            *(
                When(pk__in=facts.filter(value=value.id).values("school"), then=Value(number))
                for number, value in enumerate(values)
            ),
            *apart,
            default=Value(len(values)),
            output_field=IntegerField(),
        )
    )


def in_groups(schools: QuerySet[School]) -> QuerySet[School]:
    """By the annotated `standing`, and within it by name."""
    near: QuerySet[Any] = schools.select_related("area").defer("area__shape")
    return near.order_by("standing", "name", "brin6")


def listing(
    schools: QuerySet[School], round: Round, titles: Sequence[tuple[Any, str]], asked: str | None
) -> Listing:
    """Groups of `titles` (words, kind of mark) by the annotated `standing`. Four queries.

    Every school on the page gets `profile`: the key of its adopted profile, and `is_published`.
    """
    counts = dict(schools.order_by().values_list("standing").annotate(n=Count("pk")))  # type: ignore[misc]  # annotated by by_offer
    groups = tuple(
        Group(number, title, mark, counts.get(number, 0)) for number, (title, mark) in enumerate(titles)
    )
    ordered = in_groups(schools)
    page = Paginator(ordered, PER_PAGE).get_page(asked)
    here = list(page.object_list)
    page.object_list = here
    with_profiles(here, round)
    return Listing(
        tuple(shown for group in groups if (shown := with_schools(group, here)).schools), groups, page
    )


def with_schools(group: Group, schools: list[School]) -> Group:
    mine = tuple(school for school in schools if school.standing == group.number)  # type: ignore[attr-defined]
    return Group(group.number, group.title, group.mark, group.count, mine)


def with_profiles(schools: list[School], round: Round) -> None:
    """Give each school `profile` (the key of its adopted profile, or None) and `is_published`. One query."""
    found = known_schools(round).filter(school__in=schools).values_list("school", "pk", "state")
    profiles = {school: (key, state) for school, key, state in found}
    for school in schools:
        key, state = profiles.get(school.pk, (None, ""))
        school.profile, school.is_published = key, state == "published"  # type: ignore[attr-defined]
