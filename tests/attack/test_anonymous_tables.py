"""After an anonymous round with partial copies no table links an answer to a person: every table is read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

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
                sent = {"revision": "0", "value": "yes", "note": f"{NOTE} {number}"}
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
