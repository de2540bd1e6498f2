"""Putting back a piece: an ordinary save on what stands there now, so nothing is lost and everyone can follow it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.utils import timezone

from dekkend.audit.actions import record
from dekkend.audit.revisions import Saved, plain
from dekkend.formats.model import Column
from dekkend.process.engine import Refused, check, may
from dekkend.profile.base.models import Profile
from dekkend.profile.dialogue.actions import agree
from dekkend.profile.writing import actions
from dekkend.profile.writing.actions.things import STALE, stamp
from dekkend.profile.writing.amounts import TERMS
from dekkend.profile.writing.forms.values import Prose
from dekkend.profile.writing.models import Boundary, ImprovementPoint, Specialisation

from .pieces import Piece

ACT, AGREE = "write", "agree"
# A value of the scale, or what hangs together with it: never both texts of two people.
WHOLE = ("value", "topics")
ANSWERED = ("value", "topics", "note", "reason", "gap")
ROWS: dict[str, tuple[str, Any]] = {
    "s": ("specialisations", Specialisation),
    "i": ("improvements", ImprovementPoint),
}
GONE = "Dit staat er nu niet meer in. Zet het eerst in zijn geheel terug."
UNKNOWN = "Dit antwoord kent de checklist van nu niet. Spreek het antwoord opnieuw af."


@dataclass(frozen=True)
class Target:
    """Where a piece is written now: a row and its field; `row` None where nothing was written yet."""

    row: Any
    field: str
    parent: Any = None  # the arrangement of a column
    things: tuple[Any, ...] | None = None  # those in one column: they go back as one list

    @property
    def revision(self) -> int:
        if self.things is not None:
            return stamp(self.things)
        return self.row.revision if self.row is not None else 0


def target_of(profile: Profile, key: str) -> Target | None:
    """None where nothing can be put back, or not by itself. `profile` came with its rows: no query."""
    head, *rest = key.split("/")
    if head == "texts" and len(rest) == 2:
        return Target(one(profile.texts.all(), section=rest[0], field=rest[1]), "text")
    if head == "provisions" and rest:
        return Target(one(profile.provision_texts.all(), key=rest[0]), "how")
    if head == "boundaries" and len(rest) == 2:
        row = one(profile.boundaries.all(), element=rest[0])
        return Target(row, rest[1]) if row and rest[1] in Boundary.written else None
    if head == "answers" and len(rest) == 2:
        return in_agreement(profile, *rest)
    kind, number = head[:1], head[1:]
    if not number.isdigit() or not rest:
        return None
    if kind == "a":
        row = one(profile.arrangements.all(), pk=int(number))
        return in_arrangement(row, rest) if row else None
    if kind in ROWS:
        name, model = ROWS[kind]
        row = one(getattr(profile, name).all(), pk=int(number))
        return Target(row, rest[0]) if row and rest[0] in model.written else None
    return None


def in_arrangement(row: Any, rest: list[str]) -> Target | None:
    if rest[0] == "columns" and len(rest) == 2:
        return Target(one(row.column_texts.all(), column=rest[1]), "text", row)
    if rest[0] == "things" and len(rest) == 2:
        return Target(row, "things", row, tuple(each for each in row.things.all() if each.column == rest[1]))
    return Target(row, rest[0]) if rest[0] in ("need", "title", "target", *TERMS) else None


def in_agreement(profile: Profile, item: str, field: str) -> Target | None:
    """A value that follows from topics goes back with them; why there is no answer, only while there is none."""
    row = one(profile.agreements.all(), item=item)
    if row is None or field not in ANSWERED or not profile.format.has_item(item):
        return None
    if (field == "value" and profile.format.item(item).topics) or (field == "gap" and row.value):
        return None
    return Target(row, field)


def act_of(key: str) -> str:
    return AGREE if key.startswith("answers/") else ACT


def may_put_back(user: Any, profile: Profile) -> dict[str, bool]:
    """By the act that it takes."""
    return {act: may(act, user, profile) for act in (ACT, AGREE)}


def one(rows: Any, **wanted: Any) -> Any:
    return next(
        (row for row in rows if all(getattr(row, name) == value for name, value in wanted.items())), None
    )


def put_back(profile: Profile, piece: Piece, *, base: int, words: str, actor: Any) -> Saved:
    """The words of `piece` as it was. `words` says of when, for the log.

    Raise Conflict when somebody wrote since revision `base`, Refused where there is nothing to put it in.
    """
    who = check(act_of(piece.key), profile, actor=actor)
    target = target_of(profile, piece.key)
    if target is None:
        raise Refused(GONE)
    changed = target.revision
    saved = write(profile, piece, target, base=base, actor=actor)
    if target.things is not None or saved.row.revision != changed:
        record("put_back", actor=who, place=profile.place, subject=saved.row.subject, data={"moment": words})
    return saved


def write(profile: Profile, piece: Piece, target: Target, *, base: int, actor: Any) -> Saved:
    """Through the action by which it is always written."""
    head, *rest = piece.key.split("/")
    if head == "texts":
        section = profile.format.section(rest[0])
        field = next(each for each in section.fields if each.id == rest[1])
        return actions.write_text(profile, section, field, piece.raw, base=base, actor=actor)
    if head == "provisions":
        provision = profile.round.catalogue.provisions.get(key=rest[0])
        return actions.write_provision(profile, provision, piece.raw, base=base, actor=actor)
    if head == "answers":
        item = profile.format.item(rest[0])
        return agree(profile, item, answer(profile, piece, target, base), base=base, actor=actor)[0]
    if target.things is not None:
        told = json.loads(piece.raw)
        actions.restore_things(target.row, column_of(profile, rest[1]), told, base=base, actor=actor)
        return Saved(target.row, timezone.now())
    if target.parent is not None:
        column = column_of(profile, rest[1])
        return actions.write_column(target.parent, column, piece.raw, base=base, actor=actor)
    field = type(target.row)._meta.get_field(target.field)
    value = field.to_python(piece.raw) if piece.raw else None if field.null else ""
    return actions.save(target.row, {target.field: value}, profile=profile, base=base, actor=actor)


def answer(profile: Profile, piece: Piece, target: Target, base: int) -> Mapping[str, Any]:
    """Raise Refused for a value that the scale of now does not have, and for topics that somebody changed since."""
    if target.field != "topics":
        if target.field == "value" and piece.raw not in profile.format.scale:
            raise Refused(UNKNOWN)
        return {target.field: piece.raw}
    told = json.loads(piece.raw)
    if base != target.revision:
        raise Refused(STALE)
    asked = {topic.id for topic in profile.format.item(target.row.item).topics}
    if not set(told) <= asked or any(value not in profile.format.scale for value in told.values()):
        raise Refused(UNKNOWN)
    return {"topics": {topic: told.get(topic, "") for topic in asked}}


def column_of(profile: Profile, key: str) -> Column:
    where = profile.format.section_of_kind("arrangements")
    assert where is not None, "there is an arrangement"
    return next(each for each in where.columns if each.id == key)


def as_chosen(piece: Piece, target: Target, words: str) -> Piece:
    """After a conflict: what was chosen of the two texts, or both. Of what is no text only one of the two."""
    if target.row is not None and target.field not in target.row.texts:
        now = str(plain(getattr(target.row, target.field)) or "")
        return replace(piece, raw=words) if words in (piece.raw, now) else piece
    return replace(piece, raw=Prose().clean(words))
