"""Makes the demonstration: the schools of Almere, each somewhere on the road. Never outside the demonstration."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.db import transaction

from dekkend.profile.base.models import Profile
from dekkend.region.models import Alliance

from .people import build_people
from .region import build_region
from .stages import stage_of, walk

# The two schools that visitors meet: of one board, one in its dialogue and one before its council.
FIRST, SECOND = "26ZZ00", "27NU00"


def build(echo: Callable[[str], None], *, schools: int = 0) -> int:
    """Fill an empty database; a filled one stays as it is. `schools` limits how many get content (0: all)."""
    if not settings.DEMO:
        echo("De voorbeeldregio kan alleen in de demonstratie: zet DEKKEND_DEMO=1.")
        return 1
    if Alliance.objects.exists():
        echo("De voorbeeldregio is er al.")
        return 0
    echo("De voorbeeldregio maken (ongeveer een minuut) ...")
    with transaction.atomic():
        round = build_region()
        first, second = (round.alliance.schools.get(brin6=brin6) for brin6 in (FIRST, SECOND))
        people = build_people(round, first, second)
    profiles = Profile.objects.with_places().in_round(round).order_by("school__brin6")
    chosen = [profile for profile in profiles if profile.school.brin6 not in (FIRST, SECOND)]
    walk(profiles.get(school=first), "dialogue", people, seed=1, talking=True)
    walk(profiles.get(school=second), "council", people, seed=2)
    for number, profile in enumerate(chosen[: schools or None]):
        walk(profile, stage_of(profile, number), people, seed=number + 3)
    echo(f"Klaar: {len(profiles)} scholen.")
    return 0
