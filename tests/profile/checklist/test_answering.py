import json

import pytest
from django.test import Client

from dekkend.audit.models import Event
from dekkend.profile.models import Answer, Summary
from tests.profile.checklist.people import (
    BY_TOPIC,
    FMT,
    HALF,
    ITEM,
    NO,
    NOT,
    QUESTION,
    YES,
    SignIn,
    answered,
    everything,
    page,
    save,
    shared,
)
from tests.world import World


@pytest.fixture
def ina(world: World, sign_in: SignIn) -> Client:
    return sign_in(world.coordinator)


def test_first_save_makes_the_answer_and_says_how_far_it_is(world: World, ina: Client) -> None:
    answer = save(
        ina, page("checklist_answer", world.profile, ITEM.id), value=HALF, note="Wij zijn begonnen."
    )

    told = json.loads(answer.content)
    assert (answer.status_code, told["revision"]) == (200, 1)
    assert told["state"]["progress"] == f"1 van de {len(FMT.items)} onderdelen beantwoord"
    assert told["state"][f"mark-{ITEM.id}"] == FMT.scale.get(HALF).mark
    row = Answer.objects.get()
    assert (row.value, row.note, row.copy.kind) == (HALF, "Wij zijn begonnen.", "shared")
    assert Event.objects.get(act="save").actor == world.coordinator


def test_only_what_was_sent_is_changed(world: World, ina: Client) -> None:
    answered(shared(world.profile), note="Blijft staan.")

    save(ina, page("checklist_answer", world.profile, ITEM.id), revision="1", value=NO)

    row = Answer.objects.get()
    assert (row.value, row.note) == (NO, "Blijft staan.")


def test_without_a_script_the_browser_goes_back_to_the_item(world: World, ina: Client) -> None:
    answer = ina.post(page("checklist_answer", world.profile, ITEM.id), {"revision": "0", "value": YES})

    assert (
        answer["Location"] == f"{page('checklist_question', world.profile, QUESTION.id)}#onderdeel-{ITEM.id}"
    )
    assert Answer.objects.get().value == YES


def test_value_without_its_reason_is_kept_and_asks_for_it(world: World, ina: Client) -> None:
    url = page("checklist_answer", world.profile, ITEM.id)

    state = json.loads(save(ina, url, value=NOT).content)["state"]
    assert state["answered"] == "0"
    asked = '<span class="field__error" data-reason>Schrijf de reden op.'
    assert asked in ina.get(page("checklist_question", world.profile, QUESTION.id)).content.decode()

    state = json.loads(save(ina, url, revision="1", reason="Wij hebben geen voorschool.").content)["state"]
    assert state["answered"] == "1"
    assert asked not in ina.get(page("checklist_question", world.profile, QUESTION.id)).content.decode()


def test_value_off_the_scale_is_refused_in_words(world: World, ina: Client) -> None:
    answer = save(ina, page("checklist_answer", world.profile, ITEM.id), value="misschien")

    assert answer.status_code == 422
    assert json.loads(answer.content)["errors"] == {"value": ["Kies een van de antwoorden op de bladzijde."]}
    assert not Answer.objects.exclude(value="").exists()


def test_unsure_is_refused_in_the_shared_copy(world: World, ina: Client) -> None:
    assert save(ina, page("checklist_answer", world.profile, ITEM.id), value="unsure").status_code == 422


def test_wrong_date_keeps_what_was_typed(world: World, ina: Client) -> None:
    url = page("checklist_answer", world.profile, ITEM.id)

    answer = ina.post(url, {"revision": "0", "due": "in juni", "note": "Dit blijft."})

    assert answer.status_code == 422
    assert "Schrijf de datum als 1-6-2027." in answer.content.decode()
    assert "in juni" in answer.content.decode()
    assert "Dit blijft." in answer.content.decode()


def test_topics_give_the_value_of_the_item(world: World, ina: Client) -> None:
    url = page("checklist_answer", world.profile, BY_TOPIC.id)
    sent = {f"topics.{topic.id}": YES for topic in BY_TOPIC.topics}

    save(ina, url, **sent)

    assert Answer.objects.get().value == YES


def test_topics_that_were_not_sent_stay(world: World, ina: Client) -> None:
    url = page("checklist_answer", world.profile, BY_TOPIC.id)
    first, second = BY_TOPIC.topics[:2]
    save(ina, url, **{f"topics.{first.id}": YES})

    save(ina, url, revision="1", **{f"topics.{second.id}": NO})

    assert Answer.objects.get().topics == {first.id: YES, second.id: NO}


