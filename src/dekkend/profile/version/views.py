from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from dekkend.audit.models import Event
from dekkend.process.engine import blockers, has_role, may
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
from .told import head_told, heads_of

ON_A_PAGE = 50


@page("see_missing", load=profile_of)
def submit(request: HttpRequest, profile: Profile) -> HttpResponse:
    """What is still missing, each with where to repair it; what will happen; one button.

    Who wrote the profile sees the same, and tells the head, who alone may press it.
    """
    context = {
        "profile": profile,
        "road": road_of(profile, request.user, at="council"),
        "may_submit": may("submit", request.user, profile),
        "missing": missing(profile),
        "drafts": len(unread_drafts(profile)),
        "advised": advised(profile),
        "said": open_number(profile),
        "number": profile.versions.count() + 1,
        "last": profile.sealed,
    }
    if not context["may_submit"]:
        context |= {"heads": heads_of(profile), "told": head_told(profile)}
    return render(request, "version/submit.html", context)


@page("submit", load=profile_of)
@require_POST
def hand_in(request: HttpRequest, profile: Profile) -> HttpResponse:
    """The one press of the head."""
    version = actions.submit(profile, actor=request.user)
    messages.success(request, f"Versie {version.number} is ingediend. Het bestuur heeft bericht.")
    return redirect("version", profile.pk, version.number)


@page("tell_head", load=profile_of)
@require_POST
def tell_head(request: HttpRequest, profile: Profile) -> HttpResponse:
    """A letter to the head: it is ready."""
    actions.tell_head(profile, actor=request.user)
    messages.success(request, "De directeur heeft bericht: het profiel ligt klaar om in te dienen.")
    return redirect("submit", profile.pk)


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
    # What one press wrote has one time; by subject, what is alike stands together and becomes one line.
    events = Event.objects.at_place(profile.place).order_by("-at", "-subject", "-pk")
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
