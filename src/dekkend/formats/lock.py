"""`formats/lock.yml`: the sha256 of every version the project has released."""

from __future__ import annotations

from .places import formats_folder
from .reader import text_of
from .yamlfile import parse


def locked() -> dict[str, str]:
    """Reference ("almere-po/2026.1") -> sha256. Empty when there is no lock."""
    text, faults = text_of(formats_folder() / "lock.yml")
    file = None if faults else parse("lock.yml", text)[0]
    return dict(file.data) if file is not None and isinstance(file.data, dict) else {}
