"""Arrangements that come with everything in them: from a content, and what last year had."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dekkend.formats.model import Section
from dekkend.profile.base.models import Profile

from .models import Arrangement, ColumnText, Thing
from .parts import count
from .strip import last_year_of

Told = Mapping[str, Any]


def arrangement_rows(
    profile: Profile, told: Told, position: int
) -> tuple[Arrangement, list[ColumnText | Thing]]:
    """Unsaved rows of one arrangement of a content; its parts still miss the arrangement they hang under."""
    row = Arrangement(
        profile=profile,
        need=told["need"],
        places=told.get("places") or None,
        position=position,
        **{name: told.get(name, "") for name in ("title", "target", "duration", "since", "until")},
    )
    parts: list[ColumnText | Thing] = []
    for key, column in told.get("columns", {}).items():
        if column.get("text"):
            parts.append(ColumnText(column=key, text=column["text"]))
        things = column.get("things", [])
        parts += [thing_row(key, thing, number) for number, thing in enumerate(things)]
    return row, parts


def thing_row(column: str, told: Told, position: int) -> Thing:
    return Thing(
        column=column,
        what=told["what"],
        minutes=told.get("minutes") or None,
        group_size=told.get("group_size") or None,
        is_needed=told.get("needed", True),
        is_available=told.get("available", False),
        position=position,
        **{name: told.get(name, "") for name in ("pick", "frequency", "basis", "detail")},
    )


@dataclass(frozen=True)
class Earlier:
    """One arrangement of last year as the page offers it."""

    key: str
    name: str
    things: str  # "6 dingen"
    is_here: bool  # one for the same need, with the same name, stands in this year's profile already
    told: Told


def last_year(profile: Profile) -> tuple[Earlier, ...]:
    """What the latest adopted version of an earlier round had, in its order. No query beside `last_year_of`.

    A need that this year's format has no more cannot be taken over: the school chooses a new one first.
    """
    labels = {need.id: need.label for need in profile.format.offer.needs}
    here = {(row.need, name(row.need, row.title, labels)) for row in profile.arrangements.all()}
    found = []
    for told in last_year_of(profile).content.get("arrangements", ()):
        if told["need"] in labels:
            shown = name(told["need"], told.get("title", ""), labels)
            columns = told.get("columns", {}).values()
            things = sum(len(column.get("things", ())) for column in columns)
            found.append(
                Earlier(
                    told["id"],
                    shown,
                    count(things, "ding", "dingen"),
                    (told["need"], shown) in here,
                    told,
                )
            )
    return tuple(found)


def name(need: str, title: str, labels: Mapping[str, str]) -> str:
    return title or labels.get(need, need)


def in_columns_of(section: Section, parts: list[ColumnText | Thing]) -> list[ColumnText | Thing]:
    """The same parts in columns that this format has: what stood in one that is gone, comes into the first.

    Texts that meet there become one, so that nothing is lost.
    """
    known = [column.id for column in section.columns]
    texts: dict[str, ColumnText] = {}
    kept: list[ColumnText | Thing] = []
    for part in parts:
        part.column = part.column if part.column in known else known[0]
        if isinstance(part, ColumnText) and part.column in texts:
            texts[part.column].text += f"\n\n{part.text}"
            continue
        if isinstance(part, ColumnText):
            texts[part.column] = part
        kept.append(part)
    return kept
