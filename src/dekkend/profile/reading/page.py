"""The old profile beside the new one, as the page shows it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from dekkend.formats.model import Format, Section
from dekkend.profile.base.models import Profile

from .models import OldPassage, Reading
from .people import Person
from .targets import Target, is_whole, part_name

AT_ONCE = 60  # passages on one page; a page begins with a heading where one is near
NEAR = 20


@dataclass(frozen=True)
class Line:
    """One passage with where it goes."""

    passage: OldPassage
    section: Section | None
    part: str
    people: list[Person]
    is_ready: bool


@dataclass(frozen=True)
class Tally:
    """What is proposed for one part of the new profile."""

    section: Section
    open: int
    ready: int  # that one press takes over
    taken: int
    press: str = ""  # the last one that took over all of this part, of which some still stands
    pressed: int = 0  # so many


@dataclass(frozen=True)
class Sheets:
    """Which pages there are: (number, first passage, is it this one)."""

    first: int
    last: int
    before: int | None
    after: int | None
    number: int
    total: int


@dataclass(frozen=True)
class Board:
    reading: Reading
    lines: list[Line]
    tallies: list[Tally]
    sheets: Sheets
    open: int
    taken: int
    skipped: int
    loose: int  # open, and proposed for nothing


def board_of(profile: Profile, reading: Reading, number: int) -> Board:
    """Two queries, however long the profile is."""
    rows = list(reading.passages.all())
    texts = [row for row in rows if row.is_text]
    starts = starts_of(rows)
    at = min(max(number, 1), len(starts))
    begin, end = starts[at - 1], (starts[at] if at < len(starts) else len(rows))
    states = Counter(row.state for row in texts)
    return Board(
        reading=reading,
        lines=[line_of(profile.format, row) for row in rows[begin:end]],
        tallies=[
            tally
            for section in profile.format.sections
            if (tally := tally_of(profile.format, section, texts))
        ],
        sheets=Sheets(begin + 1, end, at - 1 or None, at + 1 if at < len(starts) else None, at, len(starts)),
        open=states["open"],
        taken=states["taken"],
        skipped=states["skipped"],
        loose=sum(row.state == "open" and not row.target for row in texts),
    )


def starts_of(rows: list[OldPassage]) -> list[int]:
    starts = [0]
    while len(rows) - starts[-1] > AT_ONCE:
        wanted = starts[-1] + AT_ONCE
        heads = [at for at in range(wanted, wanted - NEAR, -1) if rows[at].is_heading]
        starts.append(heads[0] if heads else wanted)
    return starts


def page_of(reading: Reading, position: int) -> int:
    """On which page this passage stands."""
    starts = starts_of(list(reading.passages.all()))
    return sum(start < position for start in starts)


def line_of(fmt: Format, row: OldPassage) -> Line:
    target = row.aim
    section = section_of(fmt, target)
    people = row.people if row.is_text else []
    if target is None or section is None:
        return Line(row, None, "", people, is_ready=False)
    return Line(row, section, part_name(fmt, section, target), people, is_ready=is_whole(fmt, target))


def section_of(fmt: Format, target: Target | None) -> Section | None:
    return next((each for each in fmt.sections if target and each.id == target.section), None)


def tally_of(fmt: Format, section: Section, texts: list[OldPassage]) -> Tally | None:
    mine = [row for row in texts if row.aim and row.aim.section == section.id]
    if not mine:
        return None
    asked = [row for row in mine if row.state == "open"]
    ready = sum(is_whole(fmt, row.aim) and not row.people for row in asked if row.aim)
    taken = [row for row in mine if row.state == "taken"]
    presses = Counter(row.made["press"] for row in taken if row.made.get("press"))
    press = max(presses, default="")
    return Tally(section, len(asked), ready, len(taken), press, presses[press])
