from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from dekkend.accounts.models import User
from dekkend.profile.models import Agreement, Phone, Showing, Talk, Vote
from dekkend.profile.talk.actions import live, voting
from dekkend.profile.talk.actions.closing import close_talk
from tests.profile.checklist.people import HALF, ITEM, NO, SCRIPT, YES, SignIn, anonymous, answered, own, page
from tests.profile.checklist.test_rights import EDIT, EVERYBODY, SEE
from tests.profile.dialogue.test_support import given
from tests.profile.talk.leading import ITEMS, planned, running
from tests.world import World

pytestmark = pytest.mark.one_database


@pytest.fixture(autouse=True)
def no_guesses() -> None:
    cache.clear()


@pytest.mark.parametrize("who", EVERYBODY)
@pytest.mark.parametrize("name", ["talk_board", "talk_board_now"])
def test_board_is_seen_by_who_sees_the_dialogue(name: str, who: str, world: World, sign_in: SignIn) -> None:
    running(world)

    assert sign_in(world.people[who]).get(page(name, world.profile)).status_code == (
        200 if who in SEE else 404
    )


@pytest.mark.parametrize("who", EVERYBODY)
@pytest.mark.parametrize("name", ["talk_control", "talk_control_now"])
def test_control_is_seen_by_who_leads(name: str, who: str, world: World, sign_in: SignIn) -> None:
    running(world)

    assert sign_in(world.people[who]).get(page(name, world.profile)).status_code == (
        200 if who in EDIT else 404
    )


def test_a_guest_reads_along_and_presses_nothing(world: World, sign_in: SignIn) -> None:
    running(world)
    guest = sign_in(world.adviser)
    assert guest.get(page("talk_control", world.profile)).status_code == 404
    given(world)
    guest = sign_in(world.adviser)
    told = guest.get(page("talk_control", world.profile)).content.decode()

    assert "Je leest mee" in told
    assert page("talk_steer", world.profile) not in told
    assert page("talk_close", world.profile) not in told
    assert guest.get(page("talk_board", world.profile)).status_code == 200
    assert guest.post(page("talk_steer", world.profile), {"do": "shut"}).status_code == 404


@pytest.mark.parametrize("name", ["dialogue", "talk"])
def test_who_leads_finds_board_and_control_and_staff_the_board(
    name: str, world: World, sign_in: SignIn
) -> None:
    board, control = (page(each, world.profile) for each in ("talk_board", "talk_control"))

    def told(person: User) -> tuple[bool, bool]:
        text = sign_in(person).get(page(name, world.profile)).content.decode()
        return f'"{board}"' in text, f'"{control}"' in text

    assert told(world.coordinator) == told(world.staff) == (False, False)
    running(world)

    assert told(world.coordinator) == (True, True)
    assert told(world.staff) == (True, False)


def test_board_and_control_that_stay_open_show_the_report_when_the_talk_is_closed(
    world: World, sign_in: SignIn
) -> None:
    client = sign_in(world.coordinator)
    assert client.get(page("talk_board", world.profile)).headers["Location"] == page("talk", world.profile)
    talk = running(world)
    assert (
        page("talk_close", world.profile) in client.get(page("talk_control", world.profile)).content.decode()
    )
    close_talk(talk, on=timezone.localdate(), roles=["leerkrachten"], actor=world.coordinator)

    for name in ("talk_board", "talk_control"):
        answer = client.get(page(name, world.profile))
        assert answer.headers["Location"] == page("talk_reports", world.profile)


def test_a_talk_of_another_day_asks_for_a_new_code(world: World, sign_in: SignIn) -> None:
    talk = running(world)
    Talk.objects.update(on=timezone.localdate() - timedelta(1))
    client, sentence = sign_in(world.coordinator), "Maak een code voor vandaag"
    assert sentence in client.get(page("talk_control", world.profile)).content.decode()
    client.post(page("talk_steer", world.profile), {"do": "begin"})

    assert sentence not in client.get(page("talk_control", world.profile)).content.decode()
    assert Talk.objects.get().code != talk.code


