"""The board's written answer, and the further talk where it departs from the advice (WMS 17)."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from dekkend.adoption.models import Advice, Reply
from dekkend.adoption.queries import advice_of
from dekkend.audit.actions import Actor
from dekkend.process.engine import Refused, perform
from dekkend.profile.base.models import Profile
from dekkend.profile.base.road import settle

from .reading import as_read, sealed


@transaction.atomic
def reply(profile: Profile, *, actor: Any, text: str, departs: bool = False, read: int = 0) -> Reply:
    """Who goes on after a negative advice departs from it; a profile that must change is returned instead."""
    if not text.strip():
        raise Refused(_("Schrijf op wat het bestuur met het advies doet."))

    def change(locked: Profile, who: Actor) -> Reply:
        as_read(locked, read)
        advice = advice_of(locked.sealed)
        against = advice is not None and advice.kind == Advice.Kind.NEGATIVE
        return Reply.objects.create(
            version=sealed(locked),
            text=text.strip(),
            departs=against or bool(departs and advice and advice.is_given),
            given_by=f"{who.name}, {who.role}",
        )

    perform("reply", profile, actor=actor, change=change)
    settle(profile)
    return Reply.objects.get(version=profile.sealed)


@transaction.atomic
def record_talk(profile: Profile, *, actor: Any, on: date, outcome: str) -> Reply:
    """When council and board talked further, or when that was offered, and what came of it."""
    if not outcome.strip():
        raise Refused(_("Schrijf op wat het gesprek opleverde."))

    def change(locked: Profile, who: Actor) -> None:
        Reply.objects.filter(version=locked.sealed).update(talk_on=on, talk_outcome=outcome.strip())

    perform("record_talk", profile, actor=actor, change=change, data={"on": on.isoformat()})
    settle(profile)
    return Reply.objects.get(version=profile.sealed)
