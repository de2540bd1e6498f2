"""What the margin says of each paragraph: where it came from, and whether what it came from changed afterwards."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dekkend.documents.markdown import to_plain
from dekkend.formats.model import Format
from dekkend.kit.diff import Passage, passages
from dekkend.profile.base.road import day

from .blocks import Block
from .origins import (
    AGREED,
    DRAFT,
    EARLIER,
    HAND,
    ITEM,
    OLD,
    QUESTION,
    Origin,
    Traced,
    plainly,
    same,
    seal_of,
    standing,
)

# So many first words show which paragraph a line is about.
FIRST = 6
ICONS = {HAND: "pen", EARLIER: "book", OLD: "book", DRAFT: "note", QUESTION: "note"}


@dataclass(frozen=True)
class Change:
    """The source of a block changed after its words were put in. Nothing changes by itself."""

    source: str
    seal: str  # of what is shown here
    was: str  # the answer then, as people read it
    now: str  # "" when it is no longer agreed
    mark: str
    said: tuple[Passage, ...]  # old words to new words
    replaced: tuple[Passage, ...]  # what would be replaced, where a person changed the words
    may_take: bool

    @property
    def is_other_answer(self) -> bool:
        return self.was != self.now


@dataclass(frozen=True)
class Note:
    """One paragraph. Of the paragraphs of one block only the first carries the change."""

    first: str  # its first words
    number: str  # "3.2", "" for what has none
    mark: str  # of the answer then
    icon: str  # where there is no answer
    said: str  # "afgesproken op 5 november"
    is_changed_by_hand: bool
    change: Change | None = None


@dataclass(frozen=True)
class Margin:
    notes: tuple[Note, ...] = ()

    @property
    def changes(self) -> int:
        return sum(note.change is not None for note in self.notes)


NO_MARGIN = Margin()


def margin_of(fmt: Format, known: Traced, blocks: Mapping[str, Block]) -> Margin:
    """No query: `blocks` holds what every source says now."""
    if not any(origin.kind for origin in known.origins):
        return NO_MARGIN
    notes, told = [], set()
    for part, origin in known.pairs:
        is_first = origin.kind in AGREED and origin.source not in told
        if is_first:
            told.add(origin.source)
        change = change_of(fmt, known, origin, blocks.get(origin.source)) if is_first else None
        notes.append(note_of(fmt, part, known, origin, change))
    return Margin(tuple(notes))


def note_of(fmt: Format, part: str, known: Traced, origin: Origin, change: Change | None) -> Note:
    here = standing(known, origin.source) if origin.kind in AGREED else part
    edited = bool(origin.words) and not same(here, origin.words)
    return Note(
        first=first_words(part),
        number=number_of(fmt, origin.source),
        mark=mark_of(fmt, origin),
        icon=ICONS.get(origin.kind, ""),
        said=said_of(origin),
        is_changed_by_hand=edited,
        change=change,
    )


def first_words(part: str) -> str:
    told = plainly(to_plain(part)).split()
    first = " ".join(told[:FIRST])
    return first.rstrip(".,;:!?") + "…" if len(told) > FIRST else first


def number_of(fmt: Format, source: str) -> str:
    if fmt.has_item(source):
        return fmt.item(source).number
    return next((each.number for each in fmt.questions if each.id == source), "")


def mark_of(fmt: Format, origin: Origin) -> str:
    return fmt.scale.get(origin.value).mark if origin.value in fmt.scale else ""


def said_of(origin: Origin) -> str:
    when = f" op {day(origin.day)}" if origin.day else ""
    if origin.kind == EARLIER:
        return f"ongewijzigd sinds {origin.since}" if origin.since else "uit een eerder profiel"
    if origin.kind == OLD:
        return ", ".join(filter(None, ("uit het oude profiel", origin.where)))
    if origin.kind == DRAFT:
        return "eerste opzet"
    if origin.kind == HAND:
        people = ", ".join(each for each in (origin.who, origin.role) if each)
        return ", ".join(each for each in (f"geschreven door {people}", day(origin.day)) if each)
    if origin.kind in AGREED:
        if origin.kind == QUESTION:
            return f"samenvatting, geschreven{when}"
        talked = f" in het gesprek van {day(origin.day)}" if origin.talk and origin.day else when
        return f"afgesproken{talked}"
    return "herkomst niet bekend"


def change_of(fmt: Format, known: Traced, origin: Origin, block: Block | None) -> Change | None:
    """None when the source says what it said. A source that this format does not have says nothing."""
    if origin.kind not in AGREED or not number_of(fmt, origin.source):
        return None
    words, value = (block.text, block.value) if block else ("", "")
    if same(words, origin.words) and value == origin.value:
        return None
    here = standing(known, origin.source)
    return Change(
        source=origin.source,
        seal=seal_of(here, words, value),
        was=label_of(fmt, origin),
        now=block.label if block else "",
        mark=block.mark if block else "",
        said=tuple(passages(origin.words, words)),
        replaced=tuple(passages(here, words)) if not same(here, origin.words) else (),
        may_take=bool(block and block.is_offered and not same(here, words)),
    )


def label_of(fmt: Format, origin: Origin) -> str:
    if origin.kind != ITEM:
        return "samenvatting" if origin.words else ""
    return fmt.scale.get(origin.value).label if origin.value in fmt.scale else origin.value


def sources_in(texts: Iterable[Traced]) -> set[str]:
    return {source for known in texts for source in known.sources}
