from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from dekkend.accounts.models import User
from dekkend.audit.actions import ANONYMOUS, Actor
from dekkend.audit.models import Event
from dekkend.audit.revisions import revise
from dekkend.profile.models import Answer, Copy
from dekkend.profile.version.actions import recall
from dekkend.profile.version.log import entries
from dekkend.profile.writing import actions as writing
from tests.adoption.roads import complete, submitted, tell
from tests.world import World

SignIn = Callable[[User], Client]


def answer(world: World, item: str, actor: Actor, note: str = "Kort.") -> None:
    copy, _ = Copy.objects.get_or_create(profile=world.profile, kind="shared")
    row, _ = Answer.objects.get_or_create(copy=copy, item=item)
    revise(row, {"note": note}, base=row.revision, actor=actor)


def lines(world: World) -> list[tuple[str, str]]:
    found = Event.objects.at_place(world.profile.place)
    return [(line.who, line.what) for line in entries(found, world.profile.format)]


def actor(user: User) -> Actor:
    return Actor(user, user.name, "intern begeleider")


def test_a_save_is_named_by_its_number(world: World) -> None:
    answer(world, "ZOI-2", actor(world.coordinator))

    assert lines(world) == [("Ina Begeleider", "heeft 3.2 beantwoord")]


def test_saves_in_a_row_are_one_line(world: World) -> None:
    for item in ("ZOI-1", "ZOI-2", "ZOI-2", "VEI-1"):
        answer(world, item, actor(world.coordinator), note=f"Bij {item}, {Event.objects.count()}.")
    answer(world, "ZOI-3", actor(world.head))

    assert lines(world) == [
        ("Hanna Hoofd", "heeft 3.3 beantwoord"),
        ("Ina Begeleider", "heeft 3.1, 3.2 en 1.1 beantwoord"),
    ]


def test_whoever_answers_anonymously_leaves_no_name_and_no_time(world: World) -> None:
    answer(world, "ZOI-2", ANONYMOUS)

    line = entries(Event.objects.all(), world.profile.format)[0]

    assert (line.who, line.role, line.has_time) == ("teamlid", "", False)


def test_what_is_added_and_put_back_is_named_and_what_went_is_not(world: World) -> None:
    profile = complete(world)
    Event.objects.all().delete()
    row = writing.add_specialisation(profile, title="Rekenlab", actor=world.head)
    assert lines(world) == [("Hanna Hoofd", "heeft toegevoegd: de specialisatie “Rekenlab”")]

    gone = writing.remove(row, profile=profile, actor=world.head)
    assert [what for _, what in lines(world)] == [
        "heeft weggehaald: een specialisatie",
        "heeft toegevoegd: iets wat later is weggehaald",
    ]

    writing.put_back(profile, gone, actor=world.head)
    assert "heeft teruggezet: de specialisatie “Rekenlab”" in [what for _, what in lines(world)]


def test_what_one_press_wrote_is_one_line_for_each_kind(world: World, sign_in: SignIn) -> None:
    complete(world)
    client, said = sign_in(world.head), []
    for number in (1, 2):
        page = client.get(reverse("log", args=[world.profile.pk]), {"bladzijde": number})
        said.append([line.what for line in page.context["entries"]])

    assert len([line for line in said[0] + said[1] if line.endswith("beantwoord")]) == 1
    assert max(map(len, said)) < 10


def test_of_one_moment_the_lowest_number_comes_first(world: World) -> None:
    for item in ("ZOI-2", "HGW-1", "VEI-1", "ZOI-1"):
        answer(world, item, actor(world.coordinator))
    Event.objects.update(at=timezone.now())

    assert [what for _, what in lines(world)] == ["heeft 1.1, 3.1, 3.2 en 4.1 beantwoord"]


def test_what_was_written_is_not_in_the_log(world: World, sign_in: SignIn) -> None:
    answer(world, "ZOI-2", actor(world.coordinator), note="Iets vertrouwelijks.")

    page = sign_in(world.head).get(reverse("log", args=[world.profile.pk])).content.decode()

    assert "heeft 3.2 beantwoord" in page
    assert "vertrouwelijks" not in page


def test_a_legal_act_stands_there_with_its_reason(world: World) -> None:
    profile = submitted(world)
    recall(profile, actor=world.head, reason="Er ontbreekt een zin.")

    line = entries(Event.objects.filter(act="recall"), profile.format)[0]

    assert (line.what, line.reason) == ("heeft het profiel teruggehaald", "Er ontbreekt een zin.")


def test_the_voice_of_pupils_has_its_name(world: World) -> None:
    tell(world)

    assert lines(world) == [("Ina Begeleider", "heeft geschreven aan de stem van leerlingen")]


def test_a_row_that_is_gone_is_still_in_the_log(world: World) -> None:
    answer(world, "ZOI-2", actor(world.coordinator))
    Answer.objects.all().delete()

    assert lines(world) == [("Ina Begeleider", "heeft iets wat later is weggehaald beantwoord")]


def test_the_log_costs_the_same_with_more_events(
    world: World, sign_in: SignIn, django_assert_num_queries: Callable[[int], object]
) -> None:
    address = reverse("log", args=[world.profile.pk])
    client = sign_in(world.head)
    for item in ("ZOI-1", "ZOI-2", "ZOI-3", "ZOI-4"):
        answer(world, item, actor(world.coordinator))
        with django_assert_num_queries(QUERIES):  # type: ignore[attr-defined]
            client.get(address)


QUERIES = 9


def test_fifty_events_stand_on_a_page(world: World, sign_in: SignIn) -> None:
    now = timezone.now()
    Event.objects.bulk_create(
        Event(
            at=now - timedelta(minutes=n),
            actor_name=f"N{n}",
            actor_role="x",
            act="submit",
            place=world.profile.place,
        )
        for n in range(60)
    )
    client = sign_in(world.head)
    address = reverse("log", args=[world.profile.pk])

    assert client.get(address).content.decode().count('data-label="Wie"') == 50
    assert client.get(address, {"bladzijde": "2"}).content.decode().count('data-label="Wie"') == 10


@pytest.mark.parametrize("who", ["coordinator", "head", "board"])
def test_school_and_board_see_the_log(who: str, world: World, sign_in: SignIn) -> None:
    assert sign_in(world.people[who]).get(reverse("log", args=[world.profile.pk])).status_code == 200


@pytest.mark.parametrize("who", ["staff", "council", "analyst", "administrator", "other_head", "sam"])
def test_the_log_does_not_exist_for_others(who: str, world: World, sign_in: SignIn) -> None:
    assert sign_in(world.people[who]).get(reverse("log", args=[world.profile.pk])).status_code == 404
