"""A whole format, and how to find something in it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from .checklist import Aspect, Audience, Item, Question
from .guide import GuidePart
from .offer import Offer
from .scale import Scale
from .sections import ProvisionSources, Section, SectionKind


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
    provisions: tuple[ProvisionSources, ...] = ()
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

    def draws_of_provision(self, provision_id: str) -> tuple[str, ...]:
        """Ids of questions and items; none for a provision that this format does not know."""
        return next((each.draws for each in self.provisions if each.id == provision_id), ())

    def section_of_kind(self, kind: SectionKind) -> Section | None:
        return next((section for section in self.sections if section.kind == kind), None)
