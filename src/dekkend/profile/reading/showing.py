"""Which part of an old profile is shown: one part of the new one, or what is still to be looked at, sheet by sheet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from .models import OldPassage

NONE, GAPS = "geen", "gemist"  # what is proposed for nothing, and what could not be read
OPEN = "open"
AT_ONCE = 60  # passages on one sheet; a sheet begins with a heading where one is near
NEAR = 20


@dataclass(frozen=True)
class Choice:
    """`part`: id of a section, NONE, GAPS, or "" for all. `at`: the passage that somebody just did something with."""

    part: str = ""
    is_open: bool = False
    sheet: int = 0
    at: int = 0

    def url(self, url: str, *, sheet: int = 0, at: int = 0) -> str:
        """The same choice, on this sheet or at this passage."""
        told = {
            "deel": self.part,
            "toon": OPEN if self.is_open else "",
            "blad": sheet if sheet > 1 else "",
            "stuk": at,
        }
        query = urlencode({key: value for key, value in told.items() if value})
        return f"{url}{'?' if query else ''}{query}{f'#stuk-{at}' if at else ''}"

    def has(self, row: OldPassage) -> bool:
        if row.is_gap:
            return self.part in ("", GAPS) and not self.is_open
        if self.is_open and row.state != OldPassage.State.OPEN and row.position != self.at:
            return False
        return not self.part or self.part == part_of(row)


def choice_in(told: Mapping[str, str], sections: Iterable[str]) -> Choice:
    """As the page asks it; what it cannot ask is left out."""
    part = told.get("deel", "")
    return Choice(
        part if part in (NONE, GAPS, *sections) else "",
        told.get("toon") == OPEN,
        number_in(told.get("blad", "")),
        number_in(told.get("stuk", "")),
    )


def number_in(told: str) -> int:
    return int(told) if told.isdecimal() and len(told) < 6 else 0


def part_of(row: OldPassage) -> str:
    if row.is_gap:
        return GAPS
    return row.aim.section if row.aim else NONE


def chosen(rows: list[OldPassage], choice: Choice) -> list[OldPassage]:
    """What is chosen, with the headings above it."""
    if not choice.part and not choice.is_open:
        return rows
    found: list[OldPassage] = []
    above: list[OldPassage] = []
    for row in rows:
        if row.is_heading:
            above = [*(head for head in above if head.level < row.level), row]
        elif choice.has(row):
            found += [*above, row]
            # Said once; a heading that comes again was said for its level.
            above = []
    return found


def starts_of(rows: list[OldPassage]) -> list[int]:
    """Where sheets begin."""
    starts = [0]
    while len(rows) - starts[-1] > AT_ONCE:
        wanted = starts[-1] + AT_ONCE
        heads = [at for at in range(wanted, wanted - NEAR, -1) if rows[at].is_heading]
        starts.append(heads[0] if heads else wanted)
    return starts


def sheet_with(rows: list[OldPassage], starts: list[int], choice: Choice) -> int:
    """The sheet that is asked, or else the one with the passage at which somebody is."""
    if choice.sheet or not choice.at:
        return min(max(choice.sheet, 1), len(starts))
    index = next((at for at, row in enumerate(rows) if row.position == choice.at), 0)
    return sum(start <= index for start in starts)


def next_open(rows: list[OldPassage], after: int) -> int:
    """Position of the next passage to look at; from the beginning again when there is none after this one."""
    asked = [row.position for row in rows if row.is_text and row.state == OldPassage.State.OPEN]
    return next((position for position in asked if position > after), asked[0] if asked else 0)
