"""Two at the same moment: one of them did it. On PostgreSQL; SQLite lets one writer in at a time anyway."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date
from threading import Barrier, Thread
from typing import Any

import pytest
from django.db import connection, connections

from dekkend.adoption import actions as adoption
from dekkend.process.engine import Refused
from dekkend.profile.base import extensions
from dekkend.profile.base.models import Profile
from dekkend.profile.checklist import actions as checklist
from dekkend.profile.checklist.queries import shared_sheet
from dekkend.profile.dialogue.support import actions as support
from dekkend.profile.models import Answer, SectionText, Support, Talk, Version
from dekkend.profile.talk.actions.closing import close_talk
from dekkend.profile.version.actions import submit
from dekkend.profile.writing import actions as writing
from tests.adoption import roads
from tests.profile.talk.leading import planned
from tests.world import World, build

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor == "sqlite", reason="one writer at a time"),
]
TIMES = 6


@pytest.fixture
def open_world(transactional_db: None) -> World:
    return build()


def together(*acts: Callable[[], Any]) -> Counter[str]:
    """How each of them ended: "done" or the name of the error."""
    start, ends = Barrier(len(acts)), Counter[str]()

    def run(act: Callable[[], Any]) -> None:
        start.wait()
        try:
            act()
            ends["done"] += 1
        except Exception as error:
            ends[type(error).__name__] += 1
        finally:
            connections.close_all()

    threads = [Thread(target=run, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return ends


def fresh(profile: Profile) -> Profile:
    return Profile.objects.with_places().get(pk=profile.pk)


def test_submitting_twice_seals_once(open_world: World) -> None:
    profile = roads.complete(open_world)

    ends = together(*[lambda: submit(fresh(profile), actor=open_world.head)] * TIMES)

    assert ends == {"done": 1, Refused.__name__: TIMES - 1}
    assert Version.objects.count() == 1


def test_adopting_twice_adopts_once(open_world: World) -> None:
    roads.replied(open_world)

    ends = together(*[lambda: roads.adopt(open_world)] * TIMES)

    assert ends == {"done": 1, Refused.__name__: TIMES - 1}


def test_advising_twice_gives_one_advice(open_world: World) -> None:
    profile = roads.asked(open_world)

    def advise() -> None:
        adoption.advise(fresh(profile), actor=open_world.council, kind="positive", text="")

    assert together(*[advise] * TIMES) == {"done": 1, Refused.__name__: TIMES - 1}


def test_starting_one_row_together_makes_one(open_world: World) -> None:
    profile, item = open_world.profile, open_world.profile.format.questions[0].items[0]
    section = profile.format.section_of_kind("texts")

    def answer() -> None:
        checklist.answer(shared_sheet(fresh(profile)), item, {"note": "Een."}, base=0, actor=open_world.head)

    def write() -> None:
        writing.write_text(fresh(profile), section, section.fields[0], "Een.", base=0, actor=open_world.head)

    assert together(*[answer] * TIMES) == {"done": TIMES}
    assert together(*[write] * TIMES) == {"done": TIMES}
    assert (Answer.objects.count(), SectionText.objects.count()) == (1, 1)


def test_a_save_beside_a_submit_stands_in_the_version_or_is_refused(open_world: World) -> None:
    """What was acknowledged is sealed; what comes after the seal is not taken."""
    profile = roads.complete(open_world)
    row = SectionText.objects.filter(profile=profile).exclude(text="")[0]
    section = profile.format.section(row.section)
    field = next(each for each in section.fields if each.id == row.field)
    said: list[str] = []

    def save(number: int) -> None:
        text = f"Bewaard {number}."
        base = SectionText.objects.get(pk=row.pk).revision
        writing.write_text(fresh(profile), section, field, text, base=base, actor=open_world.head)
        said.append(text)

    acts: list[Callable[[], Any]] = [lambda n=n: save(n) for n in range(TIMES)]
    together(*acts, lambda: submit(fresh(profile), actor=open_world.head))

    row.refresh_from_db()
    sealed = Version.objects.get().data["texts"][row.section][row.field]
    assert row.text == sealed


def test_two_advisers_who_take_one_request_are_one(open_world: World) -> None:
    profile = open_world.profile
    support.ask(profile, question="Wie helpt ons?", wished=[], actor=open_world.head)

    def take() -> None:
        support.take(Support.objects.get(), actor=open_world.adviser)

    assert together(*[take] * TIMES) == {"done": 1, Refused.__name__: TIMES - 1}


def test_closing_a_talk_twice_closes_it_once(open_world: World) -> None:
    talk = planned(open_world.profile)

    def close() -> None:
        found = Talk.objects.get(pk=talk.pk)
        close_talk(found, on=date(2026, 11, 5), roles=["directeur"], actor=open_world.head)

    assert together(*[close] * TIMES) == {"done": 1, Refused.__name__: TIMES - 1}


def test_asking_twice_for_longer_asks_once(open_world: World) -> None:
    def ask() -> None:
        extensions.ask(
            fresh(open_world.profile), actor=open_world.head, station="checklist", until=date(2099, 1, 1),
            reason="Ziekte.",
        )  # fmt: skip

    assert together(*[ask] * TIMES) == {"done": 1, Refused.__name__: TIMES - 1}
