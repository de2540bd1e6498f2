"""The lists of Dutch words beside this code, read once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
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
    return re.compile(rf"\b{branches(ordered, _pattern)}", re.IGNORECASE)


def branches(
    phrases: Iterable[str], pattern: Callable[[str], str] = re.escape, *, either_case: bool = True
) -> str:
    """Finds the first of these that fits, as `a|b|c` would, and looks at a branch only where its first letter stands.

    Each branch costs a try at every word of the text; with the first letter before it nearly all are passed over.
    """
    by_letter: dict[str, list[str]] = {}
    for phrase in phrases:
        letters = {phrase[:1].lower(), phrase[:1].upper()} if either_case else {phrase[:1]}
        by_letter.setdefault("".join(map(re.escape, sorted(letters))), []).append(pattern(phrase))
    if not by_letter:
        return "(?:)"
    each = (f"(?=[{letters}])(?:{'|'.join(found)})" for letters, found in by_letter.items())
    return f"(?=[{''.join(by_letter)}])(?:{'|'.join(each)})"


def _pattern(phrase: str) -> str:
    stem = phrase.rstrip("…")
    inner = r"\s+".join(map(re.escape, stem.split()))
    return rf"{inner}\w*" if stem != phrase else rf"{inner}\b"
