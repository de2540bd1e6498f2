"""By name and without an account: one link for one colleague, which can be sent anew and taken back."""

from __future__ import annotations

import re

import pytest
from django.core import mail
from django.core.cache import cache
from django.test import Client

from dekkend.audit.models import Event
from dekkend.profile.base.models import Profile
from dekkend.profile.checklist import actions
from dekkend.profile.checklist.codes import key_of
from dekkend.profile.checklist.coverage import for_audience
from dekkend.profile.models import Answer, Copy
from tests.profile.checklist.people import (
    CODE,
    FMT,
    HALF,
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

pytestmark = pytest.mark.one_database

TEAM_PAGES = ("team_copy", "team_copy_questions", "team_copy_link", "team_copy_withdraw")


@pytest.fixture
def ina(world: World, sign_in: SignIn) -> Client:
    return sign_in(world.coordinator)


def chose(profile: Profile, asking: str = "parts", naming: str = "named") -> None:
    Profile.objects.filter(pk=profile.pk).update(asking=asking, naming=naming)
    profile.refresh_from_db()


def by_link(copy: Copy, code: str = CODE) -> Copy:
    copy.key = key_of(code)
    copy.save()
    return copy


def guest(world: World, code: str = CODE) -> Copy:
    chose(world.profile)
    return Copy.objects.create(
        profile=world.profile, kind="personal", name="Joke", label="Leerkracht groep 4", key=key_of(code)
    )


# Asking


def test_who_fills_in_is_chosen_and_can_be_changed(world: World, ina: Client) -> None:
    ina.post(page("team_naming", world.profile), {"asking": "shared"})
    world.profile.refresh_from_db()
    assert (world.profile.asking, world.profile.naming) == ("shared", "")

    ina.post(page("team_naming", world.profile), {"asking": "parts", "naming": "named"})
    world.profile.refresh_from_db()
    assert (world.profile.asking, world.profile.naming) == ("parts", "named")
    assert Event.objects.filter(act="choose_asking").count() == 2


def test_the_shared_copy_alone_is_no_choice_any_more_once_somebody_was_asked(
    world: World, ina: Client
) -> None:
    own(world.profile, world.staff)

    assert ina.post(page("team_naming", world.profile), {"asking": "shared"}).status_code == 423


def test_after_the_first_was_asked_the_whole_team_can_still_be_asked_in_parts(
    world: World, ina: Client
) -> None:
    own(world.profile, world.staff)

    answer = ina.post(page("team_naming", world.profile), {"asking": "parts"})

    assert answer.status_code == 302
    world.profile.refresh_from_db()
    assert (world.profile.asking, world.profile.naming) == ("parts", "named")


def test_the_function_is_the_proposal_and_everything_when_nothing_tells(world: World, ina: Client) -> None:
    world.staff.memberships.update(function="Leerkracht groep 7")
    chose(world.profile)

    ina.post(page("team_ask", world.profile), {"people": [world.staff.pk, world.colleague.pk, world.head.pk]})

    covers = dict(Copy.objects.values_list("person", "covers"))
    assert covers[world.staff.pk] == for_audience(FMT, "teacher")
    assert covers[world.colleague.pk] == []
    assert covers[world.head.pk] == for_audience(FMT, "head")


def test_everybody_gets_everything_when_the_whole_team_is_asked(world: World, ina: Client) -> None:
    chose(world.profile, "whole")

    ina.post(page("team_ask", world.profile), {"people": [world.head.pk]})

    assert Copy.objects.get().covers == []


def test_questions_can_be_chosen_by_hand(world: World, ina: Client) -> None:
    chose(world.profile)
    sent = {"people": [world.staff.pk], f"what-{world.staff.pk}": "own", "questions": [QUESTION.id]}

    ina.post(page("team_ask", world.profile), sent)

    assert Copy.objects.get().covers == [item.id for item in QUESTION.items]


def test_by_hand_without_a_question_is_asked_again_and_keeps_what_was_ticked(
    world: World, ina: Client
) -> None:
    chose(world.profile)

    answer = ina.post(
        page("team_ask", world.profile), {"people": [world.staff.pk], f"what-{world.staff.pk}": "own"}
    )

    shown = answer.content.decode()
    assert answer.status_code == 422
    assert "Kruis aan welke vragen je zelf kiest." in shown
    assert re.search(rf'value="{world.staff.pk}" checked', shown)
    assert not re.search(rf'value="{world.head.pk}" checked', shown)
    assert not Copy.objects.exists()


@pytest.mark.parametrize("wrong", [{"what": "koning"}, {"questions": ["XXX"]}])
def test_a_choice_off_the_list_is_refused_in_words(
    wrong: dict[str, object], world: World, ina: Client
) -> None:
    chose(world.profile)
    sent = {f"what-{world.staff.pk}" if name == "what" else name: value for name, value in wrong.items()}

    answer = ina.post(page("team_ask", world.profile), {"people": [world.staff.pk], **sent})

    assert answer.status_code == 422
    assert not Copy.objects.exists()


# The link


@pytest.mark.django_db(transaction=True)
def test_the_letter_opens_the_own_copy_without_signing_in(world: World, ina: Client) -> None:
    chose(world.profile, "whole")
    ina.post(page("team_ask", world.profile), {"people": [world.staff.pk]})
    path = re.search(r"(/profielen/\d+/c/[a-z2-9-]+/)", mail.outbox[0].body).group(1)

    shown = Client().get(path)

    assert shown.status_code == 200
    assert f"Dit is het exemplaar van {world.staff.name}." in shown.content.decode()
    assert "inloggen hoeft niet" in mail.outbox[0].body


def test_what_is_written_by_link_is_by_name_with_its_time(world: World) -> None:
    copy = guest(world)

    save(
        Client(), page("anonymous_copy_answer", world.profile, CODE, ITEM.id), value=YES, note="Mijn mening."
    )
    Client().post(page("anonymous_copy_finish", world.profile, CODE), {"finished": "1"})

    copy.refresh_from_db()
    assert copy.is_finished
    for event in Event.objects.all():
        assert (event.actor_name, event.actor_role, event.actor) == ("Leerkracht groep 4", "teamlid", None)
    assert Event.objects.get(act="save").place == f"copy/{copy.pk}"
    assert Event.objects.get(act="save").at.astimezone().strftime("%H:%M:%S.%f") != "00:00:00.000000"


def test_history_by_link_is_of_this_copy_and_can_be_put_back(world: World, sign_in: SignIn) -> None:
    """Also while somebody else is signed in on this device; an item that is not asked has none."""
    copy = guest(world)
    copy.covers = [ITEM.id]
    copy.save()
    client, url = sign_in(world.head), page("anonymous_copy_answer", world.profile, CODE, ITEM.id)
    save(client, url, value=YES)
    save(client, url, revision="1", value=HALF)
    first = Event.objects.get(revision=1)

    read = client.get(page("anonymous_copy_history", world.profile, CODE, ITEM.id))
    put = client.post(
        page("anonymous_copy_put_back", world.profile, CODE, ITEM.id), {"revision": "2", "event": first.pk}
    )
    other = client.get(page("anonymous_copy_history", world.profile, CODE, FMT.items[-1].id))

    assert (read.status_code, put.status_code, other.status_code) == (200, 302, 404)
    assert Answer.objects.get().value == YES
    assert set(Event.objects.values_list("actor_name", flat=True)) == {"Leerkracht groep 4"}


def test_link_and_account_write_in_the_same_copy(world: World, sign_in: SignIn) -> None:
    copy = by_link(own(world.profile, world.staff))

    save(Client(), page("anonymous_copy_answer", world.profile, CODE, ITEM.id), value=YES)
    save(sign_in(world.staff), page("copy_answer", world.profile, copy.pk, ITEM.id), revision="1", value=HALF)

    assert (Answer.objects.get().value, Answer.objects.get().revision) == (HALF, 2)
    assert set(Event.objects.values_list("actor", flat=True)) == {world.staff.pk}


def test_who_else_is_signed_in_on_this_device_does_not_matter(world: World, sign_in: SignIn) -> None:
    guest(world)

    answer = save(sign_in(world.head), page("anonymous_copy_answer", world.profile, CODE, ITEM.id), value=YES)

    assert answer.status_code == 200
    assert Event.objects.get().actor is None


def test_the_link_is_dead_for_who_left_the_school(world: World) -> None:
    by_link(own(world.profile, world.staff))
    world.staff.memberships.all().delete()

    assert Client().get(page("anonymous_copy", world.profile, CODE)).status_code == 404


def test_a_copy_whose_account_is_gone_stays_by_name(world: World) -> None:
    """It must not turn into an anonymous one, nor the other way."""
    copy = own(world.profile, world.staff)
    world.staff.delete()
    copy = Copy.objects.get(pk=copy.pk)

    assert copy.person is None
    assert not copy.is_anonymous
    assert anonymous(world.profile).is_anonymous


@pytest.mark.parametrize("state", ["submitted", "adopted", "published"])
def test_the_link_rests_when_the_profile_is_not_in_preparation(state: str, world: World) -> None:
    guest(world)
    Profile.objects.filter(pk=world.profile.pk).update(state=state)

    answer = save(Client(), page("anonymous_copy_answer", world.profile, CODE, ITEM.id), value=YES)

    assert answer.status_code == 423
    assert not Answer.objects.exists()


# Without an account


def test_a_colleague_without_an_account_gets_a_slip_and_is_on_the_list(world: World, ina: Client) -> None:
    chose(world.profile)
    sent = {"name": "Joke van Veen", "function": "Onderwijsassistent"}

    slip = ina.post(page("team_colleague", world.profile), sent).content.decode()

    copy = Copy.objects.get()
    assert (copy.name, copy.label, copy.person) == ("Joke van Veen", "Onderwijsassistent", None)
    assert copy.covers == for_audience(FMT, "assistant")
    code = re.search(r">([a-z2-9-]{14})<", slip).group(1)
    assert copy.key == key_of(code)
    assert "Voor Joke van Veen, onderwijsassistent" in slip
    listed = ina.get(page("team", world.profile)).content.decode()
    assert "Joke van Veen" in listed
    assert "16 onderdelen, voor onderwijsassistenten" in listed


@pytest.mark.parametrize(
    "sent", [{}, {"name": "Joke"}, {"function": "Leerkracht"}, {"name": "Teamlid", "function": "x"}]
)
def test_a_colleague_needs_a_name_and_a_function(sent: dict[str, str], world: World, ina: Client) -> None:
    chose(world.profile)

    answer = ina.post(page("team_colleague", world.profile), sent)

    assert answer.status_code == 422
    assert b"field__error" in answer.content
    assert all(value in answer.content.decode() for value in sent.values())
    assert not Copy.objects.exists()


def test_a_colleague_by_name_is_refused_when_the_team_answers_anonymously(world: World, ina: Client) -> None:
    chose(world.profile, naming="anonymous")

    answer = ina.post(page("team_colleague", world.profile), {"name": "Joke", "function": "Leerkracht"})

    assert answer.status_code == 423
    assert not Copy.objects.exists()


def test_the_word_for_somebody_anonymous_is_no_label(world: World, ina: Client) -> None:
    """Else the log would take a colleague by name for an anonymous one."""
    chose(world.profile)

    ina.post(page("team_colleague", world.profile), {"name": "Joke", "function": "Teamlid"})

    assert Copy.objects.get().label == "Joke"


def test_slips_by_name_are_printed_instead_of_mailed(world: World, ina: Client) -> None:
    chose(world.profile, "whole")

    shown = ina.post(
        page("team_ask", world.profile), {"people": [world.staff.pk, world.colleague.pk], "by": "paper"}
    ).content.decode()

    codes = re.findall(r">([a-z2-9-]{14})<", shown)
    assert {key_of(code) for code in codes} == set(Copy.objects.values_list("key", flat=True))
    assert f"Voor {world.staff.name}" in shown
    assert mail.outbox == []


# One invitation


@pytest.mark.django_db(transaction=True)
def test_sent_anew_the_old_link_is_dead(world: World, ina: Client) -> None:
    copy = by_link(own(world.profile, world.staff))
    answered(copy)

    ina.post(page("team_copy_link", world.profile, copy.pk), {"by": "mail"})

    code = re.search(r"/c/([a-z2-9-]+)/", mail.outbox[0].body).group(1)
    assert Client().get(page("anonymous_copy", world.profile, CODE)).status_code == 404
    assert Client().get(page("anonymous_copy", world.profile, code)).status_code == 200
    assert Answer.objects.get().copy_id == copy.pk
    assert not Event.objects.filter(data__icontains=code).exists()


def test_a_dead_link_says_so_and_shows_the_door(world: World) -> None:
    shown = Client().get(page("anonymous_copy", world.profile, CODE))

    assert shown.status_code == 404
    assert "Deze link werkt niet" in shown.content.decode()
    assert 'href="/code/"' in shown.content.decode()
    assert save(Client(), page("anonymous_copy_answer", world.profile, CODE, ITEM.id)).status_code == 404


def test_a_new_slip_for_who_has_no_account(world: World, ina: Client) -> None:
    copy = guest(world)

    by_mail = ina.post(page("team_copy_link", world.profile, copy.pk), {"by": "mail"})
    shown = ina.post(page("team_copy_link", world.profile, copy.pk), {"by": "paper"}).content.decode()

    assert by_mail.status_code == 423
    copy.refresh_from_db()
    assert copy.key == key_of(re.search(r">([a-z2-9-]{14})<", shown).group(1)) != key_of(CODE)


def test_an_untouched_invitation_is_taken_back(world: World, ina: Client) -> None:
    copy = guest(world)

    ina.post(page("team_copy_withdraw", world.profile, copy.pk))

    assert not Copy.objects.exists()
    assert Client().get(page("anonymous_copy", world.profile, CODE)).status_code == 404


def test_of_a_copy_that_was_begun_the_answers_stay(world: World, ina: Client) -> None:
    copy = guest(world)
    answered(copy)

    ina.post(page("team_copy_withdraw", world.profile, copy.pk))

    copy.refresh_from_db()
    assert copy.is_finished
    assert Answer.objects.get().value == YES
    assert Client().get(page("anonymous_copy", world.profile, CODE)).status_code == 404


def test_other_questions_keep_what_was_answered(world: World, ina: Client) -> None:
    copy = guest(world)
    answered(copy)
    other = FMT.questions[5].items[0]

    answer = ina.post(page("team_copy_questions", world.profile, copy.pk), {"items": [other.id]}, follow=True)

    copy.refresh_from_db()
    assert copy.covers == [ITEM.id, other.id]
    assert f"{ITEM.number} blijft erbij" in answer.content.decode()


def test_no_question_at_all_is_refused_in_words(world: World, ina: Client) -> None:
    copy = guest(world)

    answer = ina.post(page("team_copy_questions", world.profile, copy.pk), {})

    assert answer.status_code == 422
    assert "Kruis ten minste één onderdeel aan." in answer.content.decode()


def test_a_proposal_is_ticked_and_not_yet_kept(world: World, ina: Client) -> None:
    copy = guest(world)

    shown = ina.get(page("team_copy", world.profile, copy.pk), {"voorstel": "assistant"}).content.decode()

    assert len(re.findall(r'name="items"[^>]+checked', shown)) == 16
    copy.refresh_from_db()
    assert copy.covers == []


def test_an_anonymous_copy_has_no_page_for_who_asks(world: World, ina: Client) -> None:
    copy = anonymous(world.profile)

    for name in TEAM_PAGES:
        assert ina.get(page(name, world.profile, copy.pk)).status_code in (404, 405)
        assert ina.post(page(name, world.profile, copy.pk), {"items": [ITEM.id]}).status_code in (404, 405)
    with pytest.raises(Exception, match="op naam"):
        actions.withdraw(Copy.objects.get(pk=copy.pk), actor=world.head)


@pytest.mark.parametrize(
    "who",
    ["staff", "colleague", "council", "board", "adviser", "analyst", "administrator", "other_head", "sam"],
)
def test_invitations_are_for_who_asks_the_team(who: str, world: World, sign_in: SignIn) -> None:
    copy, client = guest(world), sign_in(world.people[who])

    assert client.get(page("team_copy", world.profile, copy.pk)).status_code == 404
    for name in (*TEAM_PAGES[1:], "team_colleague"):
        keys = [] if name == "team_colleague" else [copy.pk]
        sent = {"items": [ITEM.id], "name": "x", "function": "y"}
        assert client.post(page(name, world.profile, *keys), sent).status_code == 404
    assert Copy.objects.get().key == key_of(CODE)


def test_a_copy_of_another_school_is_not_found(world: World, ina: Client) -> None:
    elsewhere = Profile.objects.create(school=world.schools[2], round=world.round, naming="named")
    copy = Copy.objects.create(profile=elsewhere, kind="personal", name="Joke", label="Joke")

    assert ina.get(page("team_copy", world.profile, copy.pk)).status_code == 404
    assert ina.get(page("team_copy", elsewhere, copy.pk)).status_code == 404


# The door


@pytest.fixture(autouse=True)
def _fresh_limits() -> None:
    cache.clear()


@pytest.mark.parametrize("typed", [CODE, CODE.upper(), CODE.replace("-", ""), f"  {CODE.replace('-', ' ')} "])
def test_the_code_of_a_slip_leads_to_the_copy(typed: str, world: World) -> None:
    anonymous(world.profile)

    answer = Client().post("/code/", {"code": typed})

    assert answer.status_code == 302
    assert Client().get(answer["Location"]).status_code == 200


@pytest.mark.parametrize("typed", ["", "-", "aaaa-bbbb-cccd", "x" * 61, "😀"])
def test_a_wrong_code_is_said_in_plain_dutch(typed: str, world: World) -> None:
    anonymous(world.profile)

    answer = Client().post("/code/", {"code": typed})

    assert answer.status_code == 422
    assert b"field__error" in answer.content
    assert b"aria-invalid" in answer.content


def test_neither_a_person_nor_a_row_of_the_database_is_a_code(world: World) -> None:
    copy = guest(world)

    for guess in (str(copy.pk), copy.key, copy.name, world.staff.email):
        assert Client().post("/code/", {"code": guess}).status_code == 422


def test_guesses_end_and_a_team_behind_one_address_still_comes_in(world: World) -> None:
    """Sixty wrong ones a minute; right ones do not count, and the link in the QR code is not stopped."""
    anonymous(world.profile)
    client = Client()
    for _ in range(59):
        client.post("/code/", {"code": "fout"})
    assert client.post("/code/", {"code": CODE}).status_code == 302
    assert client.post("/code/", {"code": "fout"}).status_code == 422

    stopped = client.post("/code/", {"code": "fout"})

    assert stopped.status_code == 429
    assert "Wacht een minuut" in stopped.content.decode()
    assert client.get(page("anonymous_copy", world.profile, CODE)).status_code == 200
    assert client.post("/code/", {"code": CODE}, REMOTE_ADDR="10.1.2.3").status_code == 302
