"""Schools of one round on two versions of the checklist: what compares is counted along, the rest is left out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from dekkend.accounts.models import User
from dekkend.analysis.listing import by_value
from dekkend.analysis.models import AnswerFact
from dekkend.analysis.places import present
from dekkend.analysis.sheets import standard_rows, standards_rows
from dekkend.analysis.standards import Multiple, items_of, standards, values_of
from dekkend.analysis.versions import versions_of
from dekkend.formats import queries
from dekkend.formats.queries import get_format
from dekkend.profile.base.models import Profile
from dekkend.region.models import Round, School
from tests.analysis.adopted import adopt
from tests.formats.test_compare import changed
from tests.world import FORMAT, World

FMT = get_format(FORMAT)
RENAMED: dict[str, Any] = {"ZOI-1": {"id": "ZOI-1b", "same_as": (f"{FORMAT}#ZOI-1",)}}
REWORDED: dict[str, Any] = {"VIS-1": {"text": "Heel anders gevraagd."}}
NEXT = changed(FMT, "2026.2", **RENAMED, **REWORDED)


@pytest.fixture(autouse=True)
def known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queries, "format_or_none", {FMT.ref: FMT, NEXT.ref: NEXT}.get)


def adopt_with_next(school: School, round: Round, value: str = "yes") -> None:
    """The facts are those that the other version gives."""
    adopt(school, round, value=value)
    Profile.objects.filter(school=school, round=round).update(format_ref=NEXT.ref)
    AnswerFact.objects.filter(school=school, round=round, item="ZOI-1").update(item="ZOI-1b")


def told(round: Round, question: str) -> Multiple:
    return next(one for _, ones in standards(round).aspects for one in ones if one.question.id == question)


def figures(one: Multiple) -> tuple[list[int], int, int]:
    return [number for _, number in one.counts], one.unknown, one.apart


def test_a_renamed_item_counts_along_and_a_reworded_one_is_left_out(world: World) -> None:
    adopt(world.schools[0], world.round)
    adopt_with_next(world.schools[1], world.round)

    assert figures(told(world.round, "ZOI")) == ([2, 0, 0], 1, 0)
    vision = told(world.round, "VIS")
    assert (figures(vision), vision.schools) == (([1, 0, 0], 1, 1), 2)
    assert "anders verwoord" in vision.why_apart
    assert standards(world.round).others == (("2026.2", 1),)


def test_with_one_version_nothing_is_left_out(world: World) -> None:
    adopt(world.schools[0], world.round)

    found = standards(world.round)
    assert not found.others
    assert not any(one.apart or one.why_apart or one.not_before for _, ones in found.aspects for one in ones)


def test_a_school_that_is_gone_is_not_left_out_either(world: World) -> None:
    adopt(world.schools[0], world.round)
    adopt_with_next(world.schools[1], world.round)
    School.objects.filter(pk=world.schools[1].pk).update(is_gone=True)

    assert figures(told(world.round, "ZOI")) == ([1, 0, 0], 1, 0)
    assert figures(told(world.round, "VIS")) == ([1, 0, 0], 1, 0)


def test_items_are_counted_under_the_key_they_have_here(world: World) -> None:
    adopt(world.schools[0], world.round)
    adopt_with_next(world.schools[1], world.round, "no")
    versions = versions_of(world.round)

    renamed = items_of(world.round, FMT.question("ZOI"), versions)[0]
    reworded = items_of(world.round, FMT.question("VIS"), versions)[0]

    assert {value.id: number for value, number in renamed.counts if number} == {"yes": 1, "no": 1}
    assert ({value.id: number for value, number in reworded.counts if number}, reworded.apart) == (
        {"yes": 1},
        1,
    )


def test_schools_behind_a_standard_stand_apart_too(world: World) -> None:
    adopt(world.schools[0], world.round)
    adopt_with_next(world.schools[1], world.round)
    values, versions = values_of(FMT), versions_of(world.round)

    def standings(question: str) -> dict[str, int]:
        found = by_value(present(world.round), world.round, values, versions, question=question)
        return {school.name: school.standing for school in found}  # type: ignore[attr-defined]

    first, second, third = (school.name for school in world.schools)
    assert standings("ZOI") == {first: 0, second: 0, third: len(values)}
    assert standings("VIS") == {first: 0, second: len(values) + 1, third: len(values)}


def test_the_sheets_say_it(world: World) -> None:
    adopt(world.schools[0], world.round)
    adopt_with_next(world.schools[1], world.round)

    head, *rows = standards_rows(world.round)
    vision = dict(zip(head, next(row for row in rows if row[1] == FMT.question("VIS").text), strict=True))
    assert vision["andere versie van de vraag"] == 1
    assert "anders verwoord" in vision["niet te vergelijken"]

    of = {row[1]: row[3:5] for row in standard_rows(world.round, FMT.question("ZOI"))}
    assert of[world.schools[1].name] == ("Ja", "Ja")
    of = {row[1]: row[3:5] for row in standard_rows(world.round, FMT.question("VIS"))}
    assert of[world.schools[1].name] == ("andere versie van de vraag", "")


def test_the_pages_say_it(world: World, sign_in: Callable[[User], Client]) -> None:
    adopt(world.schools[0], world.round)
    adopt_with_next(world.schools[1], world.round)
    client = sign_in(world.analyst)

    overview = client.get(reverse("alliance", args=[world.alliance.slug])).content.decode()
    assert "Eén school telt niet mee, met een andere versie van de vraag" in overview
    page = client.get(reverse("standard", args=[world.alliance.slug, "VIS"])).content.decode()
    assert "Andere versie van de vraag" in page
    assert "Wat niet te vergelijken is, telt niet mee." in page


def test_last_year_stands_beside_it_only_where_it_compares(world: World) -> None:
    before = Round.objects.create(
        alliance=world.alliance, first_year=2026, format_ref=FORMAT, catalogue=world.round.catalogue
    )
    adopt(world.schools[0], world.round)
    adopt_with_next(world.schools[0], before)

    renamed, reworded = told(world.round, "ZOI"), told(world.round, "VIS")

    assert (renamed.before, renamed.known_before, renamed.not_before) == (1, 1, "")
    assert (reworded.before, reworded.known_before) == (None, 0)
    assert "anders verwoord" in reworded.not_before

    adopt(world.schools[1], before)
    reworded = told(world.round, "VIS")
    assert (reworded.before, reworded.known_before) == (1, 1)


def test_another_scale_leaves_all_of_last_year_out(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    values = (replace(FMT.scale.values[0], label="Zeker"), *FMT.scale.values[1:])
    other = replace(FMT, version="2025.1", scale=replace(FMT.scale, values=values))
    monkeypatch.setattr(queries, "format_or_none", {FMT.ref: FMT, other.ref: other}.get)
    before = Round.objects.create(
        alliance=world.alliance, first_year=2026, format_ref=FORMAT, catalogue=world.round.catalogue
    )
    adopt(world.schools[0], before)
    Profile.objects.filter(round=before).update(format_ref=other.ref)

    found = [one for _, ones in standards(world.round).aspects for one in ones]

    assert {one.before for one in found} == {None}
    assert all("met andere antwoorden" in one.not_before for one in found)


def test_queries_do_not_grow(world: World, django_assert_num_queries) -> None:  # type: ignore[no-untyped-def]
    adopt(world.schools[0], world.round)
    for school in world.schools[1:]:
        adopt_with_next(school, world.round)
        with django_assert_num_queries(6):
            standards(world.round)
