"""Every table as rows for a spreadsheet. Figures are bare numbers; a name stands beside its key."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet

from dekkend.formats.model import Question, SupportNeed
from dekkend.profile.base.road import NAMES, turn_of, whose_turn
from dekkend.region.models import Round, School

from .board import is_late
from .coverage import Cell, coverage
from .listing import by_value, in_groups
from .models import AnswerFact, OfferFact
from .offers import TITLES
from .places import present
from .progress import by_name, profiles_of
from .standards import standards, values_of
from .versions import MADE_WITH, versions_of, where

Rows = Iterator[tuple[Any, ...]]

INVENTED = "verzonnen voorbeeld, niet van deze school"


def noted(rows: Rows, is_example: bool) -> Rows:
    """A last column in every row of an example, so that no row is taken for real (rulings 17)."""
    for number, row in enumerate(rows):
        yield (*row, "let op" if number == 0 else INVENTED) if is_example else row


def coverage_rows(round: Round) -> Rows:
    found = coverage(round)
    yield (
        *(
            "behoefte",
            "wijk of stadsdeel",
            "scholen",
            "scholen bekend",
            "leerlingen",
            "scholen zonder aantal leerlingen",
        ),
        *("scholen met aanbod", "scholen met tekort", "oordeel"),
    )
    for line, cells in found.rows:
        for cell in (*cells, line.loose) if found.places.unplaced else cells:
            yield (line.need.label, *place_columns(cell), cell.offers, cell.short, judgement(cell))


def place_columns(cell: Cell) -> tuple[Any, ...]:
    place = cell.place
    pupils = (place.pupils, place.uncounted) if place.is_column else ("", "")
    return (place.name, place.schools, place.known, *pupils)


def judgement(cell: Cell) -> str:
    if not cell.place.is_column:
        return "" if cell.place.is_city else "telt niet mee"
    words = {
        "0": "niemand",
        "1": "kwetsbaar",
        "sofar": "nog niet bekend",
        "open": "nog niet bekend",
        "none": "geen school",
    }
    return words.get(cell.level, "gedekt")


def standards_rows(round: Round) -> Rows:
    found = standards(round)
    yield (
        "nummer",
        "standaard",
        "aspect",
        *(value.label for value in found.values),
        "nog niet bekend",
        "andere versie van de vraag",
        f"vorig jaar {found.best}",
        "vorig jaar bekend",
        "niet te vergelijken",
    )
    for aspect, multiples in found.aspects:
        for one in multiples:
            counts = (number for _, number in one.counts)
            before = (one.before, one.known_before if one.before is not None else None)
            why = "; ".join(filter(None, [one.why_apart, one.not_before and f"vorig jaar: {one.not_before}"]))
            start = (one.question.number, one.question.text, aspect.name)
            yield (*start, *counts, one.unknown, one.apart, *before, why)


def progress_rows(round: Round) -> Rows:
    yield ("vestigingscode", "school", "wijk", "station", "aan zet", "tot")
    for profile in by_name(profiles_of(round)).iterator(chunk_size=500):
        profile.round = round
        school, until = profile.school, profile.until(profile.station)
        station = NAMES.get(profile.station, "Gepubliceerd")
        yield (school.brin6, school.name, school.area or "", station, turn_of(profile), until or "")


def board_rows(profiles: Any) -> Rows:
    """`profiles` as board.chosen gives them."""
    yield ("vestigingscode", "school", "wijk", "bestuur", "station", "aan zet", "tot", "met uitstel", "te laat",
           "vraagt uitstel", "laatste stap op")  # fmt: skip
    for profile in profiles.iterator(chunk_size=500):
        school = profile.school
        longer = "ja" if profile.station in profile.extended else ""
        yield (school.brin6, school.name, school.area or "", school.board, NAMES.get(profile.station, "Gepubliceerd"),
               whose_turn(profile), profile.due or "", longer, "ja" if is_late(profile) else "",
               "ja" if profile.asks else "", profile.moved_on or "")  # fmt: skip


def offer_rows(schools: QuerySet[School], round: Round, need: SupportNeed) -> Rows:
    """`schools` as listing.by_offer gives them: a row per offer, and one for a school without any."""
    yield (
        "vestigingscode",
        "school",
        "wijk",
        "behoefte",
        "stand",
        "soort",
        "naam",
        "voor wie",
        "compleet",
        "plekken",
    )
    told: dict[int, list[OfferFact]] = {}
    for fact in OfferFact.objects.filter(round=round, need=need.id).order_by("pk"):
        told.setdefault(fact.school_id, []).append(fact)
    for school in in_groups(schools):
        start = (school.brin6, school.name, school.area or "", need.label, TITLES[school.standing][0])  # type: ignore[attr-defined]
        for fact in told.get(school.pk, ()):
            yield (
                *start,
                fact.get_kind_display(),
                fact.title,
                fact.text,
                "ja" if fact.is_complete else "nee",
                fact.places or "",
            )
        if school.pk not in told:
            yield (*start, "", "", "", "", "")


def standard_rows(round: Round, question: Question) -> Rows:
    """A row per school: the standard and each of its items. In order of name, never a ranking."""
    labels = {value.id: value.label for value in round.format.scale.values}
    items = [item.id for item in question.items]
    yield (
        "vestigingscode",
        "school",
        "wijk",
        f"{question.number} {question.short}",
        *(item.number for item in question.items),
    )
    versions = versions_of(round)
    told: dict[int, dict[str, str]] = {}
    facts = AnswerFact.objects.filter(where(versions, "item", items), round=round)
    names_there = {
        ref: {there: here for here, there in seen.items.items()} for ref, seen in versions.seen.items()
    }
    for school, ref, key, value in facts.values_list("school", MADE_WITH, "item", "value"):
        told.setdefault(school, {})[names_there[ref or versions.own][key]] = labels.get(value, "")
    values = values_of(round.format)
    names = [*(value.label for value in values), "nog niet bekend", "andere versie van de vraag"]
    schools = by_value(present(round), round, values, versions, question=question.id)
    for one in schools.select_related("area").defer("area__shape").order_by("name", "brin6"):
        known = names[one.standing]  # type: ignore[attr-defined]
        answers = told.get(one.pk, {})
        yield (one.brin6, one.name, one.area or "", known, *(answers.get(item, "") for item in items))
