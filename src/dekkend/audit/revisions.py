"""Saving a row that several people write: nothing is overwritten, nothing is lost.

A row has `revision`, `place` and the class attribute `written`: the fields people fill.
Of these `texts` and `lines` are merged word by word, objects key by key; of the others one side must be unchanged:
of two dates or two numbers a third would come that nobody chose.

A device that waits for a line may send a save twice, when the answer to the first was lost. It names each save by
a random key (Sending), so that nobody gets into conflict with oneself and nothing is stored twice.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType
from typing import Any, ClassVar
from uuid import UUID

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models, transaction
from django.utils import timezone

from dekkend.kit.merge import merge
from dekkend.kit.prepared import by_key, update

from .actions import Actor, record
from .models import Event


class Row(models.Model):
    """Base of every row that people write together."""

    revision = models.PositiveIntegerField(default=0)

    # While it is being saved: what people wrote as it was before, for `derive`.
    before: Mapping[str, Any] = MappingProxyType({})
    written: ClassVar[tuple[str, ...]] = ()
    texts: ClassVar[tuple[str, ...]] = ()
    lines: ClassVar[tuple[str, ...]] = ()  # names and sentences of one line
    longest: ClassVar[int | None] = None  # characters in one of `texts`

    class Meta:
        abstract = True

    @property
    def place(self) -> str:
        """Where its events are listed, such as "profile/12"."""
        raise NotImplementedError

    @property
    def subject(self) -> str:
        return f"{self._meta.model_name}/{self.pk}"

    def values(self) -> dict[str, Any]:
        """What people wrote, as JSON-ready values."""
        return {name: plain(getattr(self, name)) for name in self.written}

    def fits(self, name: str, text: str) -> bool:
        """Two texts that fit may be too long together."""
        field: Any = self._meta.get_field(name)
        most = self.longest if name in self.texts else field.max_length
        return most is None or len(text) <= most


@dataclass(frozen=True)
class Clash:
    """Two texts for one field; the person chooses."""

    mine: Any
    theirs: Any
    who: str
    at: datetime | None
    is_text: bool = False  # one can be made of the two


@dataclass(frozen=True)
class Saved:
    row: Any
    at: datetime
    merged: dict[str, Any] = field(default_factory=dict)  # fields that differ from what was sent


@dataclass(frozen=True)
class Sending:
    """How a device names its saves of one row: this one, and those before it that it got no answer to."""

    key: UUID | None = None
    unheard: frozenset[UUID] = frozenset()


class Conflict(Exception):
    """A stale save that touches the same words. Nothing was changed; both sides are here.

    `merged`: of the other fields, what differs from what was sent.
    """

    def __init__(self, row: Any, clashes: dict[str, Clash], merged: dict[str, Any]) -> None:
        super().__init__(", ".join(clashes))
        self.row = row
        self.clashes = clashes
        self.merged = merged


def plain(value: Any) -> Any:
    """As the history keeps it: dates as ISO text."""
    return DjangoJSONEncoder().default(value) if hasattr(value, "isoformat") else value


# What follows from what was written, of the row as it will be saved; `row.before` is what was written before.
Derive = Callable[[Any], Mapping[str, Any]]


def revise(
    row: Any,
    changes: Mapping[str, Any],
    *,
    base: int,
    actor: Actor,
    derive: Derive = lambda row: {},
    sending: Sending = Sending(),
    still: Callable[[], object] = lambda: None,
    whole: Collection[str] = (),
) -> Saved:
    """Save `changes`, made on revision `base`, and keep the former values in the history.

    `derive` gives the fields that follow from the others; they never clash. `whole`: texts that hold a fact this time,
    such as a date, and are not merged by word. `still` is asked inside the transaction,
    before the row is locked, and raises when the door was shut meanwhile. Costs two writes, and one read
    more when the save is stale. Raises Conflict; a clash inside an object is named "field.key".
    """
    try:
        with transaction.atomic():
            told: dict[str, Any] = {"derive": derive, "sending": sending, "still": still, "whole": whole}
            return _revise(row, changes, base=base, actor=actor, **told)
    except Conflict as conflict:
        # What was refused is kept as well: the sender's tab may be closed before the choice is made.
        mine = {name: plain(clash.mine) for name, clash in conflict.clashes.items()}
        record("refuse", actor=actor, place=row.place, subject=row.subject, revision=base, data=mine)
        raise


def _revise(
    row: Any,
    changes: Mapping[str, Any],
    *,
    base: int,
    actor: Actor,
    derive: Derive,
    sending: Sending,
    still: Callable[[], object],
    whole: Collection[str],
) -> Saved:
    still()
    model: Any = type(row)
    current = by_key(model, lock=True)(row.pk)
    if current is None:
        raise model.DoesNotExist
    wanted = dict(changes)
    merged: dict[str, Any] = {}
    if base != current.revision and sending.key:
        known = _keys_since(current, base)
        if sending.key in known.values():
            return Saved(current, timezone.now(), _different(current, wanted))
        while known.get(base + 1) in sending.unheard:
            base += 1
    if base != current.revision:
        wanted, merged = _reconcile(current, wanted, base, whole)
    if all(plain(getattr(current, name)) == plain(value) for name, value in wanted.items()):
        return Saved(current, timezone.now(), merged)
    current.before = current.values()
    for name, value in wanted.items():
        setattr(current, name, value)
    follows = derive(current)
    for name, value in follows.items():
        setattr(current, name, value)
    current.revision += 1
    update(current, [*wanted, *follows, "revision"])
    event = record(
        "save",
        actor=actor,
        place=row.place,
        subject=current.subject,
        revision=current.revision,
        data=current.values(),
        save_key=sending.key,
    )
    return Saved(current, event.at, merged)


def _keys_since(current: Any, base: int) -> dict[int, UUID | None]:
    """Revision -> the key of the save that made it, of those after `base`."""
    later = Event.objects.filter(subject=current.subject, revision__gt=base, act="save")
    return dict(later.values_list("revision", "save_key"))


def _different(current: Any, wanted: Mapping[str, Any]) -> dict[str, Any]:
    """What stands in the row by now, of the fields that were sent; of an object only the keys that were."""
    found = {name: getattr(current, name) for name in wanted}
    return {name: value for name, value in found.items() if plain(value) != plain(wanted[name])}


def _reconcile(
    current: Any, wanted: dict[str, Any], base: int, whole: Collection[str]
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Bring a stale save together with what came in between; raise Conflict where both touched."""
    before = Event.objects.value_at(current.subject, base)
    blank = type(current)()
    clashes: dict[str, Clash] = {}
    together: dict[str, Any] = {}
    last = Event.objects.of(current.subject).filter(act="save").first()
    for name, mine in wanted.items():
        theirs = getattr(current, name)
        origin: Any = before.get(name, plain(getattr(blank, name)))
        if plain(mine) in (origin, plain(theirs)):
            together[name] = theirs
        elif plain(theirs) == origin:
            together[name] = mine
        elif isinstance(mine, dict):
            together[name], apart = _by_key(origin or {}, mine, theirs)
            found = {f"{name}.{key}": (mine.get(key, ""), theirs.get(key, "")) for key in apart}
            clashes |= {key: _clash(*pair, last) for key, pair in found.items()}
        elif name not in whole and (text := _merged(current, name, str(origin), mine)) is not None:
            together[name] = text
        else:
            clashes[name] = _clash(mine, theirs, last, is_text=name in current.texts and name not in whole)
    merged = {name: value for name, value in together.items() if plain(value) != plain(wanted[name])}
    if clashes:
        raise Conflict(current, clashes, merged)
    return together, merged


def _merged(current: Any, name: str, origin: str, mine: Any) -> str | None:
    """Both edits of a text in one; None where it is no text, where they touch, or where both are too long for it."""
    if name not in (*current.texts, *current.lines):
        return None
    text = merge(origin, mine, getattr(current, name))
    return text if text is not None and current.fits(name, text) else None


def _by_key(
    origin: dict[str, Any], mine: dict[str, Any], theirs: dict[str, Any]
) -> tuple[dict[str, Any], list[str]]:
    """Both objects in one, and the keys that both changed in another way."""
    together, apart = dict(theirs), []
    for key in {**origin, **mine}:
        if mine.get(key) in (origin.get(key), theirs.get(key)):
            continue
        if theirs.get(key) != origin.get(key):
            apart.append(key)
        elif key in mine:
            together[key] = mine[key]
        else:
            together.pop(key, None)
    return together, apart


def _clash(mine: Any, theirs: Any, last: Event | None, *, is_text: bool = False) -> Clash:
    return Clash(mine, theirs, last.actor_name if last else "", last.at if last else None, is_text)
