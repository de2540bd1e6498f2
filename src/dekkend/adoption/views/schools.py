from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from dekkend.adoption.overview import lines_of, tally
from dekkend.adoption.queries import board_of, profiles_of
from dekkend.process.gate import page
from dekkend.region.models import Board, Round

ON_A_PAGE = 40


@page("see_board", load=board_of)
def board(request: HttpRequest, board: Board) -> HttpResponse:
    """All schools of a board under each other: those that wait for the board first. Eight queries."""
    round = Round.objects.filter(alliance=board.alliance_id).select_related("catalogue").first()
    context: dict[str, Any] = {"board": board, "round": round}
    if round is not None:
        profiles = profiles_of(board, round)
        listed = Paginator(profiles, ON_A_PAGE).get_page(request.GET.get("bladzijde"))
        context |= {"page": listed, "lines": lines_of(listed), "tally": tally(profiles, round)}
    return render(request, "adoption/board.html", context)
