"""The page "Sinds vorig jaar": one list for each thing that may need a look."""

from __future__ import annotations

from typing import Any

from dekkend.profile.base.models import Profile
from dekkend.profile.writing.models import Carried
from dekkend.profile.writing.parts import parts_of, split
from dekkend.profile.writing.queries import with_rows
from dekkend.profile.writing.unchanged import year_of
from dekkend.profile.writing.views.paths import of_part

from .walking import steps


def shown(profile: Profile, carried: Carried) -> dict[str, Any]:
    with_rows(profile)
    walked = steps(profile, carried)
    parts = [
        (part, year_of(profile, carried, part.key), of_part(profile, part.key)) for part in parts_of(profile)
    ]
    improves = profile.format.section_of_kind("improvements")
    asked, _ = split(profile)
    return {
        "homeless": carried.homeless,
        "parts": parts,
        "open_parts": sum(year.state == "open" for _, year, _ in parts),
        "steps": walked,
        "open_steps": sum(not step.is_walked for step in walked),
        "agreed": profile.agreements.exists(),
        "asked": asked,
        "points_url": of_part(profile, improves.id, "gevraagd") if improves else "",
    }
