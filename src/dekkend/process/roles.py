"""Who holds which role where. A higher floor knows the memberships and registers the look-up at start-up."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Protocol

# What the Dutch screen calls a role.
TITLES = {
    "head": "directeur",
    "coordinator": "intern begeleider",
    "staff": "teamlid",
    "council": "MR",
    "board": "bestuur",
    "adviser": "begeleider",
    "analyst": "analist",
    "administrator": "beheerder",
    "person": "teamlid",
}


class Subject(Protocol):
    """Anything an act is done to."""

    @property
    def places(self) -> dict[str, Any]:
        """Scope -> key of the place: {"school": 12, "board": 3, "alliance": 1}."""


@dataclass(frozen=True)
class Held:
    """One role somebody holds: role "head", scope "school", key 12."""

    role: str
    scope: str
    key: Any


_lookups: list[Callable[[Any], Iterable[Held]]] = []


def register(lookup: Callable[[Any], Iterable[Held]]) -> None:
    """`lookup(user)` gives all roles of a user; called once per user object."""
    if lookup not in _lookups:
        _lookups.append(lookup)


def held_by(user: Any) -> frozenset[Held]:
    """All roles of this person. One query per look-up, then kept on the user object."""
    if not getattr(user, "is_active", False):
        return frozenset()
    kept: frozenset[Held] | None = getattr(user, "_held", None)
    if kept is None:
        kept = frozenset(held for lookup in _lookups for held in lookup(user))
        user._held = kept
    return kept


def role_at(user: Any, subject: Subject, pairs: Iterable[tuple[str, str]]) -> str:
    """The first role of `pairs` that this person holds at this subject, or ""."""
    if not getattr(user, "is_active", False):
        return ""
    places = subject.places
    for role, scope in pairs:
        if scope == "anywhere" or (scope == "copy" and places.get("person") == user.pk is not None):
            return role
        if scope in places and Held(role, scope, places[scope]) in held_by(user):
            return role
    return ""
