"""The schools behind one cell of the coverage, with the sentences of their profiles."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from dekkend.analysis.coverage import Cell, coverage
from dekkend.analysis.listing import by_offer, listing, schools_in
from dekkend.analysis.offers import TITLES, offers_of
from dekkend.analysis.places import ALL
from dekkend.formats.model import Format, SupportNeed
from dekkend.process.gate import page
from dekkend.region.models import Alliance, Round
from dekkend.region.views import alliance_of

from .common import round_asked


@page("see_coverage", load=alliance_of)
def offer(request: HttpRequest, alliance: Alliance, need: str, place: str = "") -> HttpResponse:
    """One need in one wijk, in one stadsdeel, of the stedelijke voorzieningen, or everywhere."""
    context, round = round_asked(request, alliance)
    asked = need_of(round.format, need)
    cell = cell_of(round, asked, place)
    where = cell.place if cell else None
    schools = schools_in(round, where.kind if where else ALL, where.key if where else 0)
    found = listing(by_offer(schools, round, asked.id), round, TITLES, request.GET.get("bladzijde"))
    offers_of(found, round, asked.id)
    context |= {"need": asked, "cell": cell, "place": where, "listing": found, "page": found.page}
    return render(request, "analysis/offer.html", context)


def need_of(fmt: Format, key: str) -> SupportNeed:
    for need in fmt.offer.needs:
        if need.id == key:
            return need
    raise Http404


def cell_of(round: Round, need: SupportNeed, slug: str) -> Cell | None:
    """The cell as it stands in the table; None for all schools together."""
    if not slug:
        return None
    line = next(line for line in coverage(round).lines if line.need.id == need.id)
    for cell in (*line.cells, line.city):
        if cell.place.slug == slug:
            return cell
    raise Http404
