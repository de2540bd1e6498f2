"""A format as frozen objects: what is asked, and how the document is built.

Nothing here knows a number of a question, the name of a scale value, or a region.
All texts are plain Dutch unless a field says Markdown.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

# Four marks, one language: full, half, empty, dash. Open (nothing answered) is "blank".
MarkKind = Literal["full", "half", "empty", "dash"]
Provenance = Literal["VB", "RC", "IN"]  # verbatim-known, reconstructed, invented


@dataclass(frozen=True)
class Value:
    """One value of the scale, in the order of the format (keys 1..n)."""

    id: str  # English slug, stored: "yes", "in_development"
    label: str  # "Ja"
    mark: MarkKind
    feeds_improvement: bool = False  # the handreiking's "In ontwikkeling"
    needs_reason: bool = False  # "n.v.t." only with a reason
    applies: bool = True  # False: left out when values are counted (n.v.t.)
    offers_text: bool = True  # False: shown as bouwsteen, never offered as text

    @property
    def may_improve(self) -> bool:
        """What is not there yet stands ready as an improvement point too, besides what the format says feeds one."""
        return self.feeds_improvement or (self.applies and self.mark == "empty")


@dataclass(frozen=True)
class Standing:
    """One line of the rule that turns the answers of a question into one value.

    Lines are tried from the first; the first that holds gives the value. Shares are
    of the applicable answers. `every` holds if all are that value; `share` if at least
    `at_least` (0..1) are. A line with neither always holds (the last one).
    """

    value: str
    every: str = ""
    share: str = ""
    at_least: float = 0.0


@dataclass(frozen=True)
class Scale:
    values: tuple[Value, ...]
    standings: tuple[Standing, ...]

    def get(self, value_id: str) -> Value:
        """Raise KeyError when the scale has no such value."""
        return self._by_id[value_id]

    def __contains__(self, value_id: object) -> bool:
        return value_id in self._by_id

    @cached_property
    def _by_id(self) -> dict[str, Value]:
        return {value.id: value for value in self.values}

    @cached_property
    def in_order(self) -> tuple[Value, ...]:
        """The values that say "in order": those with a full mark, wherever they stand in the scale."""
        return tuple(value for value in self.values if value.mark == "full")

    def standing(self, answers: list[str]) -> str:
        """The one value for a list of values; "" when any is open or none applies."""
        if "" in answers:
            return ""
        counted = [answer for answer in answers if self.get(answer).applies]
        if not counted:
            return ""
        for line in self.standings:
            if line.every and any(answer != line.every for answer in counted):
                continue
            if line.share and counted.count(line.share) < line.at_least * len(counted):
                continue
            return line.value
        return ""


@dataclass(frozen=True)
class Aspect:
    id: str
    name: str
    short: str
    description: str


@dataclass(frozen=True)
class Audience:
    """People with one function, such as group teachers: what they are asked, and how they are recognised."""

    id: str  # "teacher"
    label: str  # "Groepsleraar"
    plural: str  # "groepsleraren"
    words: tuple[str, ...] = ()  # parts of a function by which somebody is recognised: "leerkracht"
    roles: tuple[str, ...] = ()  # roles in Dekkend that say the same: "head"


@dataclass(frozen=True)
class Topic:
    """One box of an item that is asked per topic (5.1, 5.2)."""

    id: str
    label: str
    need: str = ""  # id of a SupportNeed in the offer


@dataclass(frozen=True)
class Item:
    id: str  # stable, outlives number and wording: "ZOI-2"
    number: str  # "3.2"
    text: str
    aspect: str
    mark: Provenance
    help: str = ""
    topics: tuple[Topic, ...] = ()  # not empty: a box per topic, the item's own value follows
    sentences: tuple[tuple[str, str], ...] = ()  # (value id, sentence a profile can use)
    same_as: str = ""  # "almere-po/2026.1#ZOI-2": the ancestor of a reworded item
    audience: tuple[str, ...] = ()  # ids of audiences that are asked this; empty: as its question says

    def sentence(self, value_id: str) -> str:
        """The item's own sentence for this value, "" when the format gives none."""
        return dict(self.sentences).get(value_id, "")


@dataclass(frozen=True)
class Example:
    """A worked example beside a question: a case, the answer that fits, and what would make another one true."""

    item: Item
    case: str
    answer: Value
    why: str
    change: str


@dataclass(frozen=True)
class Question:
    id: str  # "ZOI"
    number: str  # "3"
    text: str
    short: str  # a few words, for lists
    aspect: str
    mark: Provenance
    items: tuple[Item, ...]
    help: str = ""
    audience: tuple[str, ...] = ()  # ids of audiences that are asked this; empty: everybody
    example: Example | None = None


@dataclass(frozen=True)
class Field:
    """One field of a section. Markdown unless `kind` says otherwise."""

    id: str
    label: str
    kind: Literal["text", "line", "number", "date", "choice"] = "text"
    hint: str = ""
    required: bool = False
    words: int = 0  # a fair length; 0: none given
    source: str = ""  # name of a fact of the school that proposes the value (section of kind facts)
    choices: tuple[tuple[str, str], ...] = ()  # (id, label) for kind "choice"
    aspect: str = ""  # id of the aspect this field describes, "" for none
    public: bool = True  # False: never on a public page or paper
    ambition: bool = False  # True: offered as improvement point


