"""Going along what came from last year: this part still holds, this changed answer was looked at."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils import timezone

from dekkend.audit.actions import record
from dekkend.process.engine import Refused, hold
from dekkend.profile.base.models import Profile
from dekkend.profile.writing.models import Carried

from .rows import ACT


def carried_now(profile: Profile) -> Carried:
    """Inside a transaction that holds the profile alone."""
    found = Carried.objects.filter(profile=profile).first()
    if found is None:
        raise Refused("Dit profiel begon leeg: er is niets van vorig jaar om na te lopen.")
    return found


@transaction.atomic
def confirm_part(profile: Profile, key: str, *, holds: bool, actor: Any) -> None:
    """Somebody read the part and says that all of it still holds; or takes that back. It changes no word."""
    who = hold(ACT, profile, actor=actor, alone=True)
    carried = carried_now(profile)
    if holds == (key in carried.looked):
        return
    if holds:
        carried.looked[key] = {"who": who.name, "on": timezone.localdate().isoformat()}
    else:
        del carried.looked[key]
    carried.save(update_fields=["looked"])
    record("confirm_part", actor=who, place=profile.place, data={"part": key, "holds": holds})


@transaction.atomic
def walk_change(profile: Profile, item: str, seal: str, *, is_walked: bool, actor: Any) -> None:
    """What this changed answer means for the texts was looked at; or not after all. `seal` is of the answer shown."""
    who = hold(ACT, profile, actor=actor, alone=True)
    carried = carried_now(profile)
    if is_walked == (carried.walked.get(item) == seal):
        return
    if is_walked:
        carried.walked[item] = seal
    else:
        del carried.walked[item]
    carried.save(update_fields=["walked"])
    record("walk_change", actor=who, place=profile.place, data={"item": item, "walked": is_walked})
