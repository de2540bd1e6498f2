from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from dekkend.neighbourhood.models import AreaPlan
from dekkend.neighbourhood.queries import area_of, round_of
from dekkend.neighbourhood.together import together
from dekkend.process.engine import may
from dekkend.process.gate import page
from dekkend.region.models import Alliance, Area
from dekkend.region.views import alliance_of


@page("see_area", load=area_of)
def area(request: HttpRequest, area: Area) -> HttpResponse:
    """Needs by schools, what is uncovered or fragile, and the agreements."""
    round = round_of(area, request.GET.get("ronde"))
    plan = AreaPlan.objects.filter(area=area, round=round).prefetch_related("agreements", "sealed").first()
    context = {
        "area": area,
        "round": round,
        "view": together(area, round),
        "plan": plan,
        "needs": round.format.offer.needs,
        "may_edit": may("edit_plan", request.user, area),
        "may_seal": may("seal_plan", request.user, area),
    }
    return render(request, "neighbourhood/area.html", context)


@page("see_progress", load=alliance_of)
def areas_of(request: HttpRequest, alliance: Alliance) -> HttpResponse:
    """The wijken of a samenwerkingsverband, by stadsdeel."""
    present = Q(schools__is_gone=False)
    areas = alliance.areas.select_related("district").annotate(size=Count("schools", filter=present))
    return render(request, "neighbourhood/areas.html", {"alliance_here": alliance, "areas": areas})
