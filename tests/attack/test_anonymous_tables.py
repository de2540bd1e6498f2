"""After an anonymous round with partial copies no table links an answer to a person: every table is read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import pytest
from django.core import mail
from django.db import connection
from django.test import Client

from dekkend.audit.models import Event
from dekkend.profile.base.models import Profile
from dekkend.profile.checklist import actions
from dekkend.profile.checklist.codes import key_of
from dekkend.profile.checklist.coverage import for_audience
from dekkend.profile.checklist.queries import team_of
from dekkend.profile.models import Answer, Copy
from tests.world import World

pytestmark = pytest.mark.one_database

NOTE = "Mijn geheime mening"


def rows() -> Iterator[tuple[str, dict[str, Any]]]:
    """Every row of every table, as it is stored."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608  our own tables
            names = [column[0] for column in cursor.description]
            for row in cursor.fetchall():
                yield table, dict(zip(names, row, strict=True))


def words_of(row: dict[str, Any]) -> str:
    """All that stands in a row, keys of other rows written as they are in text."""
    return " | ".join(f"{name}={value}" for name, value in row.items()).lower().replace("-", "")


@pytest.fixture
def told(world: World, sign_in: Any) -> list[tuple[str, str]]:
    """Three slips and four letters, all in part; each answers in a browser that is signed in. Code and address."""
    profile = world.profile
    actions.choose_asking(profile, "parts", actor=world.head)
    actions.choose_naming(profile, "anonymous", actor=world.head)
    people = [world.people[name] for name in ("head", "coordinator", "staff", "colleague")]
    part = for_audience(profile.format, "teacher")
    actions.make_codes(profile, 3, covers=part, actor=world.head)
    members = [one for one in team_of(profile) if one.user_id in {person.pk for person in people}]
    covers = {one.user_id: part for one in members if one.user_id}
    actions.mail_codes(profile, members, covers=covers, actor=world.head)
    codes = []
    for number, letter in enumerate(mail.outbox):
        code = re.search(r"/c/([a-z2-9-]+)/", letter.body).group(1)
        codes.append((code, letter.to[0]))
        client = sign_in(next(person for person in people if person.email == letter.to[0]))
        path = f"/profielen/{profile.pk}/c/{code}/"
        client.get(path)
        for item in part[: 4 + number]:
            if not profile.format.item(item).topics:
                sent = {"revision": "0", "value": "yes", "note": f"{NOTE} {number}", "save_key": str(uuid4())}
                assert client.post(f"{path}onderdeel/{item}/", sent).status_code == 302
        client.post(f"{path}klaar/", {"finished": "1"})
        # Typed at the door as well.
        assert Client().post("/code/", {"code": code}).status_code == 302
    actions.close_team(profile, actor=world.head)
    return codes


@pytest.mark.django_db(transaction=True)
def test_no_row_holds_both_a_person_and_an_answer(world: World, told: list[tuple[str, str]]) -> None:
    assert len(told) == 4
    copies = list(Copy.objects.filter(kind="personal"))
    marks = {str(copy.pk).replace("-", "") for copy in copies} | {copy.key for copy in copies}
    marks |= {str(answer.pk).replace("-", "") for answer in Answer.objects.all()}
    people = {person.email for person in world.people.values()} | {
        person.name.lower() for person in world.people.values()
    }
    wrong, seen = [], set()
    for table, row in rows():
        words = words_of(row)
        if any(mark in words for mark in marks) or NOTE.lower() in words:
            seen.add(table)
            named = [person for person in people if person.replace("-", "") in words]
            keyed = [
                name for name, value in row.items() if name in ("person_id", "actor_id", "user_id") and value
            ]
            if named or keyed:
                wrong.append((table, named, keyed))
    assert wrong == []
    assert {Answer._meta.db_table, Copy._meta.db_table, Event._meta.db_table} <= seen


@pytest.mark.django_db(transaction=True)
def test_no_code_stands_in_any_table(world: World, told: list[tuple[str, str]]) -> None:
    """Also not in a letter that waits to be sent: with the address on it, it would name the copy."""
    codes = [code.replace("-", "") for code, _ in told]
    kept = {key_of(code) for code, _ in told}

    for table, row in rows():
        words = words_of(row)
        assert not any(code in words for code in codes), table
        assert table.endswith("profile_copy") or not any(key in words for key in kept), table


