"""What the region knows of a school, by the names that a format may ask for (`Field.source`)."""

from __future__ import annotations

from typing import Any

from dekkend.region.models import PupilCount, School

# The key of the school in every register: a school does not write its own.
FIXED = ("brin6",)


def school_facts(school: School) -> dict[str, Any]:
    """As they stand in a content. DUO's phone number can be somebody's mobile: only a confirmed one is here."""
    count = PupilCount.objects.filter(school=school).order_by("-year").first()
    return {
        "name": school.name,
        "brin6": school.brin6,
        "kind": school.kind,
        "street": school.street,
        "postcode": school.postcode,
        "city": school.city,
        "board": str(school.board),
        "area": str(school.area or ""),
        "district": str(school.area.district) if school.area else "",
        "alliance": school.alliance.name,
        "denomination": school.denomination,
        "phone": school.phone if school.phone_confirmed else "",
        "email": school.email,
        "website": school.website,
        "pupils": count.pupils if count else None,
        "pupils_on": count.year if count else None,
    }


def proposed(facts: dict[str, Any], source: str, school: School) -> str:
    """A fact as a reader sees it: "basisonderwijs", "212"; "" when it is unknown."""
    if source == "kind":
        return str(school.get_kind_display())
    value = facts.get(source)
    return "" if value is None else str(value)


def unconfirmed(source: str, school: School) -> str:
    """What a register gives but nobody may publish before the school says so."""
    return school.phone if source == "phone" and not school.phone_confirmed else ""
