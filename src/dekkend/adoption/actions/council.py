"""Asking the council for its advice, and what the council says."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from dekkend.adoption.models import Advice
from dekkend.audit.actions import Actor
from dekkend.process.engine import Refused, perform
from dekkend.profile.base.models import Profile
from dekkend.profile.base.road import settle

from .reading import as_read, sealed

GIVEN = (Advice.Kind.POSITIVE, Advice.Kind.REMARKS, Advice.Kind.NEGATIVE)


@transaction.atomic
def ask_advice(profile: Profile, *, actor: Any, term_ends: date) -> Advice:
    """The board asks, with the last day of the term: in time to have real influence (WMS 17)."""
    if term_ends <= timezone.localdate():
        raise Refused(_("Kies een datum na vandaag: de MR heeft tijd nodig."))

    def change(locked: Profile, who: Actor) -> Advice:
        return Advice.objects.create(
            version=sealed(locked), asked_by=f"{who.name}, {who.role}", term_ends=term_ends
        )

    perform("ask_advice", profile, actor=actor, change=change, data={"term_ends": term_ends.isoformat()})
    settle(profile)
    return advice_on(profile)


@transaction.atomic
def remind_council(profile: Profile, *, actor: Any) -> Advice:
    """Without a reminder nobody can record that no advice came (rulings 7)."""

    def change(locked: Profile, who: Actor) -> None:
        Advice.objects.filter(version=locked.sealed).update(reminder_on=timezone.localdate())

    perform("remind_council", profile, actor=actor, change=change)
    return advice_on(profile)


@transaction.atomic
def advise(profile: Profile, *, actor: Any, kind: str, text: str = "", read: int = 0) -> Advice:
    """The council's advice on the sealed version; it cannot be changed afterwards. `read`: see as_read."""
    if kind not in GIVEN:
        raise Refused(_("Kies positief, positief met opmerkingen of negatief."))
    if kind != Advice.Kind.POSITIVE and not text.strip():
        raise Refused(_("Schrijf op wat de MR anders wil. Het bestuur antwoordt daarop."))

    def change(locked: Profile, who: Actor) -> None:
        as_read(locked, read)
        close(locked, who, kind=kind, text=text.strip())

    perform("advise", profile, actor=actor, change=change, data={"kind": kind})
    settle(profile)
    return advice_on(profile)


@transaction.atomic
def record_no_advice(profile: Profile, *, actor: Any) -> Advice:
    """The term passed, the council was reminded, and nothing came."""

    def change(locked: Profile, who: Actor) -> None:
        close(locked, who, kind=Advice.Kind.NONE, text="")

    perform("record_no_advice", profile, actor=actor, change=change)
    settle(profile)
    return advice_on(profile)


def close(profile: Profile, who: Actor, *, kind: str, text: str) -> None:
    Advice.objects.filter(version=profile.sealed).update(
        kind=kind, text=text, given_on=timezone.localdate(), given_by=f"{who.name}, {who.role}"
    )


def advice_on(profile: Profile) -> Advice:
    """As it is now, also for who holds the profile."""
    return Advice.objects.select_related("version__profile").get(version=profile.sealed)