@pytest.mark.parametrize("who", EVERYBODY)
def test_head_and_coordinator_lead(who: str, world: World, sign_in: SignIn) -> None:
    running(world)
    client = sign_in(world.people[who])
    codes = {
        client.post(page("talk_steer", world.profile), {"do": "item", "item": ITEMS[1]}).status_code,
        client.post(page("talk_hands", world.profile), {YES: "4"}).status_code,
        client.post(page("talk_minutes", world.profile), {"minutes": "9"}).status_code,
        client.post(
            page("talk_choose", world.profile, ITEMS[1]), {"value": YES, "revision": "0"}
        ).status_code,
    }

    assert codes == ({302} if who in EDIT else {404})
    assert Agreement.objects.exists() == (who in EDIT)
    assert Talk.objects.get().shown == (ITEMS[1] if who in EDIT else ITEMS[0])


@pytest.mark.parametrize("naming", ["named", "anonymous"])
def test_board_names_nobody_who_answered_anonymously(naming: str, world: World, sign_in: SignIn) -> None:
    talk = running(world, ITEM.id, naming)
    for n, person in enumerate((world.staff, world.colleague, world.head)):
        copy = own(world.profile, person) if naming == "named" else anonymous(world.profile, f"c{n}")
        answered(copy, value=HALF, note="Het komt er niet van.")
    type(world.profile).objects.update(team_closed=True)
    live.say(talk, 1, actor=world.head)
    told = sign_in(world.head).get(page("talk_board", world.profile)).content.decode()

    assert "Het komt er niet van." in told
    assert ("Hanna Hoofd" in told) == (naming == "named")
    assert "teamlid" not in told


def test_every_button_of_the_board_does_what_it_says(world: World, sign_in: SignIn) -> None:
    planned(world.profile)
    client, url = sign_in(world.coordinator), page("talk_steer", world.profile)
    for sent in (
        {"do": "begin"}, {"do": "item", "item": ITEMS[0]}, {"do": "word", "word": "1"}, {"do": "shut"}, {"do": "pause"},
    ):  # fmt: skip
        assert client.post(url, sent, headers=SCRIPT).status_code == 204
    talk, showing = Talk.objects.get(), Showing.objects.get()

    assert (talk.state, talk.shown, len(talk.code)) == ("running", ITEMS[0], 6)
    assert talk.paused_at
    assert (showing.word, showing.is_open) == (1, False)


@pytest.mark.parametrize(
    "sent", [{"do": "dansen"}, {"do": "item", "item": "bestaat-niet"}, {"do": "word", "word": "x"}]
)
def test_an_unknown_press_is_refused_with_a_sentence(
    sent: dict[str, str], world: World, sign_in: SignIn
) -> None:
    running(world)
    answer = sign_in(world.head).post(page("talk_steer", world.profile), sent, headers=SCRIPT)

    assert answer.status_code == 423
    assert answer.json()["error"]


def test_hands_that_are_no_number_are_refused(world: World, sign_in: SignIn) -> None:
    running(world)
    client = sign_in(world.head)

    assert client.post(page("talk_hands", world.profile), {YES: "veel"}, headers=SCRIPT).status_code == 423
    client.post(page("talk_hands", world.profile), {YES: "4", NO: ""})
    assert Showing.objects.get().hands == {YES: 4}


def test_a_choice_for_an_item_that_left_the_board_is_refused(world: World, sign_in: SignIn) -> None:
    running(world)
    url = page("talk_choose", world.profile, ITEMS[1])

    assert sign_in(world.head).post(url, {"value": YES, "revision": "0"}, headers=SCRIPT).status_code == 422
    assert not Agreement.objects.exists()


