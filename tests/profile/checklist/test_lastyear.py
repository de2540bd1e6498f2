import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from django.test import Client

from dekkend.audit.models import Event
from dekkend.formats.actions import load_format
from dekkend.formats.model import Format
from dekkend.formats.queries import get_format
from dekkend.profile.checklist import earlier
from dekkend.profile.checklist.earlier import ancestor_of, told_now, told_of
from dekkend.profile.models import Answer
from tests.formats.texts import OTHER
from tests.profile.checklist.people import (
    BY_TOPIC,
    FMT,
    ITEM,
    NO,
    NOT,
    QUESTION,
    SCRIPT,
    YES,
    SignIn,
    answered,
    own,
    page,
    shared,
)
from tests.profile.checklist.test_cost import queries
from tests.profile.checklist.years import all_alike, last_year
from tests.world import World, build

HERE = [item.id for item in QUESTION.items]


@pytest.fixture
def ina(world: World, sign_in: SignIn) -> Client:
    return sign_in(world.coordinator)


@pytest.fixture
def before(world: World) -> None:
    last_year(world, all_alike())


def take_all(client: Client, world: World) -> Any:
    answer = client.post(page("checklist_last_year_question", world.profile, QUESTION.id), headers=SCRIPT)
    return json.loads(answer.content)


def undo(client: Client, world: World, steps: str) -> Any:
    url = page("checklist_last_year_undo", world.profile, QUESTION.id)
    return json.loads(client.post(url, {"steps": steps}, headers=SCRIPT).content)


def test_one_press_takes_over_one_item(world: World, ina: Client, before: None) -> None:
    answer = ina.post(page("checklist_last_year", world.profile, ITEM.id), headers=SCRIPT)

    told = json.loads(answer.content)
    assert [one["item"] for one in told["taken"]] == [ITEM.id]
    assert told["taken"][0]["fields"]["note"] == "Zo doen wij dat."
    assert told["state"]["answered"] == "1"
    row = Answer.objects.get()
    assert (row.item, row.value, row.note, row.revision) == (ITEM.id, YES, "Zo doen wij dat.", 1)
    assert Event.objects.get(act="save").actor == world.coordinator


def test_one_press_takes_over_a_question(world: World, ina: Client, before: None) -> None:
    told = take_all(ina, world)

    assert [one["item"] for one in told["taken"]] == HERE
    assert told["state"]["answered"] == str(len(HERE))
    assert sorted(Answer.objects.values_list("item", flat=True)) == sorted(HERE)


def test_what_is_there_is_never_overwritten(world: World, ina: Client, before: None) -> None:
    answered(shared(world.profile), value=NO, note="Dit jaar niet.")
    answered(shared(world.profile), item=HERE[1], value="", note="Alvast een zin.")

    told = take_all(ina, world)

    assert {one["item"] for one in told["taken"]} == set(HERE[2:])
    assert Answer.objects.get(item=HERE[0]).note == "Dit jaar niet."
    assert Answer.objects.get(item=HERE[1]).value == ""
    ina.post(page("checklist_last_year", world.profile, HERE[0]))
    assert Answer.objects.get(item=HERE[0]).value == NO


def test_answers_per_topic_come_along(world: World, ina: Client, before: None) -> None:
    ina.post(page("checklist_last_year", world.profile, BY_TOPIC.id))

    row = Answer.objects.get()
    assert row.topics == {topic.id: YES for topic in BY_TOPIC.topics}
    assert row.value == YES


def test_it_is_undone_in_one_press(world: World, ina: Client, before: None) -> None:
    steps = take_all(ina, world)["steps"]

    told = undo(ina, world, steps)

    assert {one["item"] for one in told["taken"]} == set(HERE)
    assert told["state"]["answered"] == "0"
    assert not Answer.objects.exclude(value="", note="").exists()


def test_undo_leaves_what_somebody_wrote_since(world: World, ina: Client, before: None) -> None:
    steps = take_all(ina, world)["steps"]
    ina.post(page("checklist_answer", world.profile, ITEM.id), {"revision": "1", "note": "Nu anders."})

    told = undo(ina, world, steps)

    assert ITEM.id not in {one["item"] for one in told["taken"]}
    row = Answer.objects.get(item=ITEM.id)
    assert (row.value, row.note) == (YES, "Nu anders.")


@pytest.mark.parametrize(
    "steps", ["ZOI", "GEEN-1:1", "ZOI-1:x", "ZOI-1:-1", ":", "ZOI-1:99999999999999999999"]
)
def test_undo_of_what_no_page_sends_is_not_found(world: World, ina: Client, steps: str) -> None:
    url = page("checklist_last_year_undo", world.profile, QUESTION.id)

    assert ina.post(url, {"steps": steps}).status_code == 404


def test_without_a_script_the_page_offers_the_way_back(world: World, ina: Client, before: None) -> None:
    answer = ina.post(page("checklist_last_year_question", world.profile, QUESTION.id), follow=True)

    shown = answer.content.decode()
    assert "Maak dit ongedaan" in shown
    assert f'name="steps" value="{HERE[0]}:1,' in shown


def test_a_school_without_changes_needs_one_press_per_question(
    world: World, ina: Client, before: None
) -> None:
    for question in FMT.questions:
        ina.post(page("checklist_last_year_question", world.profile, question.id))

    world.profile.refresh_from_db()
    assert Answer.objects.exclude(value="").count() == len(FMT.items)
    assert world.profile.station == "dialogue"


