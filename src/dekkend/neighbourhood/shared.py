"""What schools of a wijk have in common: limits they name, and what they want to improve."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from dekkend.analysis.models import BoundaryFact, ImprovementFact
from dekkend.formats.model import BoundaryElement, Item
from dekkend.region.models import Round, School

Schools = tuple[School, ...]


@dataclass(frozen=True)
class Limit:
    """A boundary and the schools that name it."""

    element: BoundaryElement
    schools: Schools
    is_risk: bool  # all schools of the wijk name it, and all are known: who needs it stands outside


@dataclass(frozen=True)
class Shared:
    """One item of the checklist that two schools or more want to work on."""

    item: Item
    points: tuple[tuple[School, str], ...]

    @property
    def schools(self) -> Schools:
        return tuple(dict.fromkeys(school for school, _ in self.points))


def limits_in(schools: Schools, round: Round) -> tuple[Limit, ...]:
    """In the order of the format; what all schools name comes first. One query."""
    having: dict[str, set[int]] = defaultdict(set)
    facts = BoundaryFact.objects.filter(round=round, school__in=schools)
    for element, key in facts.values_list("element", "school"):
        having[element].add(key)
    found = [
        Limit(
            element,
            tuple(school for school in schools if school.pk in having[element.id]),
            is_risk=len(schools) > 1 and len(having[element.id]) == len(schools),
        )
        for element in round.format.offer.elements
        if element.kind == "boundary" and having[element.id]
    ]
    return tuple(sorted(found, key=lambda limit: not limit.is_risk))


def shared_in(schools: Schools, round: Round) -> tuple[Shared, ...]:
    """In the order of the checklist. One query."""
    by_key = {school.pk: school for school in schools}
    points: dict[str, list[tuple[School, str]]] = defaultdict(list)
    facts = ImprovementFact.objects.filter(round=round, school__in=schools).exclude(source="")
    for source, key, title in facts.order_by("school__name", "pk").values_list("source", "school", "title"):
        points[source].append((by_key[key], title))
    found = (Shared(item, tuple(points[item.id])) for item in round.format.items if item.id in points)
    return tuple(one for one in found if len(one.schools) > 1)
