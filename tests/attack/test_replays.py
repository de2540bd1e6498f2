"""A save that is sent again: by another person, for another row, or with keys that somebody made up."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from django.test import Client

from dekkend.accounts.models import User
from dekkend.audit.models import Event
from dekkend.profile.checklist import actions
from dekkend.profile.models import Answer
from tests.profile.checklist.people import ITEM, NO, YES, page, save
from tests.world import World

SignIn = Callable[[User], Client]
KEY = "0b0e1f4e-98c1-4d3f-9a52-0f6a3c2d1e00"
OTHER = "7c1d2e3f-0a1b-4c2d-8e3f-405162738495"


def told(answer: Any) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(answer.content)
    return found


def test_a_key_of_a_colleague_changes_nothing_and_is_no_answer_of_mine(world: World, sign_in: SignIn) -> None:
    url = page("checklist_answer", world.profile, ITEM.id)
    save(sign_in(world.coordinator), url, value=YES, note="Van Ina.", save_key=KEY)

    answer = told(save(sign_in(world.head), url, value=NO, note="Van Hanna.", save_key=KEY))

    assert (answer["row"]["value"], answer["row"]["note"], answer["revision"]) == (YES, "Van Ina.", 1)
    assert answer["fields"] == {"value": YES, "note": "Van Ina."}  # the page shows what stands there
    assert Event.objects.filter(act="save").count() == 1


def test_a_key_counts_for_its_own_row_only(world: World, sign_in: SignIn) -> None:
    """The same key for another item is another save; so a device that repeats one loses nothing."""
    ina = sign_in(world.coordinator)
    items = [item.id for item in world.profile.format.items if not item.topics][:2]

    for item in items:
        save(ina, page("checklist_answer", world.profile, item), value=YES, save_key=KEY)

    assert Answer.objects.filter(value=YES).count() == 2
    assert [event.save_key.hex for event in Event.objects.filter(act="save")] == [KEY.replace("-", "")] * 2


def test_made_up_keys_overwrite_nobody(world: World, sign_in: SignIn) -> None:
    """Whoever says not to have heard of a save that is not theirs gets the conflict as ever."""
    url = page("checklist_answer", world.profile, ITEM.id)
    save(sign_in(world.coordinator), url, note="Van Ina.", save_key=KEY)

    for unheard in (OTHER, "", "0" * 36, " ".join([OTHER] * 60), "None", "null"):
        answer = save(sign_in(world.head), url, note="Van Hanna.", save_key=OTHER, unheard=unheard)
        assert answer.status_code == 409

    assert Answer.objects.get().note == "Van Ina."


def test_a_save_without_a_key_is_not_taken_for_one_that_was_not_heard(world: World, sign_in: SignIn) -> None:
    url = page("checklist_answer", world.profile, ITEM.id)
    save(sign_in(world.coordinator), url, note="Van Ina.")

    assert save(sign_in(world.head), url, note="Van Hanna.", save_key=KEY, unheard=KEY).status_code == 409


def test_no_page_gives_a_key_away(world: World, sign_in: SignIn) -> None:
    save(
        sign_in(world.coordinator),
        page("checklist_answer", world.profile, ITEM.id),
        note="Ina.",
        save_key=KEY,
    )
    hanna, question = sign_in(world.head), world.profile.format.question_of(ITEM.id)

    for path in (
        page("checklist", world.profile),
        page("log", world.profile),
        page("checklist_question", world.profile, question.id),
        page("checklist_history", world.profile, ITEM.id),
    ):
        shown = hanna.get(path)
        assert shown.status_code == 200
        assert KEY not in shown.content.decode()


def test_a_key_of_one_slip_tells_nothing_at_another(world: World) -> None:
    """Two colleagues behind codes: the key of the one is unknown in the copy of the other."""
    actions.choose_naming(world.profile, "anonymous", actor=world.head)
    one, other = actions.make_codes(world.profile, 3, actor=world.head)[:2]
    url = "anonymous_copy_answer"

    save(Client(), page(url, world.profile, one, ITEM.id), value=YES, note="Geheim", save_key=KEY)
    answer = save(Client(), page(url, world.profile, other, ITEM.id), value=NO, save_key=KEY)

    assert "Geheim" not in answer.content.decode()
    assert sorted(Answer.objects.exclude(value="").values_list("value", flat=True)) == sorted([YES, NO])


def test_what_waited_for_one_person_is_not_saved_as_another(world: World, sign_in: SignIn) -> None:
    """Two at one device: the mark of who wrote it is not that of who is signed in, or it is made up."""
    url, headers = page("checklist_answer", world.profile, ITEM.id), {"Accept": "application/json"}
    ina = sign_in(world.coordinator).get("/wie/").json()["person"]

    for mark in (ina, "iemand", "0", str(world.head.pk)):
        sent = {"revision": "0", "value": YES, "save_key": KEY}
        answer = sign_in(world.head).post(url, sent, headers=headers | {"Dekkend-Person": mark})
        assert answer.status_code == 401
    assert not Answer.objects.exclude(revision=0).exists()
