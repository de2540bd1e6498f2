"""Ruling 11: a standard is what its agreed items say; a school without a version is unknown."""

from __future__ import annotations

from typing import Any

from dekkend.analysis.standards import Multiple, items_of, standards
from dekkend.analysis.versions import versions_of
from dekkend.region.models import Round, School
from tests.analysis.adopted import adopt
from tests.world import World


def multiple(world: World, question: str) -> Multiple:
    found = standards(world.round)
    return next(one for _, ones in found.aspects for one in ones if one.question.id == question)


def counts(found: Multiple) -> list[int]:
    return [number for _, number in found.counts]


def test_schools_are_counted_by_value_and_the_rest_is_unknown(world: World) -> None:
    adopt(world.schools[0], world.round, value="yes")
    adopt(world.schools[1], world.round, value="no")

    found = multiple(world, "ZOI")

    assert (counts(found), found.unknown, found.schools) == ([1, 0, 1], 1, 3)


def test_a_school_that_is_gone_counts_no_more(world: World) -> None:
    adopt(world.schools[0], world.round)
    adopt(world.schools[1], world.round)
    School.objects.filter(pk=world.schools[0].pk).update(is_gone=True)

    found = multiple(world, "ZOI")

    assert (counts(found), found.unknown) == ([1, 0, 0], 1)


def test_an_open_item_makes_the_standard_unknown(world: World) -> None:
    adopt(world.schools[0], world.round, answers={"ZOI-1": {"value": "", "gap": "Verdeeld."}})

    assert counts(multiple(world, "ZOI")) == [0, 0, 0]
    assert multiple(world, "ZOI").unknown == 3


def test_a_draft_is_never_counted(world: World) -> None:
    assert all(one.known == 0 for _, ones in standards(world.round).aspects for one in ones)


def test_the_three_lowest_are_pointed_out(world: World) -> None:
    low: dict[str, Any] = {f"{question}-1": {"value": "in_development"} for question in ("VEI", "OPP", "ZOI")}
    adopt(world.schools[0], world.round, answers=low)

    found = standards(world.round)

    assert {one.question.id for _, ones in found.aspects for one in ones if one.is_low} == {
        "VEI",
        "OPP",
        "ZOI",
    }


def test_nothing_is_pointed_out_when_all_are_the_same(world: World) -> None:
    adopt(world.schools[0], world.round)

    assert standards(world.round).lowest == 0


def test_a_tie_points_at_nobody_too_many(world: World) -> None:
    low: dict[str, Any] = {
        f"{question}-1": {"value": "in_development"} for question in ("VEI", "OPP", "ZOI", "HGW")
    }
    adopt(world.schools[0], world.round, answers=low)

    assert standards(world.round).lowest == 0


def test_last_year_stands_beside_it(world: World) -> None:
    assert multiple(world, "ZOI").before is None

    before = Round.objects.create(
        alliance=world.alliance,
        first_year=2026,
        format_ref=world.round.format_ref,
        catalogue=world.round.catalogue,
    )
    adopt(world.schools[0], before)
    adopt(world.schools[1], before, value="no")

    assert multiple(world, "ZOI").before == 1


def test_items_are_counted_with_what_does_not_apply(world: World) -> None:
    adopt(
        world.schools[0], world.round, answers={"ZOI-2": {"value": "not_applicable", "reason": "Te klein."}}
    )

    second = items_of(world.round, world.round.format.question("ZOI"), versions_of(world.round))[1]

    assert [(value.id, number) for value, number in second.counts if number] == [("not_applicable", 1)]
    assert second.unknown == 2


def test_queries_do_not_grow(world: World, django_assert_num_queries) -> None:  # type: ignore[no-untyped-def]
    for some in (world.schools[:1], world.schools):
        for school in some:
            adopt(school, world.round)
        with django_assert_num_queries(5):
            standards(world.round)