@dataclass(frozen=True)
class Column:
    """One column of the arrangements table."""

    id: str
    title: str
    questions: tuple[str, ...] = ()  # helper questions
    picks: tuple[str, ...] = ()  # ids of pick-lists of the offer


SectionKind = Literal["facts", "texts", "arrangements", "specialisations", "boundaries", "improvements"]


@dataclass(frozen=True)
class Section:
    id: str  # "vision"
    number: str  # "2"
    title: str
    short: str
    kind: SectionKind
    mark: Provenance
    guidance: str
    questions: tuple[str, ...] = ()
    fields: tuple[Field, ...] = ()
    columns: tuple[Column, ...] = ()
    draws: tuple[str, ...] = ()  # carry-over: ids of questions ("VIS") and items ("ZOI-2"), in order
    words: int = 0
    required: bool = True
    statement: str = ""  # fixed sentence printed with the section (boundaries: WPO 40(4))


@dataclass(frozen=True)
class Pick:
    id: str
    label: str
    group: str = ""


@dataclass(frozen=True)
class SupportNeed:
    id: str  # "lezen-dyslexie"
    label: str  # "Lezen en dyslexie"
    parent: str  # in a parent's words
    note: str = ""
    expertise: tuple[str, ...] = ()  # ids in the pick-list "expertise"


@dataclass(frozen=True)
class BoundaryElement:
    """Opening and closing are always printed; the others are switched on one by one."""

    id: str
    label: str
    kind: Literal["opening", "boundary", "closing"]
    starter: str = ""  # own words to start from, Markdown
    needs: tuple[str, ...] = ()  # support needs this boundary may touch


@dataclass(frozen=True)
class Offer:
    needs: tuple[SupportNeed, ...]
    elements: tuple[BoundaryElement, ...]
    picks: tuple[tuple[str, tuple[Pick, ...]], ...]  # list id -> picks

    def need(self, need_id: str) -> SupportNeed:
        return next(need for need in self.needs if need.id == need_id)

    def element(self, element_id: str) -> BoundaryElement:
        return next(element for element in self.elements if element.id == element_id)

    def list(self, list_id: str) -> tuple[Pick, ...]:
        return dict(self.picks).get(list_id, ())


GuideKind = Literal[
    "provisions", "needs", "text", "specialisations", "boundaries", "pupils", "alliance", "dates"
]


@dataclass(frozen=True)
class GuidePart:
    """One part of the text for the schoolgids."""

    id: str
    title: str
    kind: GuideKind
    lead: str = ""  # one sentence before the part, in plain words
    draws: tuple[str, ...] = ()  # "section.field" for kind text


@dataclass(frozen=True)
class Format:
    slug: str  # "almere-po"
    version: str  # "2026.1"
    name: str
    language: str
    provenance: str
    notice: str  # said once on pages and papers: reconstructed, not the official document
    validity_years: int
    scale: Scale
    aspects: tuple[Aspect, ...]
    questions: tuple[Question, ...]
    sections: tuple[Section, ...]
    guide: tuple[GuidePart, ...]
    offer: Offer
    audiences: tuple[Audience, ...] = ()
    changes: str = ""
    sha256: str = ""

    @property
    def ref(self) -> str:
        return f"{self.slug}/{self.version}"

    @cached_property
    def items(self) -> tuple[Item, ...]:
        return tuple(item for question in self.questions for item in question.items)

    @cached_property
    def _items_by_id(self) -> dict[str, Item]:
        return {item.id: item for item in self.items}

    @cached_property
    def _question_of_item(self) -> dict[str, Question]:
        return {item.id: question for question in self.questions for item in question.items}

    def item(self, item_id: str) -> Item:
        """Raise KeyError when there is no such item."""
        return self._items_by_id[item_id]

    def has_item(self, item_id: str) -> bool:
        return item_id in self._items_by_id

    def question(self, question_id: str) -> Question:
        """Raise KeyError when there is no such question."""
        for question in self.questions:
            if question.id == question_id:
                return question
        raise KeyError(question_id)

    def question_of(self, item_id: str) -> Question:
        return self._question_of_item[item_id]

    def audience(self, audience_id: str) -> Audience | None:
        return next((audience for audience in self.audiences if audience.id == audience_id), None)

    def asked_of(self, audience_id: str) -> tuple[Item, ...]:
        """What people of this audience are asked, in order. "" or an unknown one: everything."""
        if self.audience(audience_id) is None:
            return self.items
        return tuple(
            item
            for question in self.questions
            for item in question.items
            if not (wanted := item.audience or question.audience) or audience_id in wanted
        )

    def audience_of(self, function: str, role: str = "") -> str:
        """The audience that a function names, else the one of this role; "" when nothing tells.

        The longest word decides: a "leerkrachtondersteuner" is no "leerkracht".
        """
        named = [
            (len(word), audience.id)
            for audience in self.audiences
            for word in audience.words
            if word.lower() in function.lower()
        ]
        if named:
            return max(named, key=lambda pair: pair[0])[1]
        return next((audience.id for audience in self.audiences if role in audience.roles), "")

    def aspect(self, aspect_id: str) -> Aspect:
        return next(aspect for aspect in self.aspects if aspect.id == aspect_id)

    def section(self, section_id: str) -> Section:
        """Raise KeyError when there is no such section."""
        for section in self.sections:
            if section.id == section_id:
                return section
        raise KeyError(section_id)

    def section_of_kind(self, kind: SectionKind) -> Section | None:
        return next((section for section in self.sections if section.kind == kind), None)
