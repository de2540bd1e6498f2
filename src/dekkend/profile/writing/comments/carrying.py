"""When a text is saved, its comments go along with their paragraphs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dekkend.audit.revisions import Derive
from dekkend.profile.base.models import Profile

from .models import Comment
from .texts import spot_of
from .tying import carry


def with_comments(profile: Profile, derive: Derive | None = None) -> Derive:
    """For `revise(derive=…)`: inside the transaction that saves the row. One query more for a text."""

    def follow(row: Any) -> Mapping[str, Any]:
        if spot := spot_of(row):
            carry_all(profile, spot, row)
        return derive(row) if derive else {}

    return follow


def carry_all(profile: Profile, spot: str, row: Any) -> None:
    for comment in Comment.objects.filter(profile=profile, spot=spot).exclude(words=""):
        before, after = str(row.before.get(comment.field, "")), str(getattr(row, comment.field))
        if before == after:
            continue
        found = carry(comment.words, comment.position, before, after)
        if found and found != (comment.words, comment.position):
            comment.words, comment.position = found
            comment.save(update_fields=["words", "position"])


def move_spots(profile: Profile, old: str, new: str) -> None:
    """A row that was put back has a new key; what was said of it comes back with it."""
    spots = Comment.objects.filter(profile=profile).filter(spot__startswith=old)
    for comment in spots:
        if comment.spot == old or comment.spot.startswith(f"{old}."):
            comment.spot = new + comment.spot.removeprefix(old)
            comment.save(update_fields=["spot"])
