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
    "guest": "begeleider",
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


# (role that must be held, look-up): what follows from a role, asked only of those who hold it.
_following: list[tuple[str, Callable[[Any], Iterable[Held]]]] = []
_lookups: list[Callable[[Any], Iterable[Held]]] = []


def register(lookup: Callable[[Any], Iterable[Held]]) -> None:
    """`lookup(user)` gives all roles of a user; called once per user object."""
    if lookup not in _lookups:
        _lookups.append(lookup)


def register_following(role: str, lookup: Callable[[Any], Iterable[Held]]) -> None:
    """`lookup(user)` gives roles that only a holder of `role` can have; nobody else pays its query."""
    if (role, lookup) not in _following:
        _following.append((role, lookup))


def held_by(user: Any) -> frozenset[Held]:
    """All roles of this person. One query per look-up, then kept on the user object."""
    if not getattr(user, "is_active", False):
        return frozenset()
    kept: frozenset[Held] | None = getattr(user, "_held", None)
    if kept is None:
        found = {held for lookup in _lookups for held in lookup(user)}
        roles = {held.role for held in found}
        found |= {held for role, lookup in _following if role in roles for held in lookup(user)}
        kept = frozenset(found)
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
