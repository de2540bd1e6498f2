"""An old profile comes in, its passages are placed or left, and it goes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django.db import transaction

from dekkend.audit.actions import SYSTEM, record
from dekkend.process.engine import Refused, hold
from dekkend.profile.base.models import Profile
from dekkend.profile.reading.file import Passage
from dekkend.profile.reading.models import OldPassage, Reading
from dekkend.profile.reading.proposing import propose
from dekkend.profile.reading.targets import Target, is_whole, name_of, places_of
from dekkend.profile.reading.terms import known_in

ACT = "write"
KEPT = timedelta(days=30)
State = OldPassage.State


@transaction.atomic
def keep(profile: Profile, title: str, passages: Iterable[Passage], *, on: date, actor: Any) -> Reading:
    """The passages of a file, each with where it is proposed to go. One old profile at a time."""
    who = hold(ACT, profile, actor=actor, alone=True)
    if Reading.objects.filter(profile=profile).exists():
        raise Refused("Er staat al een oud profiel klaar. Rond dat eerst af.")
    reading = Reading.objects.create(profile=profile, title=title[:140], on=on)
    known = known_in(places_of(profile))
    rows = []
    for position, passage in enumerate(passages, start=1):
        proposal = propose(known, passage)
        row = OldPassage(
            reading=reading,
            position=position,
            kind=passage.kind,
            text=passage.text,
            page=passage.page,
            level=passage.level,
            path=list(passage.path),
            labels=list(passage.labels),
            target=proposal.target.key if proposal.target else "",
            reason=proposal.reason,
        )
        rows.append(row)
    OldPassage.objects.bulk_create(rows)
    record("read_old", actor=who, place=profile.place, data={"file": reading.title, "passages": len(rows)})
    return reading


def passage_held(passage: OldPassage, profile: Profile) -> OldPassage:
    """As it is now, for who changes it: whoever pressed first was first. The profile is held."""
    return profile.reading.passages.select_for_update(of=("self",)).get(pk=passage.pk)


@transaction.atomic
def choose(passage: OldPassage, target: Target, *, profile: Profile, actor: Any) -> None:
    """Another place than was proposed."""
    who = hold(ACT, profile, actor=actor, alone=True)
    current = passage_held(passage, profile)
    fmt = places_of(profile)
    if not is_whole(fmt, target):
        raise Refused("Kies een van de plekken uit de lijst.")
    if current.state == State.TAKEN:
        raise Refused("Dit stuk is al overgenomen. Maak dat eerst ongedaan.")
    current.target, current.reason, current.state = target.key, "Zelf gekozen.", State.OPEN
    current.save(update_fields=["target", "reason", "state"])
    record("place_old", actor=who, place=profile.place, data=told(current, to=name_of(fmt, target)))


@transaction.atomic
def skip(passage: OldPassage, *, profile: Profile, actor: Any) -> None:
    move(passage, State.OPEN, State.SKIPPED, "skip_old", profile=profile, actor=actor)


@transaction.atomic
def back(passage: OldPassage, *, profile: Profile, actor: Any) -> None:
    """What was skipped is asked again."""
    move(passage, State.SKIPPED, State.OPEN, "ask_old_again", profile=profile, actor=actor)


def move(passage: OldPassage, was: str, will: str, act: str, *, profile: Profile, actor: Any) -> None:
    who = hold(ACT, profile, actor=actor, alone=True)
    current = passage_held(passage, profile)
    if current.state == was:
        current.state = will
        current.save(update_fields=["state"])
        record(act, actor=who, place=profile.place, data=told(current))


def told(passage: OldPassage, **more: object) -> dict[str, object]:
    return {"passage": passage.position, "page": passage.page, **more}


@transaction.atomic
def finish(profile: Profile, *, actor: Any) -> None:
    """What was taken over stays in the profile; the passages of the old one go."""
    who = hold(ACT, profile, actor=actor, alone=True)
    drop(Reading.objects.filter(profile=profile).first(), who)


def drop(reading: Reading | None, who: Any) -> None:
    if reading is None:
        return
    taken = reading.passages.filter(state=State.TAKEN).count()
    data: dict[str, object] = {"file": reading.title, "taken": taken}
    record("finish_old", actor=who, place=reading.place, data=data)
    reading.delete()


def forget_old(today: date) -> int:
    """Old profiles that nobody finished go after thirty days."""
    late = list(Reading.objects.filter(on__lt=today - KEPT))
    for reading in late:
        with transaction.atomic():
            drop(reading, SYSTEM)
    return len(late)
