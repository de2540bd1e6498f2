from __future__ import annotations

from typing import Any

from dekkend.documents.tree import Section as Part
from dekkend.formats.model import Format, Section
from dekkend.profile.version.content.shape import Content

from .pieces import Blocks, facts, missing, own, say
from .words import lower_first

NONE = "Onze school heeft geen specialisaties."


def specialisations(content: Content, fmt: Format, section: Section) -> Blocks:
    """Said, never left empty."""
    chosen = content["specialisations"]
    if chosen["rows"]:
        return tuple(specialisation(row, fmt) for row in chosen["rows"])
    return (say(NONE),) if chosen["none"] else (missing("Specialisaties, of dat de school er geen heeft."),)


def specialisation(row: dict[str, Any], fmt: Format) -> Part:
    reach = {pick.id: pick.label for pick in fmt.offer.list("reach")}
    rows = (
        ("Omvang", row["size"]),
        ("Wie", row["who"]),
        ("Voor kinderen van", lower_first(reach.get(row["reach"], ""))),
        ("Sinds", row["since"]),
        ("Tot", row["until"]),
    )
    return Part(row["title"], (*own(row["target"]), *facts(rows)), id=f"specialisatie-{row['id']}")
