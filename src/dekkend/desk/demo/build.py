"""Makes the demonstration: the schools of Almere, each somewhere on the road. Never outside the demonstration."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.db import transaction

from dekkend.profile.base.models import Profile
from dekkend.profile.version.carrying import begin_from_last_year
from dekkend.region.models import Alliance

from .lastyear import walk_last_year
from .people import build_people
from .region import build_last_round, build_region
from .stages import stage_of, walk

# The schools that visitors meet, of one board: in its dialogue, before its council, and at the start of a new year.
FIRST, SECOND, THIRD = "26ZZ00", "27NU00", "17MH00"
PIONEERS = 21  # so many others walked the road last year too


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
        met = [round.alliance.schools.get(brin6=brin6) for brin6 in (FIRST, SECOND, THIRD)]
        people = build_people(round, *met)
    profiles = Profile.objects.with_places().in_round(round).order_by("school__brin6")
    first, second, third = (profiles.get(school=school) for school in met)
    chosen = [one for one in profiles if one not in (first, second, third)][: schools or None]
    seeds = {one: seed for seed, one in enumerate([first, second, *chosen, third], start=1)}
    pioneers = [first, second, third, *chosen[:PIONEERS]]
    walk_last_year(build_last_round(round), {one.school: seeds[one] for one in pioneers}, people)
    walk(first, "dialogue", people, seed=seeds[first], talking=True)
    walk(second, "council", people, seed=seeds[second])
    begin_from_last_year(third, actor=people.head)
    for number, profile in enumerate(chosen):
        walk(profile, stage_of(profile, number), people, seed=seeds[profile])
    echo(f"Klaar: {len(profiles)} scholen.")
    return 0
