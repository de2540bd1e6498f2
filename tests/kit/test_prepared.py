"""Prepared questions and writes do what Django's own do, on both databases."""

from __future__ import annotations

import datetime
import uuid
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dekkend.accounts.models import User
from dekkend.audit.models import Event
from dekkend.kit.prepared import Prepared, by_key, insert, update
from dekkend.profile.base.models import Profile
from dekkend.profile.base.queries import BRIEF, ROUND, SCHOOL, brief_profile
from dekkend.profile.models import Answer, Copy
from tests.world import World

pytestmark = pytest.mark.django_db

names_of = Prepared(
    lambda email, pk: User.objects.filter(email=email, pk=pk).values_list("name", "is_active"),
    email=str,
    pk=int,
)
items_of = Prepared(
    lambda copy: Answer.objects.filter(copy=copy).values_list("copy", "topics", "due"), copy=uuid.UUID
)


def an_answer(world: World, **fields: Any) -> Answer:
    copy = Copy.objects.create(profile=world.profile, kind=Copy.Kind.SHARED)
    return Answer.objects.create(copy=copy, item="ZOI-1", **fields)


def test_the_same_question_with_other_values_gives_other_rows(world: World) -> None:
    for user in (world.head, world.coordinator):
        assert names_of(email=user.email, pk=user.pk) == [(user.name, True)]
    assert names_of(email=world.head.email, pk=world.coordinator.pk) == []


def test_a_value_is_never_part_of_the_question(world: World) -> None:
    assert names_of(email="' OR 1=1 --", pk=world.head.pk) == []


def test_values_come_back_as_python_knows_them(world: World) -> None:
    day = datetime.date(2027, 6, 1)
    row = an_answer(world, topics={"lezen": "yes"}, due=day)

    assert items_of(copy=row.copy_id) == [(row.copy_id, {"lezen": "yes"}, day)]
    assert items_of(copy=uuid.uuid4()) == []


def test_a_question_costs_one_query(world: World) -> None:
    with CaptureQueriesContext(connection) as queries:
        names_of(email=world.head.email, pk=world.head.pk)

    assert len(queries) == 1


def test_a_name_that_is_no_value_of_the_question_is_a_fault() -> None:
    with pytest.raises(ValueError, match="pk"):
        Prepared(lambda pk: User.objects.values_list("name"), pk=int)(pk=1)


def test_by_key_gives_the_whole_row_or_none(world: World) -> None:
    row = an_answer(world, note="tekst", topics={"lezen": "yes"})

    found = by_key(Answer)(row.pk)

    assert {field.attname: getattr(found, field.attname) for field in Answer._meta.concrete_fields} == {
        field.attname: getattr(row, field.attname) for field in Answer._meta.concrete_fields
    }
    assert by_key(Answer)(uuid.uuid4()) is None


def test_insert_and_update_write_what_save_writes(world: World) -> None:
    event = Event(
        at=datetime.datetime(2027, 1, 1, 12, tzinfo=datetime.UTC),
        actor=world.head,
        actor_name="Hanna",
        actor_role="directeur",
        act="save",
        place="profile/1",
        subject="answer/1",
        data={"note": "één ’s"},
    )
    insert(event)
    assert Event.objects.get(pk=event.pk).data == {"note": "één ’s"}
    assert Event.objects.get(pk=event.pk).at == event.at

    event.actor_name, event.data = "Hanna de Wit", {}
    update(event, ["actor_name", "data", "data"])
    assert Event.objects.values_list("actor_name", "data", "act").get(pk=event.pk) == (
        "Hanna de Wit",
        {},
        "save",
    )


def test_a_brief_profile_holds_what_the_whole_one_holds(world: World) -> None:
    """The fields are given in the order of the models; a wrong order would exchange values."""
    brief, whole = brief_profile(world.head, world.profile.pk), Profile.objects.get(pk=world.profile.pk)

    for names, mine, theirs in (
        (BRIEF, brief, whole),
        (SCHOOL, brief.school, whole.school),
        (ROUND, brief.round, whole.round),
    ):
        assert {name: vars(mine)[name] for name in names} == {name: getattr(theirs, name) for name in names}
