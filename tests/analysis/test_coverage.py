"""Rulings 9 and 12: only adopted versions count, "niemand" only when that is certain."""

from __future__ import annotations

from dekkend.analysis.coverage import Cell, Coverage, coverage
from dekkend.analysis.words import headline, lead
from dekkend.region.models import Area, District, PupilCount, School
from tests.analysis.adopted import adopt, arrangement, content, sealed, specialisation, thing
from tests.world import World


def cell(found: Coverage, need: str, place: str) -> Cell:
    line = next(line for line in found.lines if line.need.id == need)
    return next(cell for cell in line.cells if cell.place.name == place)


def test_a_sealed_version_that_is_not_adopted_does_not_count(world: World) -> None:
    offers = [arrangement("angst")]
    world.profile.sealed = sealed(world.profile, content(world.profile, arrangements=offers))
    world.profile.state = "submitted"
    world.profile.save()

    assert cell(coverage(world.round), "angst", "Oost 1").offers == 0


def test_an_adopted_version_counts(world: World) -> None:
    adopt(world.school, world.round, arrangements=[arrangement("angst")])

    assert cell(coverage(world.round), "angst", "Oost 1").offers == 1


def test_a_school_counts_once_however_much_it_offers(world: World) -> None:
    both = {"arrangements": [arrangement("angst")], "specialisations": {"rows": [specialisation("angst")]}}
    adopt(world.school, world.round, **both)

    assert cell(coverage(world.round), "angst", "Oost 1").offers == 1


def test_nobody_is_said_only_when_all_schools_are_known(world: World) -> None:
    adopt(world.schools[0], world.round)

    unsure = cell(coverage(world.round), "angst", "Oost 1")
    assert (unsure.word, unsure.is_uncovered) == ("nog niet bekend", False)

    adopt(world.schools[1], world.round)

    sure = cell(coverage(world.round), "angst", "Oost 1")
    assert (sure.word, sure.is_uncovered) == ("niemand", True)


def test_one_school_is_fragile_only_when_all_schools_are_known(world: World) -> None:
    adopt(world.schools[0], world.round, arrangements=[arrangement("angst")])

    assert cell(coverage(world.round), "angst", "Oost 1").word == "één tot nu toe"
    assert not cell(coverage(world.round), "angst", "Oost 1").is_fragile

    adopt(world.schools[1], world.round)

    assert cell(coverage(world.round), "angst", "Oost 1").word == "één school"
    assert cell(coverage(world.round), "angst", "Oost 1").is_fragile


def test_an_area_without_schools_is_no_white_spot(world: World) -> None:
    Area.objects.create(alliance=world.alliance, district=world.areas[0].district, name="Leeg", position=9)

    assert cell(coverage(world.round), "angst", "Leeg").word == "geen school"


def test_an_arrangement_that_misses_something_is_a_shortage_and_no_offer(world: World) -> None:
    short = [arrangement("angst", thing("Coach", available=False))]
    adopt(world.schools[0], world.round, arrangements=short)

    found = cell(coverage(world.round), "angst", "Oost 1")

    assert (found.offers, found.short) == (0, 1)


def test_a_school_with_a_complete_offer_is_not_counted_as_short_as_well(world: World) -> None:
    both = [arrangement("angst", thing("Coach", available=False)), {**arrangement("angst"), "id": "tweede"}]
    adopt(world.schools[0], world.round, arrangements=both)

    found = cell(coverage(world.round), "angst", "Oost 1")

    assert (found.offers, found.short) == (1, 0)


def test_pupils_are_left_out_when_their_number_is_unknown_and_that_is_said(world: World) -> None:
    PupilCount.objects.filter(school=world.schools[1]).update(pupils=None)  # "<5"

    east = coverage(world.round).columns[0]

    assert (east.pupils, east.uncounted) == (212, 1)


def test_the_latest_count_before_the_round_holds(world: World) -> None:
    PupilCount.objects.create(school=world.schools[0], year=2024, pupils=1)
    PupilCount.objects.create(school=world.schools[0], year=2030, pupils=2)

    found = coverage(world.round)

    assert (found.places.year, found.columns[0].pupils) == (2025, 560)


def test_pupils_of_white_spots_add_up(world: World) -> None:
    for school in world.schools:
        adopt(school, world.round, arrangements=[arrangement("angst")] if school == world.schools[2] else [])

    line = next(line for line in coverage(world.round).lines if line.need.id == "angst")

    assert [cell.place.name for cell in line.uncovered] == ["Oost 1"]
    assert line.without == 560


def test_special_schools_have_a_column_of_their_own(world: World) -> None:
    School.objects.filter(pk=world.schools[1].pk).update(kind="sbo")
    adopt(world.schools[0], world.round)
    adopt(world.schools[1], world.round, arrangements=[arrangement("angst")])

    found = coverage(world.round)

    line = next(line for line in found.lines if line.need.id == "angst")
    assert found.has_city
    assert (line.city.offers, line.city.word) == (1, "één school")
    assert cell(found, "angst", "Oost 1").is_uncovered


def test_without_special_schools_there_is_no_such_column(world: World) -> None:
    assert not coverage(world.round).has_city


def test_a_school_that_is_gone_counts_no_more(world: World) -> None:
    adopt(world.schools[0], world.round, arrangements=[arrangement("angst")])
    adopt(world.schools[1], world.round)
    School.objects.filter(pk=world.schools[0].pk).update(is_gone=True)

    found = cell(coverage(world.round), "angst", "Oost 1")

    assert (found.offers, found.place.schools, found.place.known) == (0, 1, 1)


def test_a_school_without_an_area_is_in_no_column_and_is_told(world: World) -> None:
    School.objects.filter(pk=world.schools[0].pk).update(area=None)

    found = coverage(world.round)

    assert (found.places.unplaced, found.columns[0].schools, found.schools) == (1, 1, 3)


def test_more_than_twenty_areas_become_districts(world: World) -> None:
    west = District.objects.create(alliance=world.alliance, name="West", position=5)
    for number in range(19):
        Area.objects.create(alliance=world.alliance, district=west, name=f"West {number}")
    adopt(world.schools[0], world.round, arrangements=[arrangement("angst")])

    found = coverage(world.round)

    assert [place.name for place in found.columns] == ["Oost", "West"]
    assert [place.schools for place in found.columns] == [3, 0]
    assert cell(found, "angst", "Oost").offers == 1


def test_the_heading_says_what_is_the_case(world: World) -> None:
    assert headline(coverage(world.round)) == "Nog geen school heeft een vastgesteld profiel"

    needs = [need.id for need in world.round.format.offer.needs]
    adopt(world.schools[0], world.round, arrangements=[arrangement(need) for need in needs[:-1]])
    assert headline(coverage(world.round)) == "Voor zover bekend is er nergens een witte vlek"

    adopt(world.schools[1], world.round, arrangements=[arrangement(needs[0])])
    adopt(world.schools[2], world.round, arrangements=[arrangement(need) for need in needs])
    found = coverage(world.round)
    assert headline(found) == "Eén behoefte is niet overal gedekt"
    assert lead(found) == ["Op één plek is er niemand.", "Op 22 plekken hangt het aan één school."]


def test_queries_do_not_grow(world: World, django_assert_num_queries) -> None:  # type: ignore[no-untyped-def]
    adopt(world.schools[0], world.round, arrangements=[arrangement("angst")])
    with django_assert_num_queries(6):
        coverage(world.round)

    for school in world.schools:
        adopt(school, world.round, arrangements=[arrangement("angst"), arrangement("bewegen")])
    with django_assert_num_queries(6):
        coverage(world.round)
