"""What every page of a wijk starts from."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from dekkend.neighbourhood.queries import round_of
from dekkend.process.engine import may
from dekkend.region.models import Area, Round


def around(request: HttpRequest, area: Area) -> dict[str, Any]:
    """`round` is the one that ?ronde= names, else the newest."""
    request.alliance = area.alliance  # type: ignore[attr-defined]  # for its name and colour in the shell
    asked = request.GET.get("ronde")
    rounds = list(area.alliance.rounds.all())
    round = round_of(rounds, asked)
    return {
        "area": area,
        "alliance": area.alliance,
        "round": round,
        "rounds": rounds,
        "at_round": f"?ronde={round.first_year}" if round != rounds[0] else "",
        "query": f"ronde={round.first_year}&" if round != rounds[0] else "",
        "may_edit": may("edit_plan", request.user, area),
        "may_seal": may("seal_plan", request.user, area),
        "sees_coverage": may("see_coverage", request.user, area.alliance),
        "sees_alliance": may("see_progress", request.user, area.alliance),
    }


def round_sent(request: HttpRequest, area: Area) -> Round:
    """The round that a form names."""
    return round_of(list(area.alliance.rounds.all()), request.POST.get("ronde"))


def back(area: Area, first_year: int, anchor: str) -> str:
    return f"{reverse('area', args=[area.pk])}?ronde={first_year}#{anchor}"
