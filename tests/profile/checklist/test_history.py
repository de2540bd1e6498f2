from datetime import date
from typing import Any

import pytest
from django.test import Client

from dekkend.audit.models import Event
from dekkend.profile.checklist.history import ON_A_PAGE
from dekkend.profile.models import Answer, Summary
from tests.profile.checklist.people import (
    BY_TOPIC,
    CODE,
    HALF,
    ITEM,
    NO,
    QUESTION,
    YES,
    SignIn,
    anonymous,
    own,
    page,
    save,
    shared,
)
from tests.profile.checklist.test_cost import queries
from tests.world import World

pytestmark = pytest.mark.one_database


@pytest.fixture
def ina(world: World, sign_in: SignIn) -> Client:
    shared(world.profile)
    return sign_in(world.coordinator)


def write(client: Client, world: World, item: str = ITEM.id, **fields: Any) -> Any:
    row = Answer.objects.filter(item=item).first()
    return save(
        client, page("checklist_answer", world.profile, item), revision=row.revision if row else 0, **fields
    )


def history(client: Client, world: World, item: str = ITEM.id) -> str:
    answer = client.get(page("checklist_history", world.profile, item))
    assert answer.status_code == 200
    return str(answer.content.decode())


def put_back(client: Client, world: World, event: Event, revision: int, item: str = ITEM.id) -> Any:
    url = page("checklist_put_back", world.profile, item)
    return client.post(url, {"event": str(event.pk), "revision": revision})


def saved(revision: int) -> Event:
    return Event.objects.get(act="save", revision=revision)


def test_every_earlier_value_is_readable(world: World, ina: Client, sign_in: SignIn) -> None:
    write(ina, world, value=NO, note="Wij zien dit in twee groepen.", owner="Anja", due="2027-06-01")
    write(
        sign_in(world.head), world, value=HALF, note="Wij zien dit in drie groepen.", evidence="Plan, blz. 3"
    )

    shown = history(ina, world)

    assert "<del>twee</del>" in shown
    assert "<ins>drie</ins>" in shown
    for words in (
        "Ina Begeleider",
        "Hanna Hoofd",
        "intern begeleider",
        "Anja",
        "1 juni 2027",
        "Plan, blz. 3",
    ):
        assert words in shown
    main = shown.partition("<main")[2]
    assert main.index("Hanna Hoofd") < main.index("Ina Begeleider")


def test_what_stood_there_is_put_back_as_a_new_save(world: World, ina: Client) -> None:
    write(ina, world, value=NO, note="Eerst dit.", due="2027-06-01")
    write(ina, world, value=YES, note="Toen dat.", due="")

    answer = put_back(ina, world, saved(1), 2)

    row = Answer.objects.get()
    assert answer.status_code == 302
    assert (row.value, row.note, row.due, row.revision) == (NO, "Eerst dit.", date(2027, 6, 1), 3)
    assert saved(2).data["note"] == "Toen dat."
    assert saved(3).actor == world.coordinator


def test_putting_back_never_overwrites_what_came_since(world: World, ina: Client) -> None:
    write(ina, world, value=NO, note="Eerst dit.")
    write(ina, world, value=YES, note="Toen dat.")
    write(ina, world, note="En nu iets heel anders.")

    answer = put_back(ina, world, saved(1), 2)

    assert answer.status_code == 409
    assert Answer.objects.get().note == "En nu iets heel anders."


def test_topics_go_back_to_what_they_were(world: World, ina: Client) -> None:
    first, second = BY_TOPIC.topics[:2]
    write(ina, world, BY_TOPIC.id, **{f"topics.{first.id}": YES})
    write(ina, world, BY_TOPIC.id, **{f"topics.{first.id}": NO, f"topics.{second.id}": NO})
    assert first.label in history(ina, world, BY_TOPIC.id)

    put_back(ina, world, saved(1), 2, BY_TOPIC.id)

    assert Answer.objects.get().topics == {first.id: YES}


def test_a_text_that_lost_a_conflict_is_there_and_can_be_put_back(
    world: World, ina: Client, sign_in: SignIn
) -> None:
    write(sign_in(world.head), world, note="De woorden van Hanna")
    save(ina, page("checklist_answer", world.profile, ITEM.id), note="Iets anders van Ina")

    shown = history(ina, world)
    assert "Niet bewaard door een botsing" in shown
    assert "Iets anders van Ina" in shown
    put_back(ina, world, Event.objects.get(act="refuse"), 1)

    row = Answer.objects.get()
    assert (row.note, row.revision) == ("Iets anders van Ina", 2)
    assert "daarna alsnog bewaard" in history(ina, world)


