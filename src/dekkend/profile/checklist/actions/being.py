"""Who is in the shared copy now. It is no content and leaves no event; who left is wiped when the next one comes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from dekkend.process.engine import check
from dekkend.profile.base.models import Profile

from ..models import Presence

EVERY = timedelta(seconds=14)  # a person writes at most once in this time, however often the page asks
HOLDS = timedelta(seconds=30)


def be_here(
    profile: Profile, known: Iterable[Presence], *, question: str, item: str, now: datetime, actor: Any
) -> None:
    """Say where this person is, when that was last said a while ago. `known`: the rows of this profile."""
    who = check("edit_checklist", profile, actor=actor)
    rows = list(known)
    mine = next((row for row in rows if row.person_id == who.user.pk), None)
    if mine and now - mine.seen < EVERY:
        return
    # One statement, on either database, also when two tabs say it at once.
    Presence.objects.bulk_create(
        [Presence(profile=profile, person=who.user, question=question, item=item, seen=now)],
        update_conflicts=True,
        unique_fields=["profile", "person"],
        update_fields=["question", "item", "seen"],
    )
    if mine is None or any(now - row.seen > HOLDS for row in rows):
        Presence.objects.filter(seen__lt=now - HOLDS).delete()  # of every school: who left keeps no trace
