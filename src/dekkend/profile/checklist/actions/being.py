"""Who is where now. It is no content and leaves no event; who left is wiped when the next one comes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Q

from dekkend.process.engine import check
from dekkend.profile.base.models import Profile

from ..models import Presence

HOLDS = timedelta(seconds=30)
HOLDS_IN_PART = timedelta(seconds=60)


def be_here(
    profile: Profile,
    known: Iterable[Presence],
    *,
    act: str = "edit_checklist",
    now: datetime,
    actor: Any,
    question: str = "",
    item: str = "",
    part: str = "",
) -> None:
    """Say where this person is, when that was last said a while ago. `known`: the rows of this profile.

    A person writes at most twice in the time that it holds, however often the page asks.
    """
    who = check(act, profile, actor=actor)
    rows = list(known)
    mine = next((row for row in rows if row.person_id == who.user.pk), None)
    every = (HOLDS_IN_PART if part else HOLDS) / 2
    if mine and mine.part == part and now - mine.seen < every:
        return
    # One statement, on either database, also when two tabs say it at once.
    Presence.objects.bulk_create(
        [Presence(profile=profile, person=who.user, question=question, item=item, part=part, seen=now)],
        update_conflicts=True,
        unique_fields=["profile", "person"],
        update_fields=["question", "item", "part", "seen"],
    )
    if mine is None or any(has_left(row, now) for row in rows):
        # Of every school: who left keeps no trace.
        left = Q(part="", seen__lt=now - HOLDS) | Q(seen__lt=now - HOLDS_IN_PART)
        Presence.objects.filter(left).delete()


def has_left(row: Presence, now: datetime) -> bool:
    return now - row.seen > (HOLDS_IN_PART if row.part else HOLDS)
