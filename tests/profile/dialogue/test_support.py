"""Help by the samenwerkingsverband: only at a school's request, only there, and only as long as it lasts."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from dekkend.accounts.models import User
from dekkend.audit.models import Event
from dekkend.process.engine import NotAllowed, Refused
from dekkend.profile.base.models import Profile
from dekkend.profile.dialogue.support import actions
from dekkend.profile.models import Support
from dekkend.profile.talk.actions.agenda import prepare, set_agenda
from dekkend.profile.talk.actions.closing import close_talk
from dekkend.region.models import Alliance, Membership
from tests.attack.everything import addresses, keys_of, whole
from tests.profile.checklist.people import SignIn, page, save, shared
from tests.world import World

pytestmark = pytest.mark.one_database

SOON = date.today() + timedelta(days=14)
QUESTION = "Wij komen er bij vraag 3 niet uit."


def asked(world: World) -> Support:
    actions.ask(world.profile, question=QUESTION, wished=[SOON], actor=world.coordinator)
    return Support.objects.get()


def given(world: World) -> Support:
    support = asked(world)
    actions.give(support, world.adviser, actor=world.administrator)
    return support


def reads(client: Client, profile: Profile) -> list[int]:
    return [client.get(page(name, profile)).status_code for name in ("checklist", "dialogue")]


def test_request_reaches_the_list_the_desk_and_the_administrators(
    world: World, sign_in: SignIn, django_capture_on_commit_callbacks: Any
) -> None:
    sent = {"question": QUESTION, "first": SOON.isoformat(), "second": "", "third": ""}

    with django_capture_on_commit_callbacks(execute=True):
        answer = sign_in(world.coordinator).post(page("support_ask", world.profile), sent)

    assert answer.status_code == 302
    assert [letter.to for letter in mail.outbox] == [["administrator@voorbeeld.example"]]
    assert QUESTION in mail.outbox[0].body
    for who in (world.administrator, world.adviser):
        client = sign_in(who)
        assert QUESTION in client.get(reverse("supports", args=["voorbeeld"])).content.decode()
        assert "Een school vraagt om hulp" in client.get(reverse("desk")).content.decode()
    assert Event.objects.get(act="ask_support").actor == world.coordinator


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"question": " "}, "Schrijf op waar jullie hulp bij willen."),
        ({"first": ""}, "Kies ten minste één datum"),
        ({"second": "gauw"}, "Schrijf de datum als 1-6-2027."),
        ({"third": "2020-01-01"}, "Deze dag is al voorbij."),
    ],
)
def test_wrong_request_says_what_to_do_and_keeps_what_was_typed(
    world: World, sign_in: SignIn, change: dict[str, str], words: str
) -> None:
    sent = {"question": QUESTION, "first": SOON.isoformat(), "second": "", "third": "", **change}

    answer = sign_in(world.head).post(page("support_ask", world.profile), sent)

    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert sent["question"].strip() in answer.content.decode()
    assert not Support.objects.exists()


def test_one_request_at_a_time(world: World) -> None:
    asked(world)

    with pytest.raises(Refused, match="al om hulp"):
        actions.ask(world.profile, question="Nog eens", wished=[SOON], actor=world.head)


@pytest.mark.parametrize(
    "who", ["staff", "council", "board", "adviser", "administrator", "other_head", "sam"]
)
def test_who_may_not_ask_nor_withdraw(world: World, sign_in: SignIn, who: str) -> None:
    asked(world)
    client = sign_in(world.people[who])

    assert client.get(page("support_ask", world.profile)).status_code == 404
    assert client.post(page("support_withdraw", world.profile)).status_code == 404


@pytest.mark.parametrize("who", ["head", "staff", "council", "board", "analyst", "other_head", "sam"])
def test_who_may_not_see_the_list_nor_name_anyone(world: World, sign_in: SignIn, who: str) -> None:
    support = asked(world)
    client = sign_in(world.people[who])

    assert client.get(reverse("supports", args=["voorbeeld"])).status_code == 404
    for name in ("support_give", "support_take", "support_close"):
        sent = {"adviser": world.adviser.pk}
        assert client.post(reverse(name, args=["voorbeeld", support.pk]), sent).status_code == 404


def test_administrator_names_an_adviser_who_reads_along(world: World, sign_in: SignIn) -> None:
    support = asked(world)
    assert reads(sign_in(world.adviser), world.profile) == [404, 404]

    sign_in(world.administrator).post(
        reverse("support_give", args=["voorbeeld", support.pk]), {"adviser": world.adviser.pk}
    )

    client = sign_in(world.adviser)
    assert reads(client, world.profile) == [200, 200]
    told = client.get(page("checklist", world.profile)).content.decode()
    assert "Je bent te gast bij De Leesplank, op verzoek van de intern begeleider, sinds" in told
    assert reads(sign_in(world.administrator), world.profile) == [404, 404]
    assert Event.objects.get(act="give_support").data == {"adviser": "Bas Begeleider"}
    assert "Help de school bij de dialoog" in client.get(reverse("desk")).content.decode()


def test_only_an_adviser_of_this_alliance_is_named(world: World, sign_in: SignIn) -> None:
    support = asked(world)
    url = reverse("support_give", args=["voorbeeld", support.pk])

    for wrong in ("", world.analyst.pk, world.sam.pk, "x"):
        answer = sign_in(world.administrator).post(url, {"adviser": wrong})
        assert answer.status_code == 422
    with pytest.raises(Refused):
        actions.give(support, world.analyst, actor=world.administrator)
    with pytest.raises(NotAllowed):
        actions.give(support, world.adviser, actor=world.adviser)
    assert Support.objects.get().adviser is None


def test_adviser_takes_it_on(world: World, sign_in: SignIn) -> None:
    support = asked(world)

    sign_in(world.adviser).post(reverse("support_take", args=["voorbeeld", support.pk]))

    assert reads(sign_in(world.adviser), world.profile) == [200, 200]


def another_adviser(alliance: Alliance) -> User:
    user = User.objects.create_user(f"{alliance.slug}@elders.example", None, name="Ander")
    Membership.objects.create(user=user, role="adviser", alliance=alliance)
    return user


def test_the_guest_sees_checklist_and_dialogue_and_nothing_else(world: World, sign_in: SignIn) -> None:
    whole(world)
    given(world)
    client = sign_in(world.adviser)
    keys = keys_of(world.profile)
    theirs = {"see_checklist", "see_dialogue", "see_control", "close_support"}
    # What is public, the adviser's own, or of the alliance, an adviser sees without being a guest.
    own = {"public", "see_desk", "see_progress", "see_area", "see_support", "take_support"}

    open_pages = {
        address.act
        for address in addresses(keys)
        if "profile" in address.asks and client.get(address.path).status_code != 404
    }

    assert open_pages - own <= theirs
    assert {"see_checklist", "see_dialogue"} <= open_pages


def test_the_guest_reads_the_answer_without_history_and_files(world: World, sign_in: SignIn) -> None:
    item = world.profile.format.items[0]
    question = world.profile.format.question_of(item.id)
    save(sign_in(world.coordinator), page("checklist_answer", world.profile, item.id), note="Elk najaar.")
    save(
        sign_in(world.head),
        page("checklist_answer", world.profile, item.id),
        revision="1",
        note="Elk voorjaar.",
    )
    given(world)
    url = page("checklist_question", world.profile, question.id)

    assert "geschiedenis" in sign_in(world.head).get(url).content.decode()
    told = sign_in(world.adviser).get(url).content.decode()
    assert "Elk voorjaar." in told
    assert "geschiedenis" not in told


def test_the_guest_writes_nothing(world: World, sign_in: SignIn) -> None:
    given(world)
    shared(world.profile)
    client = sign_in(world.adviser)
    item = world.profile.format.items[0].id

    for name, more in (
        ("checklist_answer", [item]),
        ("dialogue_agreement", [item]),
        ("dialogue_take", []),
        ("checklist_upload", []),
    ):
        assert client.post(page(name, world.profile, *more), {"revision": "0"}).status_code == 404


@pytest.mark.parametrize(
    "how", ["withdrawn", "closed by the adviser", "closed by the alliance", "talk", "left"]
)
def test_when_it_ends_every_page_is_gone(world: World, sign_in: SignIn, how: str) -> None:
    support = given(world)
    client = sign_in(world.adviser)
    assert reads(client, world.profile) == [200, 200]

    if how == "withdrawn":
        sign_in(world.head).post(page("support_withdraw", world.profile))
    if how.startswith("closed"):
        who = world.adviser if "adviser" in how else world.administrator
        sign_in(who).post(reverse("support_close", args=["voorbeeld", support.pk]))
    if how == "talk":
        talk = prepare(world.profile, minutes=30, people=6, on=None, actor=world.head)
        set_agenda(talk, [(world.profile.format.items[0].id, 10)], world.head)
        close_talk(talk, on=date(2026, 11, 5), roles=["leerkrachten"], actor=world.head)
    if how == "left":
        Membership.objects.filter(user=world.adviser).delete()

    assert reads(client, world.profile) == [404, 404]
    assert client.get(page("checklist_book", world.profile)).status_code == 404
    if how != "left":
        act = "withdraw_support" if how == "withdrawn" else "close_support"
        assert Event.objects.filter(act=act, place=world.profile.place).count() == 1
        assert Support.objects.get().closed_why


def test_other_advisers_and_other_schools_stay_shut(world: World, sign_in: SignIn) -> None:
    given(world)
    elsewhere = another_adviser(Alliance.objects.create(slug="ander", name="Ander"))
    colleague = another_adviser(world.alliance)
    other = Profile.objects.create(school=world.schools[1], round=world.round)

    assert reads(sign_in(elsewhere), world.profile) == [404, 404]
    assert reads(sign_in(colleague), world.profile) == [404, 404]
    assert reads(sign_in(world.adviser), other) == [404, 404]
    support = Support.objects.get()
    for slug in ("ander", "voorbeeld"):
        url = reverse("support_take", args=[slug, support.pk])
        assert sign_in(elsewhere).post(url).status_code == 404
    assert (
        sign_in(colleague).post(reverse("support_close", args=["voorbeeld", support.pk])).status_code == 404
    )


def test_school_sees_how_far_it_is(world: World, sign_in: SignIn) -> None:
    client = sign_in(world.coordinator)
    assert (
        "Vraag het samenwerkingsverband om hulp"
        in client.get(page("dialogue", world.profile)).content.decode()
    )
    support = asked(world)
    assert "noemt een begeleider" in client.get(page("dialogue", world.profile)).content.decode()

    actions.give(support, world.adviser, actor=world.administrator)

    assert "Bas Begeleider is sinds" in client.get(page("dialogue", world.profile)).content.decode()
    assert (
        "Vraag het samenwerkingsverband"
        not in sign_in(world.staff).get(page("dialogue", world.profile)).content.decode()
    )


@pytest.mark.parametrize("number", [1, 3])
def test_list_costs_the_same_for_one_and_three(
    world: World, sign_in: SignIn, django_assert_num_queries: Any, number: int
) -> None:
    for school in world.schools[:number]:
        profile = Profile.objects.get_or_create(school=school, round=world.round)[0]
        Support.objects.create(
            profile=profile, question=QUESTION, wished=[SOON.isoformat()], asked_as="directeur", asked_on=SOON
        )
    client = sign_in(world.administrator)

    with django_assert_num_queries(7):
        assert client.get(reverse("supports", args=["voorbeeld"])).status_code == 200
