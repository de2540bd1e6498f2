"""How a profile begins."""

from __future__ import annotations

from dekkend.audit.actions import Actor, record
from dekkend.region.models import Alliance, Round

from .models import Profile


def open_profiles(alliance: Alliance, *, made: Round, actor: Actor) -> int:
    """Every present school gets a profile in the round that was opened; the number that is new.

    Called after "open_round", in its transaction; a second time it adds only the schools that came since.
    """
    have = set(Profile.objects.in_round(made).values_list("school_id", flat=True))
    new = [
        Profile(school=school, round=made) for school in alliance.schools.present() if school.pk not in have
    ]
    Profile.objects.bulk_create(new)
    record(
        "open_profiles", actor=actor, place=alliance.place, data={"round": made.schooljaar, "new": len(new)}
    )
    return len(new)
