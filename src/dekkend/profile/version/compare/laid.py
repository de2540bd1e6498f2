"""Two contents beside each other: what changed, by word, and who wrote it last."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from dekkend.audit.models import Event
from dekkend.documents.markdown import to_plain
from dekkend.formats.comparable import Comparable
from dekkend.formats.model import Format
from dekkend.formats.queries import comparable_with
from dekkend.kit.diff import Pair, side_by_side
from dekkend.kit.words import listed
from dekkend.profile.version.content.shape import Content, filled

from .pieces import CHECKLIST, Part, Piece, Thing, names_for, parts

State = Literal["same", "changed", "new", "gone"]
WORDS = {"new": "erbij", "gone": "weggehaald", "changed": "veranderd", "same": "gelijk"}
Touches = Mapping[str, Event]  # key of a piece or a thing -> the last save of it
# What stands at one side alone is told in one line, and folded, where one part has more than so many of it.
FEW = 3
TEXTS = 6  # what went, for its names say most of it


@dataclass(frozen=True)
class Row:
    """One text at both moments."""

    key: str
    label: str
    state: State
    pairs: tuple[Pair, ...]
    touch: Event | None = None

    @property
    def word(self) -> str:
        return WORDS[self.state]


@dataclass(frozen=True)
class Card:
    """Texts that belong together, under one title."""

    key: str
    title: str
    state: State
    rows: tuple[Row, ...]
    short: str = ""

    @property
    def name(self) -> str:
        return self.short or self.title or self.rows[0].label

    @property
    def only(self) -> State:
        """ "new" or "gone" where every text of it stands at one side alone, else its own state."""
        states = {row.state for row in self.rows}
        return next(iter(states)) if len(states) == 1 else "changed"

    @property
    def is_whole(self) -> bool:
        """It came or went altogether."""
        return self.state in ("new", "gone")

    @property
    def touch(self) -> Event | None:
        """The last of its rows."""
        return max((row.touch for row in self.rows if row.touch), key=lambda event: event.at, default=None)

    @property
    def changed(self) -> tuple[Row, ...]:
        return tuple(row for row in self.rows if row.state != "same")

    @property
    def same(self) -> tuple[Row, ...]:
        return tuple(row for row in self.rows if row.state == "same")

    @property
    def word(self) -> str:
        return WORDS[self.state]


@dataclass(frozen=True)
class Fold:
    """What stands at one side alone, too many to show at once."""

    state: State
    cards: tuple[Card, ...]

    @property
    def word(self) -> str:
        return WORDS[self.state]

    @property
    def count(self) -> int:
        return count(self.cards)

    @property
    def names(self) -> str:
        """ "1.1, 1.2, 1.3 en 56 andere" """
        return listed([card.name for card in self.cards], most=FEW + 1)

    @property
    def is_long(self) -> bool:
        texts = sum(len(card.rows) for card in self.cards)
        return len(self.cards) > FEW or (self.state == "gone" and len(self.cards) > 1 and texts > TEXTS)


@dataclass(frozen=True)
class Laid:
    """One part of the profile."""

    id: str
    number: str
    title: str
    cards: tuple[Card, ...]
    apart: str = ""  # "3.2 (gesplitst)": items of which the two moments cannot be laid side by side
    gone: tuple[str, ...] = ()  # numbers of items that are asked no more

    @property
    def changed(self) -> tuple[Card, ...]:
        return tuple(card for card in self.cards if card.state != "same")

    @property
    def same(self) -> tuple[Card, ...]:
        return tuple(card for card in self.cards if card.state == "same")

    @property
    def folds(self) -> tuple[Fold, ...]:
        states: tuple[State, ...] = ("gone", "new")
        found = (Fold(state, tuple(card for card in self.changed if card.only == state)) for state in states)
        return tuple(fold for fold in found if fold.is_long)

    @property
    def shown(self) -> tuple[Card, ...]:
        folded = {fold.state for fold in self.folds}
        return tuple(card for card in self.changed if card.only not in folded)

    @property
    def count(self) -> int:
        return count(self.changed)


def count(cards: Iterable[Card]) -> int:
    """What came or went as a whole counts once."""
    return sum(1 if card.is_whole else len(card.changed) for card in cards)


def lay(
    before: Content, after: Content, fmt: Format, *, inside: bool, same_rows: bool, touches: Touches
) -> list[Laid]:
    """Every part in the order of the document. `same_rows`: both are of one profile, so ids mean the same row."""
    before, after = filled(before), filled(after)
    old = parts(before, fmt, inside=inside, names=names_for(before, after, same_rows=same_rows))
    new = parts(after, fmt, inside=inside, names={})
    found = [laid(one, other, touches) for one, other in zip(old, new, strict=True)]
    seen = comparable_with(before.get("format"), fmt)
    return [without(part, seen, fmt) if part.id == CHECKLIST else part for part in found]


def without(part: Laid, seen: Comparable, fmt: Format) -> Laid:
    """The answers that may be compared; the rest is named, for side by side it would say "erbij"."""
    left_out = {f"answers/{item.id}" for item in fmt.items if item.id not in seen.items}
    cards = tuple(card for card in part.cards if card.key not in left_out)
    return replace(part, cards=cards, apart=seen.apart(fmt.items), gone=seen.gone)


def laid(before: Part, after: Part, touches: Touches) -> Laid:
    old, new = ({thing.key: thing for thing in part.things} for part in (before, after))
    found = [card(old.get(key), thing, touches) for key, thing in new.items()]
    found += [card(thing, None, touches) for key, thing in old.items() if key not in new]
    return Laid(after.id, after.number, after.title, tuple(each for each in found if each.rows))


def card(before: Thing | None, after: Thing | None, touches: Touches) -> Card:
    """Texts that are empty at both moments are left out."""
    old, new = ({piece.key: piece for piece in thing.pieces} if thing else {} for thing in (before, after))
    here = after or before
    assert here is not None, "one of both is there"
    keys = list(dict.fromkeys([*new, *old]))
    whose = touches.get(here.key)
    rows = [row(old.get(key), new.get(key), (after and touches.get(key)) or whose) for key in keys]
    shown = tuple(each for each in rows if each.pairs)
    states = {each.state for each in shown}
    whole: State = "same" if states <= {"same"} else "changed"
    if here.title:
        whole = "new" if before is None else "gone" if after is None else whole
    return Card(here.key, here.title, whole, shown, here.short)


def row(before: Piece | None, after: Piece | None, touch: Event | None) -> Row:
    here = after or before
    assert here is not None, "one of both is there"
    was, now = (to_plain(piece.text) if piece else "" for piece in (before, after))
    pairs = tuple(side_by_side(was, now))
    differs = any(pair.passage for pair in pairs)
    state: State = (
        "same" if not differs else "new" if not was.strip() else "gone" if not now.strip() else "changed"
    )
    return Row(here.key, here.label, state, pairs, touch if differs else None)
