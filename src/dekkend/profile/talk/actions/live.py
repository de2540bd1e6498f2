"""What the one who leads does while the talk runs: begin, show, step, shut, pause, count hands."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone

from dekkend.audit.actions import Actor, record
from dekkend.kit.codes import Codes
from dekkend.process.engine import Refused, hold

from ..models import Showing, Talk
from . import voting

# No letter or digit that looks like another one on a board at five metres.
CODES = Codes("talk", "34679ACDEFHJKLMNPRTUVWXY", 6)
NOT_RUNNING = "Het gesprek is niet bezig. Begin het op de regiepagina."

Change = Callable[[Talk, Actor], None]


@transaction.atomic
def steer(talk: Talk, actor: Any, change: Change, *, running: bool = True) -> Talk:
    """May?, lock, change, and tell board and phones. Raise NotAllowed or Refused."""
    who = hold("lead_talk", talk.profile, actor=actor)
    fresh = Talk.objects.select_for_update(of=("self",)).get(pk=talk.pk)
    fresh.profile = talk.profile
    if fresh.state == Talk.State.CLOSED:
        raise Refused(voting.OVER)
    if running and fresh.state != Talk.State.RUNNING:
        raise Refused(NOT_RUNNING)
    change(fresh, who)
    fresh.tick += 1
    fresh.save()
    return fresh


def begin(talk: Talk, *, actor: Any) -> Talk:
    """Open the talk to phones with a code for today; a talk of an earlier day gets a new code."""

    def change(now: Talk, who: Actor) -> None:
        if now.state == Talk.State.RUNNING and is_today(now):
            return
        # With a new code everybody joins anew; the answers of an earlier day would count a second time.
        now.phones.all().delete()
        now.state, now.on, now.paused_at = Talk.State.RUNNING, timezone.localdate(), None
        now.code = new_code()
        record("begin_talk", actor=who, place=now.place, subject=f"talk/{now.pk}")

    return steer(talk, actor, change, running=False)


def is_today(talk: Talk) -> bool:
    return talk.on == timezone.localdate()


def new_code() -> str:
    taken = set(Talk.objects.filter(state=Talk.State.RUNNING).values_list("code", flat=True))
    while True:
        code = CODES.new()
        if code not in taken:
            return code


def show(talk: Talk, item: str, *, actor: Any) -> Talk:
    """Put an item on the board; "" is the opening, with the code large."""

    def change(now: Talk, who: Actor) -> None:
        if item and not now.profile.format.has_item(item):
            raise Refused("Dit onderdeel staat niet in de checklist.")
        if item == now.shown:
            return
        now.shown, now.shown_since = item, timezone.now() if item else None
        now.paused_at = None
        if item and Showing.objects.get_or_create(talk=now, item=item)[1]:
            record("show_item", actor=who, place=now.place, subject=f"talk/{now.pk}", data={"item": item})

    return steer(talk, actor, change)


def showing_of(talk: Talk) -> Showing:
    found = Showing.objects.filter(talk=talk, item=talk.shown).first()
    if found is None:
        raise Refused("Er staat nog geen onderdeel op het bord.")
    return found


def say(talk: Talk, word: int, *, actor: Any) -> Talk:
    """Show this explanation, the first is 1; 0 shows none."""

    def change(now: Talk, who: Actor) -> None:
        showing = showing_of(now)
        showing.word = max(0, min(word, 999))
        showing.save(update_fields=["word"])

    return steer(talk, actor, change)


def set_open(talk: Talk, is_open: bool, *, actor: Any) -> Talk:
    """Open or shut answering for the item on the board."""

    def change(now: Talk, who: Actor) -> None:
        showing = showing_of(now)
        if showing.is_open == is_open:
            return
        showing.is_open = is_open
        showing.save(update_fields=["is_open"])
        voting.count(now, showing)
        now.stir += 1
        if not is_open:
            told = {"item": showing.item, **({"counts": showing.spread} if showing.spread else {})}
            record("shut_item", actor=who, place=now.place, subject=f"talk/{now.pk}", data=told)

    return steer(talk, actor, change)


def pause(talk: Talk, paused: bool, *, actor: Any) -> Talk:
    """The clock of the item stands still; afterwards it goes on where it stood."""

    def change(now: Talk, who: Actor) -> None:
        if paused and not now.paused_at:
            now.paused_at = timezone.now()
        elif not paused and now.paused_at:
            if now.shown_since:
                now.shown_since += timezone.now() - now.paused_at
            now.paused_at = None

    return steer(talk, actor, change)


def count_hands(talk: Talk, hands: Mapping[str, int], *, actor: Any) -> Talk:
    """Hands in the room, counted by eye: everybody saw them, so nothing is hidden."""

    def change(now: Talk, who: Actor) -> None:
        showing = showing_of(now)
        values = {value.id for value in now.profile.format.scale.values}
        showing.hands = {value: number for value, number in hands.items() if value in values and number > 0}
        showing.save(update_fields=["hands"])

    return steer(talk, actor, change)


def set_minutes(talk: Talk, minutes: int, *, actor: Any) -> Talk:
    """Another time for the item on the board, counted from when it came there."""

    def change(now: Talk, who: Actor) -> None:
        showing = showing_of(now)
        if not now.agenda.filter(item=showing.item).update(minutes=minutes):
            raise Refused("Dit onderdeel staat niet op de agenda.")

    return steer(talk, actor, change)
