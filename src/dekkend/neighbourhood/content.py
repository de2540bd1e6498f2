"""The plan as data: what is sealed, and what a paper is made of."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from .models import AreaPlan
from .together import Line, Together, together

Content = dict[str, Any]


def content_of(plan: AreaPlan) -> Content:
    """Agreements, and what the schools of the wijk offered on this day."""
    area, round = plan.area, plan.round
    view = together(area, round)
    return {
        "area": area.name,
        "district": area.district.name,
        "alliance": area.alliance.name,
        "accent": area.alliance.accent,
        "areas_note": area.alliance.areas_note,
        "example": area.alliance.is_example,
        "schooljaar": round.schooljaar,
        "format": round.format_ref,
        "schools": names(view.schools),
        "special": names(view.special),
        "unknown": names(view.unknown),
        "pupils": view.pupils,
        "uncounted": view.uncounted,
        "counted_in": view.year,
        "lines": [line_of(line) for line in view.lines],
        "limits": limits_of(view),
        "shared": shared_of(view),
        "agreements": [agreement.values() for agreement in plan.agreements.all()],
    }


def names(schools: Iterable[Any]) -> list[str]:
    return [str(school) for school in schools]


def line_of(line: Line) -> Content:
    return {
        "need": line.need.id,
        "level": line.level,
        "offering": names(line.offering),
        "short": names(line.short),
    }


def limits_of(view: Together) -> list[Content]:
    return [
        {"element": limit.element.id, "schools": names(limit.schools), "is_risk": limit.is_risk}
        for limit in view.limits
    ]


def shared_of(view: Together) -> list[Content]:
    return [
        {
            "item": one.item.id,
            "points": [{"school": str(school), "title": title} for school, title in one.points],
        }
        for one in view.shared
    ]
