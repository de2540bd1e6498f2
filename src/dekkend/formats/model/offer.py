"""Support needs, boundary elements and pick-lists."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Pick:
    id: str
    label: str
    group: str = ""
    weekly: int = 0  # of a frequency: times in a school week; 0: cannot be said


@dataclass(frozen=True)
class SupportNeed:
    id: str  # "lezen-dyslexie"
    label: str  # "Lezen en dyslexie"
    parent: str  # in a parent's words
    note: str = ""
    expertise: tuple[str, ...] = ()  # ids in the pick-list "expertise"
    known_as: tuple[str, ...] = ()  # words by which an old profile is recognised


@dataclass(frozen=True)
class BoundaryElement:
    """Opening and closing are always printed; the others are switched on one by one."""

    id: str
    label: str
    kind: Literal["opening", "boundary", "closing"]
    starter: str = ""  # own words to start from, Markdown
    still: str = ""  # and to say what is still possible
    then: str = ""  # and what the school does then
    needs: tuple[str, ...] = ()  # support needs this boundary may touch
    known_as: tuple[str, ...] = ()

    @property
    def starters(self) -> dict[str, str]:
        """Field of a boundary -> words to start from; fields without any are left out."""
        told = {"own": self.starter, "still": self.still, "then": self.then}
        return {name: text for name, text in told.items() if text}


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

    def pick(self, list_id: str, pick_id: str) -> Pick | None:
        return next((pick for pick in self.list(list_id) if pick.id == pick_id), None)
