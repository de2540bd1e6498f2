"""What can be done with any row of a profile: save, begin, move."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import partial
from typing import Any

from django.db import transaction

from dekkend.audit.actions import Actor, record
from dekkend.audit.revisions import Derive, Saved, revise
from dekkend.process.engine import check, hold, still
from dekkend.profile.base.models import Profile
from dekkend.profile.base.road import settle
from dekkend.profile.writing.comments.carrying import with_comments
from dekkend.profile.writing.queries import with_rows

ACT = "write"


def save(
    row: Any,
    changes: Mapping[str, Any],
    *,
    profile: Profile,
    base: int,
    actor: Any,
    derive: Derive | None = None,
    whole: Collection[str] = (),
) -> Saved:
    """Change fields of a row that exists, made on revision `base`. Raise Conflict, Refused. `whole`: see `revise`."""
    who = check(ACT, profile, actor=actor)
    # Not in one transaction with what follows: what a conflict refuses must stay in the history.
    saved = revise(
        row,
        changes,
        base=base,
        actor=who,
        derive=with_comments(profile, derive),
        still=partial(still, ACT, profile),
        whole=whole,
    )
    settled(profile)
    return saved


def settled(profile: Profile) -> None:
    """Note where the profile is on the road now. All its rows are read once for that, and forgotten after."""
    forget(profile)
    settle(with_rows(profile))
    forget(profile)


def forget(profile: Profile) -> None:
    getattr(profile, "_prefetched_objects_cache", {}).clear()


def begin(row: Any, *, actor: Actor) -> Any:
    """The first value of a new row, with its event. Call it inside a transaction."""
    row.revision = 1
    row.save()
    record("add", actor=actor, place=row.place, subject=row.subject, revision=1, data=row.values())
    return row


@transaction.atomic
def move(row: Any, siblings: list[Any], *, profile: Profile, up: bool, actor: Any) -> int:
    """One place up or down among its siblings; at the end of the line nothing happens. Its place by now, from 1."""
    who = hold(ACT, profile, actor=actor)
    order = list(siblings)
    here = next(number for number, each in enumerate(order) if each.pk == row.pk)
    there = here - 1 if up else here + 1
    if not 0 <= there < len(order):
        return here + 1
    order[here], order[there] = order[there], order[here]
    for position, each in enumerate(order):
        if each.position != position:
            revise(each, {"position": position}, base=each.revision, actor=who)
    return there + 1
