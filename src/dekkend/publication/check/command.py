"""`dekkend verify BESTAND`: for who keeps the server, so nothing is held back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from .known import verdict
from .receive import LARGEST


def verify(path: Path, echo: Callable[[str], None]) -> int:
    """0: a kept file of an adopted version, or its content. 1: not, or not to be read."""
    try:
        if path.stat().st_size > LARGEST:
            echo(f"{path}: dit bestand is groter dan 20 MB. Zo groot zijn de bestanden van Dekkend niet.")
            return 1
        data = path.read_bytes()
    except OSError as error:
        echo(f"{path}: dit kan ik niet lezen ({error.strerror or 'onbekende fout'}). Kijk of de naam klopt.")
        return 1
    found = verdict(data, lambda version: True)
    for line in found.lines():
        echo(line)
    return 0 if found.is_known else 1
