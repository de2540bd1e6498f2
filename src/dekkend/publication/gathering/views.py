"""The page on which the samenwerkingsverband asks for the papers of a round, sees how far they are, and takes them."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from dekkend.process.gate import page
from dekkend.profile.version.papers import PUBLIC
from dekkend.region.models import Alliance, Round
from dekkend.region.views import alliance_of

from .actions import PAGE, ask
from .jobs import zip_of
from .queries import current, downloadable
from .sources import versions_in, without_version


def round_of(request: HttpRequest, alliance: Alliance, first_year: int) -> Round:
    request.alliance = alliance  # type: ignore[attr-defined]  # for its name and colour in the shell
    found: Round = get_object_or_404(alliance.rounds, first_year=first_year)
    found.alliance = alliance
    return found


@page("gather_papers", load=alliance_of)
def round_papers(request: HttpRequest, alliance: Alliance, first_year: int) -> HttpResponse:
    """Eleven queries, whatever the number of schools."""
    round = round_of(request, alliance, first_year)
    now, ready = current(round), downloadable(round)
    context: dict[str, Any] = {
        "alliance": alliance,
        "round": round,
        "rounds": alliance.rounds.all(),
        "known": versions_in(round, PAGE).order_by().count(),
        "missing": without_version(round, PAGE),
        "now": now,
        "is_busy": bool(now and now.is_open and not now.is_silent),
        "ready": ready if ready and zip_of(ready.name).exists() else None,
        "kinds": list(PUBLIC.values()),
    }
    return render(request, "publication/gathering.html", context)


@page("gather_papers", load=alliance_of)
@require_POST
def gather_papers(request: HttpRequest, alliance: Alliance, first_year: int) -> HttpResponse:
    _, is_begun = ask(round_of(request, alliance, first_year), actor=request.user)
    if not is_begun:
        messages.info(request, "Het bestand wordt al gemaakt. Er begint geen tweede.")
    return redirect("round_papers", alliance.slug, first_year)


@page("gather_papers", load=alliance_of)
def gathered(request: HttpRequest, alliance: Alliance, first_year: int) -> HttpResponse:
    """The zip, piece by piece from the disk."""
    round = round_of(request, alliance, first_year)
    ready = downloadable(round)
    try:
        file = zip_of(ready.name).open("rb") if ready else None
    except FileNotFoundError:
        file = None
    if file is None:
        raise Http404
    name = f"papieren-{alliance.slug}-{round.schooljaar}.zip"
    response: Any = FileResponse(file, as_attachment=True, filename=name, content_type="application/zip")
    response["Content-Encoding"] = "identity"  # compressed already; the middleware leaves it alone
    response["Cache-Control"] = "private, no-store"
    return response
