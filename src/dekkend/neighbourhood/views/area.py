from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from dekkend.analysis.listing import by_offer, listing, schools_in
from dekkend.analysis.offers import TITLES, offers_of
from dekkend.analysis.places import AREA
from dekkend.audit.models import Event
from dekkend.kit.sheet import csv_response
from dekkend.neighbourhood.forms import AgreementForm
from dekkend.neighbourhood.models import AreaPlan
from dekkend.neighbourhood.queries import area_of
from dekkend.neighbourhood.sheet import rows_of
from dekkend.neighbourhood.together import Together, together
from dekkend.neighbourhood.words import headline, lead
from dekkend.process.gate import page
from dekkend.region.models import Alliance, Area, School
from dekkend.region.views import alliance_of

from .common import around

BESIDE = 16  # schools beside each other on one page


@page("see_area", load=area_of)
def area(request: HttpRequest, area: Area) -> HttpResponse:
    """What stands out, the schools beside each other, what they share, and the plan."""
    context = around(request, area)
    view = together(area, context["round"])
    plans = AreaPlan.objects.filter(area=area, round=context["round"])
    plan = plans.prefetch_related("agreements", "sealed").first()
    context |= {"view": view, "plan": plan, "agreements": agreements_of(plan, context["round"].format.offer)}
    context |= {"headline": headline(view, area), "lead": lead(view)}
    context |= beside(view, request.GET.get("bladzijde"))
    context["removal"] = removal_of(area, request.GET.get("weg", ""))
    return render(request, "neighbourhood/area.html", context)


def beside(view: Together, asked: str | None) -> dict[str, Any]:
    """The part of a very large wijk that fits on one page; of any other, all of it."""
    page = Paginator(view.schools, BESIDE).get_page(asked)
    start = max(0, page.start_index() - 1)
    rows = [(line, line.cells[start : start + BESIDE]) for line in view.lines]
    return {"page": page, "rows": rows}


def agreements_of(plan: AreaPlan | None, offer: Any) -> list[tuple[Any, AgreementForm]]:
    found = plan.agreements.all() if plan else ()
    return [(agreement, AgreementForm(offer=offer, agreement=agreement)) for agreement in found]


def removal_of(area: Area, key: str) -> Event | None:
    """What was just taken away, to be put back."""
    try:
        return Event.objects.filter(place=area.place, act="remove", pk=key).first() if key else None
    except (ValueError, ValidationError):
        return None


@page("see_area", load=area_of)
def area_need(request: HttpRequest, area: Area, need: str) -> HttpResponse:
    """One need: what each school of the wijk offers for it, in its own words."""
    context = around(request, area)
    round = context["round"]
    asked = next((one for one in round.format.offer.needs if one.id == need), None)
    if asked is None:
        raise Http404
    schools = by_offer(schools_in(round, AREA, area.pk), round, asked.id)
    found = listing(schools, round, TITLES, request.GET.get("bladzijde"))
    offers_of(found, round, asked.id)
    context |= {"need": asked, "listing": found, "page": found.page}
    return render(request, "neighbourhood/need.html", context)


@page("see_area", load=area_of)
def area_csv(request: HttpRequest, area: Area) -> HttpResponse:
    round = around(request, area)["round"]
    return csv_response(f"wijk-{area.pk}-{round.schooljaar}.csv", rows_of(area, together(area, round)))


@page("see_progress", load=alliance_of)
def areas_of(request: HttpRequest, alliance: Alliance) -> HttpResponse:
    """The wijken of a samenwerkingsverband, by stadsdeel."""
    request.alliance = alliance  # type: ignore[attr-defined]
    regular = Q(schools__is_gone=False, schools__kind=School.Kind.BO)
    known = regular & Q(
        schools__profiles__round=alliance.rounds.first(), schools__profiles__adopted__isnull=False
    )
    areas = alliance.areas.select_related("district").defer("shape")
    counted = areas.annotate(
        size=Count("schools", filter=regular, distinct=True),
        known=Count("schools", filter=known, distinct=True),
    )
    context = {"alliance": alliance, "areas": list(counted), "round": alliance.rounds.first()}
    return render(request, "neighbourhood/areas.html", context)
