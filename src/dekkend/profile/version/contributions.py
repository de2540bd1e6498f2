"""What higher floors add to the content of a version before it is sealed, by name."""

from collections.abc import Callable, Mapping
from typing import Any

from dekkend.profile.base.models import Profile

Gather = Callable[[Profile], Any]
_parts: dict[str, Gather] = {}
_rows: dict[str, str] = {}


def add(name: str, gather: Gather, *, row: str = "") -> None:
    """`gather(profile)` gives JSON-ready data that stands under `name` in the content.

    `row`: the kind of row whose values they are, as the log calls it: then they can be read back at any moment.
    """
    _parts[name] = gather
    if row:
        _rows[name] = row


def gathered(profile: Profile) -> dict[str, Any]:
    return {name: gather(profile) for name, gather in _parts.items()}


def as_it_was(saves: Mapping[str, Mapping[str, Any]]) -> dict[str, dict[str, str]]:
    """From the values that rows held at some moment, by their subject; nothing for a row that was not there yet."""
    found: dict[str, dict[str, str]] = {}
    for name, row in _rows.items():
        held = next((data for subject, data in saves.items() if subject.partition("/")[0] == row), {})
        found[name] = {key: str(value or "") for key, value in held.items()}
    return found


def row_of(name: str) -> str:
    return _rows.get(name, "")
