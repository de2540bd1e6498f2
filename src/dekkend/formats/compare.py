"""What a new version of a format changes: per question and item, and per piece of the profile. No database."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from .lineage import Known, ancestors, is_newer, nobody
from .model import Format, Item

State = Literal["kept", "moved", "reworded", "split", "joined", "gone", "new"]
WORDS: dict[State, str] = {
    "kept": "zoals het was",
    "moved": "andere plaats",
    "reworded": "anders verwoord",
    "split": "gesplitst",
    "joined": "samengevoegd",
    "gone": "vervalt",
    "new": "nieuw",
}


@dataclass(frozen=True)
class Step:
    """One item of the new version with where it comes from, or one of the old version that is gone."""

    state: State
    before: tuple[Item, ...]
    after: Item | None
    is_reworded: bool = False  # also said of a split or a joined item
    is_moved: bool = False

    @property
    def word(self) -> str:
        return WORDS[self.state]

    @property
    def is_same_question(self) -> bool:
        """An answer given before says the same now: years can be laid side by side."""
        return self.state in ("kept", "moved")


@dataclass(frozen=True)
class Piece:
    """Anything else with a key: a question, a section, a field, a column, a boundary, a need, a value."""

    kind: str  # "vraag", in the middle of a sentence
    state: State  # kept, moved, reworded, gone, new
    before: str  # as it is called, "" when it is new
    after: str
    key: str = ""

    @property
    def word(self) -> str:
        return WORDS[self.state]


@dataclass(frozen=True)
class Comparison:
    before: Format
    after: Format
    steps: tuple[Step, ...]  # in the order of the new checklist, what is gone last
    pieces: tuple[Piece, ...]

    @cached_property
    def counts(self) -> dict[State, int]:
        found = Counter(step.state for step in self.steps)
        return {state: found[state] for state in WORDS if found[state]}

    @cached_property
    def step_of(self) -> dict[str, Step]:
        """By the key of the new item."""
        return {step.after.id: step for step in self.steps if step.after}

    @cached_property
    def heirs(self) -> dict[str, tuple[str, ...]]:
        """Old item -> the new items that come from it, in order."""
        found: dict[str, tuple[str, ...]] = {item.id: () for item in self.before.items}
        for step in self.steps:
            for item in step.before if step.after else ():
                found[item.id] += (step.after.id,) if step.after else ()
        return found

    @property
    def changed(self) -> list[Step]:
        return [step for step in self.steps if step.state != "kept"]

    @property
    def changed_pieces(self) -> list[Piece]:
        return [piece for piece in self.pieces if piece.state != "kept"]


def compare(before: Format, after: Format, known: Known = nobody) -> Comparison:
    """`known` gives formats in between, for an item that names one of them as its ancestor.

    The way back to an earlier version is the same way: it is the later one that names its ancestors.
    """
    came = (
        became(before, after, known)
        if is_newer(before, after)
        else {item.id: ancestors(after, item, before, known) for item in after.items}
    )
    heirs = Counter(old.id for found in came.values() for old in found)
    steps = [step(before, after, item, came[item.id], heirs) for item in after.items]
    gone = [Step("gone", (item,), None) for item in before.items if not heirs[item.id]]
    return Comparison(before, after, (*steps, *gone), tuple(pieces(before, after)))


def became(later: Format, earlier: Format, known: Known) -> dict[str, tuple[Item, ...]]:
    """Item of the earlier version -> the items of the later one that go on with it."""
    found: dict[str, tuple[Item, ...]] = {item.id: () for item in earlier.items}
    for item in later.items:
        for old in ancestors(later, item, earlier, known):
            found[old.id] += (item,)
    return found


def step(before: Format, after: Format, item: Item, old: tuple[Item, ...], heirs: Counter[str]) -> Step:
    if not old:
        return Step("new", (), item)
    reworded = any(asked(each) != asked(item) for each in old)
    moved = any(
        each.number != item.number or before.question_of(each.id).id != after.question_of(item.id).id
        for each in old
    )
    state: State = "reworded" if reworded else "moved" if moved else "kept"
    if len(old) > 1:
        state = "joined"
    elif heirs[old[0].id] > 1:
        state = "split"
    return Step(state, old, item, reworded, moved)


def asked(item: Item) -> tuple[list[str], tuple[str, ...]]:
    """What somebody answers to: however the lines break, and whatever its help says."""
    return item.text.split(), tuple(topic.id for topic in item.topics)


# What a thing is called, where it stands, and the key under which it is stored.
Named = tuple[str, str, str]


def pieces(before: Format, after: Format) -> Iterable[Piece]:
    for kind, names in NAMED.items():
        yield from apart(kind, list(names(before)), list(names(after)))


def apart(kind: str, old: list[Named], new: list[Named]) -> Iterable[Piece]:
    earlier = {key: (number, name) for key, number, name in old}
    for key, number, name in new:
        if key not in earlier:
            yield Piece(kind, "new", "", called(number, name), key)
            continue
        old_number, old_name = earlier.pop(key)
        state: State = "reworded" if old_name != name else "moved" if old_number != number else "kept"
        yield Piece(kind, state, called(old_number, old_name), called(number, name), key)
    for key, (number, name) in earlier.items():
        yield Piece(kind, "gone", called(number, name), "", key)


def called(number: str, name: str) -> str:
    return f"{number} {name}".strip()


def questions(fmt: Format) -> Iterable[Named]:
    return ((each.id, each.number, each.text) for each in fmt.questions)


def sections(fmt: Format) -> Iterable[Named]:
    return ((each.id, each.number, each.title) for each in fmt.sections)


def fields(fmt: Format) -> Iterable[Named]:
    return (
        (f"{part.id}.{each.id}", part.number, each.label) for part in fmt.sections for each in part.fields
    )


def columns(fmt: Format) -> Iterable[Named]:
    section = fmt.section_of_kind("arrangements")
    return ((each.id, "", each.title) for each in (section.columns if section else ()))


def elements(fmt: Format) -> Iterable[Named]:
    return ((each.id, "", each.label) for each in fmt.offer.elements)


def needs(fmt: Format) -> Iterable[Named]:
    return ((each.id, "", each.label) for each in fmt.offer.needs)


def values(fmt: Format) -> Iterable[Named]:
    return ((each.id, "", each.label) for each in fmt.scale.values)


NAMED = {
    "vraag": questions,
    "antwoord": values,
    "deel": sections,
    "veld": fields,
    "kolom": columns,
    "grens": elements,
    "behoefte": needs,
}
