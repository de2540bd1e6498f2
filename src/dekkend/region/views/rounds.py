from django.contrib import messages
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from dekkend.process.gate import page
from dekkend.region.forms import AreaForm, RoundForm, ShapesForm
from dekkend.region.models import Alliance

from . import alliance_of


@page("manage_region", load=alliance_of)
def round_edit(request: HttpRequest, alliance: Alliance, first_year: int = 0) -> HttpResponse:
    """Open a round, or change its dates."""
    made = get_object_or_404(alliance.rounds, first_year=first_year) if first_year else None
    form = RoundForm(request.POST or None, alliance=alliance, round=made)
    if request.method == "POST" and form.is_valid():
        kept = form.save(actor=request.user)
        messages.success(request, f"De ronde {kept} is bewaard.")
        return redirect("region", alliance.slug)
    return render(request, "region/round.html", {"alliance": alliance, "form": form, "round": made})


@page("manage_region", load=alliance_of)
def areas(request: HttpRequest, alliance: Alliance) -> HttpResponse:
    """The areas with their number of schools; add one by hand."""
    form = AreaForm(request.POST or None, alliance=alliance)
    if request.method == "POST" and form.is_valid():
        area = form.save(actor=request.user)
        messages.success(request, f"Wijk {area} is bewaard.")
        return redirect("areas", alliance.slug)
    listed = alliance.areas.select_related("district").annotate(size=Count("schools"))
    return render(request, "region/areas.html", {"alliance": alliance, "areas": listed, "form": form})


@page("manage_region", load=alliance_of)
def shapes(request: HttpRequest, alliance: Alliance) -> HttpResponse:
    """Areas from a GeoJSON file: every feature becomes an area, or gets its shape anew."""
    form = ShapesForm(request.POST or None, request.FILES or None, alliance=alliance)
    if request.method == "POST" and form.is_valid():
        messages.success(request, f"{form.save(actor=request.user)} wijken bewaard.")
        return redirect("areas", alliance.slug)
    return render(request, "region/shapes.html", {"alliance": alliance, "form": form})
