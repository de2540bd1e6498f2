"""The tables for a spreadsheet."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse

from dekkend.analysis import sheets
from dekkend.analysis.listing import by_offer, schools_in
from dekkend.analysis.places import ALL
from dekkend.kit.sheet import csv_response
from dekkend.process.gate import page
from dekkend.region.models import Alliance, Round
from dekkend.region.views import alliance_of

from .common import round_asked
from .offers import cell_of, need_of
from .standards import question_of


def sheet(name: str, rows: sheets.Rows, round: Round) -> HttpResponse:
    file = f"{name}-{round.schooljaar}.csv"
    return csv_response(file, sheets.noted(rows, round.alliance.is_example))


TABLES = {"dekking": sheets.coverage_rows, "standaarden": sheets.standards_rows}


@page("see_coverage", load=alliance_of)
def table_csv(request: HttpRequest, alliance: Alliance, table: str) -> HttpResponse:
    _, round = round_asked(request, alliance)
    if table not in TABLES:
        raise Http404
    return sheet(table, TABLES[table](round), round)


@page("see_progress", load=alliance_of)
def progress_csv(request: HttpRequest, alliance: Alliance) -> HttpResponse:
    _, round = round_asked(request, alliance)
    return sheet("voortgang", sheets.progress_rows(round), round)


@page("see_coverage", load=alliance_of)
def offer_csv(request: HttpRequest, alliance: Alliance, need: str, place: str = "") -> HttpResponse:
    _, round = round_asked(request, alliance)
    asked = need_of(round.format, need)
    cell = cell_of(round, asked, place)
    schools = schools_in(round, cell.place.kind, cell.place.key) if cell else schools_in(round, ALL, 0)
    name = f"{asked.id}-{place}" if place else asked.id
    return sheet(name, sheets.offer_rows(by_offer(schools, round, asked.id), round, asked), round)


@page("see_coverage", load=alliance_of)
def standard_csv(request: HttpRequest, alliance: Alliance, question: str) -> HttpResponse:
    _, round = round_asked(request, alliance)
    asked = question_of(round.format, question)
    return sheet(f"standaard-{asked.number}", sheets.standard_rows(round, asked), round)
