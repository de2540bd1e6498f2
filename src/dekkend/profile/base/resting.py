"""Which paragraphs of the profile rest on an answer. Rooms below writing ask it; writing registers how to find them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from .models import Profile


@dataclass(frozen=True)
class Rest:
    """One text with paragraphs that came from this source."""

    part: str  # "deel 3"
    name: str  # "Preventieve en lichte interventies"
    url: str


# Profile, id of an item or a question, who looks. [] for who may not see the profile in the making.
Find = Callable[[Profile, str, Any], list[Rest]]
_find: list[Find] = []


def register(find: Find) -> None:
    if find not in _find:
        _find.append(find)


def resting_on(profile: Profile, source: str, user: Any) -> list[Rest]:
    return [rest for find in _find for rest in find(profile, source, user)]
