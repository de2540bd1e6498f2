"""What schools start a new year from: their last adopted version, and what its rows still know."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from dekkend.profile.base.models import Profile
from dekkend.profile.version.models import Version
from dekkend.profile.writing.models import (
    Arrangement,
    Boundary,
    Carried,
    ColumnText,
    ImprovementPoint,
    ProvisionText,
    SectionText,
    Specialisation,
    Thing,
)
from dekkend.profile.writing.origins import Traced
from dekkend.profile.writing.proposals import shortage_ref

from .tracing import Key

WRITTEN: tuple[Any, ...] = (
    SectionText, Arrangement, Specialisation, Boundary, ImprovementPoint, ProvisionText,
)  # fmt: skip


@dataclass
class Last:
    """The last adopted version of one school."""

    profile: int
    schooljaar: str
    version: int
    content: dict[str, Any]
    texts: dict[Key, Traced] = field(default_factory=dict)
    # Where words of boundaries and specialisations stood in an old profile.
    stood: dict[Key, list[dict[str, str]]] = field(default_factory=dict)
    since: dict[str, str] = field(default_factory=dict)
    # How a shortage is named -> which thing that was: arrangement in the content, column, place in it.
    things: dict[str, tuple[str, str, int]] = field(default_factory=dict)


def not_begun(round: Any) -> QuerySet[Any]:
    """Profiles of this round in which nobody wrote yet. One query."""
    found = Profile.objects.with_places().in_round(round).filter(state=Profile.State.PREPARING)
    for model in WRITTEN:
        found = found.exclude(Exists(model.objects.filter(profile=OuterRef("pk"))))
    return found.filter(carried=None, no_specialisations=False).order_by("pk")


def last_of(profiles: Iterable[Profile]) -> dict[int, Last]:
    """By the profile that starts from it. Nine queries, however many profiles."""
    by_school: dict[int, list[Profile]] = {}
    for profile in profiles:
        by_school.setdefault(profile.school_id, []).append(profile)
    earlier = Profile.objects.filter(school__in=by_school, adopted__isnull=False).select_related("round")
    chosen: dict[int, Profile] = {}
    for then in earlier.order_by("round__first_year"):
        for profile in by_school[then.school_id]:
            if then.round.first_year < profile.round.first_year:
                chosen[profile.pk] = then
    contents = dict(
        Version.objects.filter(pk__in=[then.adopted_id for then in chosen.values()]).values_list(
            "pk", "content"
        )
    )
    found = {
        pk: Last(then.pk, then.round.schooljaar, number, json.loads(contents[number]))
        for pk, then in chosen.items()
        for number in (int(then.adopted_id or 0),)
    }
    know(found.values())
    return found


def know(found: Iterable[Last]) -> None:
    """What the rows of those profiles know besides their words. Seven queries."""
    by_profile: dict[int, list[Last]] = {}
    for each in found:
        by_profile.setdefault(each.profile, []).append(each)
    for row in SectionText.objects.filter(profile__in=by_profile):
        for each in by_profile[row.profile_id]:
            each.texts["texts", row.section, row.field] = row.traced
    for provision_text in ProvisionText.objects.filter(profile__in=by_profile):
        for each in by_profile[provision_text.profile_id]:
            each.texts["provisions", provision_text.key] = provision_text.traced
    for boundary in Boundary.objects.filter(profile__in=by_profile).exclude(stood=[]):
        for each in by_profile[boundary.profile_id]:
            each.stood["boundary", boundary.element] = boundary.stood
    for one in Specialisation.objects.filter(profile__in=by_profile).exclude(stood=[]):
        for each in by_profile[one.profile_id]:
            each.stood["specialisation", f"s{one.pk}"] = one.stood
    columns = ColumnText.objects.filter(arrangement__profile__in=by_profile).select_related("arrangement")
    for column_text in columns:
        for each in by_profile[column_text.arrangement.profile_id]:
            where = "columns", f"a{column_text.arrangement_id}", column_text.column
            each.texts[where] = column_text.traced
    places: Counter[tuple[int, str]] = Counter()
    for thing in Thing.objects.filter(arrangement__profile__in=by_profile).select_related("arrangement"):
        column = thing.arrangement_id, thing.column
        for each in by_profile[thing.arrangement.profile_id]:
            each.things[shortage_ref(thing)] = f"a{column[0]}", thing.column, places[column]
        places[column] += 1
    for told in Carried.objects.filter(profile__in=by_profile):
        for each in by_profile[told.profile_id]:
            each.since = told.since
