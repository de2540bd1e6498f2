"""Asking the team. One page, and one address for each thing that can be done there."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from dekkend.process.gate import page
from dekkend.profile.base.models import Profile
from dekkend.profile.base.queries import profile_of
from dekkend.profile.base.road import road_of

from .. import actions
from ..coverage import choices_of
from ..queries import groups_of, team_of, turnout_of, unasked
from ..teamforms import AskForm, ColleagueForm, NamingForm, SlipsForm
from .slips import slips_page

NO_DATA: Any = None


def show(request: HttpRequest, profile: Profile, *, status: int = 200, **forms: Any) -> HttpResponse:
    members, turnout = team_of(profile), turnout_of(profile)
    to_ask = [member for member in members if not member.state]
    context = {
        "profile": profile,
        "road": road_of(profile, request.user, at="checklist"),
        "members": members,
        "to_ask": to_ask,
        "turnout": turnout,
        "unasked": unasked(profile.format, turnout),
        "groups": groups_of(profile) if turnout.asked else [],
        "naming": NamingForm(profile=profile),
        "ask": AskForm(NO_DATA, team=to_ask, profile=profile),
        "slips": SlipsForm(profile=profile, initial={"number": max(3, len(members))}),
        "colleague": ColleagueForm(profile=profile),
        "choices": choices_of(profile.format),
        "slip_choices": choices_of(profile.format, by_hand=False),
        **forms,
    }
    return render(request, "checklist/team.html", context, status=status)


def back(profile: Profile) -> HttpResponse:
    return redirect("team", profile.pk)


@page("ask_team", load=profile_of)
def team(request: HttpRequest, profile: Profile) -> HttpResponse:
    """Who was asked what, by name or anonymously, and how far they are."""
    return show(request, profile)


@page("ask_team", load=profile_of)
@require_POST
def naming(request: HttpRequest, profile: Profile) -> HttpResponse:
    """Who fills in, and by name or anonymously. The second is fixed once somebody was asked."""
    form = NamingForm(request.POST, profile=profile)
    if not form.is_valid():
        return show(request, profile, status=422, naming=form)
    told = form.cleaned_data
    actions.choose_asking(profile, told["asking"], actor=request.user)
    if told["naming"] != profile.naming:
        actions.choose_naming(profile, told["naming"], actor=request.user)
    return back(profile)


@page("ask_team", load=profile_of)
@never_cache
@require_POST
def ask(request: HttpRequest, profile: Profile) -> HttpResponse:
    """Colleagues get a copy with their name, or by mail a code that nobody else knows."""
    form = AskForm(request.POST, team=[one for one in team_of(profile) if not one.state], profile=profile)
    if not form.is_valid():
        return show(request, profile, status=422, ask=form)
    if profile.naming == Profile.Naming.ANONYMOUS:
        return mail_codes(request, profile, form)
    mail = request.POST.get("by") != "paper"
    invited = actions.ask(profile, form.chosen(), covers=form.covers(), mail=mail, actor=request.user)
    if not mail:
        return slips_page(request, profile, invited)
    messages.success(request, asked(len(invited)))
    return back(profile)


def mail_codes(request: HttpRequest, profile: Profile, form: AskForm) -> HttpResponse:
    try:
        number = actions.mail_codes(profile, form.chosen(), covers=form.covers(), actor=request.user)
    except actions.TooFew as few:
        form.add_error("people", str(few))
        return show(request, profile, status=422, ask=form)
    messages.success(request, asked(number))
    return back(profile)


def asked(number: int) -> str:
    return f"{number} {'collega' if number == 1 else 'collega’s'} gevraagd, met een e-mail."


@page("ask_team", load=profile_of)
@never_cache
@require_POST
def slips(request: HttpRequest, profile: Profile) -> HttpResponse:
    """Slips to print, one for each colleague. The codes are on this page and nowhere else."""
    form = SlipsForm(request.POST, profile=profile)
    if not form.is_valid():
        return show(request, profile, status=422, slips=form)
    try:
        codes = actions.make_codes(
            profile, form.cleaned_data["number"], covers=form.covers(), actor=request.user
        )
    except actions.TooFew as few:
        form.add_error("what" if profile.asking == Profile.Asking.PARTS else "number", str(few))
        return show(request, profile, status=422, slips=form)
    return slips_page(request, profile, codes, covers=form.covers())


@page("ask_team", load=profile_of)
@never_cache
@require_POST
def colleague(request: HttpRequest, profile: Profile) -> HttpResponse:
    """Somebody who is not in the system: a copy with a name, and the slip for it."""
    form = ColleagueForm(request.POST, profile=profile)
    if not form.is_valid():
        return show(request, profile, status=422, colleague=form)
    told = form.cleaned_data
    invited = actions.add_colleague(
        profile, told["name"], told["function"], covers=form.covers(), actor=request.user
    )
    return slips_page(request, profile, [invited])


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
