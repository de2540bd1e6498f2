"""Preparing a talk, and what is on its agenda."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction

from dekkend.audit.actions import record
from dekkend.process.engine import Refused, hold
from dekkend.profile.base.models import Profile
from dekkend.profile.dialogue.queries import Picture

from ..agenda import as_seen, proposal
from ..models import AgendaItem, Talk
from ..queries import current_talk

CLOSED = "Dit gesprek is gesloten; de agenda verandert niet meer."


class Changed(Exception):
    """A colleague changed the agenda after this page of it was shown."""


@transaction.atomic
def prepare(
    profile: Profile, *, minutes: int, people: int, on: date | None, actor: Any, seen: str | None = None
) -> Talk:
    """A talk with a proposed agenda. One that is being prepared gets a new agenda; one that runs is refused.

    `seen` as for `set_agenda`. Pressed twice it is made once.
    """
    who = hold("prepare_talk", profile, actor=actor, alone=True)
    talk = current_talk(profile) or Talk(profile=profile)
    if talk.state == Talk.State.RUNNING:
        raise Refused("Het gesprek is bezig. Sluit het eerst, dan kun je een nieuw gesprek voorbereiden.")
    if talk.pk and is_changed(talk, seen):
        if (talk.minutes, talk.people, talk.on) == (minutes, people, on):
            return talk
        raise Changed
    talk.minutes, talk.people, talk.on = minutes, people, on
    talk.save()
    points = proposal(Picture(profile), minutes=minutes, people=people)
    fill(talk, [(point.item.id, point.minutes) for point in points])
    record(
        "prepare_talk",
        actor=who,
        place=profile.place,
        subject=f"talk/{talk.pk}",
        data={"minutes": minutes, "people": people, "items": [point.item.id for point in points]},
    )
    return talk


@transaction.atomic
def set_agenda(
    talk: Talk, items: Iterable[tuple[str, int]], actor: Any, *, seen: str | None = None
) -> list[AgendaItem]:
    """The agenda as it will be: (item id, minutes) in the order of the talk; each item once, at least a minute.

    `seen`: the agenda that this change was made on (see `as_seen`). Raise Changed when it is another one by now.
    """
    who = hold("prepare_talk", talk.profile, actor=actor)
    locked = Talk.objects.select_for_update(of=("self",)).get(pk=talk.pk)
    if locked.state == Talk.State.CLOSED:
        raise Refused(CLOSED)
    if is_changed(locked, seen):
        raise Changed
    known = {item: max(1, minutes) for item, minutes in items if talk.profile.format.has_item(item)}
    rows = fill(talk, list(known.items()))
    record("set_agenda", actor=who, place=talk.place, subject=f"talk/{talk.pk}", data={"items": known})
    return rows


def is_changed(talk: Talk, seen: str | None) -> bool:
    """Another agenda than the page showed. None: no page was shown."""
    return seen is not None and seen != as_seen(talk.agenda.values_list("item", "minutes"))


def fill(talk: Talk, items: list[tuple[str, int]]) -> list[AgendaItem]:
    talk.agenda.all().delete()
    rows = [
        AgendaItem(talk=talk, item=item, position=position, minutes=minutes)
        for position, (item, minutes) in enumerate(items)
    ]
    return AgendaItem.objects.bulk_create(rows)