def test_a_refused_topic_can_be_put_back(world: World, ina: Client, sign_in: SignIn) -> None:
    first, second = BY_TOPIC.topics[:2]
    write(sign_in(world.head), world, BY_TOPIC.id, **{f"topics.{first.id}": YES, f"topics.{second.id}": YES})
    save(ina, page("checklist_answer", world.profile, BY_TOPIC.id), **{f"topics.{first.id}": NO})

    put_back(ina, world, Event.objects.get(act="refuse"), 1, BY_TOPIC.id)

    assert Answer.objects.get().topics == {first.id: NO, second.id: YES}


def test_links_and_files_that_came_and_went_are_told(world: World, ina: Client) -> None:
    write(ina, world, value=NO)
    ina.post(page("evidence_link", world.profile, ITEM.id), {"url": "https://school.example/plan"})

    assert "Erbij gezet: https://school.example/plan" in history(ina, world)


def test_the_way_there_appears_with_the_second_save(world: World, ina: Client) -> None:
    question, way = (
        page("checklist_question", world.profile, QUESTION.id),
        page("checklist_history", world.profile, ITEM.id),
    )
    assert ina.get(way).status_code == 404
    write(ina, world, value=NO)
    assert way not in ina.get(question).content.decode()

    write(ina, world, value=YES)

    assert way in ina.get(question).content.decode()


def test_the_way_there_appears_when_a_first_text_lost_a_conflict(
    world: World, ina: Client, sign_in: SignIn
) -> None:
    write(sign_in(world.head), world, note="De woorden van Hanna")
    save(ina, page("checklist_answer", world.profile, ITEM.id), note="Iets anders van Ina")

    shown = ina.get(page("checklist_question", world.profile, QUESTION.id)).content.decode()

    assert page("checklist_history", world.profile, ITEM.id) in shown


def test_a_summary_has_its_history_too(world: World, ina: Client) -> None:
    url = page("checklist_summary", world.profile, QUESTION.id)
    save(ina, url, text="Wij zijn er vroeg bij.")
    save(ina, url, revision="1", text="Wij zijn er laat bij.")

    shown = ina.get(page("checklist_summary_history", world.profile, QUESTION.id)).content.decode()
    ina.post(
        page("checklist_summary_put_back", world.profile, QUESTION.id),
        {"event": str(saved(1).pk), "revision": "2"},
    )

    assert "<ins>laat</ins>" in shown
    assert Summary.objects.get().text == "Wij zijn er vroeg bij."


def test_a_long_history_has_pages_and_knows_what_was_before(world: World, ina: Client) -> None:
    for number in range(ON_A_PAGE + 2):
        write(ina, world, note=f"Versie {number}.")
    url = page("checklist_history", world.profile, ITEM.id)

    first, second = ina.get(url), ina.get(url, {"bladzijde": "2"})

    assert "bladzijde 1 van 2" in first.content.decode()
    assert len(first.context["steps"]) == ON_A_PAGE
    assert first.context["steps"][-1].changed[0].was == "Versie 1."
    assert len(second.context["steps"]) == 2


def test_a_page_of_history_costs_the_same_with_one_and_with_three(world: World, ina: Client) -> None:
    url = page("checklist_history", world.profile, ITEM.id)
    write(ina, world, note="Een.")
    one = len(queries(lambda: ina.get(url)))
    write(ina, world, note="Twee.")
    write(ina, world, note="Drie.")

    # session, person, roles, profile, answers, number, events; two for the road; three for what rests on it
    assert (one, len(queries(lambda: ina.get(url)))) == (12, 12)


@pytest.mark.parametrize("key", ["", "x", "00000000-0000-4000-8000-000000000000"])
def test_a_line_that_is_not_there_is_not_found(world: World, ina: Client, key: str) -> None:
    write(ina, world, value=NO)

    url = page("checklist_put_back", world.profile, ITEM.id)
    assert ina.post(url, {"event": key, "revision": "1"}).status_code == 404


