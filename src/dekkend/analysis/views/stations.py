"""The schools that are at one station of the road."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from dekkend.analysis.progress import DONE, LATE, STATIONS, profiles_at
from dekkend.process.gate import page
from dekkend.profile.base.road import NAMES, brief_road
from dekkend.region.models import Alliance
from dekkend.region.views import alliance_of

from .alliance import ROADS
from .common import round_asked

TITLES = {
    DONE: "Gepubliceerd",
    LATE: "Later dan afgesproken",
    **{slug: NAMES[key] for slug, key in STATIONS.items()},
}


@page("see_progress", load=alliance_of)
def station(request: HttpRequest, alliance: Alliance, station: str) -> HttpResponse:
    context, round = round_asked(request, alliance)
    if station not in TITLES:
        raise Http404
    listed = Paginator(profiles_at(round, station), ROADS).get_page(request.GET.get("bladzijde"))
    context |= {
        "title": TITLES[station],
        "is_late": station == LATE,
        "until": round.until(STATIONS.get(station, "")),
        "page": listed,
        "rows": [(profile, brief_road(profile)) for profile in listed],
    }
    return render(request, "analysis/station.html", context)
