"""Phones in a talk: every table is read while it runs and after; nothing leads from an answer to a person."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone

from dekkend.audit.models import Event
from dekkend.profile.models import Phone, Showing, Talk, Vote
from dekkend.profile.talk.actions import live, voting
from dekkend.profile.talk.actions.closing import close_talk
from tests.attack.test_anonymous_tables import rows, words_of
from tests.profile.checklist.people import NO, YES
from tests.profile.talk.leading import ITEMS, running
from tests.world import World

COOKIE = "dekkend_telefoon"
PEOPLE = ("head", "coordinator", "staff", "colleague")
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def phones(world: World, sign_in: Any) -> list[Any]:
    """Four phones whose browsers know who they are; three choose yes, the last one no."""
    talk, clients = running(world, naming="anonymous"), []
    for name in PEOPLE:
        client = sign_in(world.people[name])
        assert client.get(f"/gesprek/{talk.code}/").status_code == 200
        client.post(f"/gesprek/{talk.code}/mee/")
        clients.append(client)
    for client, value in zip(clients, (YES, YES, YES, NO), strict=True):
        sent = {"item": ITEMS[0], "value": value}
        assert client.post(f"/gesprek/{talk.code}/antwoord/", sent).status_code == 302
    return clients


def people(world: World) -> set[str]:
    return {word for one in world.people.values() for word in (one.email, one.name.lower())}


def test_no_row_of_a_running_talk_holds_a_person_and_an_answer(world: World, phones: list[Any]) -> None:
    marks = {str(row.pk).replace("-", "") for model in (Phone, Vote) for row in model.objects.all()}
    marks |= {phone.key for phone in Phone.objects.all()}

    wrong, seen = [], set()
    for table, row in rows():
        words = words_of(row)
        if any(mark in words for mark in marks):
            seen.add(table)
            keyed = [name for name in ("person_id", "actor_id", "user_id") if row.get(name)]
            named = [person for person in people(world) if person.replace("-", "") in words]
            wrong += [(table, keyed, named)] if keyed or named else []

    assert wrong == []
    assert seen == {Phone._meta.db_table, Vote._meta.db_table}


def test_the_key_of_a_phone_stands_in_no_table_and_in_no_session(world: World, phones: list[Any]) -> None:
    keys = [client.cookies[COOKIE].value.rsplit(":", 1)[0] for client in phones]
    assert len(set(keys)) == len(phones)

    for table, row in rows():
        words = " | ".join(map(str, row.values()))
        assert not any(key in words for key in keys), table
    for session in Session.objects.all():
        assert not any("gesprek" in name or "telefoon" in name for name in session.get_decoded())


def test_an_answer_leaves_no_event_and_no_time(world: World, phones: list[Any]) -> None:
    assert {event.act for event in Event.objects.all()} == {"begin_talk", "show_item"}
    fields = {field.name for model in (Phone, Vote) for field in model._meta.fields}
    assert fields == {"id", "talk", "key", "phone", "item", "value"}
    assert {row.pk.version for model in (Phone, Vote) for row in model.objects.all()} == {4}


def test_after_the_talk_only_what_was_shown_is_left(world: World, phones: list[Any]) -> None:
    talk = Talk.objects.get()
    shown = Showing.objects.get().spread
    close_talk(talk, on=timezone.localdate(), roles=["leraren"], actor=world.head)

    assert (Phone.objects.count(), Vote.objects.count()) == (0, 0)
    left = Showing.objects.get()
    assert (left.spread, left.earlier) == (shown, [])
    assert sum(left.spread.values()) >= 3 or not left.spread
    known = [
        event
        for event in Event.objects.all()
        if YES in str(event.data) and event.subject != f"talk/{talk.pk}"
    ]
    assert known == []


def test_answers_of_an_earlier_day_do_not_count_twice(world: World, phones: list[Any]) -> None:
    """Else three answers may be those of two people, and what is shown of them tells more than it seems."""
    Talk.objects.update(on=timezone.localdate() - timedelta(days=1))

    talk = live.begin(Talk.objects.get(), actor=world.head)

    assert not Phone.objects.exists()
    assert not Vote.objects.exists()
    voting.vote(talk, "nieuw", ITEMS[0], YES)
    assert Showing.objects.get().answered == 1


def test_the_next_days_spread_is_not_shown_beside_that_of_before(world: World, phones: list[Any]) -> None:
    """The same four again, one of whom thinks otherwise by now: the two spreads would tell which one."""
    before = Showing.objects.get().spread
    Talk.objects.update(on=timezone.localdate() - timedelta(days=1))
    talk = live.begin(Talk.objects.get(), actor=world.head)

    for number, value in enumerate((YES, YES, NO, NO)):
        voting.join(talk, f"nieuw {number}")
        voting.vote(talk, f"nieuw {number}", ITEMS[0], value)

    assert before
    assert Showing.objects.get().spread == before
