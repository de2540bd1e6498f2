"""The sections of the profile and what stands in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .checklist import Provenance
from .drafting import DraftRule


@dataclass(frozen=True)
class Subject:
    """What a text must speak of. `words`: any of these shows that it does ("…" at the end: any ending)."""

    id: str
    label: str  # "de zorgplicht", in the middle of a sentence
    words: tuple[str, ...]
    hint: str = ""


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
    subjects: tuple[Subject, ...] = ()
    known_as: tuple[str, ...] = ()  # words by which an old profile is recognised
    draft: tuple[DraftRule, ...] = ()  # how a first draft is made, in order; of kind "text" only


@dataclass(frozen=True)
class Column:
    """One column of the arrangements table."""

    id: str
    title: str
    questions: tuple[str, ...] = ()  # helper questions
    picks: tuple[str, ...] = ()  # ids of pick-lists of the offer
    details: tuple[str, ...] = ()  # what is asked of a thing: frequency, minutes, group_size, basis
    known_as: tuple[str, ...] = ()
    draft: tuple[DraftRule, ...] = ()


@dataclass(frozen=True)
class ProvisionSources:
    """Which questions and items tell how a school gives one basic provision of the samenwerkingsverband."""

    id: str  # of the provision, in the list of the samenwerkingsverband
    draws: tuple[str, ...]  # ids of questions and items, in order
    known_as: tuple[str, ...] = ()  # words by which an old profile is recognised


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
    details: tuple[str, ...] = ()  # what is asked of an arrangement: places, duration, since, until
    draws: tuple[str, ...] = ()  # carry-over: ids of questions ("VIS") and items ("ZOI-2"), in order
    words: int = 0
    required: bool = True
    statement: str = ""  # fixed sentence printed with the section (boundaries: WPO 40(4))
    known_as: tuple[str, ...] = ()
