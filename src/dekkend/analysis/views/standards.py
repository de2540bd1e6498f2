"""The schools behind one standard, and its items beneath."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from dekkend.analysis.listing import by_value, listing
from dekkend.analysis.places import present
from dekkend.analysis.standards import items_of, values_of
from dekkend.analysis.versions import versions_of
from dekkend.formats.model import Format, Item, Question
from dekkend.process.gate import page
from dekkend.region.models import Alliance
from dekkend.region.views import alliance_of

from .common import round_asked

OTHERWISE = "Andere versie van de vraag"


@page("see_coverage", load=alliance_of)
def standard(request: HttpRequest, alliance: Alliance, question: str, item: str = "") -> HttpResponse:
    """Schools per value of a standard, or of one of its items."""
    context, round = round_asked(request, alliance)
    fmt = round.format
    asked = question_of(fmt, question)
    chosen = item_of(asked, item) if item else None
    values = fmt.scale.values if chosen else values_of(fmt)
    versions = versions_of(round)
    schools = by_value(
        present(round), round, values, versions, question=asked.id, item=chosen.id if chosen else ""
    )
    titles = [*((value.label, value.mark) for value in values), ("Nog niet bekend", "blank")]
    titles += [(OTHERWISE, "blank")] if versions.others else []
    found = listing(schools, round, titles, request.GET.get("bladzijde"))
    context |= {
        "question": asked,
        "aspect": fmt.aspect(asked.aspect),
        "item": chosen,
        "items": items_of(round, asked, versions),
        "versions": versions,
        "why": versions.why(asked),
        "values": fmt.scale.values,
        "listing": found,
        "page": found.page,
    }
    return render(request, "analysis/standard.html", context)


def question_of(fmt: Format, key: str) -> Question:
    try:
        return fmt.question(key)
    except KeyError as error:
        raise Http404 from error


def item_of(question: Question, key: str) -> Item:
    for item in question.items:
        if item.id == key:
            return item
    raise Http404
