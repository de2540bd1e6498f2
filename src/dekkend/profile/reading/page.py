"""The old profile beside the new one, as the page shows it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from django.urls import reverse

from dekkend.formats.model import Format, Section
from dekkend.profile.base.models import Profile
from dekkend.profile.writing.views.paths import of_part

from .models import OldPassage, Reading
from .people import Person
from .showing import GAPS, NONE, Choice, chosen, next_open, sheet_with, starts_of
from .targets import Target, all_targets, heading_of, part_name, places_of


@dataclass(frozen=True)
class Line:
    """One passage with where it goes."""

    passage: OldPassage
    section: Section | None
    url: str  # of the section
    part: str
    people: list[Person]
    is_ready: bool
    is_here: bool = False  # somebody just did something with it


@dataclass(frozen=True)
class Tally:
    """What is proposed for one part of the new profile."""

    section: Section
    open: int
    ready: int  # that one press takes over
    taken: int
    total: int
    press: str = ""  # the last one that took over all of this part, of which some still stands
    pressed: int = 0  # so many


@dataclass(frozen=True)
class Sheets:
    """Which pages there are."""

    before: int | None
    after: int | None
    number: int
    total: int


@dataclass(frozen=True)
class Board:
    reading: Reading
    choice: Choice
    lines: list[Line]
    tallies: list[Tally]
    sheets: Sheets
    total: int
    open: int
    taken: int
    skipped: int
    loose: int  # proposed for nothing
    loose_open: int
    gaps: int  # that could not be read
    name: str  # of the part that is chosen
    asked: int  # open in what is chosen
    next: int  # position of the next of those
    url: str

    @property
    def kept(self) -> str:
        """For an address that comes back to the same choice."""
        return self.choice.url("")

    @property
    def before_url(self) -> str:
        return f"{self.choice.url(self.url, sheet=self.sheets.before or 1)}#stukken"

    @property
    def after_url(self) -> str:
        return f"{self.choice.url(self.url, sheet=self.sheets.after or 1)}#stukken"

    @property
    def next_url(self) -> str:
        return self.choice.url(self.url, at=self.next)


def board_of(profile: Profile, reading: Reading, choice: Choice) -> Board:
    """Three queries, however long the profile is."""
    fmt = places_of(profile)
    rows = list(reading.passages.all())
    texts = [row for row in rows if row.is_text]
    whole = set(all_targets(fmt))
    tallies = [tally for section in fmt.sections if (tally := tally_of(section, texts, whole))]
    shown = chosen(rows, choice)
    starts = starts_of(shown)
    at = sheet_with(shown, starts, choice)
    begin, end = starts[at - 1], (starts[at] if at < len(starts) else len(shown))
    states = Counter(row.state for row in texts)
    loose = [row for row in texts if not row.target]
    before = choice.at or (shown[begin].position - 1 if begin < len(shown) else 0)
    return Board(
        reading=reading,
        choice=choice,
        lines=[line_of(profile, fmt, row, whole, choice.at) for row in shown[begin:end]],
        tallies=tallies,
        sheets=Sheets(at - 1 or None, at + 1 if at < len(starts) else None, at, len(starts)),
        total=len(texts),
        open=states["open"],
        taken=states["taken"],
        skipped=states["skipped"],
        loose=len(loose),
        loose_open=sum(row.state == "open" for row in loose),
        gaps=sum(row.is_gap for row in rows),
        name=name_of(fmt, choice.part),
        asked=sum(row.is_text and row.state == "open" for row in shown),
        next=next_open(shown, before),
        url=reverse("old_profile", args=[profile.pk]),
    )


def name_of(fmt: Format, part: str) -> str:
    others = {NONE: "Zonder voorstel", GAPS: "Niet gelezen"}
    return others.get(part) or next((heading_of(each) for each in fmt.sections if each.id == part), "")


def line_of(profile: Profile, fmt: Format, row: OldPassage, whole: set[Target], at: int = 0) -> Line:
    """`fmt`: with the basic provisions."""
    target = row.aim
    section = next((each for each in fmt.sections if target and each.id == target.section), None)
    people = row.people if row.is_text else []
    is_here = row.position == at
    if target is None or section is None:
        return Line(row, None, "", "", people, is_ready=False, is_here=is_here)
    url = of_part(profile, section.id)
    return Line(row, section, url, part_name(fmt, section, target), people, target in whole, is_here)


def tally_of(section: Section, texts: list[OldPassage], whole: set[Target]) -> Tally | None:
    mine = [row for row in texts if row.aim and row.aim.section == section.id]
    if not mine:
        return None
    asked = [row for row in mine if row.state == "open"]
    ready = sum(row.aim in whole and not row.people for row in asked)
    taken = [row for row in mine if row.state == "taken"]
    presses = Counter(row.made["press"] for row in taken if row.made.get("press"))
    press = max(presses, default="")
    return Tally(section, len(asked), ready, len(taken), len(mine), press, presses[press])
