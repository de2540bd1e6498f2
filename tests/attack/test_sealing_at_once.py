"""PostgreSQL: one has begun to write or to seal, and is not ready when the other comes. SQLite has one writer."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event as Signal
from threading import Thread
from typing import Any

import pytest
from django.db import connection, connections, transaction

from dekkend.adoption.actions import return_profile
from dekkend.process.engine import Refused
from dekkend.profile.base.models import Profile
from dekkend.profile.checklist import actions as checklist
from dekkend.profile.models import SectionText, Version
from dekkend.profile.version.actions import recall, submit
from dekkend.profile.version.compile import content_of
from dekkend.profile.version.content import seal
from dekkend.profile.writing import actions as writing
from tests.adoption import roads
from tests.profile.checklist.people import FMT
from tests.world import World, build

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor == "sqlite", reason="one writer at a time"),
]
WORDS = "Net op tijd."
SECTION = FMT.section_of_kind("texts")
FIELD = SECTION.fields[0]


@pytest.fixture
def open_world(transactional_db: None) -> World:
    world = build()
    roads.complete(world)
    return world


def first_then(first: Callable[[], Any], second: Callable[[], Any]) -> Exception | None:
    """`first` did its work and waits a moment before it commits; `second` begins in that moment. How that ended."""
    begun, ends = Signal(), []

    def slow() -> None:
        try:
            with transaction.atomic():
                first()
                begun.set()
                late.join(0.5)
        finally:
            begun.set()
            connections.close_all()

    def quick() -> None:
        begun.wait(20)
        try:
            second()
            ends.append(None)
        except Exception as error:
            ends.append(error)
        finally:
            connections.close_all()

    early, late = Thread(target=slow), Thread(target=quick)
    late.start()
    early.start()
    for thread in (early, late):
        thread.join(30)
    (end,) = ends
    return end


def fresh() -> Profile:
    return Profile.objects.with_places().get()


def text() -> SectionText:
    return SectionText.objects.get(section=SECTION.id, field=FIELD.id)


def write(world: World, profile: Profile) -> None:
    writing.write_text(profile, SECTION, FIELD, WORDS, base=text().revision, actor=world.head)


def test_the_seal_waits_for_a_save_that_began(open_world: World) -> None:
    profile, sealing = fresh(), fresh()

    first_then(lambda: write(open_world, profile), lambda: submit(sealing, actor=open_world.head))

    assert Version.objects.get().data["texts"][SECTION.id][FIELD.id] == WORDS


def test_a_save_that_waited_for_the_seal_is_refused(open_world: World) -> None:
    profile, sealing = fresh(), fresh()

    end = first_then(lambda: submit(sealing, actor=open_world.head), lambda: write(open_world, profile))

    assert isinstance(end, Refused)
    assert Version.objects.get().content == seal(content_of(fresh()))[0]
    assert fresh().station == "council"


def test_two_saves_do_not_wait_for_each_other(open_world: World) -> None:
    """The second is ready while the first has not committed: many hold a profile at the same time."""
    profile, other = fresh(), fresh()
    order: list[str] = []

    def second() -> None:
        checklist.summarise(other, FMT.questions[0], WORDS, base=0, actor=open_world.head)
        order.append("second")

    def slow() -> None:
        write(open_world, profile)
        order.append("began")
        transaction.on_commit(lambda: order.append("first"))

    first_then(slow, second)

    assert order == ["began", "second", "first"]


@pytest.mark.parametrize("back", ["recall", "return"])
def test_taking_back_beside_a_save_keeps_the_seal_whole(open_world: World, back: str) -> None:
    """Whoever saved on the page of before the seal is taken once the profile is open, and not a moment before."""
    profile = fresh()
    submit(fresh(), actor=open_world.head)
    sealed, waiting = Version.objects.get().data, fresh()

    def open_again() -> None:
        if back == "recall":
            recall(waiting, actor=open_world.head, reason="Een fout.")
        else:
            return_profile(waiting, actor=open_world.board, reason="Een fout.")

    end = first_then(open_again, lambda: write(open_world, profile))

    assert end is None
    assert Version.objects.get().data == sealed
    assert text().text == WORDS
