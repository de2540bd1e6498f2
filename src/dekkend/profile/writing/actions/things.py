"""The things of one column put back together as they were: they are read as one list."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from zlib import crc32

from django.db import transaction

from dekkend.audit.revisions import revise
from dekkend.formats.model import Column
from dekkend.process.engine import Refused, hold
from dekkend.profile.writing.models import Arrangement, Thing

from .removing import remove
from .rows import ACT, begin, settled

STALE = "Intussen veranderde iemand deze lijst. Laad de bladzijde opnieuw en kijk wat er nu staat."


def stamp(things: Iterable[Thing]) -> int:
    """Another number as soon as one of these was changed, added or taken away."""
    return (
        crc32(repr(sorted((row.pk, row.revision) for row in things)).encode()) % 10**8
    )  # as a form sends it


@transaction.atomic
def restore_things(
    arrangement: Arrangement, column: Column, wanted: Iterable[Mapping[str, Any]], *, base: int, actor: Any
) -> None:
    """`wanted` as the content of a profile holds things; `base` is the stamp of the list that somebody saw.

    What is there already keeps its row and its history. Raise NotAllowed, Refused.
    """
    profile = arrangement.profile
    who = hold(ACT, profile, actor=actor, alone=True)
    left = list(Thing.objects.filter(arrangement=arrangement, column=column.id))
    if stamp(left) != base:
        raise Refused(STALE)
    for position, told in enumerate(wanted, 1):
        values = {**values_of(told), "position": position}
        row = next((row for row in left if (row.pick, row.what) == (told["pick"], told["what"])), None)
        if row is None:
            begin(Thing(arrangement=arrangement, column=column.id, **values), actor=who)
            continue
        left.remove(row)
        revise(row, values, base=row.revision, actor=who)
    for row in left:
        remove(row, profile=profile, actor=actor)
    settled(profile)


def values_of(told: Mapping[str, Any]) -> dict[str, Any]:
    return {
        **{name: told[name] for name in ("what", "pick", "frequency", "basis", "detail")},
        "minutes": told["minutes"] or None,
        "group_size": told["group_size"] or None,
        "is_needed": told["needed"],
        "is_available": told["available"],
    }
