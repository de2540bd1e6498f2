"""Two moments beside each other. School people choose any; council and board the versions that were sealed."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_POST

from dekkend.audit.revisions import Saved
from dekkend.audit.saving import base_of, respond
from dekkend.process.engine import has_role
from dekkend.process.gate import page
from dekkend.profile.base.models import Profile
from dekkend.profile.base.queries import profile_of
from dekkend.profile.base.road import road_of
from dekkend.profile.version.compile import content_of
from dekkend.profile.version.content.shape import filled

from .moments import EARLIER, NOW, Choice, Moment, choice_of, in_time, usual
from .restoring import AGREE, act_of, as_chosen, put_back, target_of
from .table import compared, piece_at, ways_back, with_all_rows


@page("compare", load=profile_of)
def compare(request: HttpRequest, profile: Profile) -> HttpResponse:
    with_all_rows(profile)
    inside = has_role("see_history", request.user, profile)
    choice = choice_of(profile, inside=inside)
    pair = chosen(request, profile, choice)
    context: dict[str, Any] = {
        "profile": profile,
        "road": road_of(profile, request.user),
        "choice": choice,
        "whole": request.GET.get("alles") == "ja",
    }
    if pair:
        older, newer = pair
        found = compared(profile, older, newer, inside=inside)
        context |= {
            "older": older,
            "newer": newer,
            "found": found,
            "back": ways_back(found, request.user) if newer.is_live else {},
            "query": urlencode({"van": older.word, "tot": newer.word}),
        }
    return render(request, "version/compare.html", context)


def chosen(request: HttpRequest, profile: Profile, choice: Choice) -> tuple[Moment, Moment] | None:
    """As asked; what is not asked is filled in. None: there is nothing to choose."""
    standard = usual(choice, is_open=profile.is_open)
    if standard is None:
        return None
    van, tot = request.GET.get("van", ""), request.GET.get("tot", "")
    older = choice.get(van) if van else standard[0]
    newer = choice.get(tot) if tot else standard[1]
    return in_time(older, newer)


@page("write", load=profile_of)
@require_POST
def back(request: HttpRequest, profile: Profile) -> HttpResponse:
    """Put back one piece as it was. Where somebody wrote since this page was opened, both are shown."""
    choice = choice_of(profile, inside=True)
    moment = choice.get(request.POST.get("van", ""))
    with_all_rows(profile)
    piece = piece_at(profile, moment, request.POST.get("stuk", ""), filled(content_of(profile)))
    target = target_of(profile, piece.key) if piece and piece.raw else None
    if piece is None or target is None or (moment.word == EARLIER and act_of(piece.key) == AGREE):
        raise Http404

    def save() -> Saved:
        words = request.POST.get(target.field)
        told = piece if words is None else as_chosen(piece, target, words)
        return put_back(profile, told, base=base_of(request), words=moment.word, actor=request.user)

    address = f"{reverse('compare', args=[profile.pk])}?{urlencode({'van': moment.word, 'tot': NOW})}"
    answer = respond(request, save, labels={target.field: piece.label}, back=address)
    if answer.status_code == 302:
        messages.success(request, f"“{piece.label}” is teruggezet. Wat er stond, blijft in de geschiedenis.")
    return answer
