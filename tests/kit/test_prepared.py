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
from dekkend.kit.prepared import Prepared, PreparedModels, by_key, insert, insert_all, update
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


def test_a_list_may_have_any_length(world: World) -> None:
    among = Prepared(lambda keys: User.objects.filter(pk__in=keys).values_list("pk"), keys=list)
    pks = [world.head.pk, world.coordinator.pk]

    assert among(keys=pks[:1]) == [(pks[0],)]
    assert sorted(among(keys=pks)) == sorted((pk,) for pk in pks)
    assert sorted(among(keys=[*pks, pks[0]])) == sorted((pk,) for pk in pks)
    assert among(keys=[]) == []


def test_whole_models_come_with_what_was_asked_beside_them(world: World) -> None:
    ask = PreparedModels(lambda pk: Profile.objects.with_places().filter(pk=pk), pk=int)
    whole = Profile.objects.get(pk=world.profile.pk)
    with CaptureQueriesContext(connection) as queries:
        (found,) = ask(pk=world.profile.pk)
        seen = (found.school.board.name, found.school.alliance.slug, found.round.schooljaar, found.sealed)

    assert len(queries) == 1
    assert seen == (whole.school.board.name, whole.school.alliance.slug, whole.round.schooljaar, None)
    assert {name: getattr(found, name) for name in fields_of(whole)} == fields_of(whole)
    assert ask(pk=0) == []


def fields_of(row: Any) -> dict[str, Any]:
    return {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}


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


def test_many_rows_are_written_at_once(world: World) -> None:
    fields = {
        "at": datetime.datetime(2027, 1, 1, 12, tzinfo=datetime.UTC),
        "actor": world.head,
        "act": "save",
    }
    insert_all([Event(subject=f"answer/{number}", data={"note": "één ’s"}, **fields) for number in range(3)])
    insert_all([])

    kept = Event.objects.filter(act="save").order_by("subject").values_list("subject", "data")
    assert list(kept) == [(f"answer/{number}", {"note": "één ’s"}) for number in range(3)]


def test_a_brief_profile_holds_what_the_whole_one_holds(world: World) -> None:
    """The fields are given in the order of the models; a wrong order would exchange values."""
    brief, whole = brief_profile(world.head, world.profile.pk), Profile.objects.get(pk=world.profile.pk)

    for names, mine, theirs in (
        (BRIEF, brief, whole),
        (SCHOOL, brief.school, whole.school),
        (ROUND, brief.round, whole.round),
    ):
        assert {name: vars(mine)[name] for name in names} == {name: getattr(theirs, name) for name in names}
