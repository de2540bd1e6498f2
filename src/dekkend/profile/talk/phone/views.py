"""What a phone sees. Public: the code is the right, and it opens nothing but the talk (rulings 15)."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.signing import BadSignature, Signer
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from dekkend.process.engine import Refused
from dekkend.process.gate import public, wants_json
from dekkend.profile.checklist.sheet import value_of

from ..actions import live, voting
from ..live.page import phone_page, phone_tag, with_agreed
from ..live.views import tagged, unchanged
from ..models import Talk, Vote

COOKIE = "dekkend_telefoon"
HOURS = 12
NO_COOKIE = "Je telefoon bewaart geen cookies. Zet cookies aan voor deze site en open de code opnieuw."


def key_in(request: HttpRequest, code: str) -> str:
    """The key of this phone in this talk, "" when it has none. The signature says that it once had the code right."""
    try:
        return Signer(salt=f"telefoon:{code}").unsign(request.COOKIES.get(COOKIE, ""))
    except BadSignature:
        return ""


def no_way(request: HttpRequest, sentence: str, status: int, over: str = "") -> HttpResponse:
    """Why not. `over`: the code of a talk that is over, so that the phone wipes what still waits for it."""
    if wants_json(request):
        return JsonResponse({"error": sentence}, status=status)
    return render(request, "talk/no_talk.html", {"sentence": sentence, "over": over}, status=status)


def by_code(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Find the talk that runs today behind this code, or say what is the matter."""

    @public
    @never_cache
    @wraps(view)
    def inner(request: HttpRequest, code: str) -> HttpResponse:
        code = live.CODES.plain(code)
        key = key_in(request, code)
        if not key and not live.CODES.may_try(request):  # who is in, stays in
            return no_way(request, "Er is te vaak een verkeerde code getypt. Wacht tien minuten.", 429)
        talk = with_agreed(
            Talk.objects.filter(code=code, state=Talk.State.RUNNING).select_related("profile__round")
        ).first()
        if talk is None or not code:
            live.CODES.was_wrong(request)
            sentence = (
                "Dit gesprek is voorbij." if key else "Deze code klopt niet, of het gesprek is voorbij."
            )
            return no_way(request, sentence, 410 if key else 404, code if key else "")
        if not live.is_today(talk):
            if not key:
                live.CODES.was_wrong(request)
            sentence = "Dit is een code van een eerdere dag. Vraag de code van vandaag."
            return no_way(request, sentence, 410, code)
        try:
            return view(request, talk, key)
        except Refused as refusal:
            return no_way(request, str(refusal), 423)

    return inner


def own_vote(talk: Talk, key: str) -> str:
    votes = Vote.objects.filter(phone__talk=talk, phone__key=voting.phone_key(key), item=talk.shown)
    return votes.values_list("value", flat=True).first() or "" if key else ""


@public
@never_cache
def code(request: HttpRequest) -> HttpResponse:
    """Type the code that is on the board."""
    typed = live.CODES.plain(request.GET.get("code", ""))
    if typed:
        return redirect("phone", typed[:12])
    return render(request, "talk/code.html", {"length": live.CODES.length})


@by_code
def phone(request: HttpRequest, talk: Talk, key: str) -> HttpResponse:
    """The item on the board, and the own answer."""
    response = render(request, "talk/phone.html", phone_page(talk, own_vote(talk, key)))
    if not key:
        signed = Signer(salt=f"telefoon:{talk.code}").sign(secrets.token_urlsafe(18))
        response.set_cookie(
            COOKIE, signed, max_age=HOURS * 3600, path="/gesprek/", httponly=True, samesite="Lax",
            secure=request.is_secure(),
        )  # fmt: skip
    return response


@by_code
def phone_now(request: HttpRequest, talk: Any, key: str) -> HttpResponse:
    tag = phone_tag(talk)
    if unchanged(request, tag):
        return tagged(HttpResponseNotModified(), tag)
    return tagged(render(request, "talk/phone_now.html", phone_page(talk, own_vote(talk, key))), tag)


@by_code
@require_POST
def join(request: HttpRequest, talk: Talk, key: str) -> HttpResponse:
    if key:
        voting.join(talk, key)
    return HttpResponse(status=204)


@by_code
@require_POST
def vote(request: HttpRequest, talk: Talk, key: str) -> HttpResponse:
    """200 {item, label}: the answer is kept. Without a script: back to the page."""
    if not key:
        raise Refused(NO_COOKIE)
    made = voting.vote(talk, key, request.POST.get("item", "")[:40], request.POST.get("value", "")[:40])
    if not wants_json(request):
        return redirect("phone", talk.code)
    value = value_of(talk.profile.format, made.value)
    return JsonResponse({"item": made.item, "value": made.value, "label": value.label if value else ""})
