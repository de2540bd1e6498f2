"""What stands out in a wijk: certain only when all is known, and never from a draft."""

from __future__ import annotations

from dekkend.neighbourhood.together import Line, Together, together
from dekkend.neighbourhood.words import headline, lead
from dekkend.region.models import School
from tests.analysis.adopted import adopt, arrangement, content, sealed, specialisation, thing
from tests.world import World


def seen(world: World) -> Together:
    return together(world.areas[0], world.round)


def line(world: World, need: str) -> Line:
    return next(line for line in seen(world).lines if line.need.id == need)


def words(world: World, need: str) -> list[str]:
    return [cell.word for cell in line(world, need).cells]


def test_each_school_says_what_it_has(world: World) -> None:
    adopt(world.schools[0], world.round, specialisations={"rows": [specialisation("angst")]})
    adopt(world.schools[1], world.round, arrangements=[arrangement("angst", thing("Coach", available=False))])

    # In order of name: De Inktpot, De Leesplank.
    assert words(world, "angst") == ["tekort", "specialisatie"]
    assert words(world, "bewegen") == ["niets", "niets"]


def test_a_submitted_version_is_not_seen(world: World) -> None:
    world.profile.sealed = sealed(world.profile, content(world.profile, arrangements=[arrangement("angst")]))
    world.profile.state = "submitted"
    world.profile.save()

    assert words(world, "angst") == ["nog niet bekend", "nog niet bekend"]


def test_nobody_so_far_is_not_yet_a_white_spot(world: World) -> None:
    adopt(world.schools[0], world.round)

    assert line(world, "angst").level == "unsure"
    assert headline(seen(world), world.areas[0]) == "Voor twaalf behoeften is er in Oost 1 nog niemand bekend"
    assert lead(seen(world)) == "Twee scholen, 560 leerlingen. De Inktpot heeft nog geen vastgesteld profiel."


def test_the_heading_names_the_most_urgent(world: World) -> None:
    area = world.areas[0]
    needs = [need.id for need in world.round.format.offer.needs]
    assert headline(seen(world), area) == "Van Oost 1 is nog geen school bekend"

    adopt(world.schools[0], world.round, arrangements=[arrangement(need) for need in needs])
    assert headline(seen(world), area) == "Voor elke behoefte is er in Oost 1 ten minste één school"

    adopt(world.schools[1], world.round, arrangements=[arrangement(need) for need in needs[1:]])
    assert headline(seen(world), area) == "In Oost 1 hangt één behoefte aan één school"

    adopt(world.schools[1], world.round, arrangements=[arrangement(need) for need in needs])
    assert headline(seen(world), area) == "Voor elke behoefte is er in Oost 1 meer dan één school"

    for school in world.schools[:2]:
        adopt(school, world.round)
    assert headline(seen(world), area) == "Voor twaalf behoeften is er in Oost 1 niemand"


def test_a_special_school_is_named_and_not_counted(world: World) -> None:
    School.objects.filter(pk=world.schools[1].pk).update(kind="sbo")
    adopt(world.schools[0], world.round)
    adopt(world.schools[1], world.round, arrangements=[arrangement("angst")])

    assert [school.name for school in seen(world).special] == ["De Inktpot"]
    assert line(world, "angst").level == "uncovered"


def test_a_boundary_that_all_schools_name_is_a_risk_and_comes_first(world: World) -> None:
    adopt(world.schools[0], world.round, boundaries=[{"element": "safety"}, {"element": "care"}])
    assert [limit.is_risk for limit in seen(world).limits] == [False, False]

    adopt(world.schools[1], world.round, boundaries=[{"element": "care"}])

    assert [(limit.element.id, limit.is_risk) for limit in seen(world).limits] == [
        ("care", True),
        ("safety", False),
    ]


def test_points_from_one_item_at_two_schools_are_shared(world: World) -> None:
    point = {"id": "i1", "title": "Samen lezen", "source": {"kind": "item", "ref": "ZOI-2"}}
    adopt(world.schools[0], world.round, improvements=[point])
    assert seen(world).shared == ()

    adopt(world.schools[1], world.round, improvements=[point])

    (one,) = seen(world).shared
    assert (one.item.id, [school.name for school in one.schools]) == ("ZOI-2", ["De Inktpot", "De Leesplank"])


def test_pupils_whose_number_is_unknown_are_left_out_and_told(world: World) -> None:
    School.objects.filter(pk=world.schools[2].pk).update(area=world.areas[0])

    view = seen(world)

    assert (view.pupils, view.uncounted, view.year) == (560, 1, 2025)
    assert "Van één school is het aantal leerlingen niet bekend." in lead(view)
