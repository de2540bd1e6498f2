"""Carrying along what the school wrote last year, into what is still empty. Once for each profile."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

from django.db import transaction
from django.db.models import prefetch_related_objects
from django.utils import timezone

from dekkend.audit.actions import SYSTEM, Actor
from dekkend.audit.models import Event
from dekkend.audit.revisions import revise
from dekkend.process.engine import Refused, hold
from dekkend.profile.base.models import Profile
from dekkend.profile.checklist.earlier import format_or_none
from dekkend.profile.version.fill import keep_history, make
from dekkend.profile.writing.actions.rows import ACT, forget, settled
from dekkend.profile.writing.models import Carried, ImprovementPoint
from dekkend.profile.writing.queries import ROWS
from dekkend.profile.writing.unchanged import seals_of_parts
from dekkend.region.models import Alliance, Round

from .fitting import Fit
from .last import Last, last_of, not_begun
from .rows import Fresh, fresh_rows, name_shortages
from .said import carry_said

MANY = 50  # so many schools are carried along at once: as much as one reads into memory without a thought


def carry_along_round(alliance: Alliance, *, made: Round, actor: Actor) -> int:
    """Every school that did not begin yet starts with its last adopted version; the number of schools.

    Called after "open_round", in its transaction. It is nobody's hand: the events say Dekkend.
    """
    new = list(not_begun(made))
    return sum(carry(new[at : at + MANY], actor=SYSTEM) for at in range(0, len(new), MANY))


@transaction.atomic
def begin_from_last_year(profile: Profile, *, actor: Any) -> None:
    """For a school whose version was adopted after this round was opened: take along what is still empty here."""
    who = hold(ACT, profile, actor=actor, alone=True)
    if Carried.objects.filter(profile=profile).exists():
        return  # a second press
    if not carry([profile], actor=who):
        raise Refused("Er is nog geen vastgesteld profiel van een eerder schooljaar.")
    settled(profile)


def carry(profiles: list[Profile], *, actor: Actor) -> int:
    """The number of profiles that had something to start from. The same number of queries for each fifty."""
    last = last_of(profiles)
    begun = [profile for profile in profiles if profile.pk in last]
    if not begun:
        return 0
    prefetch_related_objects(begun, *ROWS, "summaries")
    fits: dict[tuple[str, str, int], Fit] = {}
    fresh = [
        fresh_rows(profile, last[profile.pk], fit_for(profile, last[profile.pk], fits)) for profile in begun
    ]
    save_rows(fresh, actor)
    carry_said(fresh, last)
    for each in fresh:
        forget(each.profile)
    prefetch_related_objects(begun, *ROWS)
    Carried.objects.bulk_create(
        Carried(
            profile=each.profile,
            version_id=last[each.profile.pk].version,
            schooljaar=last[each.profile.pk].schooljaar,
            on=timezone.localdate(),
            since=each.since,
            parts=seals_of_parts(each.profile),
            homeless=each.homeless,
        )
        for each in fresh
    )
    for each in fresh:
        forget(each.profile)
    note(fresh, last, actor)
    return len(fresh)


def fit_for(profile: Profile, last: Last, fits: dict[tuple[str, str, int], Fit]) -> Fit:
    """Schools that come from the same format go the same way."""
    ref, round = str(last.content.get("format", "")), profile.round
    key = ref, round.format_ref, round.catalogue_id
    if key not in fits:
        provisions = frozenset(each.key for each in round.catalogue.provisions.all())
        fits[key] = Fit(format_or_none(ref), profile.format, provisions)
    return fits[key]


def save_rows(fresh: list[Fresh], actor: Actor) -> None:
    rows = [row for each in fresh for row in each.rows]
    points: list[Any] = [row for row in rows if isinstance(row, ImprovementPoint)]
    make([row for row in rows if not isinstance(row, ImprovementPoint)])
    parts = list(hung(rows))
    make(parts)
    for point in points:
        name_shortages(point)
    make(points)
    keep_history([*rows, *parts], actor)
    for each in fresh:
        for row, fields in each.blanks:
            words = {name: fields.pop(name) for name in row.written}
            revise(row, words, base=row.revision, actor=actor, derive=partial(as_told, fields))
        each.profile.no_specialisations |= each.says_none
        each.profile.is_example |= each.is_example
    Profile.objects.bulk_update([each.profile for each in fresh], ["no_specialisations", "is_example"])


def as_told(fields: dict[str, Any], row: Any) -> dict[str, Any]:
    return fields


def hung(rows: Iterable[Any]) -> Iterator[Any]:
    """What hangs under the arrangements, once they have a key."""
    for row in rows:
        for part in getattr(row, "_parts", ()):
            part.arrangement = row
            yield part


def note(fresh: list[Fresh], last: dict[int, Last], actor: Actor) -> None:
    now = timezone.now()
    Event.objects.bulk_create(
        Event(
            at=now,
            actor=actor.user,
            actor_name=actor.name,
            actor_role=actor.role,
            act="carry",
            place=each.profile.place,
            subject=each.profile.place,
            data={"schooljaar": last[each.profile.pk].schooljaar, "version": last[each.profile.pk].version},
        )
        for each in fresh
    )
