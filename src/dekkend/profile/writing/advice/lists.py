"""The lists of Dutch words beside this code, read once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent / "words"


@cache
def listed(name: str) -> Any:
    return yaml.safe_load((FOLDER / f"{name}.yml").read_text("utf-8"))


def any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    """Whole words, longest first, any number of blanks between them. `…` at the end: any ending."""
    ordered = sorted((str(each) for each in phrases), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(_pattern, ordered))})", re.IGNORECASE)


def _pattern(phrase: str) -> str:
    stem = phrase.rstrip("…")
    inner = r"\s+".join(map(re.escape, stem.split()))
    return rf"{inner}\w*" if stem != phrase else rf"{inner}\b"