def test_a_reason_comes_along_where_the_value_needs_one(world: World, ina: Client) -> None:
    last_year(world, {ITEM.id: {"value": NOT, "reason": "Wij hebben geen voorschool."}})

    told = take_all(ina, world)

    assert told["state"]["answered"] == "1"
    assert Answer.objects.get().reason == "Wij hebben geen voorschool."


def test_last_year_leads_nobody_in_an_own_copy(world: World, sign_in: SignIn, before: None) -> None:
    copy = own(world.profile, world.staff)

    shown = sign_in(world.staff).get(page("copy_question", world.profile, copy.pk, QUESTION.id))

    assert "Vorig jaar" not in shown.content.decode()


def test_reader_sees_last_year_without_a_button(world: World, sign_in: SignIn, before: None) -> None:
    shown = sign_in(world.staff).get(page("checklist_question", world.profile, QUESTION.id)).content.decode()

    assert "Vorig jaar" in shown
    assert "Klopt nog" not in shown


@pytest.mark.parametrize("who", ["staff", "council", "board", "adviser", "analyst", "other_head", "sam"])
def test_last_year_is_taken_over_by_head_and_coordinator_only(
    world: World, sign_in: SignIn, before: None, who: str
) -> None:
    client = sign_in(world.people[who])
    for name, key in (
        ("checklist_last_year", ITEM.id),
        ("checklist_last_year_question", QUESTION.id),
        ("checklist_last_year_undo", QUESTION.id),
    ):
        assert client.post(page(name, world.profile, key), {"steps": f"{ITEM.id}:1"}).status_code == 404
    assert not Answer.objects.exists()


def test_nothing_is_taken_over_when_the_profile_is_submitted(world: World, ina: Client, before: None) -> None:
    type(world.profile).objects.filter(pk=world.profile.pk).update(state="submitted")

    assert ina.post(page("checklist_last_year_question", world.profile, QUESTION.id)).status_code == 423
    assert not Answer.objects.exists()


def test_taking_over_costs_the_same_per_item(world: World, ina: Client, before: None) -> None:
    one = len(queries(lambda: ina.post(page("checklist_last_year", world.profile, ITEM.id))))
    whole = len(queries(lambda: ina.post(page("checklist_last_year_question", world.profile, QUESTION.id))))

    # session, person, roles, profile, last year, answers (and at first the copy: look, make);
    # is it still open; per item: look, make, still open, lock, row, event
    assert one == 6 + 2 + 1 + 6
    assert whole == 6 + 1 + 6 * (len(HERE) - 1)


# Another version of the format.


@pytest.fixture
def other(db: None) -> Iterator[World]:
    get_format.cache_clear()
    load_format(OTHER)
    yield build("anders/2030.1")
    get_format.cache_clear()


def test_an_item_finds_its_ancestor_in_another_format(other: World, sign_in: SignIn) -> None:
    """`same_as` says so; the sentence reads differently, and its value is not of this year's scale."""
    item = next(item for item in other.profile.format.items if item.same_as)
    last_year(other, {item.same_as[0].partition("#")[2]: {"value": YES, "note": "Een rustige kamer."}})

    told = told_of(other.profile)[item.id]
    question = other.profile.format.question_of(item.id)
    shown = sign_in(other.coordinator).get(page("checklist_question", other.profile, question.id))

    assert (told.value.label, told.note) == (FMT.scale.get(YES).label, "Een rustige kamer.")
    assert told.worded
    assert not told.fields
    assert "Vorig jaar anders verwoord" in shown.content.decode()
    assert "Klopt nog" not in shown.content.decode()


def reworded() -> Format:
    """The next version: the first item has other words, the second another key."""
    first, second, *rest = QUESTION.items
    items = (
        replace(first, text="Heel anders gezegd."),
        replace(second, id="NIEUW-1", same_as=(f"{FMT.ref}#{second.id}",)),
        *rest,
    )
    question = replace(QUESTION, items=items)
    questions = tuple(question if each.id == QUESTION.id else each for each in FMT.questions)
    return replace(FMT, version="2099.1", questions=questions)


def test_key_and_same_as_lead_to_the_item_of_last_year() -> None:
    newer = reworded()
    first, second, third = newer.question(QUESTION.id).items[:3]

    found = [ancestor_of(newer, item, FMT) for item in (first, second, third)]

    assert [item.id for item in found if item] == HERE[:3]


def test_an_item_that_is_new_has_no_last_year(db: None) -> None:
    newer = reworded()
    item = replace(newer.question(QUESTION.id).items[0], id="GEHEEL-NIEUW")

    assert ancestor_of(newer, item, FMT) is None
    assert ancestor_of(newer, replace(item, same_as=("geen/2001.1#X-1",)), FMT) is None


def test_a_reworded_item_is_taken_by_itself_and_not_with_the_rest(
    world: World, sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    last_year(world, all_alike())
    newer = reworded()
    first = newer.question(QUESTION.id).items[0]
    told = told_of(world.profile) | {
        first.id: told_now(newer, first, FMT, QUESTION.items[0], {first.id: {"value": YES}})
    }
    assert told[first.id]
    assert told[first.id].worded == QUESTION.items[0].text  # type: ignore[union-attr]
    assert told[first.id].fields == {"value": YES}  # type: ignore[union-attr]

    from dekkend.profile.checklist.queries import shared_sheet

    sheet = shared_sheet(world.profile)
    ready = earlier.ready_in(sheet, newer.question(QUESTION.id), told)  # type: ignore[arg-type]

    assert first.id not in {each.item for each in ready}
    assert earlier.bar_of(sheet, newer.question(QUESTION.id), told).reworded == (first.number,)  # type: ignore[union-attr,arg-type]
