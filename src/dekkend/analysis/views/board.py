"""The status board: a line for each school, to choose from and to sort."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from dekkend.analysis import sheets
from dekkend.analysis.board import choice_of, chosen, is_late
from dekkend.analysis.progress import DONE, STATIONS, progress
from dekkend.process.gate import page
from dekkend.profile.base.road import NAMES, whose_turn
from dekkend.region.models import Alliance
from dekkend.region.views import alliance_of

from .common import round_asked
from .sheets import sheet

ROWS = 50


@page("see_progress", load=alliance_of)
def progress_board(request: HttpRequest, alliance: Alliance) -> HttpResponse:
    """Nine queries, whatever the number of schools."""
    context, round = round_asked(request, alliance)
    choice = choice_of(request.GET)
    listed = Paginator(chosen(round, choice), ROWS).get_page(request.GET.get("bladzijde"))
    context |= {
        "choice": choice,
        "progress": progress(round),
        "page": listed,
        "query": context["query"] + (f"{choice.query}&" if choice.query else ""),
        "rows": [
            (one, NAMES.get(one.station, "Gepubliceerd"), whose_turn(one), is_late(one)) for one in listed
        ],
        "stations": [*((slug, NAMES[key]) for slug, key in STATIONS.items()), (DONE, "Gepubliceerd")],
        "boards": alliance.boards.all(),
        "areas": alliance.areas.defer("shape"),
        "orders": [("naam", "Naam"), ("datum", "Datum, eerste boven"), ("stil", "Langst stil")],
    }
    return render(request, "analysis/board.html", context)


@page("see_progress", load=alliance_of)
def board_csv(request: HttpRequest, alliance: Alliance) -> HttpResponse:
    _, round = round_asked(request, alliance)
    return sheet("voortgang", sheets.board_rows(chosen(round, choice_of(request.GET))), round)
