"""The sealed versions of a school form a row: each holds the sha256 of the one before, inside what is hashed itself.

Who changes, swaps or takes out a version breaks the row behind it. Versions that were sealed before there was a row
name none: they stay as they are, and the first one after them names the last of them.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from dekkend.region.models import School

from .models import Version

KEY = "previous"


@dataclass(frozen=True)
class Link:
    """One version as the row sees it."""

    name: str  # "versie 2 voor schooljaar 2027-2028"
    sha256: str
    is_whole: bool  # its content has the sha256 that stands beside it
    previous: str | None  # None: sealed before there was a row


@dataclass(frozen=True)
class Chain:
    school: str
    length: int
    fault: str  # the first broken link, as a sentence; "" when there is none


def newest_of(school: int) -> str:
    """The sha256 of the last version this school sealed, in any year; "" when there is none.

    Call it inside the transaction that seals: two rounds of one school wait for each other here.
    """
    School.objects.select_for_update(of=("self",)).get(pk=school)
    last = Version.objects.filter(profile__school=school).order_by("-pk").values_list("sha256", flat=True)
    return last.first() or ""


def chains() -> Iterator[Chain]:
    """Every school that sealed something, by its code. One query; one version in memory at a time."""
    rows = Version.objects.select_related("profile__school", "profile__round")
    rows = rows.order_by("profile__school__brin6", "pk")
    for school, versions in groupby(rows.iterator(chunk_size=50), key=lambda row: row.profile.school):
        yield chain(f"{school.name} ({school.brin6})", map(link, versions))


def link(version: Version) -> Link:
    name = f"versie {version.number} voor schooljaar {version.profile.round.schooljaar}"
    is_whole = hashlib.sha256(version.content.encode()).hexdigest() == version.sha256
    try:
        data = json.loads(version.content)
    except ValueError:
        return Link(name, version.sha256, False, None)
    return Link(name, version.sha256, is_whole, data.get(KEY) if isinstance(data, dict) else None)


def chain(school: str, links: Iterable[Link]) -> Chain:
    fault, length, before = "", 0, None
    for each in links:
        length += 1
        fault = fault or broken(each, before)
        before = each
    return Chain(school, length, fault)


def broken(link: Link, before: Link | None) -> str:
    """What is wrong with this link, "" when nothing is."""
    if not link.is_whole:
        return f"{link.name} is veranderd: de inhoud past niet bij het kenmerk {link.sha256[:16]}."
    if link.previous is None:
        begun = before is not None and before.previous is not None
        return f"{link.name} noemt niet welke versie ervoor kwam." if begun else ""
    if link.previous == (before.sha256 if before else ""):
        return ""
    if before is None:
        return f"{link.name} noemt een versie ervoor ({link.previous[:16]}) die er niet meer is."
    return f"{link.name} volgt niet op {before.name}: er is een versie weg, of een versie is vervangen."


def verify_chains(echo: Callable[[str], None]) -> int:
    """`dekkend verify --chain`. 0: every row is whole; 1: the first broken link of each school that has one."""
    faults = schools = versions = 0
    for found in chains():
        schools, versions = schools + 1, versions + found.length
        if found.fault:
            faults += 1
            echo(f"{found.school}: {found.fault}")
    told = f"{count(versions, 'versie', 'versies')} van {count(schools, 'school', 'scholen')}"
    if faults:
        echo(
            f"Nagekeken: {told}. Bij {faults} klopt de rij niet. Zet een back-up terug van voor de verandering."
        )
        return 1
    echo(f"Nagekeken: {told}. Elke versie is zoals zij verzegeld is, en er ontbreekt er geen.")
    return 0


def count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
