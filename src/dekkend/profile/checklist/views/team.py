"""Asking the team. One page, and one address for each thing that can be done there."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from dekkend.process.gate import page
from dekkend.profile.base.models import Profile
from dekkend.profile.base.queries import profile_of
from dekkend.profile.base.road import road_of

from .. import actions
from ..forms import AskForm, NamingForm, SlipsForm
from ..queries import Member, team_of, turnout_of


def show(request: HttpRequest, profile: Profile, *, status: int = 200, **forms: Any) -> HttpResponse:
    members = team_of(profile)
    context = {
        "profile": profile,
        "road": road_of(profile, request.user, at="checklist"),
        "members": members,
        "to_ask": [member for member in members if not member.state],
        "turnout": turnout_of(profile),
        "naming": NamingForm(initial={"naming": profile.naming}),
        "slips": SlipsForm(initial={"number": len(members)}),
        **forms,
    }
    return render(request, "checklist/team.html", context, status=status)


def back(profile: Profile) -> HttpResponse:
    return redirect("team", profile.pk)


@page("ask_team", load=profile_of)
def team(request: HttpRequest, profile: Profile) -> HttpResponse:
    """Who was asked, by name or anonymously, and how far they are."""
    return show(request, profile)


@page("ask_team", load=profile_of)
@require_POST
def naming(request: HttpRequest, profile: Profile) -> HttpResponse:
    form = NamingForm(request.POST)
    if not form.is_valid():
        return show(request, profile, status=422, naming=form)
    actions.choose_naming(profile, form.cleaned_data["naming"], actor=request.user)
    return back(profile)


@page("ask_team", load=profile_of)
@require_POST
def ask(request: HttpRequest, profile: Profile) -> HttpResponse:
    """Colleagues get a copy with their name, or by mail a code that nobody else knows."""
    members = [member for member in team_of(profile) if not member.state]
    form = AskForm(request.POST, team=members)
    if not form.is_valid():
        return show(request, profile, status=422, ask=form)
    chosen = [member for member in members if member.user_id in form.cleaned_data["people"]]
    number = invite(profile, chosen, request)
    messages.success(
        request, f"{number} {'collega' if number == 1 else 'collega’s'} gevraagd, met een e-mail."
    )
    return back(profile)


def invite(profile: Profile, chosen: list[Member], request: HttpRequest) -> int:
    do = actions.mail_codes if profile.naming == Profile.Naming.ANONYMOUS else actions.ask
    return do(profile, chosen, actor=request.user)


@page("ask_team", load=profile_of)
@never_cache
@require_POST
def slips(request: HttpRequest, profile: Profile) -> HttpResponse:
    """Slips to print, one for each colleague. The codes are on this page and nowhere else."""
    form = SlipsForm(request.POST)
    if not form.is_valid():
        return show(request, profile, status=422, slips=form)
    codes = actions.make_codes(profile, form.cleaned_data["number"], actor=request.user)
    address = request.build_absolute_uri(reverse("anonymous_copy", args=[profile.pk, codes[0]]))
    context = {"profile": profile, "slips": codes, "address": address.removesuffix(f"{codes[0]}/")}
    return render(request, "checklist/slips.html", context)


@page("ask_team", load=profile_of)
@require_POST
def withdraw_unused(request: HttpRequest, profile: Profile) -> HttpResponse:
    number = actions.withdraw_unused(profile, actor=request.user)
    messages.success(
        request, f"{number} ongebruikte {'uitnodiging' if number == 1 else 'uitnodigingen'} ingetrokken."
    )
    return back(profile)


@page("ask_team", load=profile_of)
@require_POST
def close(request: HttpRequest, profile: Profile) -> HttpResponse:
    actions.close_team(profile, actor=request.user)
    messages.success(request, "Het invullen is gesloten. In de dialoog zie je hoe het team antwoordde.")
    return redirect("dialogue", profile.pk)
