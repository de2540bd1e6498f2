"""What is asked: aspects, questions and items, and who is asked what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .scale import Value

Provenance = Literal["VB", "RC", "IN"]  # verbatim-known, reconstructed, invented


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
    # "almere-po/2026.1#ZOI-2": the item of an earlier version that it goes on with; several when they were joined.
    same_as: tuple[str, ...] = ()
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
