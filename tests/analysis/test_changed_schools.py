"""Schools that are renamed, move or close after they were counted: each counts once, or it is said that it does not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from dekkend.analysis.coverage import coverage
from dekkend.analysis.listing import by_offer, by_value, listing, schools_in
from dekkend.analysis.models import OfferFact
from dekkend.analysis.offers import TITLES
from dekkend.analysis.places import ALL, AREA, CITY, DISTRICT
from dekkend.analysis.progress import progress
from dekkend.analysis.sheets import coverage_rows, offer_rows, standard_rows, standards_rows
from dekkend.analysis.standards import standards, values_of
from dekkend.analysis.versions import versions_of
from dekkend.analysis.words import headline
from dekkend.neighbourhood.sheet import rows_of
from dekkend.neighbourhood.together import together
from dekkend.region.actions import add_area
from dekkend.region.models import Area, District, Membership, School
from tests.analysis.adopted import adopt, arrangement, thing
from tests.world import World

pytestmark = pytest.mark.one_database

NEED = "angst"


def renamed(world: World) -> None:
    School.objects.filter(pk=world.school.pk).update(name="Anders")


def of_another_board(world: World) -> None:
    School.objects.filter(pk=world.school.pk).update(board=world.boards[1])
    Membership.objects.filter(board=world.boards[0]).delete()


def in_another_area(world: World) -> None:
    School.objects.filter(pk=world.school.pk).update(area=world.areas[1])


def in_no_area(world: World) -> None:
    School.objects.filter(pk=world.school.pk).update(area=None)


def nobody_in_an_area(world: World) -> None:
    School.objects.update(area=None)


def closed(world: World) -> None:
    School.objects.filter(pk=world.school.pk).update(is_gone=True)


def of_another_kind(world: World) -> None:
    School.objects.filter(pk=world.school.pk).update(kind=School.Kind.SBO)


def area_of_another_district(world: World) -> None:
    add_area(world.alliance, actor=world.administrator, name="Oost 1", district="West")


def area_taken_away(world: World) -> None:
    Area.objects.filter(pk=world.areas[0].pk).delete()


def many_areas(world: World) -> None:
    west = District.objects.create(alliance=world.alliance, name="West")
    Area.objects.bulk_create(
        Area(alliance=world.alliance, district=west, name=f"West {n}", position=n) for n in range(30)
    )
    School.objects.filter(pk=world.school.pk).update(area=Area.objects.get(name="West 7"))


def new_school(world: World) -> None:
    School.objects.create(
        alliance=world.alliance, board=world.boards[0], area=world.areas[0], brin6="99XN00", name="Nieuw"
    )


CHANGES: list[Callable[[World], None]] = [
    renamed, of_another_board, in_another_area, in_no_area, nobody_in_an_area, closed, of_another_kind,
    area_of_another_district, area_taken_away, many_areas, new_school,
]  # fmt: skip


@pytest.fixture
def counted(world: World) -> World:
    """Two schools that offer, and a third that lacks something."""
    for school in world.schools[:2]:
        adopt(school, world.round, arrangements=[arrangement(NEED)])
    adopt(world.schools[2], world.round, arrangements=[arrangement(NEED, thing("Coach", available=False))])
    return world


def keyed(rows: Any) -> list[dict[str, Any]]:
    head, *lines = rows
    return [dict(zip(head, line, strict=True)) for line in lines]


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_every_school_counts_once_in_what_is_covered(counted: World, change: Callable[[World], None]) -> None:
    change(counted)
    round = counted.round
    found, present = coverage(round), School.objects.present()
    line = next(line for line in found.lines if line.need.id == NEED)
    cells = (*line.cells, line.loose, line.city)

    assert sum(cell.place.schools for cell in cells) == present.count()
    assert found.schools == present.filter(kind=School.Kind.BO).count()
    known = present.filter(profiles__adopted__isnull=False)
    assert sum(cell.place.known for cell in cells) == known.count()
    offers = present.filter(pk__in=OfferFact.objects.filter(need=NEED, is_complete=True).values("school"))
    assert sum(cell.offers for cell in cells) == offers.count()
    assert (
        sum(cell.short for cell in cells)
        == present.count() - offers.count() - present.exclude(pk__in=known).count()
    )

    sheet = [row for row in keyed(coverage_rows(round)) if row["behoefte"] == line.need.label]
    assert sum(row["scholen"] for row in sheet) == present.count()
    assert sum(row["scholen met aanbod"] for row in sheet) == offers.count()
    assert sum(row["scholen met tekort"] for row in sheet) == sum(cell.short for cell in cells)
    loose = [row["oordeel"] for row in sheet if row["wijk of stadsdeel"] == "Nog niet in een wijk"]
    assert loose == (["telt niet mee"] if found.places.unplaced else [])
    assert headline(found) != "Nog geen school heeft een vastgesteld profiel"


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_behind_every_figure_stand_its_schools(counted: World, change: Callable[[World], None]) -> None:
    change(counted)
    round = counted.round
    found = coverage(round)
    for line in found.lines[:3]:
        for cell in (*line.cells, line.city):
            behind = schools_in(round, cell.place.kind, cell.place.key)
            assert cell.place.kind in (AREA, DISTRICT, CITY)
            groups = listing(by_offer(behind, round, line.need.id), round, TITLES, None).counts
            assert [group.count for group in groups[:2]] == [cell.offers, cell.short]
            assert sum(group.count for group in groups) == cell.place.schools
        everywhere = schools_in(round, ALL, 0)
        assert everywhere.count() == found.schools
        named = {
            row["vestigingscode"]
            for row in keyed(offer_rows(by_offer(everywhere, round, line.need.id), round, line.need))
        }
        assert named == set(everywhere.values_list("brin6", flat=True))


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_every_school_counts_once_in_the_standards(counted: World, change: Callable[[World], None]) -> None:
    change(counted)
    round, present = counted.round, School.objects.present()
    told = standards(round)
    assert told.schools == present.count()
    for _, multiples in told.aspects:
        for one in multiples:
            assert one.known + one.unknown + one.apart == present.count()
            assert one.known == present.filter(profiles__adopted__isnull=False).count()
    question = round.format.questions[0]
    values = values_of(round.format)
    behind = by_value(present, round, values, versions_of(round), question=question.id)
    titles = [(value.label, value.mark) for value in (*values, *values[:2])]
    groups = listing(behind, round, titles, None).counts
    assert sum(group.count for group in groups) == present.count()
    assert len(keyed(standard_rows(round, question))) == present.count()
    row = keyed(standards_rows(round))[0]
    assert sum(row[value.label] for value in values) + row["nog niet bekend"] == present.count()
    road = progress(round)
    assert road.schools + road.missing == present.count()
    assert sum(stop.schools for stop in road.stops) == road.schools


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_a_wijk_says_the_same_as_the_samenwerkingsverband(
    counted: World, change: Callable[[World], None]
) -> None:
    change(counted)
    found = coverage(counted.round)
    line = next(line for line in found.lines if line.need.id == NEED)
    by_place = {(cell.place.kind, cell.place.key): cell for cell in line.cells}
    seen: list[int] = []
    for area in Area.objects.all():
        here = together(area, counted.round)
        seen += [school.pk for school in (*here.schools, *here.special)]
        assert {row[2] for row in list(rows_of(area, here))[1:]} == {school.brin6 for school in here.schools}
        if cell := by_place.get((AREA, area.pk)):
            mine = next(one for one in here.lines if one.need.id == NEED)
            assert (len(mine.offering), len(mine.short)) == (cell.offers, cell.short)
            assert (len(here.schools), here.pupils, here.uncounted) == (
                cell.place.schools, cell.place.pupils, cell.place.uncounted,
            )  # fmt: skip
    without = School.objects.present().filter(area=None)
    assert sorted(seen) == sorted(
        School.objects.present().exclude(pk__in=without).values_list("pk", flat=True)
    )
