import json

import pytest
from django.test import Client

from dekkend.audit.models import Event
from dekkend.profile.models import Agreement
from tests.profile.checklist.people import (
    BY_TOPIC,
    FMT,
    HALF,
    ITEM,
    NO,
    NOT,
    YES,
    SignIn,
    answered,
    everything,
    own,
    page,
    save,
    shared,
)
from tests.world import World


@pytest.fixture
def ina(world: World, sign_in: SignIn) -> Client:
    return sign_in(world.coordinator)


def agreement(world: World, item: str = ITEM.id) -> str:
    return page("dialogue_agreement", world.profile, item)


def test_agreement_is_saved_with_its_note(world: World, ina: Client) -> None:
    answer = save(
        ina, agreement(world), value=HALF, note="Voor de kerst.", owner="intern begeleider", due="2027-06-01"
    )

    state = json.loads(answer.content)["state"]
    row = Agreement.objects.get()
    assert (row.value, row.note, row.owner, str(row.due)) == (
        HALF,
        "Voor de kerst.",
        "intern begeleider",
        "2027-06-01",
    )
    assert state[f"state-{ITEM.id}"] == "Afgesproken"
    assert state["waiting"] == f"Nog {len(FMT.items) - 1} zonder afspraak."


@pytest.mark.parametrize("value", ["unsure", "misschien"])
def test_only_a_value_of_the_scale_is_agreed(value: str, world: World, ina: Client) -> None:
    assert save(ina, agreement(world), value=value).status_code == 422
    assert not Agreement.objects.exclude(value="").exists()


def test_unsure_topic_is_not_agreed(world: World, ina: Client) -> None:
    sent = {f"topics.{topic.id}": "unsure" for topic in BY_TOPIC.topics}

    assert save(ina, agreement(world, BY_TOPIC.id), **sent).status_code == 422


def test_topics_give_the_agreed_value(world: World, ina: Client) -> None:
    sent = {f"topics.{topic.id}": NO for topic in BY_TOPIC.topics}

    save(ina, agreement(world, BY_TOPIC.id), **sent)

    assert Agreement.objects.get().value == NO


def test_value_without_its_reason_still_waits(world: World, ina: Client) -> None:
    state = json.loads(save(ina, agreement(world), value=NOT).content)["state"]

    assert state[f"state-{ITEM.id}"] == "Nog te bespreken"
    assert "reden" in state[f"reason-{ITEM.id}"]


def test_explained_gap_settles_an_item_and_a_value_ends_the_gap(world: World, ina: Client) -> None:
    state = json.loads(save(ina, agreement(world), gap="Wij wachten op de fusie.").content)["state"]
    assert state[f"state-{ITEM.id}"] == "Afgesproken"

    save(ina, agreement(world), revision="1", value=YES, gap="Wij wachten op de fusie.")

    row = Agreement.objects.get()
    assert (row.value, row.gap) == (YES, "")


def test_agreement_can_be_made_open_again(world: World, ina: Client) -> None:
    save(ina, agreement(world), value=YES, note="Blijft.")

    ina.post(agreement(world), {"revision": "1", "value": YES, "clear": "1"})

    assert Agreement.objects.values_list("value", "note").get() == ("", "Blijft.")


def test_two_who_agree_at_once_see_both_texts(world: World, ina: Client, sign_in: SignIn) -> None:
    save(sign_in(world.head), agreement(world), note="Woorden van Hanna")

    answer = save(ina, agreement(world), note="Andere van Ina")

    assert answer.status_code == 409
    assert Agreement.objects.get().note == "Woorden van Hanna"


def test_last_agreement_moves_the_profile_along_the_road(world: World, ina: Client) -> None:
    everything(shared(world.profile))
    ina.post(page("dialogue_take", world.profile))
    ina.post(agreement(world), {"revision": "1", "clear": "1"})
    world.profile.refresh_from_db()
    assert world.profile.station == "dialogue"

    save(ina, agreement(world), revision="2", value=YES)

    world.profile.refresh_from_db()
    assert world.profile.station == "profile"


