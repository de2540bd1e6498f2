"""What a save and a page cost in queries, as numbers: a change shows here."""

from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.profile.checklist.people import ITEM, QUESTION, SignIn, everything, own, page, save, shared
from tests.world import World

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

    # session, person, roles, profile, answers, the row once more under its lock; the row, the event
    assert len(seen) == 8, seen


def test_save_in_an_own_copy(world: World, sign_in: SignIn) -> None:
    copy = own(world.profile, world.staff)
    everything(copy)
    client = sign_in(world.staff)
    url = page("copy_answer", world.profile, copy.pk, ITEM.id)

    assert len(queries(lambda: save(client, url, revision="1", note="Een zin."))) == 8


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
