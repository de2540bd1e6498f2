"""Improvement points of last year come back as a question, and nothing is decided by itself."""

from __future__ import annotations

from typing import Any

import pytest

from dekkend.process.engine import NotAllowed, Refused, blockers
from dekkend.profile.base.models import Profile
from dekkend.profile.models import ImprovementPoint
from dekkend.profile.version.compile import content_of
from dekkend.profile.version.missing import missing
from dekkend.profile.writing import actions
from dekkend.profile.writing.proposals import Proposal, proposals_of, shortage_ref
from tests.profile.checklist.test_cost import queries
from tests.profile.version.test_carrying import LAST, NOW, told
from tests.profile.version.yearly import adopt, fresh, next_year, written
from tests.profile.writing.shared import FMT, OFFER, POINTS, SignIn, at
from tests.world import World

ITEM = next(item for item in FMT.items if not item.topics)


def point(title: str, state: str = "planned", **more: Any) -> dict[str, Any]:
    source = {"kind": "item", "ref": ITEM.id, "text": ""}
    return {"id": title, "title": title, "sort": "school_development", "goal": "Meer rust.", "action": "", "owner": "",
            "measure": "", "state": state, "source": source, "start": "", "due": "2027-05-01", **more}  # fmt: skip


def begun(world: World, *points: dict[str, Any]) -> Profile:
    adopt(written(world, LAST, told(improvements=list(points))))
    return next_year(world, NOW)


def test_what_runs_is_asked_and_what_ended_is_not(world: World) -> None:
    now = begun(world, point("Loopt", "running"), point("Gepland"), point("Klaar", "done"),
                point("Weg", "dropped", dropped_because="Te duur."))  # fmt: skip

    assert [(row.title, row.is_asked) for row in now.improvements.all()] == [
        ("Loopt", True),
        ("Gepland", True),
    ]
    assert now.improvements.all()[0].causes == [("item", ITEM.id)]
    assert content_of(fresh(now))["improvements"] == []  # in no paper before it is answered


def test_submitting_waits_for_every_answer(world: World) -> None:
    now = begun(world, point("Rust"), point("Lezen"))

    open_now = [
        text for place in missing(now) if place.link == f"Naar deel {POINTS.number}" for text in place.texts
    ]
    assert any("“Rust” van vorig jaar" in text for text in open_now)
    assert any("“Rust” van vorig jaar" in sentence for sentence in blockers("submit", now))

    for row, answer in zip(now.improvements.all(), ("running", "done"), strict=True):
        actions.answer_point(row, answer, profile=now, actor=world.coordinator)

    now = fresh(now)
    assert not any("van vorig jaar" in sentence for sentence in blockers("submit", now))
    states = {row["title"]: row["state"] for row in content_of(now)["improvements"]}
    assert states == {"Rust": "running", "Lezen": "done"}


def test_dropping_asks_for_a_word_why(world: World, sign_in: SignIn) -> None:
    now = begun(world, point("Rust"))
    (row,) = now.improvements.all()
    client, url = sign_in(world.coordinator), at("point_answer", now, row.pk)

    assert client.post(url, {"answer": "dropped", "because": " "}).status_code == 423
    assert client.post(url, {"answer": "planned"}).status_code == 423
    assert now.improvements.get().is_asked
    client.post(url, {"answer": "dropped", "because": "Nu in het jaarplan."})

    row = now.improvements.get()
    assert (row.state, row.dropped_because, row.is_asked) == ("dropped", "Nu in het jaarplan.", False)


def test_a_second_answer_changes_nothing(world: World) -> None:
    now = begun(world, point("Rust"))
    (row,) = now.improvements.all()
    actions.answer_point(row, "done", profile=now, actor=world.head)
    actions.answer_point(row, "dropped", because="Nee.", profile=now, actor=world.coordinator)
    assert now.improvements.get().state == "done"


def test_only_who_writes_may_answer(world: World, sign_in: SignIn) -> None:
    now = begun(world, point("Rust"))
    (row,) = now.improvements.all()
    for person in (world.staff, world.council, world.board, world.sam):
        with pytest.raises(NotAllowed):
            actions.answer_point(row, "done", profile=now, actor=person)
        assert sign_in(person).post(at("point_answer", now, row.pk), {"answer": "done"}).status_code == 404
    Profile.objects.filter(pk=now.pk).update(state="submitted")
    with pytest.raises(Refused, match="ingediend"):
        actions.answer_point(row, "done", profile=now, actor=world.head)
    assert now.improvements.get().is_asked


def test_the_page_asks(world: World, sign_in: SignIn) -> None:
    now = begun(world, point("Rust"))
    url = at("section", now, POINTS.id)
    page = sign_in(world.coordinator).get(url).content.decode()
    assert "Van 2026-2027: wat is ervan geworden?" in page
    assert "1 vraag van vorig jaar" in page
    assert "wat is ervan geworden" in sign_in(world.staff).get(url).content.decode()


def test_the_page_costs_the_same_with_more_questions(world: World, sign_in: SignIn) -> None:
    now, client = begun(world, point("Een"), point("Twee"), point("Drie")), sign_in(world.head)
    url = at("section", now, POINTS.id)
    client.get(url)
    three = len(queries(lambda: client.get(url)))
    ImprovementPoint.objects.exclude(title="Een").delete()
    assert len(queries(lambda: client.get(url))) == three


def test_a_shortage_keeps_its_point(world: World) -> None:
    before = written(world, LAST, told(improvements=[]))
    arrangement = before.arrangements.all()[1]
    for what in ("Een stille plek", "Extra handen"):
        thing = actions.add_thing(
            arrangement, OFFER.columns[1], what=what, pick=None, is_available=False, actor=world.head
        )
    made = actions.make_point(
        before, Proposal("shortage", shortage_ref(thing), thing.what, text="Arrangement"), actor=world.head
    )
    adopt(before)

    now = next_year(world, NOW)

    again = now.arrangements.get(title=arrangement.title, need=arrangement.need).things.get(
        what="Extra handen"
    )
    row = now.improvements.get(title=made.title)
    assert row.source_ref == shortage_ref(again) != made.source_ref
    (one,) = [each for each in proposals_of(now) if each.ref == row.source_ref]
    assert one.point == row.pk


def test_an_item_that_is_not_asked_any_more_is_said_in_words(world: World) -> None:
    gone = {"kind": "item", "ref": "WEG-1", "text": ""}
    now = begun(world, point("Rust", source=gone, more_sources=[gone]))
    row = now.improvements.get()
    assert (row.source_kind, row.source_ref, row.source_text) == ("other", "", "Checklist van toen")
    assert row.more_sources[0]["kind"] == "other"
