"""Arrangements with their things, and specialisations."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models import Max

from dekkend.audit.actions import Actor, record
from dekkend.formats.model import Column, Pick, SupportNeed
from dekkend.process.engine import Refused, hold
from dekkend.profile.base.models import Profile
from dekkend.profile.writing.models import Arrangement, Specialisation, Thing

from .rows import ACT, begin, settled

LONGEST = 120  # characters in the name of a specialisation


def last_place(rows: Any) -> int:
    return (rows.aggregate(last=Max("position"))["last"] or 0) + 1


@transaction.atomic
def add_arrangement(profile: Profile, need: SupportNeed, *, actor: Any) -> Arrangement:
    who = hold(ACT, profile, actor=actor)
    place = last_place(profile.arrangements)
    row = begin(Arrangement(profile=profile, need=need.id, position=place), actor=who)
    settled(profile)
    return row


@transaction.atomic
def add_thing(
    arrangement: Arrangement,
    column: Column,
    *,
    what: str,
    pick: Pick | None,
    is_available: bool = True,
    actor: Any,
) -> Thing:
    """From a pick-list, or in own words; own words win over those of the list.

    It is needed, and it is there unless one says that it is not: most of what a school writes down, it has.
    """
    who = hold(ACT, arrangement.profile, actor=actor)
    row = Thing(
        arrangement=arrangement,
        column=column.id,
        pick=pick.id if pick else "",
        what=what or (pick.label if pick else ""),
        is_available=is_available,
        position=last_place(arrangement.things.filter(column=column.id)),
    )
    return begin(row, actor=who)


@transaction.atomic
def add_specialisation(profile: Profile, *, title: str, actor: Any) -> Specialisation:
    """Whoever adds one takes back "wij hebben er geen"."""
    who = hold(ACT, profile, actor=actor)
    if not title:
        raise Refused("Geef de specialisatie een naam.")
    if len(title) > LONGEST:
        raise Refused(f"Deze naam is langer dan {LONGEST} tekens. Geef een korte; de rest kan in de tekst.")
    take_none_back(profile, who)
    row = begin(
        Specialisation(profile=profile, title=title, position=last_place(profile.specialisations)), actor=who
    )
    settled(profile)
    return row


@transaction.atomic
def declare_no_specialisations(profile: Profile, none: bool, *, actor: Any) -> None:
    """ "Wij hebben geen specialisaties", or no longer. It cannot be said while there are some."""
    who = hold(ACT, profile, actor=actor)
    if none and profile.specialisations.exists():
        raise Refused("Er staan specialisaties. Haal die eerst weg; je kunt ze daarna nog terugzetten.")
    if profile.no_specialisations != none:
        say_none(profile, none, who)
    settled(profile)


def take_none_back(profile: Profile, who: Actor) -> None:
    if profile.no_specialisations:
        say_none(profile, False, who)


def say_none(profile: Profile, none: bool, who: Actor) -> None:
    profile.no_specialisations = none
    profile.save(update_fields=["no_specialisations"])
    record("declare_no_specialisations", actor=who, place=profile.place, data={"none": none})
