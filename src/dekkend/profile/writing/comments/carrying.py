"""When a text is saved, its comments go along with their paragraphs: inside the text, and to another one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import Q

from dekkend.audit.revisions import Derive
from dekkend.profile.base.models import Profile
from dekkend.profile.writing.origins import paragraphs
from dekkend.profile.writing.queries import with_rows

from .models import Comment
from .texts import Text, all_texts, spot_of
from .tying import MOST, carry, place_of


def with_comments(profile: Profile, derive: Derive | None = None, *, may_leave: bool = True) -> Derive:
    """For `revise(derive=…)`: inside the transaction that saves the row. One query more for a text.

    `may_leave`: a paragraph that is gone here may have been moved to another text.
    """

    def follow(row: Any) -> Mapping[str, Any]:
        if spot := spot_of(row):
            carry_all(profile, spot, row, may_leave=may_leave)
        return derive(row) if derive else {}

    return follow


def carry_all(profile: Profile, spot: str, row: Any, *, may_leave: bool = True) -> None:
    saved = [
        Saving(spot, field, str(row.before.get(field, "")), str(getattr(row, field))) for field in row.texts
    ]
    changed = [each for each in saved if each.before != each.after]
    if not changed:
        return
    come = [part for each in changed for part in each.new]
    others = Others(profile, saved)
    for comment in (
        Comment.objects.filter(profile=profile).filter(Q(spot=spot) | Q(words__in=come)).exclude(words="")
    ):
        here = next((each for each in changed if each.holds(comment)), None)
        if here and (found := carry(comment.words, comment.position, here.before, here.after)):
            stand(comment, spot, here.field, *found)
        elif (here and may_leave) or (comment.words in come and others.lost(comment)):
            others.take(comment)


@dataclass(frozen=True)
class Saving:
    """One text of the row that is saved, before and after."""

    spot: str
    field: str
    before: str
    after: str

    def holds(self, comment: Comment) -> bool:
        return (comment.spot, comment.field) == (self.spot, self.field)

    @property
    def new(self) -> list[str]:
        """Paragraphs that were not here: some may come from another text."""
        stood = set(paragraphs(self.before))
        return [part for part in paragraphs(self.after)[:MOST] if part not in stood]


class Others:
    """All texts of a profile, as they will be. Read only when a paragraph left, or came from elsewhere."""

    def __init__(self, profile: Profile, saved: list[Saving]) -> None:
        self.profile, self.saved = profile, saved

    @cached_property
    def standing(self) -> dict[tuple[str, str], list[str]]:
        fresh = with_rows(Profile.objects.with_places().get(pk=self.profile.pk))
        # What is saved now comes first: in one row people move the most.
        found = {(each.spot, each.field): paragraphs(each.after) for each in self.saved}
        return {
            **found,
            **{where(text): text.paragraphs for text in all_texts(fresh) if where(text) not in found},
        }

    def lost(self, comment: Comment) -> bool:
        """Its paragraph is not where it was: it was cut, and not copied."""
        return place_of(comment.words, comment.position, self.standing.get(where(comment), [])) is None

    def take(self, comment: Comment) -> None:
        """To the first text where these very words stand; nowhere: it keeps them until they return."""
        for (spot, field), parts in self.standing.items():
            if (spot, field) != where(comment) and comment.words in parts:
                return stand(comment, spot, field, comment.words, parts.index(comment.words))
        return None


def where(said: Comment | Text) -> tuple[str, str]:
    return said.spot, said.field


def stand(comment: Comment, spot: str, field: str, words: str, position: int) -> None:
    now = {"spot": spot, "field": field, "words": words, "position": position}
    if any(getattr(comment, name) != value for name, value in now.items()):
        for name, value in now.items():
            setattr(comment, name, value)
        comment.save(update_fields=list(now))


def move_spots(profile: Profile, old: str, new: str) -> None:
    """A row that was put back has a new key; what was said of it comes back with it."""
    for comment in Comment.objects.filter(profile=profile, spot__startswith=old):
        if (spot := moved(comment.spot, {old: new})) != comment.spot:
            comment.spot = spot
            comment.save(update_fields=["spot"])


def moved(spot: str, names: Mapping[str, str]) -> str:
    """The spot where a row has another key: "kolom.3.tijd" -> "kolom.8.tijd"."""
    kind, _, rest = spot.partition(".")
    key, dot, inside = rest.partition(".")
    return f"{new}{dot}{inside}" if (new := names.get(f"{kind}.{key}")) else spot


def spots_in(rows: Iterable[Any]) -> dict[str, Any]:
    """Spot -> the row, of those that have one."""
    return {spot: row for row in rows if (spot := spot_of(row))}