def test_answer_can_be_made_open_again(world: World, ina: Client) -> None:
    answered(shared(world.profile), note="Blijft staan.")

    ina.post(page("checklist_answer", world.profile, ITEM.id), {"revision": "1", "value": YES, "clear": "1"})

    row = Answer.objects.get()
    assert (row.value, row.note) == ("", "Blijft staan.")


def test_stale_save_in_the_same_words_shows_both(world: World, ina: Client, sign_in: SignIn) -> None:
    url = page("checklist_answer", world.profile, ITEM.id)
    save(sign_in(world.head), url, note="De woorden van Hanna")

    answer = save(ina, url, note="Iets anders van Ina")

    field = json.loads(answer.content)["fields"]["note"]
    assert answer.status_code == 409
    assert (field["mine"], field["theirs"], field["who"]) == (
        "Iets anders van Ina",
        "De woorden van Hanna",
        world.head.name,
    )
    assert Answer.objects.get().note == "De woorden van Hanna"


def test_stale_save_without_a_script_lets_one_choose(world: World, ina: Client, sign_in: SignIn) -> None:
    url = page("checklist_answer", world.profile, ITEM.id)
    save(sign_in(world.head), url, value=NO)

    answer = ina.post(url, {"revision": "0", "value": YES})

    shown = answer.content.decode()
    assert answer.status_code == 409
    assert FMT.scale.get(YES).label in shown
    assert FMT.scale.get(NO).label in shown
    assert 'name="revision" value="1"' in shown


def test_summary_is_saved_with_its_history(world: World, ina: Client) -> None:
    save(ina, page("checklist_summary", world.profile, QUESTION.id), text="Wij zijn er vroeg bij.")

    row = Summary.objects.get()
    assert (row.question, row.text, row.revision) == (QUESTION.id, "Wij zijn er vroeg bij.", 1)


def test_unknown_item_or_question_is_not_found(world: World, ina: Client) -> None:
    assert save(ina, page("checklist_answer", world.profile, "GEEN-1"), value=YES).status_code == 404
    assert ina.get(page("checklist_question", world.profile, "GEEN")).status_code == 404


def test_last_answer_moves_the_profile_along_the_road(world: World, ina: Client) -> None:
    everything(shared(world.profile))
    Answer.objects.filter(item=ITEM.id).update(value="")

    save(ina, page("checklist_answer", world.profile, ITEM.id), revision="1", value=YES)

    world.profile.refresh_from_db()
    assert world.profile.station == "dialogue"


@pytest.mark.parametrize("state", ["submitted", "adopted", "published"])
def test_nothing_changes_when_the_profile_is_not_in_preparation(
    state: str, world: World, ina: Client
) -> None:
    world.profile.state = state
    world.profile.save()

    answer = save(ina, page("checklist_answer", world.profile, ITEM.id), value=YES)
    shown = ina.get(page("checklist_question", world.profile, QUESTION.id))

    assert answer.status_code == 423
    assert "ingediend" in json.loads(answer.content)["error"] or state != "submitted"
    assert not Answer.objects.exists()
    assert (shown.status_code, b"data-queued" in shown.content) == (200, False)


def test_device_hears_the_whole_row_and_a_form_does_not(world: World, ina: Client) -> None:
    url = page("checklist_answer", world.profile, ITEM.id)
    key = "0b0e1f4e-98c1-4d3f-9a52-0f6a3c2d1e00"

    told = json.loads(save(ina, url, value=YES, save_key=key).content)
    again = json.loads(save(ina, url, value=YES, save_key=key).content)
    plain = json.loads(save(ina, url, revision="1", note="Een zin.").content)

    assert (told["row"]["value"], told["row"]["due"]) == (YES, "")
    assert (again["revision"], "row" in plain) == (1, False)
    assert Event.objects.filter(act="save").count() == 2


def test_key_that_is_none_is_left_out(world: World, ina: Client) -> None:
    url = page("checklist_answer", world.profile, ITEM.id)

    assert save(ina, url, value=YES, save_key="x" * 36, unheard="y z").status_code == 200
    assert Event.objects.get(act="save").save_key is None


def test_what_waited_on_a_device_is_saved_for_its_own_person_only(
    world: World, ina: Client, sign_in: SignIn
) -> None:
    url = page("checklist_answer", world.profile, ITEM.id)
    ina_is = ina.get("/wie/").json()["person"]
    sent = {"revision": "0", "value": YES}
    headers = {"Accept": "application/json", "Dekkend-Person": ina_is}

    refused = sign_in(world.head).post(url, sent, headers=headers)
    assert (refused.status_code, Answer.objects.count()) == (401, 0)
    assert ina.post(url, sent, headers=headers).status_code == 200


def test_nobody_signed_in_has_no_mark(world: World) -> None:
    told = Client().get("/wie/").json()

    assert told["person"] == ""
    assert told["pass"]
