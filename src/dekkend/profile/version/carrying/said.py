"""What the team said of last year's texts and nobody closed: it comes along where those words come along."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from dekkend.profile.writing.comments.carrying import moved, spots_in
from dekkend.profile.writing.comments.models import Comment, CommentReply
from dekkend.profile.writing.models import Arrangement, ImprovementPoint, Specialisation
from dekkend.profile.writing.origins import paragraphs

from .last import Last
from .rows import Fresh

# How the content names a row -> how the spots of its texts begin.
NAMED: dict[type, tuple[str, tuple[str, ...]]] = {
    Arrangement: ("a", ("arrangement", "kolom")),
    Specialisation: ("s", ("specialisatie",)),
    ImprovementPoint: ("i", ("punt",)),
}


def carry_said(fresh: list[Fresh], last: Mapping[int, Last]) -> None:
    """Once the rows have a key. One query, and three more when something was left open."""
    said = defaultdict(list)
    earlier = {last[each.profile.pk].profile for each in fresh}
    for comment in Comment.objects.filter(profile__in=earlier, closed_at=None).prefetch_related("replies"):
        said[comment.profile_id].append(comment)
    pairs = [pair for each in fresh for pair in again(each, said[last[each.profile.pk].profile])]
    Comment.objects.bulk_create(made for _, made in pairs)
    CommentReply.objects.bulk_create(
        copy(reply, comment=made) for comment, made in pairs for reply in comment.replies.all()
    )


def again(fresh: Fresh, said: list[Comment]) -> list[tuple[Comment, Comment]]:
    """Each comment that has a place, and the same in the new year; the one of last year stays where it is."""
    if not said:
        return []
    parts = [part for row in fresh.rows for part in getattr(row, "_parts", ())]
    rows = spots_in([*fresh.rows, *parts, *(row for row, _ in fresh.blanks)])
    names = new_names(fresh.rows)
    return [
        (comment, copy(comment, profile=fresh.profile, spot=place[0], field=place[1]))
        for comment in said
        if (place := place_for(comment, moved(comment.spot, names), rows))
    ]


def new_names(rows: list[Any]) -> dict[str, str]:
    """How a spot of a row began -> how it begins now."""
    found: dict[str, str] = {}
    for row in rows:
        if type(row) in NAMED:
            letter, kinds = NAMED[type(row)]
            found |= {f"{kind}.{row._told.removeprefix(letter)}": f"{kind}.{row.pk}" for kind in kinds}
    return found


def place_for(comment: Comment, spot: str, rows: Mapping[str, Any]) -> tuple[str, str] | None:
    """Where its words stand now: at the same spot, else where the new format put them."""
    row = rows.get(spot)
    if row is not None and (not comment.words or holds(row, comment.field, comment.words)):
        return spot, comment.field
    for other, each in rows.items():
        for field in each.texts:
            if comment.words and holds(each, field, comment.words):
                return other, field
    return None


def holds(row: Any, field: str, words: str) -> bool:
    return words in paragraphs(str(getattr(row, field)))


def copy(row: Any, **other: Any) -> Any:
    """The same words of the same person on the same day."""
    own = {
        each.name: getattr(row, each.attname) for each in row._meta.concrete_fields if not each.is_relation
    }
    own.pop("id")
    return type(row)(**{**own, "person_id": row.person_id, **other})
