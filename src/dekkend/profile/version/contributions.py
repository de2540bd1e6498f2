"""What higher floors add to the content of a version before it is sealed, by name."""

from collections.abc import Callable
from typing import Any

from dekkend.profile.base.models import Profile

Gather = Callable[[Profile], Any]
_parts: dict[str, Gather] = {}


def add(name: str, gather: Gather) -> None:
    """`gather(profile)` gives JSON-ready data that stands under `name` in the content."""
    _parts[name] = gather


def gathered(profile: Profile) -> dict[str, Any]:
    return {name: gather(profile) for name, gather in _parts.items()}
