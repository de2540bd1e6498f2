"""Where schools are comes from the profile, late is a date that has passed."""

from __future__ import annotations

from dekkend.analysis.progress import profiles_at, progress
from dekkend.profile.base.models import Profile
from tests.world import World


def test_schools_stand_at_their_station(world: World) -> None:
    Profile.objects.create(school=world.schools[1], round=world.round, station="council")
    Profile.objects.create(school=world.schools[2], round=world.round, station="", state="published")

    found = progress(world.round)

    assert {stop.slug: stop.schools for stop in found.stops if stop.schools} == {
        "checklist": 1, "mr": 1, "gepubliceerd": 1,
    }  # fmt: skip
    assert (found.schools, found.missing) == (3, 0)


def test_a_school_without_a_profile_is_told(world: World) -> None:
    assert progress(world.round).missing == 2


def test_late_is_after_the_date_of_the_station(world: World) -> None:
    assert progress(world.round).late == 0

    world.round.dates["checklist"] = "2020-01-01"
    world.round.save()

    assert progress(world.round).late == 1
    assert list(profiles_at(world.round, "te-laat")) == [world.profile]


def test_schools_at_a_station_come_by_name(world: World) -> None:
    for school in world.schools[1:]:
        Profile.objects.create(school=school, round=world.round, station="checklist")

    assert [str(one.school) for one in profiles_at(world.round, "checklist")] == [
        "De Inktpot", "De Leesplank", "De Liniaal",
    ]  # fmt: skip
    assert not profiles_at(world.round, "mr").exists()
