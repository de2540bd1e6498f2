from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from dekkend.formats.model import Format
from dekkend.formats.queries import get_format
from dekkend.process.engine import may
from dekkend.process.gate import page
from dekkend.profile.base.models import Profile
from dekkend.profile.base.queries import profile_of
from dekkend.profile.base.road import road_of
from dekkend.region.models import Alliance, Round
from dekkend.region.views import alliance_of

from . import actions
from .page import moved_page
from .queries import (
    comparison,
    gone_back,
    handed_in_since,
    last_moves,
    plan_of,
    profile_to_move,
    versions_for,
)


@page("manage_region", load=alliance_of)
def round_version(request: HttpRequest, alliance: Alliance, first_year: int) -> HttpResponse:
    """What a new version changes, which schools would go along; then the button."""
    round = round_or_404(alliance, first_year)
    refs = versions_for(round)
    chosen = request.POST.get("naar") or request.GET.get("naar") or (refs[-1] if refs else "")
    if request.method == "POST":
        number = actions.move_round(round, chosen, actor=request.user)
        messages.success(
            request, f"De ronde gaat verder met {named(round.format)}. {schools(number)} ging mee."
        )
        return redirect("round_version", alliance.slug, first_year)
    moves, back = last_moves(round), gone_back(round)
    late = handed_in_since(moves)
    # While the way back is broken off, who is back already waits for the others; unless there is no way back any more.
    waits = () if late else {move.profile_id for move in back}
    context = {
        "alliance": alliance,
        "round": round,
        "versions": [get_format(ref) for ref in refs],
        "chosen": chosen,
        "found": comparison(round.format_ref, chosen) if chosen in refs else None,
        "plan": plan_of(round, chosen) if chosen in refs else None,
        "behind": [one for one in plan_of(round, round.format_ref).go if one.pk not in waits],
        "moves": moves,
        "back": back,
        "before": get_format(actions.most_came_from([*moves, *back])) if moves or back else None,
        "late": late,
    }
    return render(request, "moving/round.html", context)


@page("manage_region", load=alliance_of)
@require_POST
def round_version_undo(request: HttpRequest, alliance: Alliance, first_year: int) -> HttpResponse:
    round = round_or_404(alliance, first_year)
    number = actions.undo_round(round, actor=request.user)
    messages.success(
        request, f"De ronde is terug bij {named(round.format)}. {schools(number)} ging mee terug."
    )
    return redirect("round_version", alliance.slug, first_year)


@page("move_format", load=profile_to_move)
@require_POST
def profile_version(request: HttpRequest, profile: Profile) -> HttpResponse:
    """One school that stayed behind, by itself."""
    actions.move_profile(profile, profile.round.format_ref, actor=request.user)
    messages.success(request, f"{profile.school} ging mee naar {named(profile.format)}.")
    return redirect("round_version", profile.school.alliance.slug, profile.round.first_year)


def round_or_404(alliance: Alliance, first_year: int) -> Round:
    found: Round = get_object_or_404(
        alliance.rounds.select_related("alliance", "catalogue"), first_year=first_year
    )
    return found


def named(fmt: Format) -> str:
    return f"{fmt.name}, versie {fmt.version}"


def schools(number: int) -> str:
    return "1 school" if number == 1 else f"{number} scholen"


@page("see_move", load=profile_of)
def moved(request: HttpRequest, profile: Profile) -> HttpResponse:
    """What the new version changed for this school: to look at, to answer, and what is asked no more."""
    context = {
        "profile": profile,
        "road": road_of(profile, request.user),
        "moved": moved_page(profile),
        "may_confirm": may("confirm_move", request.user, profile),
    }
    return render(request, "moving/moved.html", context)


@page("confirm_move", load=profile_of)
@require_POST
def move_confirmed(request: HttpRequest, profile: Profile, item: str) -> HttpResponse:
    if not profile.format.has_item(item):
        raise Http404
    left = actions.confirm(profile, profile.format.item(item), actor=request.user)
    told = f"Nog {left} na te kijken." if left else "Alles is nagekeken."
    messages.success(request, f"{profile.format.item(item).number} klopt. {told}")
    return redirect("moved", profile.pk)
