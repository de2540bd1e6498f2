from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from dekkend.accounts.models import User
from dekkend.profile.base.models import Profile
from dekkend.region.models import School
from tests.adoption.roads import advised, asked, let_term_pass, submitted
from tests.world import World

pytestmark = pytest.mark.one_database

SignIn = Callable[[User], Client]


def more_schools(world: World, number: int) -> None:
    for n in range(number):
        school = School.objects.create(
            alliance=world.alliance, board=world.boards[0], brin6=f"98YA{n:02}", name=f"Aa {n:02}"
        )
        Profile.objects.create(school=school, round=world.round)


def test_schools_that_wait_for_the_board_come_first(world: World, sign_in: SignIn) -> None:
    more_schools(world, 3)
    submitted(world)

    page = sign_in(world.board).get(reverse("board", args=[world.boards[0].pk])).content.decode()

    assert "Eén profiel wacht op het bestuur" in page
    assert "Vraag de MR om advies" in page
    assert page.index("De Leesplank") < page.index("Aa 00")


def test_the_board_reads_how_many_schools_are_not_done(world: World, sign_in: SignIn) -> None:
    def told() -> str:
        return sign_in(world.board).get(reverse("board", args=[world.boards[0].pk])).content.decode()

    more_schools(world, 2)
    assert "3 scholen zijn onderweg." in told()
    Profile.objects.filter(school__name="Aa 00").update(state="published", station="")
    assert "2 van de 3 scholen zijn nog onderweg." in told()
    Profile.objects.filter(school__name="Aa 01").update(state="published", station="")
    assert "1 van de 3 scholen is nog onderweg." in told()
    Profile.objects.update(state="published", station="")
    assert "Alle 3 scholen hebben hun profiel gepubliceerd." in told()


def test_a_school_where_the_council_is_at_turn_does_not_wait_for_the_board(
    world: World, sign_in: SignIn
) -> None:
    profile = asked(world)
    client = sign_in(world.board)

    page = client.get(reverse("board", args=[world.boards[0].pk])).content.decode()
    assert "Er wacht nu geen profiel op het bestuur" in page
    assert "De MR is aan zet" in page

    let_term_pass(profile)
    page = client.get(reverse("board", args=[world.boards[0].pk])).content.decode()
    assert "Herinner de MR" in page


def test_after_the_advice_the_board_is_asked_to_reply(world: World, sign_in: SignIn) -> None:
    advised(world)

    page = sign_in(world.board).get(reverse("board", args=[world.boards[0].pk])).content.decode()

    assert "Reageer op het advies" in page


def test_late_schools_are_counted_and_named(world: World, sign_in: SignIn) -> None:
    world.round.dates = {"checklist": "2020-01-01"}
    world.round.save()

    page = sign_in(world.board).get(reverse("board", args=[world.boards[0].pk])).content.decode()

    assert "Eén is te laat." in page
    assert "dagen te laat" in page


@pytest.mark.parametrize("number", [1, 3])
def test_the_overview_costs_the_same_with_more_schools(
    number: int, world: World, sign_in: SignIn, django_assert_num_queries: Callable[[int], object]
) -> None:
    advised(world)
    more_schools(world, number)
    client = sign_in(world.board)

    with django_assert_num_queries(8):  # type: ignore[attr-defined]
        client.get(reverse("board", args=[world.boards[0].pk]))


def test_forty_schools_stand_on_a_page(world: World, sign_in: SignIn) -> None:
    more_schools(world, 41)
    client = sign_in(world.board)
    address = reverse("board", args=[world.boards[0].pk])

    assert client.get(address).content.decode().count("roads__school") == 40
    assert client.get(address, {"bladzijde": "2"}).content.decode().count("roads__school") == 2


@pytest.mark.parametrize("who", ["head", "council", "administrator", "other_head", "sam"])
def test_the_overview_does_not_exist_for_others(who: str, world: World, sign_in: SignIn) -> None:
    assert sign_in(world.people[who]).get(reverse("board", args=[world.boards[0].pk])).status_code == 404


def test_a_board_sees_no_other_board(world: World, sign_in: SignIn) -> None:
    assert sign_in(world.board).get(reverse("board", args=[world.boards[1].pk])).status_code == 404
