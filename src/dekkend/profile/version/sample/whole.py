from __future__ import annotations

from random import Random
from typing import Any

from dekkend.formats.model import Format
from dekkend.formats.provisions import example_provisions
from dekkend.profile.version.content.shape import Content, filled

from .answers import answers, summaries
from .bank import bank
from .offer import arrangements, boundaries, specialisations
from .points import improvements
from .texts import texts


def sample_content(
    fmt: Format, *, seed: int, school: dict[str, Any], schooljaar: str = "2027-2028"
) -> Content:
    """Complete, believable, invented, and always marked so. The same arguments give the same content.

    What a school offers differs by seed and school, so that areas get needs that nobody or one school covers.
    """
    chance = Random(f"{seed} {school['brin6']}")  # noqa: S311 -- a story, no secret
    given = answers(fmt, chance)
    offered = arrangements(fmt, chance)
    return filled(
        {
            "format": fmt.ref,
            "schooljaar": schooljaar,
            "example": True,
            "school": dict(school),
            "alliance": {"name": school.get("alliance", "")},
            "checklist": {"answers": given, "summaries": summaries(fmt, chance)},
            "texts": texts(fmt, chance),
            "arrangements": offered,
            "specialisations": specialisations(fmt, chance),
            "boundaries": boundaries(fmt, chance),
            "improvements": improvements(fmt, chance, given, offered),
            **provisions(fmt, chance),
            "pupils": {
                **{key: chance.choice(bank()["pupils"][key]) for key in ("method", "said", "changed")},
                "heard_on": f"{schooljaar[:4]}-{chance.choice(['01', '02'])}-{chance.randint(10, 28)}",
            },
        }
    )


def provisions(fmt: Format, chance: Random) -> dict[str, Any]:
    """The example catalogue beside the format, with how this school does it; nothing when it has none."""
    told = example_provisions(fmt.slug)
    if told is None:
        return {}
    return {
        "catalogue": {
            "version": told.version,
            "plan": told.plan,
            "consent_on": told.consent_on.isoformat(),
            "example": told.example,
        },
        "provisions": [
            {
                "id": each.id,
                "title": each.title,
                "text": each.text,
                "how": chance.choice(bank()["provisions"].get(each.id, ["Dat doen we in elke groep."])),
            }
            for each in told.provisions
        ],
    }
