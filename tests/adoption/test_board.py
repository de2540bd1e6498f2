from datetime import date, timedelta

import pytest
from django.utils import timezone

from dekkend.adoption import actions
from dekkend.adoption.actions.board import last_day
from dekkend.adoption.models import Decision, Reply
from dekkend.adoption.queries import decisions_of
from dekkend.audit.models import Event
from dekkend.process.engine import NotAllowed, Refused
from tests.adoption.roads import adopted, advised, asked, let_term_pass, replied, sealed, submitted
from tests.world import World

pytestmark = pytest.mark.one_database

TODAY = timezone.localdate()
YEAR = {"on": TODAY, "valid_until": TODAY + timedelta(days=365)}


def test_board_replies_and_can_adopt(world: World) -> None:
    profile = advised(world, "remarks")

    actions.reply(profile, actor=world.board, text="We zetten het erbij.")
    actions.adopt(profile, actor=world.board, **YEAR)

    assert (profile.state, profile.adopted, profile.station) == ("adopted", profile.sealed, "publication")
    decisions = decisions_of(sealed(profile))
    assert (decisions.status, decisions.adopted_by) == ("adopted", "het bestuur van Stichting 1")
    assert (decisions.adopted_on, decisions.reply_on) == (TODAY.isoformat(), TODAY.isoformat())


@pytest.mark.parametrize("who", ["head", "council", "administrator", "other_head", "sam"])
def test_only_the_board_replies(who: str, world: World) -> None:
    profile = advised(world)

    with pytest.raises(NotAllowed):
        actions.reply(profile, actor=world.people[who], text="Dank.")


@pytest.mark.parametrize("who", ["head", "council", "administrator", "other_head", "sam"])
def test_only_the_board_adopts(who: str, world: World) -> None:
    profile = replied(world)

    with pytest.raises(NotAllowed):
        actions.adopt(profile, actor=world.people[who], **YEAR)

    profile.refresh_from_db()
    assert (profile.state, profile.adopted) == ("submitted", None)


def test_reply_before_the_advice_is_refused(world: World) -> None:
    profile = asked(world)

    with pytest.raises(Refused, match="nog geen advies"):
        actions.reply(profile, actor=world.board, text="Dank.")


def test_an_empty_reply_is_refused(world: World) -> None:
    profile = advised(world)

    with pytest.raises(Refused, match="Schrijf op"):
        actions.reply(profile, actor=world.board, text=" ")


def test_a_second_reply_is_refused(world: World) -> None:
    profile = replied(world)

    with pytest.raises(Refused, match="al gereageerd"):
        actions.reply(profile, actor=world.board, text="Nog iets.")


@pytest.mark.parametrize("come", [submitted, asked])
def test_adopting_needs_the_advice(come: object, world: World) -> None:
    profile = come(world)  # type: ignore[operator]

    with pytest.raises(Refused, match="advies"):
        actions.adopt(profile, actor=world.board, **YEAR)


def test_adopting_needs_the_reply(world: World) -> None:
    profile = advised(world)

    with pytest.raises(Refused, match="Reageer eerst schriftelijk"):
        actions.adopt(profile, actor=world.board, **YEAR)


def test_adopting_without_advice_after_the_term_still_needs_the_reply(world: World) -> None:
    profile = asked(world)
    let_term_pass(profile)
    actions.remind_council(profile, actor=world.board)
    actions.record_no_advice(profile, actor=world.board)

    with pytest.raises(Refused, match="Reageer eerst schriftelijk"):
        actions.adopt(profile, actor=world.board, **YEAR)

    actions.reply(profile, actor=world.board, text="Er kwam geen advies.")
    actions.adopt(profile, actor=world.board, **YEAR)
    assert profile.state == "adopted"


@pytest.mark.parametrize(("kind", "departs"), [("remarks", True), ("negative", False)])
def test_departing_needs_a_further_talk(kind: str, departs: bool, world: World) -> None:
    profile = replied(world, kind, departs=departs)

    with pytest.raises(Refused, match="wijkt af van het advies"):
        actions.adopt(profile, actor=world.board, **YEAR)

    actions.record_talk(profile, actor=world.board, on=TODAY, outcome="We begrijpen elkaar.")
    actions.adopt(profile, actor=world.board, **YEAR)
    assert profile.state == "adopted"


def test_who_follows_the_advice_needs_no_talk(world: World) -> None:
    profile = replied(world, "remarks", departs=False)

    with pytest.raises(Refused, match="geen gesprek"):
        actions.record_talk(profile, actor=world.board, on=TODAY, outcome="Fijn gesprek.")


def test_a_talk_without_outcome_is_refused(world: World) -> None:
    profile = replied(world, "negative")

    with pytest.raises(Refused, match="opleverde"):
        actions.record_talk(profile, actor=world.board, on=TODAY, outcome=" ")

    assert Reply.objects.get().awaits_talk


def test_only_the_board_records_a_talk(world: World) -> None:
    profile = replied(world, "negative")

    with pytest.raises(NotAllowed):
        actions.record_talk(profile, actor=world.head, on=TODAY, outcome="Fijn gesprek.")


def test_it_holds_at_most_four_years(world: World) -> None:
    profile = replied(world)
    last = last_day(profile, TODAY)

    with pytest.raises(Refused, match="4 jaar"):
        actions.adopt(profile, actor=world.board, on=TODAY, valid_until=last + timedelta(days=1))

    actions.adopt(profile, actor=world.board, on=TODAY, valid_until=last)
    assert Decision.objects.get().valid_until == last


def test_four_years_from_a_leap_day_end_before_the_next_one(world: World) -> None:
    assert last_day(world.profile, date(2028, 2, 29)) == date(2032, 2, 28)
    assert last_day(world.profile, date(2027, 8, 1)) == date(2031, 7, 31)


def test_it_cannot_end_before_it_begins(world: World) -> None:
    profile = replied(world)

    with pytest.raises(Refused, match="einddatum"):
        actions.adopt(profile, actor=world.board, on=TODAY, valid_until=TODAY - timedelta(days=1))


def test_what_is_adopted_cannot_be_adopted_again(world: World) -> None:
    profile = adopted(world)

    with pytest.raises(Refused, match="vastgesteld"):
        actions.adopt(profile, actor=world.board, **YEAR)


@pytest.mark.parametrize("come", [submitted, asked, advised, replied])
def test_board_returns_with_a_reason_at_any_moment(come: object, world: World) -> None:
    profile = come(world)  # type: ignore[operator]

    actions.return_profile(profile, actor=world.board, reason="Deel 4 mist de route.")

    assert (profile.state, profile.station, profile.turn) == ("preparing", "council", "head")
    decision = Decision.objects.get()
    assert (decision.kind, decision.remark) == ("return", "Deel 4 mist de route.")
    assert Event.objects.get(act="return").data["reason"] == "Deel 4 mist de route."


def test_returning_needs_a_reason(world: World) -> None:
    profile = submitted(world)

    with pytest.raises(Refused, match="Schrijf op waarom"):
        actions.return_profile(profile, actor=world.board, reason=" ")

    assert not Decision.objects.exists()


def test_the_head_cannot_return(world: World) -> None:
    profile = submitted(world)

    with pytest.raises(NotAllowed):
        actions.return_profile(profile, actor=world.head, reason="Ik wil het.")


def test_who_read_an_earlier_version_cannot_act_on_the_next(world: World) -> None:
    profile = replied(world)

    with pytest.raises(Refused, match="Intussen is versie 1"):
        actions.adopt(profile, actor=world.board, read=2, **YEAR)