@pytest.mark.django_db(transaction=True)
def test_nothing_tells_the_hour_or_the_order_of_an_anonymous_answer(
    world: World, told: list[tuple[str, str]]
) -> None:
    events = Event.objects.filter(actor_name="teamlid")
    assert {event.act for event in events} == {"save", "finish_copy"}
    for event in events:
        local = event.at.astimezone()
        assert (local.hour, local.minute, local.second, local.microsecond) == (0, 0, 0, 0)
    fields = {field.name for model in (Copy, Answer) for field in model._meta.fields}
    assert not {
        name for name in fields if name.endswith(("_at", "_since", "_on")) or name in ("created", "updated")
    }
    # What was asked of these people is kept by how many, never by whom.
    asked = Event.objects.filter(act="ask_team")
    assert [sorted(event.data) for event in asked] == [["number"]] * len(asked)


@pytest.mark.django_db(transaction=True)
def test_what_a_copy_covers_is_shared_by_at_least_three(world: World, told: list[tuple[str, str]]) -> None:
    groups: dict[tuple[str, ...], int] = {}
    for copy in Copy.objects.filter(kind="personal"):
        groups[tuple(copy.covers)] = groups.get(tuple(copy.covers), 0) + 1

    assert min(groups.values()) >= 3
    assert Profile.objects.get(pk=world.profile.pk).team_closed


@pytest.mark.django_db(transaction=True)
def test_pages_of_the_school_name_nobody_beside_an_answer(
    world: World, told: list[tuple[str, str]], sign_in: Any
) -> None:
    for name in ("dialoog/", "checklist/team/", "logboek/"):
        shown = sign_in(world.head).get(f"/profielen/{world.profile.pk}/{name}").content.decode()
        for copy in Copy.objects.filter(kind="personal"):
            assert str(copy.pk) not in shown
            assert copy.key not in shown


def lying(table: str) -> list[str]:
    """Keys of the rows as they lie in the database, first come first."""
    place = "rowid" if connection.vendor == "sqlite" else "ctid"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT id FROM {table} ORDER BY {place}")  # noqa: S608  our own tables
        return [str(key).replace("-", "") for (key,) in cursor.fetchall()]


def moments(keys: list[str]) -> set[str]:
    """PostgreSQL keeps with each row which transaction wrote it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT DISTINCT xmin::text FROM audit_event WHERE id = ANY(%s::uuid[])", [keys])
        return {moment for (moment,) in cursor.fetchall()}


@pytest.mark.django_db(transaction=True)
def test_where_a_row_lies_does_not_tell_when_it_came(world: World, sign_in: Any) -> None:
    """Else an answer that lies between two acts with a time has nearly that time."""
    profile = world.profile
    actions.choose_naming(profile, "anonymous", actor=world.head)
    codes = actions.make_codes(profile, 4, actor=world.head)
    items = [item for item in profile.format.items if not item.topics][:6]
    for item in items:
        for code in codes:
            path = f"/profielen/{profile.pk}/c/{code}/onderdeel/{item.id}/"
            sent = {"revision": "0", "value": "yes", "save_key": str(uuid4())}
            assert Client().post(path, sent).status_code == 302
        sign_in(world.head).post(
            f"/profielen/{profile.pk}/checklist/onderdeel/{item.id}/", {"revision": "0", "note": "Ik."}
        )
    for code in codes:
        Client().post(f"/profielen/{profile.pk}/c/{code}/klaar/", {"finished": "1"})
    nobody = {
        str(key).replace("-", "") for key in Event.objects.filter(actor=None).values_list("pk", flat=True)
    }
    before = [key for key in lying("audit_event") if key in nobody], lying("profile_answer")
    values = sorted(Answer.objects.values_list("pk", "copy", "item", "value", "revision"))

    actions.close_team(profile, actor=world.head)

    events = lying("audit_event")
    written = [key for key in events if key in nobody]
    if connection.vendor == "sqlite":  # all behind what was there before the closing
        assert set(events[-1 - len(nobody) : -1]) == nobody
    else:  # all of one moment
        assert len(moments(written)) == 1
    assert written != before[0]
    assert lying("profile_answer") != before[1]
    assert not Event.objects.filter(actor=None, save_key__isnull=False).exists()
    assert Event.objects.filter(act="save", actor=None).count() == 24
    assert sorted(Answer.objects.values_list("pk", "copy", "item", "value", "revision")) == values
