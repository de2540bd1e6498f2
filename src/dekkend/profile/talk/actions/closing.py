"""Ending a talk."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import transaction

from dekkend.audit.actions import record
from dekkend.process.engine import Refused, announce, hold

from ..models import Talk
from ..report import made


@transaction.atomic
def close_talk(talk: Talk, *, on: date, roles: Sequence[str], actor: Any) -> Talk:
    """Fix the report and end the talk, with all that lived with it: hooks `after("close_talk")` get the profile,
    and the talk as `made`. Raise Refused for one that was closed already.
    """
    profile = talk.profile
    who = hold("close_talk", profile, actor=actor)
    locked = Talk.objects.select_for_update(of=("self",)).get(pk=talk.pk)
    if locked.state == Talk.State.CLOSED:
        raise Refused("Dit gesprek is al gesloten. Het verslag staat klaar.")
    locked.on, locked.roles = on, list(roles)
    locked.report = made(profile, locked)
    locked.state, locked.code, locked.shown, locked.shown_since = Talk.State.CLOSED, "", "", None
    locked.save()
    record("close_talk", actor=who, place=profile.place, subject=f"talk/{locked.pk}")
    announce("close_talk", profile, made=locked, actor=who)
    return locked
