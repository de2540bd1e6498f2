import re

import pytest
from django.core import mail
from django.test import Client

from dekkend.audit.models import Event
from dekkend.profile.base.models import Profile
from dekkend.profile.checklist.codes import key_of
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
)
from tests.world import World


@pytest.fixture
def ina(world: World, sign_in: SignIn) -> Client:
    return sign_in(world.coordinator)


def choose(ina: Client, world: World, naming: str) -> None:
    ina.post(page("team_naming", world.profile), {"naming": naming})


def test_naming_is_chosen_before_the_first_copy_and_then_stays(world: World, ina: Client) -> None:
    choose(ina, world, "anonymous")
    choose(ina, world, "named")
    ina.post(page("team_ask", world.profile), {"people": [world.staff.pk]})

    answer = ina.post(page("team_naming", world.profile), {"naming": "anonymous"})

    assert answer.status_code == 423
    assert Profile.objects.get(pk=world.profile.pk).naming == "named"


def test_nobody_is_asked_before_naming_is_chosen(world: World, ina: Client) -> None:
    answer = ina.post(page("team_ask", world.profile), {"people": [world.staff.pk]})

    assert answer.status_code == 423
    assert "op naam of anoniem" in answer.content.decode()
    assert not Copy.objects.exists()


def test_naming_without_a_choice_is_asked_again(world: World, ina: Client) -> None:
    answer = ina.post(page("team_naming", world.profile), {})

    assert answer.status_code == 422
    assert "Kies op naam of anoniem." in answer.content.decode()


@pytest.mark.django_db(transaction=True)
def test_asked_by_name_gives_one_copy_and_a_letter(world: World, ina: Client) -> None:
    world.staff.memberships.update(function="Leerkracht groep 7")
    choose(ina, world, "named")

    for _ in range(2):
        ina.post(page("team_ask", world.profile), {"people": [world.staff.pk, world.colleague.pk]})

    assert Copy.objects.filter(kind="personal").count() == 2
    copy = Copy.objects.get(person=world.staff)
    assert copy.label == "Leerkracht groep 7"
    letters = {letter.to[0]: letter.body for letter in mail.outbox}
    assert set(letters) == {world.staff.email, world.colleague.email}
    code = re.search(r"/c/([a-z2-9-]+)/", letters[world.staff.email]).group(1)
    assert copy.key == key_of(code)


def test_only_the_team_of_this_school_is_asked(world: World, ina: Client) -> None:
    choose(ina, world, "named")

    answer = ina.post(page("team_ask", world.profile), {"people": [world.other_head.pk]})

    assert answer.status_code == 422
    assert not Copy.objects.exists()


def test_slips_show_each_code_once_and_keep_none(world: World, ina: Client) -> None:
    choose(ina, world, "anonymous")

    shown = ina.post(page("team_slips", world.profile), {"number": "5"}).content.decode()

    codes = set(re.findall(r">([a-z2-9-]{14})<", shown))
    kept = set(Copy.objects.values_list("key", flat=True))
    assert len(codes) == 5
    assert kept == {key_of(code) for code in codes}
    assert not codes & kept


@pytest.mark.parametrize("number", ["", "0", "101", "veel"])
def test_slips_need_a_fair_number(number: str, world: World, ina: Client) -> None:
    choose(ina, world, "anonymous")

    answer = ina.post(page("team_slips", world.profile), {"number": number})

    assert answer.status_code == 422
    assert b"field__error" in answer.content
    assert not Copy.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_mailed_codes_differ_and_no_copy_has_a_person(world: World, ina: Client) -> None:
    choose(ina, world, "anonymous")

    ina.post(page("team_ask", world.profile), {"people": [world.staff.pk, world.colleague.pk]})

    codes = {re.search(r"/c/([a-z2-9-]+)/", letter.body).group(1) for letter in mail.outbox}
    assert len(codes) == 2
    assert set(Copy.objects.values_list("person", "label")) == {(None, "teamlid")}
    assert Event.objects.get(act="ask_team").data == {"number": 2}


def test_anonymous_answers_leave_no_person_and_no_time(world: World, sign_in: SignIn) -> None:
    copy = anonymous(world.profile)
    client = sign_in(world.staff)  # signed in by accident: it must not matter

    save(client, page("anonymous_copy_answer", world.profile, CODE, ITEM.id), value=YES, note="Mijn mening.")
    client.post(page("anonymous_copy_finish", world.profile, CODE), {"finished": "1"})

    copy.refresh_from_db()
    assert (copy.is_finished, copy.person) == (True, None)
    for event in Event.objects.all():
        assert (event.actor, event.actor_name) == (None, "teamlid")
        assert event.at.astimezone().strftime("%H:%M:%S") == "00:00:00"


def test_personal_answers_stay_out_of_the_log_of_the_profile(world: World, sign_in: SignIn) -> None:
    copy = own(world.profile, world.staff)

    save(
        sign_in(world.staff),
        page("copy_answer", world.profile, copy.pk, ITEM.id),
        value=YES,
        note="Mijn mening.",
    )

    assert not Event.objects.at_place(world.profile.place).filter(act="save").exists()
    assert Event.objects.at_place(f"copy/{copy.pk}").exists()


def test_finished_can_be_taken_back(world: World, sign_in: SignIn) -> None:
    copy, client = own(world.profile, world.staff), sign_in(world.staff)

    client.post(page("copy_finish", world.profile, copy.pk), {"finished": "1"})
    copy.refresh_from_db()
    assert copy.is_finished

    client.post(page("copy_finish", world.profile, copy.pk), {"finished": "0"})
    copy.refresh_from_db()
    assert not copy.is_finished


def test_closing_waits_for_three_answers(world: World, ina: Client) -> None:
    for code in ("a", "b"):
        answered(anonymous(world.profile, code))

    answer = ina.post(page("team_close", world.profile))

    assert answer.status_code == 423
    assert not Profile.objects.get(pk=world.profile.pk).team_closed


def test_nobody_adds_an_answer_after_closing(world: World, ina: Client) -> None:
    for code in (CODE, "b", "c"):
        answered(anonymous(world.profile, code))
    ina.post(page("team_close", world.profile))

    saved = save(
        Client(), page("anonymous_copy_answer", world.profile, CODE, ITEM.id), revision="1", value="no"
    )
    slips = ina.post(page("team_slips", world.profile), {"number": "2"})
    read = Client().get(page("anonymous_copy_question", world.profile, CODE, QUESTION.id))

    assert (saved.status_code, slips.status_code, read.status_code) == (423, 423, 200)
    assert b"data-queued" not in read.content
    assert set(Answer.objects.values_list("value", flat=True)) == {YES}


def test_unused_copies_are_taken_back_and_used_ones_stay(world: World, ina: Client) -> None:
    answered(own(world.profile, world.staff))
    own(world.profile, world.colleague)

    ina.post(page("team_unused", world.profile))

    assert list(Copy.objects.filter(kind="personal").values_list("person", flat=True)) == [world.staff.pk]
