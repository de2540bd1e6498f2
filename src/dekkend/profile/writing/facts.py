"""What the region knows of a school, by the names that a format may ask for (`Field.source`)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from dekkend.region.models import PupilCount, School

# The key of the school in every register: a school does not write its own.
FIXED = ("brin6",)

FACTS: dict[str, Callable[[School], str]] = {
    "name": lambda school: school.name,
    "brin6": lambda school: school.brin6,
    "kind": lambda school: str(school.kind),
    "street": lambda school: school.street,
    "postcode": lambda school: school.postcode,
    "city": lambda school: school.city,
    "board": lambda school: str(school.board),
    "area": lambda school: str(school.area or ""),
    "district": lambda school: str(school.area.district) if school.area else "",
    "alliance": lambda school: school.alliance.name,
    "denomination": lambda school: school.denomination,
    # DUO's phone number can be somebody's mobile: only a confirmed one is given.
    "phone": lambda school: school.phone if school.phone_confirmed else "",
    "email": lambda school: school.email,
    "website": lambda school: school.website,
}


def school_facts(school: School) -> dict[str, Any]:
    """All of them, as they stand in a content. Two queries."""
    return {**{name: of(school) for name, of in FACTS.items()}, **counted(school)}


def counted(school: School) -> dict[str, int | None]:
    count = PupilCount.objects.filter(school=school).order_by("-year").first()
    return {"pupils": count.pupils if count else None, "pupils_on": count.year if count else None}


def is_known(school: School, source: str) -> bool:
    """The region can fill in this fact. Costs a query for the pupils only."""
    known = FACTS[source](school) if source in FACTS else counted(school).get(source)
    return known not in (None, "")


def shown(facts: dict[str, Any], source: str, school: School) -> str:
    """A fact as a reader sees it: "basisonderwijs", "212"; "" when it is unknown."""
    if source == "kind":
        return str(school.get_kind_display())
    value = facts.get(source)
    return "" if value is None else str(value)


def unconfirmed(school: School, source: str) -> str:
    """What a register gives but nobody may publish before the school says so."""
    return school.phone if source == "phone" and not school.phone_confirmed else ""
