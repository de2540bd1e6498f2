"""The three ways into a copy, and the addresses behind each: the shared one, one's own, and a code."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from dekkend.formats.model import Format, Item, Question
from dekkend.profile.base.models import Profile

from .models import Copy


@dataclass(frozen=True)
class Door:
    name: str  # prefix of the names of the pages
    args: tuple[Any, ...]
    by_code: bool = False  # whoever comes in here has the code; who is signed in does not matter

    @property
    def start(self) -> str:
        return reverse(self.name, args=self.args)

    def page(self, name: str, *more: str) -> str:
        """Another page of this copy: "paper", "form", "book"."""
        return reverse(f"{self.name}_{name}", args=[*self.args, *more])

    def question(self, question: Question) -> str:
        return reverse(f"{self.name}_question", args=[*self.args, question.id])

    def item(self, item: Item, fmt: Format) -> str:
        """The page of the question, at the item."""
        return f"{self.question(fmt.question_of(item.id))}#onderdeel-{item.id}"

    def answer(self, item: Item) -> str:
        return reverse(f"{self.name}_answer", args=[*self.args, item.id])

    def history(self, item: Item) -> str:
        return reverse(f"{self.name}_history", args=[*self.args, item.id])

    def put_back(self, item: Item) -> str:
        return reverse(f"{self.name}_put_back", args=[*self.args, item.id])

    def put_back_summary(self, question: Question) -> str:
        return reverse(f"{self.name}_summary_put_back", args=[*self.args, question.id])

    def last_year(self, item: Item) -> str:
        return reverse(f"{self.name}_last_year", args=[*self.args, item.id])


def shared_door(profile: Profile) -> Door:
    return Door("checklist", (profile.pk,))


def own_door(copy: Copy) -> Door:
    return Door("copy", (copy.profile_id, copy.pk))


def anonymous_door(copy: Copy, code: str) -> Door:
    return Door("anonymous_copy", (copy.profile_id, code), by_code=True)