def test_phone_follows_answers_and_sees_what_is_agreed(world: World, client: Client, sign_in: SignIn) -> None:
    talk = running(world)
    told = client.get(f"/gesprek/{talk.code.lower()}/").content.decode()
    assert world.profile.format.item(ITEMS[0]).text in told
    assert client.post(f"/gesprek/{talk.code}/mee/").status_code == 204
    answer = client.post(
        f"/gesprek/{talk.code}/antwoord/", {"item": ITEMS[0], "value": "unsure"}, headers=SCRIPT
    )
    assert answer.json()["label"] == "Weet ik niet"
    assert Phone.objects.count() == Vote.objects.count() == 1
    sign_in(world.head).post(page("talk_choose", world.profile, ITEMS[0]), {"value": YES, "revision": "0"})

    assert "Ons antwoord" in client.get(f"/gesprek/{talk.code}/stand/").content.decode()


def test_a_phone_without_cookies_is_told_so(world: World) -> None:
    talk = running(world)
    answer = Client().post(
        f"/gesprek/{talk.code}/antwoord/", {"item": ITEMS[0], "value": YES}, headers=SCRIPT
    )

    assert answer.status_code == 423
    assert "cookies" in answer.json()["error"]


@pytest.mark.parametrize(
    ("change", "status"), [({"state": "closed"}, 410), ({"on": timezone.localdate() - timedelta(1)}, 410)]
)
def test_code_of_a_talk_that_is_over_says_so(
    change: dict[str, object], status: int, world: World, client: Client
) -> None:
    talk = running(world)
    client.get(f"/gesprek/{talk.code}/")
    Talk.objects.update(**change)

    answer = client.get(f"/gesprek/{talk.code}/")

    assert answer.status_code == status
    # The page wipes what still waited on the phone.
    assert f'data-over="{talk.code}"' in answer.content.decode()


def test_wrong_codes_are_limited_and_who_is_in_stays_in(world: World) -> None:
    talk = running(world)
    inside, outside = Client(), Client()
    assert inside.get(f"/gesprek/{talk.code}/").status_code == 200
    codes = [outside.get(f"/gesprek/XX{n}/").status_code for n in range(101)]

    assert codes == [404] * 100 + [429]
    assert outside.get(f"/gesprek/{talk.code}/").status_code == 429
    assert inside.get(f"/gesprek/{talk.code}/stand/").status_code == 200


def test_an_unchanged_poll_of_a_phone_costs_one_query(world: World, client: Client) -> None:
    talk = running(world)
    client.get(f"/gesprek/{talk.code}/")
    url = f"/gesprek/{talk.code}/stand/"
    tag = client.get(url).headers["ETag"]
    with CaptureQueriesContext(connection) as told:
        assert client.get(url, headers={"If-None-Match": f"W/{tag}"}).status_code == 304
    assert len(told) == 1
    live.show(talk, ITEMS[1], actor=world.head)
    assert client.get(url, headers={"If-None-Match": tag}).status_code == 200


def test_a_vote_moves_the_board_and_no_other_phone(world: World, client: Client, sign_in: SignIn) -> None:
    talk = running(world)
    board, phone = sign_in(world.head), client
    phone.get(f"/gesprek/{talk.code}/")
    mine = phone.get(f"/gesprek/{talk.code}/stand/").headers["ETag"]
    theirs = board.get(page("talk_board_now", world.profile)).headers["ETag"]
    voting.vote(talk, "een", ITEMS[0], YES)

    assert phone.get(f"/gesprek/{talk.code}/stand/", headers={"If-None-Match": mine}).status_code == 304
    assert (
        board.get(page("talk_board_now", world.profile), headers={"If-None-Match": theirs}).status_code == 200
    )


@pytest.mark.parametrize("phones", [1, 3])
def test_board_costs_the_same_whatever_the_number_of_phones(
    phones: int, world: World, sign_in: SignIn
) -> None:
    talk = running(world)
    for n in range(phones):
        voting.vote(talk, str(n), ITEMS[0], YES)
    client = sign_in(world.head)
    client.get(page("talk_board_now", world.profile))
    with CaptureQueriesContext(connection) as told:
        tag = client.get(page("talk_board_now", world.profile)).headers["ETag"]
    with CaptureQueriesContext(connection) as same:
        client.get(page("talk_board_now", world.profile), headers={"If-None-Match": tag})
    assert (len(told), len(same)) == (12, 5)
