from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from dekkend.analysis import words
from dekkend.analysis.coverage import coverage
from dekkend.analysis.drawings import MOST
from dekkend.analysis.progress import by_name, profiles_of, progress
from dekkend.analysis.standards import standards
from dekkend.process.gate import page
from dekkend.profile.base.road import brief_road
from dekkend.region.models import Alliance, Round
from dekkend.region.views import alliance_of

from .common import around

ROADS = 25


@page("see_progress", load=alliance_of)
def alliance(request: HttpRequest, alliance: Alliance) -> HttpResponse:
    """All that is known of the schools together; an adviser sees where they are, and nothing of what they offer."""
    context = around(request, alliance)
    if context["round"] is None:
        return render(request, "analysis/no_round.html", context)
    context |= on_the_road(context["round"], request.GET.get("bladzijde"))
    if context["sees_coverage"]:
        context |= together(context["round"])
    return render(request, "analysis/alliance.html", context)


def together(round: Round) -> dict[str, Any]:
    """Ten queries (two more with a round before), whatever the number of schools."""
    found, told = coverage(round), standards(round)
    return {
        "coverage": found,
        "headline": words.headline(found),
        "lead": words.lead(found),
        "standards": told,
        "number_of_standards": words.number(told.number),
        "number_of_lowest": words.number(told.lowest),
        "is_drawn": told.schools <= MOST,
    }


def on_the_road(round: Round, asked: str | None) -> dict[str, Any]:
    """Four queries."""
    found = progress(round)
    listed = Paginator(by_name(profiles_of(round)), ROADS).get_page(asked)
    return {
        "progress": found,
        "are_piled": found.schools <= MOST,
        "page": listed,
        "rows": [(profile, brief_road(profile)) for profile in listed],
    }
