from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from dekkend.audit.models import Event
from dekkend.process.engine import Refused
from dekkend.profile.models import Phone, Showing, Talk, Vote
from dekkend.profile.talk.actions import live, voting
from dekkend.profile.talk.actions.closing import close_talk
from dekkend.profile.talk.actions.voting import apart, may_show
from tests.profile.checklist.people import HALF, NO, YES
from tests.profile.talk.leading import ITEMS, running
from tests.world import World

PHONES = some.integers(3, 9)
CHANGES = some.lists(some.tuples(some.integers(0, 8), some.sampled_from("abc")), max_size=60)


def shown_of(talk: Talk) -> Showing:
    return Showing.objects.get(talk=talk, item=talk.shown)


@given(PHONES, CHANGES)
def test_no_two_shown_spreads_of_anonymous_phones_differ_by_fewer_than_three(
    phones: int, changes: list[tuple[int, str]]
) -> None:
    votes: dict[int, str] = {}
    shown: list[dict[str, int]] = []
    for phone, value in changes:
        votes[phone % phones] = value
        now = {each: list(votes.values()).count(each) for each in set(votes.values())}
        if may_show(now, shown, waiting=phones - len(votes), anonymous=True):
            shown.append(now)

    assert all(sum(spread.values()) >= 3 for spread in shown)
    assert all(apart(one, other) >= 3 for n, one in enumerate(shown) for other in shown[:n])


@pytest.mark.parametrize(("now", "then", "number"), [({"a": 3}, {}, 3), ({"a": 3}, {"a": 2, "b": 1}, 1)])
def test_apart_counts_the_answers_that_changed(
    now: dict[str, int], then: dict[str, int], number: int
) -> None:
    assert apart(now, then) == number


def test_a_phone_that_answers_twice_changes_its_answer(world: World) -> None:
    talk = running(world)
    voting.vote(talk, "een", ITEMS[0], YES)
    voting.vote(talk, "een", ITEMS[0], NO)

    assert [vote.value for vote in Vote.objects.all()] == [NO]
    assert shown_of(talk).answered == 1


@pytest.mark.parametrize(
    ("item", "value"), [(ITEMS[0], "iets anders"), (ITEMS[1], YES), ("bestaat-niet", YES)]
)
def test_what_was_not_asked_is_refused(item: str, value: str, world: World) -> None:
    talk = running(world)

    with pytest.raises(Refused):
        voting.vote(talk, "een", item, value)
    assert not Vote.objects.exists()


@pytest.mark.parametrize(("naming", "spread"), [("named", {YES: 3, HALF: 1}), ("anonymous", {YES: 3})])
def test_a_single_new_answer_shows_only_where_phones_answer_by_name(
    naming: str, spread: dict[str, int], world: World
) -> None:
    talk = running(world, naming=naming)
    for key in ("een", "twee", "drie", "vier", "vijf", "zes"):
        voting.join(talk, key)
    for key in ("een", "twee"):
        voting.vote(talk, key, ITEMS[0], YES)
    assert shown_of(talk).spread == {}
    voting.vote(talk, "drie", ITEMS[0], YES)
    voting.vote(talk, "vier", ITEMS[0], HALF)

    assert shown_of(talk).spread == spread
    assert shown_of(talk).answered == 4


def test_shutting_shows_what_three_answered_and_refuses_later_answers(world: World) -> None:
    talk = running(world, naming="anonymous")
    for key in ("een", "twee", "drie", "vier"):
        voting.join(talk, key)
    for key in ("een", "twee", "drie"):
        voting.vote(talk, key, ITEMS[0], NO)
    assert shown_of(talk).spread == {}
    talk = live.set_open(talk, False, actor=world.head)

    assert shown_of(talk).spread == {NO: 3}
    with pytest.raises(Refused):
        voting.vote(talk, "vier", ITEMS[0], YES)
    assert Event.objects.get(act="shut_item").data["counts"] == {NO: 3}


def test_an_item_shut_with_two_answers_leaves_no_counts(world: World) -> None:
    talk = running(world)
    for key in ("een", "twee"):
        voting.vote(talk, key, ITEMS[0], NO)
    live.set_open(talk, False, actor=world.head)

    assert "counts" not in Event.objects.get(act="shut_item").data


def test_votes_leave_no_event_and_are_wiped(world: World) -> None:
    talk = running(world)
    before = Event.objects.count()
    for key in ("een", "twee", "drie"):
        voting.vote(talk, key, ITEMS[0], NO)
    assert Event.objects.count() == before
    close_talk(talk, on=date(2026, 11, 5), roles=["leerkrachten"], actor=world.head)

    assert not Phone.objects.exists()
    assert not Vote.objects.exists()
    assert Showing.objects.get(item=ITEMS[0]).spread == {NO: 3}


def test_a_closed_talk_takes_no_answer(world: World) -> None:
    talk = running(world)
    Talk.objects.update(state="closed")

    with pytest.raises(Refused):
        voting.vote(talk, "een", ITEMS[0], YES)
