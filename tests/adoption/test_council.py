from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from dekkend.adoption import actions
from dekkend.adoption.models import Advice
from dekkend.adoption.queries import decisions_of
from dekkend.audit.models import Event
from dekkend.process.engine import NotAllowed, Refused
from tests.adoption.roads import advised, asked, let_term_pass, sealed, submitted
from tests.world import World

pytestmark = pytest.mark.one_database

SOON = timezone.localdate() + timedelta(weeks=6)


def test_board_asks_and_the_council_is_at_turn(world: World) -> None:
    profile = submitted(world)
    assert (profile.station, profile.turn) == ("council", "board")

    actions.ask_advice(profile, actor=world.board, term_ends=SOON)

    advice = Advice.objects.get(version=profile.sealed)
    assert (advice.kind, advice.term_ends, advice.asked_by) == ("", SOON, "Bea Bestuur, bestuur")
    assert (profile.station, profile.turn) == ("council", "council")


@pytest.mark.parametrize("who", ["head", "coordinator", "council", "administrator", "other_head", "sam"])
def test_only_the_board_asks(who: str, world: World) -> None:
    profile = submitted(world)

    with pytest.raises(NotAllowed):
        actions.ask_advice(profile, actor=world.people[who], term_ends=SOON)


def test_asking_twice_is_refused(world: World) -> None:
    profile = asked(world)

    with pytest.raises(Refused, match="al om advies gevraagd"):
        actions.ask_advice(profile, actor=world.board, term_ends=SOON)


def test_a_term_without_a_day_in_it_is_refused(world: World) -> None:
    profile = submitted(world)

    with pytest.raises(Refused, match="na vandaag"):
        actions.ask_advice(profile, actor=world.board, term_ends=timezone.localdate())


def test_asking_before_it_is_submitted_is_refused(world: World) -> None:
    with pytest.raises(Refused, match="in voorbereiding"):
        actions.ask_advice(world.profile, actor=world.board, term_ends=SOON)


def test_council_advises_on_this_version(world: World) -> None:
    profile = asked(world)

    actions.advise(profile, actor=world.council, kind="remarks", text="Zeg wie ouders bellen.")

    advice = Advice.objects.get(version=profile.sealed)
    assert (advice.kind, advice.text, advice.given_by) == ("remarks", "Zeg wie ouders bellen.", "Mo Raad, MR")
    assert (profile.station, profile.turn) == ("adoption", "board")
    assert Event.objects.get(act="advise").data == {"kind": "remarks"}


@pytest.mark.parametrize("who", ["head", "board", "staff", "other_head", "sam"])
def test_only_the_council_advises(who: str, world: World) -> None:
    profile = asked(world)

    with pytest.raises(NotAllowed):
        actions.advise(profile, actor=world.people[who], kind="positive")


def test_advice_before_it_is_asked_is_refused(world: World) -> None:
    profile = submitted(world)

    with pytest.raises(Refused, match="nog niet om advies gevraagd"):
        actions.advise(profile, actor=world.council, kind="positive")


def test_an_advice_cannot_be_given_again(world: World) -> None:
    profile = advised(world)

    with pytest.raises(Refused, match="al advies gegeven"):
        actions.advise(profile, actor=world.council, kind="negative", text="Toch niet.")


@pytest.mark.parametrize("kind", ["remarks", "negative"])
def test_remarks_and_negative_need_words(kind: str, world: World) -> None:
    profile = asked(world)

    with pytest.raises(Refused, match="Schrijf op wat de MR anders wil"):
        actions.advise(profile, actor=world.council, kind=kind, text="  ")


@pytest.mark.parametrize("kind", ["", "none", "misschien"])
def test_council_cannot_give_what_is_no_advice(kind: str, world: World) -> None:
    profile = asked(world)

    with pytest.raises(Refused, match="Kies positief"):
        actions.advise(profile, actor=world.council, kind=kind, text="Tekst.")


def test_no_advice_is_recorded_after_the_term_and_a_reminder(world: World) -> None:
    profile = asked(world)
    let_term_pass(profile)
    actions.remind_council(profile, actor=world.board)

    actions.record_no_advice(profile, actor=world.board)

    assert decisions_of(sealed(profile)).advice_kind == "none"
    assert profile.station == "adoption"


def test_no_advice_needs_the_term_to_pass(world: World) -> None:
    profile = asked(world)
    actions.remind_council(profile, actor=world.board)

    with pytest.raises(Refused, match="nog tot en met"):
        actions.record_no_advice(profile, actor=world.board)


def test_no_advice_needs_a_reminder(world: World) -> None:
    profile = asked(world)
    let_term_pass(profile)

    with pytest.raises(Refused, match="Herinner de MR eerst"):
        actions.record_no_advice(profile, actor=world.board)


def test_the_head_cannot_record_that_no_advice_came(world: World) -> None:
    profile = asked(world)
    let_term_pass(profile)
    actions.remind_council(profile, actor=world.board)

    with pytest.raises(NotAllowed):
        actions.record_no_advice(profile, actor=world.head)


def test_a_late_advice_is_still_an_advice(world: World) -> None:
    profile = asked(world)
    let_term_pass(profile)

    actions.advise(profile, actor=world.council, kind="positive")

    assert decisions_of(sealed(profile)).advice_kind == "positive"


def test_a_reminder_after_the_advice_is_refused(world: World) -> None:
    profile = advised(world)

    with pytest.raises(Refused, match="al advies gegeven"):
        actions.remind_council(profile, actor=world.board)


def test_council_hears_by_mail_that_it_is_asked(
    world: World, django_capture_on_commit_callbacks: object
) -> None:
    profile = submitted(world)

    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        actions.ask_advice(profile, actor=world.board, term_ends=SOON)

    letter = mail.outbox[-1]
    assert (letter.to, letter.bcc) == (["council@voorbeeld.example"], [])
    assert letter.subject == "Het bestuur vraagt de MR om advies: De Leesplank"
    assert f"/profielen/{profile.pk}/mr/" in letter.body


def test_nobody_is_mailed_when_the_act_is_refused(
    world: World, django_capture_on_commit_callbacks: object
) -> None:
    profile = asked(world)

    with django_capture_on_commit_callbacks(execute=True), pytest.raises(Refused):  # type: ignore[operator]
        actions.ask_advice(profile, actor=world.board, term_ends=SOON)

    assert not mail.outbox
