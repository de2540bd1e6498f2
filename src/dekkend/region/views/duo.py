from dataclasses import asdict

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from dekkend.kit import previews
from dekkend.process.engine import actor_of
from dekkend.process.gate import page
from dekkend.region.duo.actions import apply, apply_pupils
from dekkend.region.duo.changes import compare
from dekkend.region.duo.rows import SchoolRow
from dekkend.region.forms import DuoForm, PupilsForm
from dekkend.region.models import Alliance

from . import alliance_of

KEPT = "duo"  # what was read waits in the session until it is confirmed


@page("manage_region", load=alliance_of)
def duo(request: HttpRequest, alliance: Alliance) -> HttpResponse:
    """Choose a file; see what it will change; only then change it."""
    form = DuoForm(request.POST or None, request.FILES or None)
    changes, mark = None, ""
    if request.method == "POST" and form.is_valid():
        rows, gemeente = form.cleaned_data["rows"], form.cleaned_data["gemeente"]
        told = {"of": alliance.pk, "rows": [asdict(row) for row in rows], "gemeente": gemeente}
        mark = previews.lay(request, KEPT, told)
        changes = compare(alliance, rows, gemeente=gemeente)
    context = {"alliance": alliance, "form": form, "changes": changes, "mark": mark}
    return render(request, "region/duo.html", context)


@page("manage_region", load=alliance_of)
def duo_confirmation(request: HttpRequest, alliance: Alliance) -> HttpResponse:
    kept = previews.laid(request, KEPT)
    if request.method != "POST" or kept is None or kept["of"] != alliance.pk:
        messages.warning(request, "Kies eerst een bestand. Daarna zie je wat er verandert.")
        return redirect("duo", alliance.slug)
    # Compared anew: somebody may have changed a school since the preview.
    changes = compare(alliance, [SchoolRow(**row) for row in kept["rows"]], gemeente=kept["gemeente"])
    previews.done(request, KEPT)
    apply(alliance, changes, actor=actor_of("manage_region", request.user, alliance))
    messages.success(request, f"Bijgewerkt: {changes.summary()}.")
    return redirect("schools", alliance.slug)


@page("manage_region", load=alliance_of)
def pupils(request: HttpRequest, alliance: Alliance) -> HttpResponse:
    form = PupilsForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        who = actor_of("manage_region", request.user, alliance)
        count = apply_pupils(alliance, form.cleaned_data["counts"], actor=who)
        messages.success(request, f"Leerlingen van {count} scholen bijgewerkt.")
        return redirect("schools", alliance.slug)
    return render(request, "region/pupils.html", {"alliance": alliance, "form": form})
