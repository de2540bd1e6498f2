from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from dekkend.accounts.models import User
from dekkend.profile.base.models import Profile
from dekkend.profile.base.road import brief_road, road_of, settle
from tests.world import World

SignIn = Callable[[User], Client]


def test_road_begins_at_the_first_station(world: World) -> None:
    road = road_of(world.profile, world.coordinator)

    assert [stop.state for stop in road.stations] == ["current", *["later"] * 6]
    assert road.here == "Checklist, stap 1 van 7"


def test_a_station_is_a_link_only_for_who_may_see_it(world: World) -> None:
    coordinator = road_of(world.profile, world.coordinator).stations[0]
    council = road_of(world.profile, world.council).stations[0]

    assert (bool(coordinator.url), bool(council.url)) == (True, False)


def test_settle_keeps_the_station_for_lists(world: World, django_assert_num_queries) -> None:
    world.profile.station = "adoption"
    world.profile.save()

    settle(world.profile)

    listed = Profile.objects.with_places().get()
    assert listed.station == "checklist"
    with django_assert_num_queries(0):
        assert brief_road(listed).place == 1


@pytest.mark.parametrize("who", ["head", "coordinator", "staff", "council", "board"])
def test_front_door_is_for_school_and_board(who: str, world: World, sign_in: SignIn) -> None:
    assert sign_in(world.people[who]).get(reverse("road", args=[world.profile.pk])).status_code == 200


@pytest.mark.parametrize("who", ["other_head", "adviser", "analyst", "administrator", "sam"])
def test_front_door_is_closed_for_others(who: str, world: World, sign_in: SignIn) -> None:
    assert sign_in(world.people[who]).get(reverse("road", args=[world.profile.pk])).status_code == 404
