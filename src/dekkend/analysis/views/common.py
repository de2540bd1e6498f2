"""What every page of the samenwerkingsverband starts from: the house, and the round that is looked at."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest

from dekkend.process.engine import may
from dekkend.region.models import Alliance, Round


def around(request: HttpRequest, alliance: Alliance) -> dict[str, Any]:
    """`round` is the one that ?ronde= names, else the newest; None when there is none yet. One query."""
    request.alliance = alliance  # type: ignore[attr-defined]  # for its name and colour in the shell
    rounds = list(alliance.rounds.all())
    for round in rounds:
        round.alliance = alliance
    asked = request.GET.get("ronde", "")
    chosen = next((round for round in rounds if str(round.first_year) == asked), None)
    if asked and chosen is None:
        raise Http404
    shown = chosen or (rounds[0] if rounds else None)
    return {
        "alliance": alliance,
        "round": shown,
        "rounds": rounds,
        # Links keep to the round that was asked for; the newest needs no words.
        "at_round": f"?ronde={shown.first_year}" if shown and chosen and chosen != rounds[0] else "",
        "query": f"ronde={asked}&" if asked else "",
        "sees_coverage": may("see_coverage", request.user, alliance),
    }


def round_asked(request: HttpRequest, alliance: Alliance) -> tuple[dict[str, Any], Round]:
    """The same, for pages that cannot be without a round."""
    context = around(request, alliance)
    if context["round"] is None:
        raise Http404
    return context, context["round"]
