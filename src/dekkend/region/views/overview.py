from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from dekkend.process.gate import page
from dekkend.region.models import Alliance

from . import alliance_of


@page("see_region", load=alliance_of)
def overview(request: HttpRequest, alliance: Alliance) -> HttpResponse:
    """What there is to look after, in five lines."""
    counts = alliance.schools.aggregate(
        present=Count("pk", filter=Q(is_gone=False)),
        gone=Count("pk", filter=Q(is_gone=True)),
        unassigned=Count("pk", filter=Q(is_gone=False, area=None)),
    )
    return render(
        request,
        "region/overview.html",
        {
            "at_home": True,
            "alliance": alliance,
            "counts": counts,
            "areas": alliance.areas.count(),
            "boards": alliance.boards.count(),
            "rounds": alliance.rounds.all(),
            "catalogues": alliance.catalogues.all(),
        },
    )
