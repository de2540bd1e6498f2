"""The earlier version that another is laid beside, also where its format was another. No database here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from dekkend.formats.comparable import Comparable, comparable
from dekkend.formats.model import Format, Section
from dekkend.profile.writing.unchanged import ROWS_OF_KIND

from .content.shape import Content
from .units import Group, groups

Year = tuple[str, Content, Format | None]  # schooljaar, what was adopted then, and its format


@dataclass(frozen=True)
class Earlier:
    """`name` is what it is called: "schooljaar 2026-2027". `format` None: the same as now.

    `seen` says which answers of then may be compared; None: all, for the format is the same. `years` are the adopted
    versions of earlier schooljaren, the last one first.
    """

    content: Content
    name: str
    format: Format | None = None
    seen: Comparable | None = None
    years: tuple[Year, ...] = ()

    def comparable(self, fmt: Format) -> Comparable:
        return self.seen or comparable(fmt, fmt)


def with_former(fmt: Format, older: Format | None) -> Format:
    """This format with what only the older one has, so that it can be said of both what stood there."""
    if older is None or older.ref == fmt.ref:
        return fmt
    sections = tuple(joined(section, same_part(section, older)) for section in fmt.sections)
    gone = (section for section in older.sections if same_part(section, fmt) is None)
    offer = replace(
        fmt.offer,
        needs=both(fmt.offer.needs, older.offer.needs),
        elements=both(fmt.offer.elements, older.offer.elements),
    )
    return replace(fmt, sections=(*sections, *gone), offer=offer)


def same_part(section: Section, other: Format) -> Section | None:
    """Rows belong to their kind of section; texts to the section that they name."""
    if section.kind in ROWS_OF_KIND:
        return other.section_of_kind(section.kind)
    return next((each for each in other.sections if each.id == section.id), None)


def joined(section: Section, older: Section | None) -> Section:
    if older is None:
        return section
    return replace(
        section,
        fields=both(section.fields, older.fields),
        columns=both(section.columns, older.columns),
    )


def both(now: tuple[Any, ...], then: tuple[Any, ...]) -> tuple[Any, ...]:
    known = {each.id for each in now}
    return (*now, *(each for each in then if each.id not in known))


def unchanged_since(content: Content, fmt: Format, years: Iterable[Year]) -> dict[str, str]:
    """Part -> the first schooljaar since which it reads as it does now; a part that is new or changed is left out."""
    left = {group.id: words(group) for group in groups(content, fmt)}
    found: dict[str, str] = {}
    for schooljaar, told, older in years:
        then = {group.id: words(group) for group in groups(told, with_former(fmt, older))}
        left = {key: said for key, said in left.items() if then.get(key) == said}
        found |= dict.fromkeys(left, schooljaar)
        if not left:
            break
    return found


def words(group: Group) -> dict[str, list[str]]:
    """However the lines break."""
    return {unit.key: unit.text.split() for unit in group.units}


def by_year(ids: Iterable[tuple[str, str]], since: Mapping[str, str]) -> Iterator[tuple[str, list[str]]]:
    """Names of parts put together by the year since which they stand there, the latest first; "" where none is known.

    `ids`: (part, name).
    """
    told: dict[str, list[str]] = {}
    for key, name in ids:
        told.setdefault(since.get(key, ""), []).append(name)
    return iter(sorted(told.items(), reverse=True))
