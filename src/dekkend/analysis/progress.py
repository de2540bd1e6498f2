"""Where the schools are on the road: from the profile itself, never from drafts (rulings 5)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q
from django.utils import timezone
from django.utils.text import slugify

from dekkend.profile.base.models import Profile
from dekkend.profile.base.queries import ProfileQuerySet
from dekkend.profile.base.road import NAMES, ORDER
from dekkend.region.models import Round

from .places import present

DONE, LATE = "gepubliceerd", "te-laat"
# Word in the address -> station: "dialoog" -> "dialogue".
STATIONS = {slugify(NAMES[key]): key for key in ORDER}


@dataclass(frozen=True)
class Stop:
    slug: str
    name: str
    schools: int


@dataclass(frozen=True)
class Progress:
    stops: tuple[Stop, ...]  # schools that are now at each station, and at the end who is done
    late: int
    schools: int
    missing: int  # schools without a profile in this round

    @property
    def most(self) -> int:
        return max(stop.schools for stop in self.stops)


def progress(round: Round) -> Progress:
    """Two queries."""
    dated: Any = profiles_of(round).with_due(round).order_by()
    late = Count("pk", filter=Q(due__lt=timezone.localdate()))
    rows = list(dated.values_list("station").annotate(n=Count("pk"), late=late))
    counts: dict[str, int] = {}
    for station, number, _ in rows:
        counts[station] = counts.get(station, 0) + number
    stops = [Stop(slug, NAMES[key], counts.get(key, 0)) for slug, key in STATIONS.items()]
    stops.append(Stop(DONE, "Gepubliceerd", counts.get("", 0)))
    schools = sum(counts.values())
    return Progress(tuple(stops), sum(row[2] for row in rows), schools, present(round).count() - schools)


def late_of(profiles: ProfileQuerySet, round: Round) -> ProfileQuerySet:
    """Those of this round whose date has passed, extensions counted."""
    dated: Any = profiles.with_due(round)
    found: ProfileQuerySet = dated.filter(due__lt=timezone.localdate())
    return found


def profiles_of(round: Round) -> ProfileQuerySet:
    found: ProfileQuerySet = Profile.objects.in_round(round).filter(school__is_gone=False)
    return found


def profiles_at(round: Round, slug: str) -> ProfileQuerySet:
    """Profiles at one stop, by name of the school; `slug` is a station, DONE or LATE."""
    if slug == LATE:
        return by_name(late_of(profiles_of(round), round))
    return by_name(profiles_of(round).filter(station="" if slug == DONE else STATIONS[slug]))


def by_name(profiles: ProfileQuerySet) -> ProfileQuerySet:
    """For a list of roads: in order of name, never a ranking, and without the heavy columns."""
    found: ProfileQuerySet = (
        profiles.select_related("school__area", "round")
        .defer("school__area__shape")
        .order_by("school__name", "school__brin6")
    )
    return found
