"""The board and the page of the one who leads."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from dekkend.audit.revisions import Saved
from dekkend.audit.saving import base_of, respond
from dekkend.process.engine import Refused, may
from dekkend.process.gate import page, wants_json
from dekkend.profile.base.models import Profile
from dekkend.profile.base.queries import brief_profile, profile_of
from dekkend.profile.base.road import road_of
from dekkend.profile.checklist.page import NEEDS_REASON
from dekkend.profile.checklist.views.common import item_or_404, words_of
from dekkend.profile.dialogue.actions import agree
from dekkend.profile.dialogue.forms import AgreementForm

from ..actions import live
from ..models import Talk
from ..queries import closed_talks
from .forms import HandsForm, SteerForm
from .page import board_tag, live_or_none, live_page, live_talk

BOARD, CONTROL = "talk_board", "talk_control"


def unchanged(request: HttpRequest, tag: str) -> bool:
    return request.headers.get("If-None-Match", "").removeprefix("W/") == tag


def tagged(response: HttpResponse, tag: str) -> HttpResponse:
    response.headers["ETag"] = tag
    return response


def shown(request: HttpRequest, talk: Talk, template: str, **more: Any) -> HttpResponse:
    context = live_page(talk, may_lead=may("lead_talk", request.user, talk.profile)) | more
    context["may_direct"] = may("see_control", request.user, talk.profile)
    return tagged(render(request, template, context), context["tag"])


def followed(request: HttpRequest, profile: Profile, template: str) -> HttpResponse:
    """The part of the page that moves; 304 when nothing did."""
    talk = live_talk(profile)
    tag = board_tag(talk)
    return (
        tagged(HttpResponseNotModified(), tag) if unchanged(request, tag) else shown(request, talk, template)
    )


def afterwards(profile: Profile) -> HttpResponse:
    """A board that is still on when the talk is over shows the report; without any talk, the agenda."""
    return redirect("talk_reports" if closed_talks(profile) else "talk", profile.pk)


@never_cache
@page("see_dialogue", load=profile_of)
def board(request: HttpRequest, profile: Profile) -> HttpResponse:
    """The digiboard: one item, readable at five metres."""
    talk = live_or_none(profile)
    return shown(request, talk, "talk/board.html") if talk else afterwards(profile)


@never_cache
@page("see_dialogue", load=profile_of)
def board_now(request: HttpRequest, profile: Profile) -> HttpResponse:
    return followed(request, profile, "talk/board_now.html")


@never_cache
@page("see_control", load=profile_of)
def control(request: HttpRequest, profile: Profile) -> HttpResponse:
    """The next step, on the own screen of the one who leads; a guest who helps to lead reads along."""
    talk = live_or_none(profile)
    if talk is None:
        return afterwards(profile)
    return shown(
        request,
        talk,
        "talk/control.html",
        road=road_of(profile, request.user, at="dialogue"),
        may_agree=may("agree", request.user, profile),
        may_close=may("close_talk", request.user, profile),
        needs_reason=NEEDS_REASON,
    )


@never_cache
@page("see_control", load=profile_of)
def control_now(request: HttpRequest, profile: Profile) -> HttpResponse:
    return followed(request, profile, "talk/control_now.html")


def back(request: HttpRequest, profile: Profile) -> HttpResponse:
    """To where the button was; nothing for a script, which follows by itself."""
    if wants_json(request):
        return HttpResponse(status=204)
    return redirect(BOARD if request.POST.get("from") == "board" else CONTROL, profile.pk)


@page("lead_talk", load=profile_of)
@require_POST
def steer(request: HttpRequest, profile: Profile) -> HttpResponse:
    """One press: begin, another item, another explanation, open or shut, pause."""
    form = SteerForm(request.POST)
    if not form.is_valid():
        raise Refused("Deze knop hoort niet bij dit gesprek. Ververs de bladzijde.")
    do, talk, user = form.cleaned_data["do"], live_talk(profile), request.user
    steps = {
        "begin": lambda: live.begin(talk, actor=user),
        "item": lambda: live.show(talk, form.cleaned_data["item"], actor=user),
        "word": lambda: live.say(talk, form.cleaned_data["word"] or 0, actor=user),
        "open": lambda: live.set_open(talk, True, actor=user),
        "shut": lambda: live.set_open(talk, False, actor=user),
        "pause": lambda: live.pause(talk, True, actor=user),
        "go": lambda: live.pause(talk, False, actor=user),
    }
    steps[do]()
    return back(request, profile)


@page("lead_talk", load=profile_of)
@require_POST
def hands(request: HttpRequest, profile: Profile) -> HttpResponse:
    """How many hands went up, per value."""
    form = HandsForm(request.POST, fmt=profile.format)
    if not form.is_valid():
        raise Refused(form.fault)
    live.count_hands(live_talk(profile), form.cleaned_data, actor=request.user)
    return back(request, profile)


@page("lead_talk", load=profile_of)
@require_POST
def minutes(request: HttpRequest, profile: Profile) -> HttpResponse:
    """Another number of minutes for the item on the board."""
    sent = request.POST.get("minutes", "")
    if not sent.isascii() or not sent.isdecimal() or not 1 <= int(sent[:4]) <= 120 or len(sent) > 3:
        raise Refused("Schrijf een aantal minuten van 1 tot en met 120.")
    live.set_minutes(live_talk(profile), int(sent), actor=request.user)
    return back(request, profile)


@page("lead_talk", load=brief_profile)
@require_POST
def choose(request: HttpRequest, profile: Profile, item: str) -> HttpResponse:
    """The answer of the team, pressed on the board; text and who follow on the own screen."""
    asked = item_or_404(profile.format, item)
    form = AgreementForm(request.POST, fmt=profile.format, item=asked)

    def save() -> Saved:
        if item != live_talk(profile).shown:
            raise ValidationError({"value": "Er staat nu een ander punt op het bord. Kies opnieuw."})
        return agree(profile, asked, form.changes(), base=base_of(request), actor=request.user)[0]

    there = redirect(BOARD, profile.pk).url
    words: Any = words_of(profile.format)
    return respond(request, save, labels=form.labels, back=there, words=words)
