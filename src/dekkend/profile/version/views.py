from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from dekkend.audit.models import Event
from dekkend.process.engine import blockers, has_role
from dekkend.process.gate import page
from dekkend.profile.base.models import Profile
from dekkend.profile.base.queries import profile_of
from dekkend.profile.base.road import road_of
from dekkend.profile.writing.comments.queries import open_number
from dekkend.profile.writing.unread import unread_drafts

from . import actions
from .advised import advised
from .forms import RecallForm
from .log import entries
from .missing import missing

ON_A_PAGE = 50


@page("submit", load=profile_of)
def submit(request: HttpRequest, profile: Profile) -> HttpResponse:
    """What is still missing, each with where to repair it; what will happen; one button."""
    if request.method == "POST":
        version = actions.submit(profile, actor=request.user)
        messages.success(request, f"Versie {version.number} is ingediend. Het bestuur heeft bericht.")
        return redirect("version", profile.pk, version.number)
    context = {
        "profile": profile,
        "road": road_of(profile, request.user, at="council"),
        "missing": missing(profile),
        "drafts": len(unread_drafts(profile)),
        "advised": advised(profile),
        "said": open_number(profile),
        "number": profile.versions.count() + 1,
        "last": profile.sealed,
    }
    return render(request, "version/submit.html", context)


@page("recall", load=profile_of)
def recall(request: HttpRequest, profile: Profile) -> HttpResponse:
    """Before the council advised; with a reason that board and council read."""
    form = RecallForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.recall(profile, actor=request.user, **form.cleaned_data)
        messages.success(request, "Het profiel is teruggehaald. Je kunt het weer aanpassen.")
        return redirect("submit", profile.pk)
    context = {
        "profile": profile,
        "road": road_of(profile, request.user, at="council"),
        "form": form,
        "blockers": blockers("recall", profile, reason="…"),
    }
    return render(request, "version/recall.html", context, status=422 if form.errors else 200)


@page("see_log", load=profile_of)
def log(request: HttpRequest, profile: Profile) -> HttpResponse:
    """Wie, wat, wanneer. About eight queries, whatever the number of events."""
    inside = has_role("see_history", request.user, profile)
    events = Event.objects.at_place(profile.place).order_by("-at", "-pk")
    if not inside:  # what the team says of its texts stays in the school, also that it was said
        events = events.exclude(subject__startswith="comment/")
    listed = Paginator(events, ON_A_PAGE).get_page(request.GET.get("bladzijde"))
    context = {
        "profile": profile,
        "road": road_of(profile, request.user),
        "page": listed,
        "entries": entries(listed, profile.format),
        "inside": inside,
    }
    return render(request, "version/log.html", context)