def test_a_line_of_another_item_is_not_found(world: World, ina: Client) -> None:
    write(ina, world, value=NO)
    write(ina, world, BY_TOPIC.id, note="Ergens anders.")

    assert (
        put_back(
            ina, world, Event.objects.get(subject=Answer.objects.get(item=BY_TOPIC.id).subject), 1
        ).status_code
        == 404
    )


@pytest.mark.parametrize(
    "who", ["council", "board", "adviser", "analyst", "administrator", "other_head", "sam"]
)
def test_history_is_of_the_school(world: World, ina: Client, sign_in: SignIn, who: str) -> None:
    write(ina, world, value=NO)
    client = sign_in(world.people[who])

    assert client.get(page("checklist_history", world.profile, ITEM.id)).status_code == 404
    assert client.get(page("checklist_summary_history", world.profile, QUESTION.id)).status_code == 404
    assert put_back(client, world, saved(1), 1).status_code == 404


def test_staff_reads_and_puts_nothing_back(world: World, ina: Client, sign_in: SignIn) -> None:
    write(ina, world, value=NO)
    write(ina, world, value=YES)
    thijs = sign_in(world.staff)

    assert "Zet terug" not in history(thijs, world)
    assert "Zet terug" in history(ina, world)
    assert put_back(thijs, world, saved(1), 2).status_code == 404


def test_nothing_is_put_back_when_the_profile_is_submitted(world: World, ina: Client) -> None:
    write(ina, world, value=NO)
    write(ina, world, value=YES)
    type(world.profile).objects.filter(pk=world.profile.pk).update(state="submitted")

    assert put_back(ina, world, saved(1), 2).status_code == 423
    assert "Zet terug" not in history(ina, world)


def test_an_own_copy_has_its_history_for_its_person_alone(world: World, sign_in: SignIn) -> None:
    copy, thijs = own(world.profile, world.staff), sign_in(world.staff)
    url = page("copy_answer", world.profile, copy.pk, ITEM.id)
    save(thijs, url, value=NO)
    save(thijs, url, revision="1", value="unsure")
    way = page("copy_history", world.profile, copy.pk, ITEM.id)
    back = page("copy_put_back", world.profile, copy.pk, ITEM.id)

    for who in ("head", "coordinator", "colleague", "council", "board", "other_head", "sam"):
        client = sign_in(world.people[who])
        assert client.get(way).status_code == 404
        assert client.post(back, {"event": str(saved(1).pk), "revision": "2"}).status_code == 404
    assert "Weet ik niet" in thijs.get(way).content.decode()
    thijs.post(back, {"event": str(saved(1).pk), "revision": "2"})
    assert Answer.objects.get().value == NO


def test_an_anonymous_copy_tells_no_name_and_no_time(world: World, sign_in: SignIn) -> None:
    anonymous(world.profile)
    client = sign_in(world.staff)
    url = page("anonymous_copy_answer", world.profile, CODE, ITEM.id)
    save(client, url, value=NO)
    save(client, url, revision="1", value=YES, note="Mijn geheim")
    way = page("anonymous_copy_history", world.profile, CODE, ITEM.id)

    shown = Client().get(way).content.decode()
    answer = Client().post(
        page("anonymous_copy_put_back", world.profile, CODE, ITEM.id),
        {"event": str(saved(1).pk), "revision": "2"},
    )

    assert "Mijn geheim" in shown
    assert " uur" not in shown
    assert "teamlid" not in shown.partition("<main")[2]
    assert answer.status_code == 302
    assert Answer.objects.get().value == NO
    assert Event.objects.get(revision=3).actor is None
    assert Client().get(way.replace(CODE, "aaaa-bbbb-cccd")).status_code == 404


def test_the_events_of_one_copy_are_not_reached_through_another(
    world: World, ina: Client, sign_in: SignIn
) -> None:
    copy = own(world.profile, world.staff)
    save(sign_in(world.staff), page("copy_answer", world.profile, copy.pk, ITEM.id), note="Alleen van Thijs")
    write_shared = save(ina, page("checklist_answer", world.profile, ITEM.id), value=NO)
    assert write_shared.status_code == 200
    private = Event.objects.get(act="save", place=f"copy/{copy.pk}")

    assert "Alleen van Thijs" not in history(ina, world)
    assert put_back(ina, world, private, 1).status_code == 404