def test_shared_answers_are_taken_over_in_one_press(world: World, ina: Client) -> None:
    copy = shared(world.profile)
    everything(copy)
    copy.answers.filter(item=ITEM.id).update(note="Wat wij doen.", owner="directeur")

    ina.post(page("dialogue_take", world.profile))

    assert Agreement.objects.filter(value=YES).count() == len(FMT.items)
    row = Agreement.objects.get(item=ITEM.id)
    assert (row.note, row.owner, row.revision) == ("Wat wij doen.", "directeur", 1)
    assert Event.objects.get(act="take_over").data == {"number": len(FMT.items)}


def test_taking_over_never_overwrites_an_agreement(world: World, ina: Client) -> None:
    everything(shared(world.profile))
    other = FMT.items[1].id
    save(ina, agreement(world), value=NO, note="Zo is het.")
    save(ina, agreement(world, other), gap="Nog niet besproken.")

    for _ in range(2):
        ina.post(page("dialogue_take", world.profile))

    assert Agreement.objects.values_list("value", "note").get(item=ITEM.id) == (NO, "Zo is het.")
    assert Agreement.objects.values_list("value", "gap").get(item=other) == ("", "Nog niet besproken.")


def test_what_does_not_apply_is_taken_over_with_its_reason_only(world: World, ina: Client) -> None:
    first, second = [item.id for item in FMT.items if not item.topics][:2]
    copy = shared(world.profile)
    answered(copy, first, NOT, reason="Wij hebben geen voorschool.")
    answered(copy, second, NOT)

    ina.post(page("dialogue_take", world.profile))

    assert Agreement.objects.values_list("item", "value", "reason").get() == (
        first,
        NOT,
        "Wij hebben geen voorschool.",
    )


def test_one_shared_answer_is_taken_over(world: World, ina: Client) -> None:
    everything(shared(world.profile))

    ina.post(page("agreement_take", world.profile, ITEM.id))

    assert Agreement.objects.get().item == ITEM.id


def test_with_a_team_only_what_all_agree_on_is_taken_over(world: World, ina: Client) -> None:
    alike, apart = [item.id for item in FMT.items if not item.topics][:2]
    for person, value in ((world.staff, YES), (world.colleague, NO)):
        copy = own(world.profile, person)
        answered(copy, alike, YES)
        answered(copy, apart, value)
    answered(shared(world.profile), apart, YES)

    ina.post(page("dialogue_take", world.profile))

    assert Agreement.objects.values_list("item", "value").get() == (alike, YES)


def test_what_nobody_of_the_team_was_asked_is_taken_over_from_the_shared_copy(
    world: World, ina: Client
) -> None:
    everything(shared(world.profile))
    other = FMT.items[-1]
    for person in (world.staff, world.colleague):
        copy = own(world.profile, person)
        copy.covers = [ITEM.id]
        copy.save()
        answered(copy, ITEM.id, NO if person == world.staff else YES)

    ina.post(page("dialogue_take", world.profile))

    agreed = set(Agreement.objects.exclude(value="").values_list("item", flat=True))
    assert other.id in agreed
    assert ITEM.id not in agreed


@pytest.mark.parametrize("state", ["submitted", "adopted", "published"])
def test_nothing_is_agreed_when_the_profile_is_not_in_preparation(
    state: str, world: World, ina: Client
) -> None:
    everything(shared(world.profile))
    type(world.profile).objects.filter(pk=world.profile.pk).update(state=state)

    codes = [
        save(ina, agreement(world), value=YES).status_code,
        ina.post(page("dialogue_take", world.profile)).status_code,
        ina.post(page("agreement_take", world.profile, ITEM.id)).status_code,
    ]
    shown = ina.get(page("dialogue", world.profile))

    assert codes == [423, 423, 423]
    assert not Agreement.objects.exists()
    assert (shown.status_code, b"data-autosave" in shown.content) == (200, False)
