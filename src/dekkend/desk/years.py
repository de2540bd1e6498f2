"""A school has a profile in each round; the newest is its work, the earlier ones are there to read."""

from __future__ import annotations

from collections.abc import Iterable

from dekkend.profile.base.models import Profile


def by_school(profiles: Iterable[Profile]) -> list[tuple[Profile, list[Profile]]]:
    """The newest profile of each school with those before it; `profiles` has the newest round first."""
    found: dict[int, list[Profile]] = {}
    for profile in profiles:
        found.setdefault(profile.school_id, []).append(profile)
    return [(years[0], years[1:]) for years in found.values()]
