"""Putting back a piece: an ordinary save on what stands there now, so nothing is lost and everyone can follow it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from dekkend.audit.actions import record
from dekkend.audit.revisions import Saved, plain
from dekkend.process.engine import Refused, check
from dekkend.profile.base.models import Profile
from dekkend.profile.writing import actions
from dekkend.profile.writing.amounts import TERMS
from dekkend.profile.writing.forms.values import Prose
from dekkend.profile.writing.models import Boundary, ImprovementPoint, Specialisation

from .pieces import Piece

ACT = "write"
ROWS: dict[str, tuple[str, Any]] = {
    "s": ("specialisations", Specialisation),
    "i": ("improvements", ImprovementPoint),
}
GONE = "Dit staat er nu niet meer in. Zet het eerst in zijn geheel terug."


@dataclass(frozen=True)
class Target:
    """Where a piece is written now: a row and its field; `row` None where nothing was written yet."""

    row: Any
    field: str
    parent: Any = None  # the arrangement of a column

    @property
    def revision(self) -> int:
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
    return Target(row, rest[0]) if rest[0] in ("need", "title", "target", *TERMS) else None


def one(rows: Any, **wanted: Any) -> Any:
    return next(
        (row for row in rows if all(getattr(row, name) == value for name, value in wanted.items())), None
    )


def put_back(profile: Profile, piece: Piece, *, base: int, words: str, actor: Any) -> Saved:
    """The words of `piece` as it was. `words` says of when, for the log.

    Raise Conflict when somebody wrote since revision `base`, Refused where there is nothing to put it in.
    """
    who = check(ACT, profile, actor=actor)
    target = target_of(profile, piece.key)
    if target is None:
        raise Refused(GONE)
    saved = write(profile, piece, target, base=base, actor=actor)
    if saved.row.revision != target.revision:
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
    if target.parent is not None:
        where = profile.format.section_of_kind("arrangements")
        assert where is not None, "there is an arrangement"
        column = next(each for each in where.columns if each.id == rest[1])
        return actions.write_column(target.parent, column, piece.raw, base=base, actor=actor)
    field = type(target.row)._meta.get_field(target.field)
    value = field.to_python(piece.raw) if piece.raw else None if field.null else ""
    return actions.save(target.row, {target.field: value}, profile=profile, base=base, actor=actor)


def as_chosen(piece: Piece, target: Target, words: str) -> Piece:
    """After a conflict: what was chosen of the two texts, or both. Of what is no text only one of the two."""
    if target.row is not None and target.field not in target.row.texts:
        now = str(plain(getattr(target.row, target.field)) or "")
        return replace(piece, raw=words) if words in (piece.raw, now) else piece
    return replace(piece, raw=Prose().clean(words))
