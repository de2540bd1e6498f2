from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from dekkend.audit.models import Event
from dekkend.process.engine import may
from dekkend.process.gate import page
from dekkend.profile.base.models import Profile
from dekkend.profile.base.queries import profile_of
from dekkend.profile.base.road import road_of
from dekkend.profile.writing import actions as writing
from dekkend.profile.writing.actions.yearly import carried_now
from dekkend.profile.writing.parts import parts_of
from dekkend.profile.writing.queries import with_rows
from dekkend.profile.writing.unchanged import carried_of, year_of
from dekkend.profile.writing.views.paths import of_part, of_text
from dekkend.profile.writing.views.rows import event_or_404

from . import actions
from .page import shown
from .taking import take_text, untake_text


@page("see_writing", load=profile_of)
def last_year(request: HttpRequest, profile: Profile) -> HttpResponse:
    """What came along, and what is to be looked at of it this year."""
    carried = carried_of(profile)
    if carried is None:
        return redirect("writing", profile.pk)
    context = {
        "profile": profile,
        "road": road_of(profile, request.user, at="profile"),
        "can_write": may("write", request.user, profile),
        "carried": carried,
    }
    return render(request, "writing/last_year.html", context | shown(profile, carried))


@page("write", load=profile_of)
@require_POST
def confirm(request: HttpRequest, profile: Profile) -> HttpResponse:
    """ "Alles klopt nog" of one part, or no longer. Back to where one pressed."""
    key = request.POST.get("part", "")
    if key not in {part.key for part in parts_of(with_rows(profile))}:
        raise Http404
    holds = request.POST.get("holds") == "yes"
    writing.confirm_part(profile, key, holds=holds, actor=request.user)
    if request.POST.get("from") == "part":
        return redirect(of_part(profile, key))
    return redirect(
        f"{reverse('last_year', args=[profile.pk])}#deel-{following(profile, key) if holds else key}"
    )


def following(profile: Profile, key: str) -> str:
    """The part to read next: the first after this one that nobody looked at, else the first of all; this one when all
    were.
    """
    carried, parts = carried_now(profile), [part.key for part in parts_of(profile)]
    order = [*parts[parts.index(key) :], *parts]
    return next((each for each in order if year_of(profile, carried, each).state == "open"), key)


@page("write", load=profile_of)
@require_POST
def take(request: HttpRequest, profile: Profile) -> HttpResponse:
    """Last year's words in the place of what stands at one spot, or the way back; back to there."""
    if "undo" in request.POST:
        taken = event_or_404(Event.objects.filter(place=profile.place, act="take_text"), request.POST["undo"])
        row = untake_text(profile, taken, actor=request.user)
        messages.success(request, "Er staat weer wat er stond.")
        return redirect(of_text(profile, row))
    spot, _, seen = request.POST.get("take", "").rpartition(":")
    row, event = take_text(profile, spot, seen=seen, actor=request.user)
    return redirect(of_text(profile, row, f"genomen={spot}:{event.pk}" if event else ""))


@page("write", load=profile_of)
@require_POST
def walk(request: HttpRequest, profile: Profile) -> HttpResponse:
    """A changed answer was looked at, or not after all."""
    item, _, seal = request.POST.get("step", "").rpartition(":")
    if not profile.format.has_item(item):
        raise Http404
    is_walked = request.POST.get("walked") == "yes"
    writing.walk_change(profile, item, seal, is_walked=is_walked, actor=request.user)
    # What was walked is folded away: one goes on with the list.
    anchor = "stappen" if is_walked else f"stap-{item}"
    return redirect(f"{reverse('last_year', args=[profile.pk])}#{anchor}")


@page("write", load=profile_of)
@require_POST
def begin(request: HttpRequest, profile: Profile) -> HttpResponse:
    actions.begin_from_last_year(profile, actor=request.user)
    messages.success(request, "De teksten van vorig jaar staan er. Wat jullie al schreven, is gebleven.")
    return redirect("last_year", profile.pk)
