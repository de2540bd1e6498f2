"""Reads table.md, the law of the house, into rows."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

NOTHING = ("–", "-", "")
COLUMNS = ("Handeling", "act", "van", "naar", "wie", "nodig")


@dataclass(frozen=True)
class Row:
    title: str  # "Vaststellen"
    act: str
    states: tuple[str, ...]  # empty: in every state
    to: str  # "": the state stays
    who: tuple[tuple[str, str], ...]  # (role, scope)
    needs: tuple[str, ...]  # names of guards


def parse(text: str) -> dict[str, Row]:
    """Rows by act. Raise ValueError on a line that is not as it should be: the program then does not start."""
    rows: dict[str, Row] = {}
    lines = [line for line in text.splitlines() if line.startswith("|")]
    if cells(lines[0]) != list(COLUMNS):
        raise ValueError(f"table.md: the columns are {COLUMNS}")
    for line in lines[2:]:
        title, act, states, to, who, needs = cells(line)
        if act in rows:
            raise ValueError(f"table.md: {act} stands twice")
        pairs = tuple(pair(word) for word in names(who))
        if not pairs:
            raise ValueError(f"table.md: nobody may {act}")
        rows[act] = Row(title, act, names(states), "" if to in NOTHING else to, pairs, names(needs))
    return rows


def cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


def names(cell: str) -> tuple[str, ...]:
    return () if cell in NOTHING else tuple(name.strip() for name in cell.split(","))


def pair(word: str) -> tuple[str, str]:
    role, at, scope = word.partition("@")
    if not at:
        raise ValueError(f"table.md: {word!r} is not role@place")
    return role, scope


@cache
def table() -> dict[str, Row]:
    return parse((Path(__file__).parent / "table.md").read_text(encoding="utf-8"))
