"""What a save and a page cost in queries, as numbers: a change shows here."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from dekkend.profile.checklist.codes import key_of
from tests.profile.checklist.people import CODE, ITEM, QUESTION, SignIn, everything, own, page, save, shared
from tests.world import World

pytestmark = pytest.mark.one_database

# BEGIN and COMMIT, or a savepoint inside the transaction of a test, ask the database nothing.
FRAME = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE")


def queries(act: Any) -> list[str]:
    with CaptureQueriesContext(
        connection,
    ) as seen:
        act()
    return [query["sql"] for query in seen.captured_queries if not query["sql"].startswith(FRAME)]


def test_save_in_the_shared_copy(world: World, sign_in: SignIn) -> None:
    everything(shared(world.profile))
    client = sign_in(world.coordinator)
    url = page("checklist_answer", world.profile, ITEM.id)

    seen = queries(lambda: save(client, url, revision="1", note="Een zin."))

    # session, person, roles, profile, answers; is it still open, the row under its lock; the row, the event
    assert len(seen) == 9, seen


def test_save_in_an_own_copy(world: World, sign_in: SignIn) -> None:
    copy = own(world.profile, world.staff)
    everything(copy)
    client = sign_in(world.staff)
    url = page("copy_answer", world.profile, copy.pk, ITEM.id)

    assert len(queries(lambda: save(client, url, revision="1", note="Een zin."))) == 9


def test_question_page(world: World, sign_in: SignIn) -> None:
    everything(shared(world.profile))
    client = sign_in(world.coordinator)
    url = page("checklist_question", world.profile, QUESTION.id)

    # session, person, roles, profile, answers, last year, when saved, refused, evidence, summary; two for the road
    assert len(queries(lambda: client.get(url))) == 12


def test_question_page_of_an_own_copy(world: World, sign_in: SignIn) -> None:
    copy = own(world.profile, world.staff)
    everything(copy)
    client = sign_in(world.staff)
    url = page("copy_question", world.profile, copy.pk, QUESTION.id)

    # session, person, roles, copy, answers, when saved, refused; two for the road
    assert len(queries(lambda: client.get(url))) == 9


def test_team_page_costs_the_same_for_one_and_for_three(world: World, sign_in: SignIn) -> None:
    client, url = sign_in(world.coordinator), page("team", world.profile)
    own(world.profile, world.staff)
    type(world.profile).objects.update(asking="parts")

    # session, person, roles, profile; copies and members, turnout, what was asked; two for the road
    assert len(queries(lambda: client.get(url))) == 10
    own(world.profile, world.colleague)
    own(world.profile, world.head)
    assert len(queries(lambda: client.get(url))) == 10


def test_save_by_a_personal_link(world: World) -> None:
    copy = own(world.profile, world.staff)
    copy.key = key_of(CODE)
    copy.save()
    everything(copy)
    url = page("anonymous_copy_answer", world.profile, CODE, ITEM.id)

    # copy, answers; is it still open, the row under its lock; the row, the event
    assert len(queries(lambda: save(Client(), url, revision="1", note="Een zin."))) == 6


def test_paper_and_spreadsheet_cost_the_same_for_an_empty_and_a_full_copy(
    world: World, sign_in: SignIn
) -> None:
    client = sign_in(world.coordinator)
    addresses = {
        "page": page("checklist_paper", world.profile),
        "form": page("checklist_form", world.profile, "ingevuld"),
        "pdf": page("checklist_file", world.profile, "ingevuld", "pdf"),
        "sheet": page("checklist_book", world.profile),
    }

    def cost() -> dict[str, int]:
        return {name: len(queries(lambda url=url: client.get(url))) for name, url in addresses.items()}

    cost()
    empty = cost()
    everything(shared(world.profile))

    # session, person, roles, profile, answers; a paper wears a house style, and the page has its road as well
    assert empty["sheet"] == 5
    assert empty["pdf"] == 6
    assert cost() | {"page": 0} == empty | {"page": 0}
