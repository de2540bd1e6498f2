"""Who sees and does what at station 1; every right has its refusal."""

import pytest
from django.test import Client

from dekkend.profile.models import Answer, Copy
from tests.profile.checklist.people import (
    CODE,
    ITEM,
    QUESTION,
    YES,
    SignIn,
    anonymous,
    answered,
    own,
    page,
    save,
    shared,
)
from tests.world import World

pytestmark = pytest.mark.one_database

EVERYBODY = (
    "head", "coordinator", "staff", "council", "board", "adviser", "analyst", "administrator", "other_head", "sam",
)  # fmt: skip
SEE = ("head", "coordinator", "staff")
EDIT = ("head", "coordinator")


@pytest.mark.parametrize("who", EVERYBODY)
def test_shared_checklist_is_seen_by_the_team(who: str, world: World, sign_in: SignIn) -> None:
    client = sign_in(world.people[who])
    expected = 200 if who in SEE else 404

    assert client.get(page("checklist", world.profile)).status_code == expected
    assert client.get(page("checklist_question", world.profile, QUESTION.id)).status_code == expected


@pytest.mark.parametrize("who", EVERYBODY)
def test_shared_checklist_is_filled_in_by_head_and_coordinator(
    who: str, world: World, sign_in: SignIn
) -> None:
    client = sign_in(world.people[who])
    expected = 200 if who in EDIT else 404

    assert save(client, page("checklist_answer", world.profile, ITEM.id), value=YES).status_code == expected
    assert (
        save(client, page("checklist_summary", world.profile, QUESTION.id), text="x").status_code == expected
    )
    assert Answer.objects.exists() == (who in EDIT)


def test_staff_reads_the_shared_checklist_without_a_form(world: World, sign_in: SignIn) -> None:
    answered(shared(world.profile), note="Wat wij doen.")

    shown = sign_in(world.staff).get(page("checklist_question", world.profile, QUESTION.id)).content.decode()

    assert "Wat wij doen." in shown
    assert "data-queued" not in shown


@pytest.mark.parametrize("who", EVERYBODY)
def test_team_is_asked_by_head_and_coordinator(who: str, world: World, sign_in: SignIn) -> None:
    client = sign_in(world.people[who])
    seen = client.get(page("team", world.profile)).status_code
    chosen = client.post(page("team_naming", world.profile), {"naming": "named"}).status_code
    asked = client.post(page("team_ask", world.profile), {"people": [world.staff.pk]}).status_code

    assert (seen, chosen, asked) == ((200, 302, 302) if who in EDIT else (404, 404, 404))
    assert Copy.objects.exists() == (who in EDIT)


@pytest.mark.parametrize("who", ["head", "coordinator", "colleague", "council", "board", "other_head", "sam"])
def test_own_copy_is_closed_for_everybody_else(who: str, world: World, sign_in: SignIn) -> None:
    copy, client = own(world.profile, world.staff), sign_in(world.people[who])

    assert client.get(page("copy", world.profile, copy.pk)).status_code == 404
    assert client.get(page("copy_question", world.profile, copy.pk, QUESTION.id)).status_code == 404
    assert save(client, page("copy_answer", world.profile, copy.pk, ITEM.id), value=YES).status_code == 404
    assert client.post(page("copy_finish", world.profile, copy.pk), {"finished": "1"}).status_code == 404


def test_own_copy_is_open_for_its_person(world: World, sign_in: SignIn) -> None:
    copy, client = own(world.profile, world.staff), sign_in(world.staff)

    assert client.get(page("copy", world.profile, copy.pk)).status_code == 200
    assert client.get(page("copy_question", world.profile, copy.pk, QUESTION.id)).status_code == 200
    assert (
        save(client, page("copy_answer", world.profile, copy.pk, ITEM.id), value="unsure").status_code == 200
    )


def test_own_copy_is_gone_for_who_left_the_school(world: World, sign_in: SignIn) -> None:
    copy = own(world.profile, world.staff)
    world.staff.memberships.all().delete()

    assert sign_in(world.staff).get(page("copy", world.profile, copy.pk)).status_code == 404


def test_anonymous_copy_opens_with_its_code_alone(world: World) -> None:
    anonymous(world.profile)

    assert Client().get(page("anonymous_copy", world.profile, CODE)).status_code == 200
    assert Client().get(page("anonymous_copy", world.profile, CODE.upper())).status_code == 200
    assert Client().get(page("anonymous_copy", world.profile, "aaaa-bbbb-cccd")).status_code == 404


def test_code_opens_neither_a_shared_nor_a_named_copy(world: World) -> None:
    for copy in (shared(world.profile), own(world.profile, world.staff)):
        assert Client().get(page("anonymous_copy", world.profile, copy.key)).status_code == 404


def test_signed_out_is_sent_to_the_door(world: World) -> None:
    seen = Client().get(page("checklist", world.profile))
    saved = save(Client(), page("checklist_answer", world.profile, ITEM.id), value=YES)

    assert (seen.status_code, saved.status_code) == (302, 401)


@pytest.mark.parametrize("state", ["submitted", "adopted", "published"])
def test_own_and_anonymous_copies_rest_when_the_profile_is_not_in_preparation(
    state: str, world: World, sign_in: SignIn
) -> None:
    copy = own(world.profile, world.staff)
    anonymous(world.profile)
    type(world.profile).objects.filter(pk=world.profile.pk).update(state=state)

    by_name = save(sign_in(world.staff), page("copy_answer", world.profile, copy.pk, ITEM.id), value=YES)
    nameless = save(Client(), page("anonymous_copy_answer", world.profile, CODE, ITEM.id), value=YES)

    assert (by_name.status_code, nameless.status_code) == (423, 423)
    assert not Answer.objects.exists()
