"""What the margin says of each paragraph: where it came from, and whether what it came from changed afterwards."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dekkend.documents.markdown import to_plain
from dekkend.formats.model import Format
from dekkend.kit.diff import Passage, passages
from dekkend.kit.words import listed
from dekkend.profile.base.road import day

from .blocks import Block
from .drafting import LeftOut, Recipe, draft_of, renewed
from .origins import (
    AGREED,
    DRAFT,
    EARLIER,
    HAND,
    OLD,
    QUESTION,
    Origin,
    Traced,
    is_unread,
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
    was: str  # the answer then, as people read it; "" when it cannot be compared with the answer now
    now: str  # "" when it is no longer agreed
    mark: str
    said: tuple[Passage, ...]  # old words to new words
    replaced: tuple[Passage, ...]  # what would be replaced, where a person changed the words
    may_take: bool

    @property
    def is_other_answer(self) -> bool:
        return bool(self.was) and self.was != self.now


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
    seal: str = ""  # of a paragraph of a first draft that nobody touched yet

    @property
    def asks(self) -> bool:
        """Somebody must look: the source changed, or nobody read the draft."""
        return bool(self.change or self.seal)


@dataclass(frozen=True)
class Drafting:
    """A first draft that can be made in an empty text, or that stands there and was not looked at."""

    numbers: tuple[str, ...]  # of what it is or would be made of; empty: it cannot be made
    left_out: tuple[LeftOut, ...]
    unread: int = 0  # paragraphs
    is_stale: bool = False  # what was agreed changed after it was made
    can_be_renewed: bool = False  # it did, and nobody touched a word

    @property
    def can_be_made(self) -> bool:
        return bool(self.numbers) and not self.unread


@dataclass(frozen=True)
class Margin:
    notes: tuple[Note, ...] = ()
    drafting: Drafting | None = None

    @property
    def changes(self) -> int:
        return sum(note.change is not None for note in self.notes)

    @property
    def asks(self) -> bool:
        return any(note.asks for note in self.notes)

    @property
    def signs(self) -> tuple[tuple[str, str, str], ...]:
        """Mark, icon and number of what this text was made of, each once."""
        quiet = ((note.mark, note.icon, note.number) for note in self.notes if not note.asks)
        return tuple(dict.fromkeys(quiet))


NO_MARGIN = Margin()


def margin_of(fmt: Format, known: Traced, blocks: Mapping[str, Block], recipe: Recipe = Recipe()) -> Margin:
    """No query: `blocks` holds what every source says now, also those that the recipe looks at."""
    drafting = drafting_of(fmt, known, recipe, blocks)
    if not any(origin.kind for origin in known.origins):
        return Margin(drafting=drafting) if drafting else NO_MARGIN
    notes, told = [], set()
    for part, origin in known.pairs:
        is_first = origin.follows and origin.source not in told
        if is_first:
            told.add(origin.source)
        change = change_of(fmt, known, origin, blocks.get(origin.source)) if is_first else None
        notes.append(note_of(fmt, part, known, origin, change))
    return Margin(tuple(notes), drafting)


def drafting_of(fmt: Format, known: Traced, recipe: Recipe, blocks: Mapping[str, Block]) -> Drafting | None:
    """None without rules, and where a text has words and no paragraph that is unread."""
    unread = known.unread
    if not recipe.rules or (known.text.strip() and not unread):
        return None
    draft = draft_of(fmt, recipe, blocks)
    now = {plainly(part) for part, _ in draft.parts}
    anew = bool(renewed(known, draft))
    is_stale = anew or any(plainly(part) not in now for part, _ in unread)
    return Drafting(draft.numbers, draft.left_out, len(unread), is_stale, anew)


def note_of(fmt: Format, part: str, known: Traced, origin: Origin, change: Change | None) -> Note:
    here = standing(known, origin.source) if origin.kind in AGREED else part
    edited = bool(origin.words) and not same(here, origin.words)
    return Note(
        first=first_words(part),
        number="" if origin.also else number_of(fmt, origin.source),
        mark=mark_of(fmt, origin),
        icon=ICONS.get(origin.kind, ""),
        said=said_of(fmt, origin, edited),
        is_changed_by_hand=edited,
        change=change,
        seal=seal_of(part, origin.words, origin.value) if is_unread(part, origin) else "",
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
    """ "" for what was made of more answers than one."""
    return fmt.scale.get(origin.value).mark if origin.value in fmt.scale and not origin.also else ""


def said_of(fmt: Format, origin: Origin, is_edited: bool = False) -> str:
    when = f" op {day(origin.day)}" if origin.day else ""
    if origin.kind == EARLIER:
        return "; eerder ".join(filter(None, (earlier_said(origin, is_edited), old_said(origin))))
    if origin.kind == OLD:
        return old_said(origin) or "uit het oude profiel"
    if origin.kind == DRAFT:
        return draft_said(fmt, origin)
    if origin.kind == HAND:
        return f"geschreven door {hand_of(origin)}"
    if origin.kind in AGREED:
        if origin.kind == QUESTION:
            return f"samenvatting, geschreven{when}"
        talked = f" in het gesprek van {day(origin.day)}" if origin.talk and origin.day else when
        return f"afgesproken{talked}"
    return "herkomst niet bekend"


def earlier_said(origin: Origin, is_edited: bool) -> str:
    if is_edited or not origin.since:
        return f"uit het profiel van {origin.since}" if origin.since else "uit een eerder profiel"
    return f"ongewijzigd sinds {origin.since}"


def old_said(origin: Origin) -> str:
    return f"uit het oude profiel, {origin.where}" if origin.where else ""


def draft_said(fmt: Format, origin: Origin) -> str:
    """ "eerste opzet uit 7.1 en 7.2"; of one source its number stands before it already."""
    numbers = list(filter(None, (number_of(fmt, source) for source in origin.sources))) if origin.also else []
    of = listed(numbers)
    said = f"eerste opzet uit {of}" if of else "eerste opzet"
    return f"{said}, nagekeken door {hand_of(origin)}" if origin.on else said


def hand_of(origin: Origin) -> str:
    """ "Ina Begeleider, intern begeleider, 25 november" """
    return ", ".join(each for each in (origin.who, origin.role, day(origin.day)) if each)


def change_of(fmt: Format, known: Traced, origin: Origin, block: Block | None) -> Change | None:
    """None when the source says what it said. A source that this format does not have says nothing."""
    if not origin.follows or not number_of(fmt, origin.source):
        return None
    if origin.kind == EARLIER and block is None:
        return None  # not agreed yet this year
    words, value = (block.text, block.value) if block else ("", "")
    if same(words, origin.source_said) and value == origin.value:
        return None
    here = standing(known, origin.source)
    return Change(
        source=origin.source,
        seal=seal_of(here, words, value),
        was=label_of(fmt, origin),
        now=block.label if block else "",
        mark=block.mark if block else "",
        said=tuple(passages(origin.source_said, words)),
        replaced=tuple(passages(here, words)) if not same(here, origin.source_said) else (),
        may_take=bool(block and block.is_offered and not same(here, words)),
    )


def label_of(fmt: Format, origin: Origin) -> str:
    if origin.kind == EARLIER and not origin.value and fmt.has_item(origin.source):
        return ""
    if origin.kind == QUESTION or (origin.kind == EARLIER and not origin.value):
        return "samenvatting" if origin.source_said else ""
    return fmt.scale.get(origin.value).label if origin.value in fmt.scale else origin.value


def sources_in(texts: Iterable[Traced]) -> set[str]:
    return {source for known in texts for source in known.sources}
