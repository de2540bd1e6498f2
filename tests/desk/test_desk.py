import re
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from dekkend.accounts.models import User
from dekkend.profile.base.models import Profile
from dekkend.profile.base.road import day
from dekkend.profile.models import Copy
from dekkend.region.models import Membership
from tests.adoption.roads import adopted, asked, let_term_pass, submitted
from tests.profile.checklist.years import last_year
from tests.profile.talk.leading import running
from tests.profile.version.yearly import next_year
from tests.world import World

SignIn = Callable[[User], Client]


def test_desk_says_what_awaits_the_coordinator(world: World, sign_in: SignIn) -> None:
    page = sign_in(world.coordinator).get(reverse("desk")).content.decode()

    assert "Vul de checklist in" in page
    assert "De Leesplank" in page


def test_desk_leads_to_last_year_where_it_came_along(world: World, sign_in: SignIn) -> None:
    def leads_there(profile: Profile) -> bool:
        page = sign_in(world.coordinator).get(reverse("desk")).content.decode()
        return reverse("checklist_again", args=[profile.pk]) in page

    adopted(world)
    now = next_year(world, 2028)
    assert leads_there(now)
    Profile.objects.filter(pk=now.pk).update(naming="named")
    assert not leads_there(now)


def test_desk_leads_to_the_talk_that_runs(world: World, sign_in: SignIn) -> None:
    def told(person: User) -> tuple[bool, bool]:
        page = sign_in(person).get(reverse("desk")).content.decode()
        return "Spreek met het team af" in page, reverse("talk_control", args=[world.profile.pk]) in page

    Profile.objects.update(station="dialogue")
    assert told(world.coordinator) == (True, False)
    running(world)

    assert told(world.coordinator) == (False, True)
    assert told(world.staff) == (False, False)


def test_desk_of_the_council_is_empty_while_the_school_prepares(world: World, sign_in: SignIn) -> None:
    page = sign_in(world.council).get(reverse("desk")).content.decode()

    assert "Er wacht nu niets op je" in page


def test_desk_asks_a_team_member_for_the_own_copy(world: World, sign_in: SignIn) -> None:
    Copy.objects.create(profile=world.profile, kind="personal", person=world.staff)

    page = sign_in(world.staff).get(reverse("desk")).content.decode()

    assert "Vul jouw exemplaar van de checklist in" in page


def test_desk_does_not_ask_for_a_finished_copy(world: World, sign_in: SignIn) -> None:
    Copy.objects.create(profile=world.profile, kind="personal", person=world.staff, is_finished=True)

    page = sign_in(world.staff).get(reverse("desk")).content.decode()

    assert "Vul jouw exemplaar" not in page


def test_desk_of_a_stranger_names_no_school(world: World, sign_in: SignIn) -> None:
    page = sign_in(world.sam).get(reverse("desk")).content.decode()

    assert "De Leesplank" not in page
    assert "Je hebt nog geen rol" in page


def test_desk_wants_one_to_sign_in(db: None) -> None:
    assert Client().get(reverse("desk")).status_code == 302


@pytest.mark.parametrize("schools", [1, 3])
def test_desk_costs_the_same_for_one_and_three_schools(
    schools: int, world: World, sign_in: SignIn, django_assert_num_queries
) -> None:
    for school in world.schools[1:schools]:
        school.board = world.boards[0]
        school.save()
        Profile.objects.create(school=school, round=world.round)
    client = sign_in(world.board)
    client.get(reverse("desk"))

    with django_assert_num_queries(4):
        client.get(reverse("desk"))


def test_desk_lists_a_school_once_with_its_earlier_years(world: World, sign_in: SignIn) -> None:
    earlier = last_year(world, {})

    page = sign_in(world.coordinator).get(reverse("desk"))

    assert [(row[0], row[2]) for row in page.context["rows"]] == [(world.profile, [earlier])]
    assert f'href="{reverse("road", args=[earlier.pk])}">2026-2027' in page.content.decode()
    road = sign_in(world.coordinator).get(reverse("road", args=[world.profile.pk]))
    assert list(road.context["years"]) == [earlier]


def test_desk_asks_nothing_for_a_schooljaar_that_is_over(world: World, sign_in: SignIn) -> None:
    Copy.objects.create(profile=world.profile, kind="personal", person=world.coordinator)
    client = sign_in(world.coordinator)
    assert len(client.get(reverse("desk")).context["tasks"]) == 2

    world.round.first_year = timezone.localdate().year - 2
    world.round.save()

    assert client.get(reverse("desk")).context["tasks"] == []


def test_desk_of_the_council_says_the_term_of_its_advice(world: World, sign_in: SignIn) -> None:
    profile = asked(world)
    client = sign_in(world.council)

    page = client.get(reverse("desk")).content.decode()

    assert "Geef advies over het profiel" in page
    assert f"Tot {day(profile.sealed.advice.term_ends)}" in page


def test_desk_of_the_board_says_when_the_term_has_passed(world: World, sign_in: SignIn) -> None:
    profile = asked(world)
    client = sign_in(world.board)
    assert "De MR gaf nog geen advies" not in client.get(reverse("desk")).content.decode()

    let_term_pass(profile)

    assert "De MR gaf nog geen advies" in client.get(reverse("desk")).content.decode()
    assert "De MR gaf nog geen advies" not in sign_in(world.head).get(reverse("desk")).content.decode()


def test_tasks_of_schools_of_one_name_are_told_apart_by_the_street(world: World, sign_in: SignIn) -> None:
    submitted(world)
    twin = world.schools[1]
    twin.name = world.school.name
    twin.save()

    def told(person: User) -> list[str]:
        page = " ".join(sign_in(person).get(reverse("desk")).content.decode().split())
        return re.findall(r'<p class="task__where">(.*?)</p>', page)

    year = "De Leesplank, voor schooljaar 2027-2028"
    assert told(world.board) == [year]  # the board has one school on the road
    Profile.objects.create(school=twin, round=world.round)
    assert told(world.board) == [f"{year}<br>Leerlaan 1"]
    Membership.objects.create(user=world.head, role="head", school=twin)
    assert told(world.head) == [f"{year}<br>Leerlaan 2"]


def test_the_menu_tells_several_wijken_apart_and_calls_the_one_a_wijk(world: World, sign_in: SignIn) -> None:
    def menu() -> str:
        page = sign_in(world.head).get("/mijn-werk/").content.decode()
        return page[page.index("<nav") : page.index("</nav>")]

    assert ">Wijk<" in menu()
    Membership.objects.create(user=world.head, role="head", school=world.schools[2])

    assert re.findall(">(Oost .|Wijk)<", menu()) == ["Oost 1", "Oost 2"]
    # By name, whichever role came first.
    Membership.objects.filter(user=world.head).delete()
    for school in (world.schools[2], world.schools[0]):
        Membership.objects.create(user=world.head, role="head", school=school)
    assert re.findall(">(Oost .|Wijk)<", menu()) == ["Oost 1", "Oost 2"]


def test_the_menu_tells_several_boards_apart(world: World, sign_in: SignIn) -> None:
    def menu() -> list[str]:
        page = sign_in(world.board).get("/mijn-werk/").content.decode()
        return re.findall(">(Bestuur|Stichting .)<", page[page.index("<nav") : page.index("</nav>")])

    assert menu() == ["Bestuur"]
    Membership.objects.create(user=world.board, role="board", board=world.boards[1])

    assert menu() == ["Stichting 1", "Stichting 2"]
