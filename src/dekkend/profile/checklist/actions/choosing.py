"""What a school chooses before anybody is asked."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from dekkend.audit.actions import Actor, record
from dekkend.process.engine import Refused, check, still
from dekkend.profile.base.models import Profile

from ..models import Copy


def alone(profile: Profile, actor: Any) -> tuple[Actor, Profile]:
    """Who asks the team, and the profile as it is now: nobody else writes in it until the end of the transaction."""
    return check("ask_team", profile, actor=actor), still("ask_team", profile, alone=True)


def must_be(profile: Profile, naming: str) -> None:
    if profile.naming != naming:
        raise Refused("Kies eerst of het team op naam of anoniem antwoordt.")


@transaction.atomic
def choose_naming(profile: Profile, naming: str, *, actor: Any) -> None:
    """By name or anonymous. Raise Refused once somebody was asked."""
    who, now = alone(profile, actor)
    if now.copies.filter(kind=Copy.Kind.PERSONAL).exists():
        raise Refused("De eerste collega is al gevraagd. Op naam of anoniem verandert dan niet meer.")
    now.naming = naming
    now.save(update_fields=["naming"])
    record("choose_naming", actor=who, place=profile.place, data={"naming": naming})


@transaction.atomic
def choose_asking(profile: Profile, asking: str, *, actor: Any) -> None:
    """Who fills in: nobody beside the shared copy, the whole team, or each what fits. It proposes, and no more."""
    who, now = alone(profile, actor)
    asked = now.copies.filter(kind=Copy.Kind.PERSONAL).exists()
    if asking == Profile.Asking.SHARED and asked:
        raise Refused("Er zijn al collega’s gevraagd. Trek eerst de uitnodigingen in die niet gebruikt zijn.")
    if now.asking == asking:
        return
    now.asking = asking
    now.save(update_fields=["asking"])
    record("choose_asking", actor=who, place=profile.place, data={"asking": asking})
