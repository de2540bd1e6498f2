"""Nothing that is kept or shown leads from an anonymous answer to a person."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.core.serializers import serialize
from django.test import Client

from dekkend.accounts.models import User
from dekkend.audit.models import Event
from dekkend.profile.base.models import Profile
from dekkend.profile.checklist import actions
from dekkend.profile.checklist.codes import SLIPS
from dekkend.profile.models import Answer, Copy
from tests.world import World

SignIn = Callable[[User], Client]
NOTE = "Mijn geheime mening"


@pytest.fixture
def codes(world: World) -> list[str]:
    actions.choose_naming(world.profile, "anonymous", actor=world.head)
    return actions.make_codes(world.profile, 4, actor=world.head)


def item_of(profile: Profile) -> Any:
    return next(item for item in profile.format.items if not item.topics)


def fill_in(client: Client, world: World, code: str, value: str, note: str = "") -> Any:
    path = f"/profielen/{world.profile.pk}/c/{code}/"
    client.get(path)
    answer = client.post(
        f"{path}onderdeel/{item_of(world.profile).id}/", {"revision": "0", "value": value, "note": note}
    )
    client.post(f"{path}klaar/", {"finished": "1"})
    return answer


def values(world: World) -> list[str]:
    return [value.id for value in world.profile.format.scale.values]


def test_who_is_signed_in_leaves_no_trace(world: World, sign_in: SignIn, codes: list[str]) -> None:
    """Also not when a colleague opens the link in a browser that knows the name."""
    client = sign_in(world.staff)
    session = dict(client.session)

    assert fill_in(client, world, codes[0], values(world)[0], NOTE).status_code == 302

    copy = Answer.objects.get(note=NOTE).copy
    assert copy.person_id is None
    assert world.staff.name not in serialize("json", [copy, *copy.answers.all()])
    for event in Event.objects.filter(place__in=[f"copy/{copy.pk}", world.profile.place]):
        assert event.actor_id != world.staff.pk
        assert event.actor_name != world.staff.name
    assert dict(client.session) == session


def test_events_of_a_slip_tell_the_day_only(world: World, client: Client, codes: list[str]) -> None:
    fill_in(client, world, codes[0], values(world)[0], NOTE)

    events = Event.objects.filter(actor_name="teamlid")
    assert {event.act for event in events} == {"save", "finish_copy"}
    for event in events:
        local = event.at.astimezone()
        assert event.actor_id is None
        assert (local.second, local.microsecond) == (0, 0)
        assert event.pk.version == 4
    finished = events.get(act="finish_copy")
    assert "copy" not in finished.subject
    assert not finished.data


def test_neither_the_code_nor_an_order_is_kept(world: World, codes: list[str]) -> None:
    kept = serialize("json", Copy.objects.all())

    assert not any(code in kept or code.replace("-", "") in kept for code in codes)
    assert {copy.pk.version for copy in Copy.objects.all()} == {4}
    assert SLIPS.new() != SLIPS.new()
    assert len(SLIPS.letters) ** SLIPS.length > 2**58


def test_what_stands_in_the_database_opens_nothing(world: World, client: Client, codes: list[str]) -> None:
    for copy in Copy.objects.all():
        for guess in (copy.key, str(copy.pk), "", "-", "0" * 12):
            assert client.get(f"/profielen/{world.profile.pk}/c/{guess}/").status_code == 404
    other = Profile.objects.create(school=world.schools[2], round=world.round)
    assert client.get(f"/profielen/{other.pk}/c/{codes[0]}/").status_code == 404


def test_an_anonymous_copy_is_no_ones_own(world: World, sign_in: SignIn, codes: list[str]) -> None:
    for copy in Copy.objects.filter(person=None):
        for who in ("head", "staff", "coordinator"):
            path = f"/profielen/{world.profile.pk}/checklist/{copy.pk}/"
            assert sign_in(world.people[who]).get(path).status_code == 404


@pytest.mark.parametrize("finished", [1, 2, 3])
def test_nobody_sees_answers_while_one_can_still_be_added(
    world: World, sign_in: SignIn, client: Client, codes: list[str], finished: int
) -> None:
    for code in codes[:finished]:
        fill_in(client, world, code, values(world)[0], NOTE)

    for page in ("dialoog/", f"dialoog/{item_of(world.profile).id}/", "logboek/", "checklist/team/", ""):
        answer = sign_in(world.head).get(f"/profielen/{world.profile.pk}/{page}")
        assert NOTE not in answer.content.decode()
        assert str(Copy.objects.filter(person=None)[0].pk) not in answer.content.decode()


def test_fewer_than_three_are_never_shown_and_the_door_stays_open(
    world: World, sign_in: SignIn, client: Client, codes: list[str]
) -> None:
    for code in codes[:2]:
        fill_in(client, world, code, values(world)[0], NOTE)

    answer = sign_in(world.head).post(f"/profielen/{world.profile.pk}/checklist/team/sluiting/")

    assert answer.status_code == 423
    world.profile.refresh_from_db()
    assert not world.profile.team_closed


def test_after_closing_nothing_is_added_and_few_stay_hidden(
    world: World, sign_in: SignIn, client: Client, codes: list[str]
) -> None:
    """Three answered one item; one of them another item as well: that one stays hidden."""
    first, second = [item for item in world.profile.format.items if not item.topics][:2]
    for code in codes[:3]:
        fill_in(client, world, code, values(world)[0])
    lonely = f"/profielen/{world.profile.pk}/c/{codes[0]}/onderdeel/{second.id}/"
    client.post(lonely, {"revision": "0", "value": values(world)[0], "note": NOTE})
    actions.close_team(world.profile, actor=world.head)

    page = sign_in(world.head).get(f"/profielen/{world.profile.pk}/dialoog/{second.id}/").content.decode()
    late = fill_in(client, world, codes[3], values(world)[1])

    assert NOTE not in page
    assert late.status_code == 423
    assert Answer.objects.filter(item=first.id, revision__gt=0).count() == 3


def test_what_was_made_before_closing_cannot_be_told_apart_after(world: World, codes: list[str]) -> None:
    """By name after anonymous, or the other way: not once somebody was asked."""
    for naming in ("named", "anonymous", ""):
        with pytest.raises(Exception, match="verandert dan niet meer"):
            actions.choose_naming(world.profile, naming, actor=world.head)
