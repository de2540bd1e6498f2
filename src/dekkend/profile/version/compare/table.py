"""Everything that the page of a comparison shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import prefetch_related_objects
from django.urls import reverse

from dekkend.profile.base.models import Profile
from dekkend.profile.version import contributions
from dekkend.profile.version.compile import content_of
from dekkend.profile.version.content.shape import Content, filled
from dekkend.profile.writing.queries import with_rows

from .laid import Card, Laid, lay
from .moments import EARLIER, Moment
from .past import Log, as_it_was, earlier, log_of
from .pieces import Piece, names_for, parts
from .restoring import AGREE, act_of, may_put_back, target_of
from .touches import touches

NAMED = ("agreements", "summaries")
KINDS = {"a": "arrangement", "s": "specialisation", "i": "improvementpoint"}


@dataclass(frozen=True)
class Comparison:
    """`older` at the left, `newer` at the right."""

    profile: Profile
    older: Moment
    newer: Moment
    parts: tuple[Laid, ...]
    log: Log

    @property
    def changed(self) -> tuple[Laid, ...]:
        return tuple(part for part in self.parts if part.changed)

    @property
    def same(self) -> tuple[Laid, ...]:
        return tuple(part for part in self.parts if not part.changed and part.cards)

    @property
    def apart(self) -> Laid | None:
        """The part of which something cannot be compared."""
        return next((part for part in self.parts if part.apart or part.gone), None)

    @property
    def count(self) -> int:
        return sum(part.count for part in self.parts)

    @property
    def lacks(self) -> bool:
        """All that differs stood at the left, and stands no more: nobody wrote anything else."""
        return {card.only for part in self.changed for card in part.changed} == {"gone"}


def compared(profile: Profile, older: Moment, newer: Moment, *, inside: bool) -> Comparison:
    """Some thirty queries at most, whatever stands in the profile and however often it was saved."""
    with_all_rows(profile)
    log = log_of(profile, newer.at)
    before, after = content_at(profile, older, log), content_at(profile, newer, log)
    same_rows = EARLIER not in (older.word, newer.word)
    names = names_for(before, after, same_rows=same_rows)
    known = touches(profile, log, older.at, names if same_rows else {}) if inside else {}
    found = lay(before, after, profile.format, inside=inside, same_rows=same_rows, touches=known)
    return Comparison(profile, older, newer, tuple(found), log)


def with_all_rows(profile: Profile) -> Profile:
    """Read once, before anything asks for some of them."""
    prefetch_related_objects([with_rows(profile)], *NAMED)
    return profile


def content_at(profile: Profile, moment: Moment, log: Log) -> Content:
    """A version gives what was sealed, "now" the rows, any other moment what the log says of them. Filled.

    `log` is of any moment of this profile.
    """
    if moment.version is not None:
        return filled(moment.version.data)
    if moment.is_live:
        return filled(content_of(profile))
    log = log if log.at == moment.at else earlier(profile, log, moment.at)
    held = {subject: event.data for subject, event in log.latest.items()}
    return filled({**content_of(as_it_was(profile, log)), **contributions.as_it_was(held)})


def piece_at(profile: Profile, moment: Moment, key: str, now: Content) -> Piece | None:
    """One piece as it was at that moment, by the key it has now."""
    before = content_at(profile, moment, log_of(profile, moment.at))
    names = names_for(before, now, same_rows=moment.word != EARLIER)
    for part in parts(before, profile.format, inside=True, names=names):
        for thing in part.things:
            for piece in thing.pieces:
                if piece.key == key:
                    return piece
    return None


@dataclass(frozen=True)
class Back:
    """How a piece or a row is put back: a form at `url` with these hidden fields."""

    url: str
    hidden: Mapping[str, Any]


def ways_back(found: Comparison, user: Any) -> dict[str, Back]:
    """By the key of a row or a card; only what stands otherwise now, and what this person may write."""
    profile = found.profile
    address = reverse("compare_back", args=[profile.pk])
    ways: dict[str, Back] = {}
    mine = may_put_back(user, profile)
    for part in found.changed:
        for card in part.changed:
            act = act_of(card.key)
            if not mine[act] or (act == AGREE and found.older.word == EARLIER):
                continue  # what was agreed last year is agreed anew, in the dialogue
            # What another year had comes back by the yearly update, not from the log of this one.
            if card.state == "gone" and found.older.word != EARLIER and (way := card_back(found, part, card)):
                ways[card.key] = way
            for row in card.changed if card.state == "changed" else ():
                if row.state == "new":
                    continue  # nothing stood there to put back
                if (target := target_of(profile, row.key)) is not None:
                    hidden = {"van": found.older.word, "stuk": row.key, "revision": target.revision}
                    ways[row.key] = Back(address, hidden)
    return ways


def card_back(found: Comparison, part: Laid, card: Card) -> Back | None:
    """A row that was taken away comes back with its last words, as on the page where it was taken away."""
    profile = found.profile
    head, _, element = card.key.partition("/")
    if head == "boundaries":
        return Back(reverse("boundary_switch", args=[profile.pk, part.id, element]), {"on": "yes"})
    name = card.key.removeprefix("was-")
    removal = found.log.removed.get(f"{KINDS.get(name[:1], '')}/{name[1:]}")
    if removal is None:
        return None
    return Back(reverse("undo", args=[profile.pk, part.id]), {"removal": removal.pk})
