import json
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from dekkend.audit.models import Event
from dekkend.profile.models import Presence
from tests.profile.checklist.people import (
    BY_TOPIC,
    FMT,
    ITEM,
    NO,
    QUESTION,
    SCRIPT,
    YES,
    SignIn,
    page,
    save,
    shared,
)
from tests.profile.checklist.test_cost import queries
from tests.world import World


@pytest.fixture
def ina(world: World, sign_in: SignIn) -> Client:
    shared(world.profile)
    return sign_in(world.coordinator)


@pytest.fixture
def hanna(world: World, sign_in: SignIn) -> Client:
    return sign_in(world.head)


def ask(client: Client, world: World, **sent: str) -> Any:
    told = {"question": QUESTION.id, "item": "", "since": timezone.now().isoformat(), **sent}
    answer = client.post(page("checklist_presence", world.profile), told, headers=SCRIPT)
    assert answer.status_code == 200
    return json.loads(answer.content)


def test_one_sees_who_else_is_here_and_at_which_item(world: World, ina: Client, hanna: Client) -> None:
    ask(hanna, world, item=ITEM.id)

    told = ask(ina, world)

    assert told["people"] == [{"name": "Hanna Hoofd", "item": ITEM.id, "where": ITEM.number}]
    assert ask(hanna, world)["people"][0]["where"] == f"vraag {QUESTION.number}"


def test_who_is_silent_for_half_a_minute_is_gone(world: World, ina: Client, hanna: Client) -> None:
    ask(hanna, world)
    Presence.objects.update(seen=timezone.now() - timedelta(seconds=31))

    assert ask(ina, world)["people"] == []
    assert [row.person for row in Presence.objects.all()] == [world.coordinator]


def test_who_comes_wipes_who_left_everywhere(world: World, ina: Client) -> None:
    other = type(world.profile).objects.create(school=world.schools[2], round=world.round)
    long_ago = timezone.now() - timedelta(minutes=5)
    Presence.objects.create(profile=other, person=world.people["other_head"], seen=long_ago)

    ask(ina, world)

    assert [row.person for row in Presence.objects.all()] == [world.coordinator]


def test_a_person_writes_once_in_a_quarter_of_a_minute(world: World, ina: Client) -> None:
    ask(ina, world)
    again = queries(lambda: ask(ina, world, item=ITEM.id))

    # session, person, roles, profile; who is here, what changed
    assert len(again) == 6, again
    assert not [sql for sql in again if sql.startswith(("INSERT", "UPDATE", "DELETE"))]
    Presence.objects.update(seen=timezone.now() - timedelta(seconds=15))
    assert len(queries(lambda: ask(ina, world, item=ITEM.id))) == 7
    assert Presence.objects.get().item == ITEM.id


def test_the_cost_does_not_grow_with_the_people(world: World, ina: Client, hanna: Client) -> None:
    ask(ina, world)
    one = len(queries(lambda: ask(ina, world)))
    for person in (world.head, world.staff, world.colleague):
        Presence.objects.create(profile=world.profile, person=person, seen=timezone.now())

    assert len(queries(lambda: ask(ina, world))) == one == 6


def test_being_there_is_no_event(world: World, ina: Client) -> None:
    ask(ina, world)

    assert not Event.objects.exists()


def test_what_a_colleague_saved_is_told_with_its_values(world: World, ina: Client, hanna: Client) -> None:
    save(hanna, page("checklist_answer", world.profile, ITEM.id), value=NO, note="Van Hanna")

    [change] = ask(ina, world)["changes"]

    assert (change["item"], change["number"], change["revision"]) == (ITEM.id, ITEM.number, 1)
    assert (change["who"], change["value"]) == ("Hanna Hoofd", FMT.scale.get(NO).label)
    assert (change["fields"]["value"], change["fields"]["note"]) == (NO, "Van Hanna")
    assert ask(hanna, world)["changes"] == []


def test_topics_are_told_as_the_form_names_them(world: World, ina: Client, hanna: Client) -> None:
    first, second = BY_TOPIC.topics[:2]
    save(hanna, page("checklist_answer", world.profile, BY_TOPIC.id), **{f"topics.{first.id}": YES})

    [change] = ask(ina, world)["changes"]

    assert change["fields"][f"topics.{first.id}"] == YES
    assert change["fields"][f"topics.{second.id}"] == ""


def test_what_was_saved_long_ago_is_not_told(world: World, ina: Client, hanna: Client) -> None:
    save(hanna, page("checklist_answer", world.profile, ITEM.id), value=NO)
    Event.objects.update(at=timezone.now() - timedelta(minutes=1))

    assert ask(ina, world)["changes"] == []
    assert ask(ina, world, since=(timezone.now() - timedelta(hours=1)).isoformat())["changes"]


@pytest.mark.parametrize(
    "since",
    [
        "",
        "gisteren",
        "2027-01-01",
        "0001-01-01T00:00:00",
        "9999-99-99T00:00:00+00:00",
        "0001-01-01T00:00:00+14:00",
        "9999-12-31T23:59:59-12:00",
    ],  # fmt: skip
)
def test_a_strange_time_is_now(world: World, ina: Client, since: str) -> None:
    assert ask(ina, world, since=since)["changes"] == []


@pytest.mark.parametrize("sent", [{"question": "GEEN"}, {"item": "GEEN-1"}])
def test_a_place_that_is_not_there_is_not_found(world: World, ina: Client, sent: dict[str, str]) -> None:
    assert ina.post(page("checklist_presence", world.profile), sent).status_code == 404
    assert not Presence.objects.exists()


@pytest.mark.parametrize(
    "who", ["staff", "council", "board", "adviser", "analyst", "administrator", "other_head", "sam"]
)
def test_only_who_fills_in_sees_who_is_there(world: World, ina: Client, sign_in: SignIn, who: str) -> None:
    ask(ina, world)

    answer = sign_in(world.people[who]).post(page("checklist_presence", world.profile), headers=SCRIPT)

    assert answer.status_code == 404
    assert Presence.objects.count() == 1


def test_nobody_is_there_when_the_profile_is_submitted(world: World, ina: Client) -> None:
    type(world.profile).objects.filter(pk=world.profile.pk).update(state="submitted")

    assert ina.post(page("checklist_presence", world.profile), headers=SCRIPT).status_code == 423
    assert not Presence.objects.exists()


def test_people_of_another_school_are_not_seen(world: World, ina: Client) -> None:
    other = type(world.profile).objects.create(school=world.schools[2], round=world.round)
    Presence.objects.create(profile=other, person=world.people["other_head"], seen=timezone.now())

    assert ask(ina, world)["people"] == []


def test_own_and_anonymous_copies_know_no_presence(world: World, sign_in: SignIn) -> None:
    from tests.profile.checklist.people import CODE, anonymous, own

    copy = own(world.profile, world.staff)
    mine = sign_in(world.staff).get(page("copy_question", world.profile, copy.pk, QUESTION.id))
    anonymous(world.profile)
    theirs = Client().get(page("anonymous_copy_question", world.profile, CODE, QUESTION.id))

    assert b"data-presence" not in mine.content
    assert b"data-presence" not in theirs.content
    assert not Presence.objects.exists()
