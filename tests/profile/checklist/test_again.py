"""The whole checklist beside last year, on one page."""

from __future__ import annotations

import pytest

from dekkend.profile.models import Answer, Profile
from tests.profile.checklist.people import FMT, ITEM, NO, QUESTION, YES, SignIn, answered, page, shared
from tests.profile.checklist.test_cost import queries
from tests.profile.checklist.years import all_alike, last_year
from tests.world import World

HERE = [item.id for item in QUESTION.items]


@pytest.fixture(autouse=True)
def _before(world: World) -> None:
    last_year(world, all_alike())


def test_every_item_stands_beside_what_was_agreed(world: World, sign_in: SignIn) -> None:
    client = sign_in(world.coordinator)
    assert "Leg vorig jaar ernaast" in client.get(page("checklist", world.profile)).content.decode()

    told = client.get(page("checklist_again", world.profile)).content.decode()

    assert told.count("Zo doen wij dat.") == len(FMT.items)
    assert told.count("Alles klopt nog") == len(FMT.questions)


def test_a_press_takes_over_a_question_and_one_takes_it_back(world: World, sign_in: SignIn) -> None:
    client = sign_in(world.coordinator)
    url = page("checklist_last_year_question", world.profile, QUESTION.id)

    answer = client.post(url, {"back": "again"})

    assert answer.url.startswith(page("checklist_again", world.profile) + "?stappen=")
    assert answer.url.endswith(f"#gedaan-{QUESTION.id}")
    told = client.get(answer.url.partition("#")[0]).content.decode()
    assert told.count("klopt nog</p>") == len(HERE)
    steps = answer.url.partition("?stappen=")[2].partition("#")[0]
    undo = page("checklist_last_year_undo", world.profile, QUESTION.id)
    assert client.post(undo, {"steps": steps, "back": "again"}).url == (
        f"{page('checklist_again', world.profile)}#gedaan-{QUESTION.id}"
    )
    assert not Answer.objects.exclude(value="").exists()


def test_what_is_left_is_taken_over_in_one_press(world: World, sign_in: SignIn) -> None:
    answered(shared(world.profile), value=NO, note="Dit jaar niet.")
    client = sign_in(world.head)

    told = client.post(page("checklist_again_rest", world.profile), follow=True).content.decode()

    assert f"{len(FMT.items) - 1} antwoorden van vorig jaar overgenomen." in told
    assert Answer.objects.get(item=ITEM.id).note == "Dit jaar niet."
    assert Answer.objects.filter(value=YES).count() == len(FMT.items) - 1
    assert "Naar de dialoog" in told
    told = client.post(page("checklist_again_rest", world.profile), follow=True).content.decode()
    assert "Er was niets meer over te nemen." in told


def test_a_school_that_asked_nobody_agrees_on_all_in_one_press(world: World, sign_in: SignIn) -> None:
    client, url = sign_in(world.coordinator), page("checklist_again", world.profile)
    assert "Spreek alles zo af" not in client.get(url).content.decode()
    client.post(page("checklist_again_rest", world.profile))
    assert "Spreek alles zo af" in client.get(url).content.decode()
    assert "Spreek alles zo af" not in sign_in(world.staff).get(url).content.decode()
    Profile.objects.update(naming="named")
    assert "Spreek alles zo af" not in client.get(url).content.decode()
    Profile.objects.update(naming="")

    told = client.post(page("dialogue_take", world.profile), follow=True).content.decode()

    assert "Over elk onderdeel is een afspraak" in told
    assert "Spreek alles zo af" not in client.get(url).content.decode()


def test_only_who_edits_takes_over(world: World, sign_in: SignIn) -> None:
    url, rest = page("checklist_again", world.profile), page("checklist_again_rest", world.profile)
    reader = sign_in(world.staff)
    assert "Alles klopt nog" not in reader.get(url).content.decode()
    assert reader.post(rest).status_code == 404
    for person in (world.sam, world.other_head, world.council, world.board):
        client = sign_in(person)
        assert client.get(url).status_code == 404
        assert client.post(rest).status_code == 404
    Profile.objects.filter(pk=world.profile.pk).update(state="submitted")
    assert sign_in(world.head).post(rest).status_code == 423
    assert not Answer.objects.exists()


def test_without_a_last_year_there_is_no_such_page(world: World, sign_in: SignIn) -> None:
    Profile.objects.exclude(pk=world.profile.pk).filter(school=world.school).update(adopted=None)
    client = sign_in(world.coordinator)
    assert client.get(page("checklist_again", world.profile)).url == page("checklist", world.profile)
    assert "Leg vorig jaar ernaast" not in client.get(page("checklist", world.profile)).content.decode()


def test_the_page_costs_the_same_with_more_answers(world: World, sign_in: SignIn) -> None:
    client, url = sign_in(world.coordinator), page("checklist_again", world.profile)
    answered(shared(world.profile), item=HERE[0], value=NO)
    client.get(url)
    one = len(queries(lambda: client.get(url)))
    for item in HERE[1:3]:
        answered(shared(world.profile), item=item, value=NO)
    assert (one, len(queries(lambda: client.get(url)))) == (8, 8)
