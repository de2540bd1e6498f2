"""The page "Sinds vorig jaar": one list for each thing that may need a look."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from dekkend.documents.tree import Block, Section
from dekkend.profile.base.models import Profile
from dekkend.profile.version.compile import content_for
from dekkend.profile.version.papers.pieces import own
from dekkend.profile.version.papers.sop import section as paper_of
from dekkend.profile.writing.kinds import causes_of
from dekkend.profile.writing.models import Carried
from dekkend.profile.writing.parts import PROVISIONS, Part, parts_of, split
from dekkend.profile.writing.queries import with_rows
from dekkend.profile.writing.unchanged import Year, year_of
from dekkend.profile.writing.views.paths import of_part

from .walking import steps


@dataclass(frozen=True)
class Seen:
    """One part, how far it is, and what stands in it: it can be read and confirmed without leaving the page."""

    part: Part
    year: Year
    url: str
    blocks: tuple[Block, ...]


def read(profile: Profile, key: str) -> tuple[Block, ...]:
    """As it will be printed, without what every profile says in every year. No query beside rows and provisions."""
    if key == PROVISIONS:
        how = {row.key: row.how for row in profile.provision_texts.all()}
        return tuple(
            Section(each.title, own(how.get(each.key, "")))
            for each in profile.round.catalogue.provisions.all()
        )
    section = profile.format.section(key)
    blocks = paper_of(content_for(profile, section), profile.format, section).blocks
    if section.kind != "boundaries":
        return blocks
    written = {f"grens-{row.element}" for row in profile.boundaries.all()}
    return tuple(block for block in blocks if getattr(block, "id", "") in written) or blocks


def shown(profile: Profile, carried: Carried) -> dict[str, Any]:
    with_rows(profile)
    walked = steps(profile, carried)
    parts = [
        Seen(part, year_of(profile, carried, part.key), of_part(profile, part.key), read(profile, part.key))
        for part in parts_of(profile)
    ]
    asked, _ = split(profile)
    first = next((part for part in parts if part.year.state == "open"), None)
    return {
        "homeless": carried.homeless,
        "parts": parts,
        "open_parts": sum(part.year.state == "open" for part in parts),
        "steps": walked,
        "open_steps": sum(not step.is_walked for step in walked),
        "agreed": profile.agreements.exists(),
        "unfolded": first.part.key if first else "",  # the one to read now
        "asked": [{"row": row, "causes": tuple(causes_of(profile.format, row))} for row in asked],
        "parts_url": of_part(profile, parts[0].part.key),
    }
