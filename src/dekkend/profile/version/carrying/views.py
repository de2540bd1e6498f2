from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from dekkend.process.engine import may
from dekkend.process.gate import page
from dekkend.profile.base.models import Profile
from dekkend.profile.base.queries import profile_of
from dekkend.profile.base.road import road_of
from dekkend.profile.writing.unchanged import carried_of

from . import actions
from .page import shown


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
def begin(request: HttpRequest, profile: Profile) -> HttpResponse:
    actions.begin_from_last_year(profile, actor=request.user)
    messages.success(request, "De teksten van vorig jaar staan er. Wat jullie al schreven, is gebleven.")
    return redirect("last_year", profile.pk)
