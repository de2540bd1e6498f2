from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from dekkend.kit.sheet import csv_response
from dekkend.process.gate import page
from dekkend.region.forms import AssignForm, AssignmentsForm, SchoolForm
from dekkend.region.models import Alliance

from . import alliance_of

PER_PAGE = 40


@page("see_region", load=alliance_of)
def schools(request: HttpRequest, alliance: Alliance) -> HttpResponse:
    """All schools with board and area; an area can be chosen in the row."""
    found = alliance.schools.select_related("board", "area").with_pupils()
    if request.GET.get("zonder") == "wijk":
        found = found.filter(area=None, is_gone=False)
    listed = Paginator(found, PER_PAGE).get_page(request.GET.get("bladzijde"))
    form = AssignForm(alliance=alliance, schools=listed.object_list)
    return render(request, "region/schools.html", {"alliance": alliance, "page": listed, "form": form})


@page("manage_region", load=alliance_of)
def assignments(request: HttpRequest, alliance: Alliance) -> HttpResponse:
    """Save the areas chosen in the rows, or read them from a CSV: vestigingscode;wijk."""
    if request.method == "POST" and "file" in request.FILES:
        form: Any = AssignmentsForm(request.POST, request.FILES, alliance=alliance)
    else:
        form = AssignForm(request.POST, alliance=alliance, schools=alliance.schools.all())
    if request.method == "POST" and form.is_valid():
        moved = form.save(actor=request.user)
        messages.success(
            request, f"{moved} scholen in een andere wijk gezet." if moved else "Er is niets veranderd."
        )
        return redirect("schools", alliance.slug)
    if not isinstance(form, AssignmentsForm):
        form = AssignmentsForm(alliance=alliance)
    return render(request, "region/assignments.html", {"alliance": alliance, "form": form})


@page("see_region", load=alliance_of)
def schools_csv(request: HttpRequest, alliance: Alliance) -> HttpResponse:
    found = alliance.schools.select_related("board", "area__district")
    rows = [
        (school.brin6, school, school.board, school.area.district if school.area else "", school.area)
        for school in found
    ]
    return csv_response("scholen.csv", [("vestigingscode", "school", "bestuur", "stadsdeel", "wijk"), *rows])


@page("manage_region", load=alliance_of)
def school_edit(request: HttpRequest, alliance: Alliance, brin6: str = "") -> HttpResponse:
    """Correct a school, or add one that is in no file of DUO."""
    school = get_object_or_404(alliance.schools, brin6=brin6) if brin6 else None
    form = SchoolForm(request.POST or None, instance=school, alliance=alliance)
    if request.method == "POST" and form.is_valid():
        form.keep(actor=request.user)
        messages.success(request, f"{form.instance} is bewaard.")
        return redirect("schools", alliance.slug)
    return render(request, "region/school.html", {"alliance": alliance, "form": form, "school": school})
