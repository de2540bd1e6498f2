from __future__ import annotations

from random import Random
from typing import Any

from dekkend.formats.model import Format

from .bank import bank

OWNERS = ("Intern begeleider", "Directeur", "Gedragsspecialist", "Werkgroep van drie leraren")


def improvements(
    fmt: Format, chance: Random, given: dict[str, dict[str, Any]], offered: list[dict[str, Any]]
) -> list[dict[str, Any]]:
    """Two to five points: from an answer in development, from a shortage, or from the vision."""
    section = fmt.section_of_kind("improvements")
    if section is None:
        return []
    developing = [item for item, answer in given.items() if fmt.scale.get(answer["value"]).feeds_improvement]
    chosen = [
        (sort, point)
        for sort, points in bank()["improvements"].items()
        for point in chance.sample(points, chance.randint(1, 2))
    ]
    return [
        {
            **point,
            "id": f"v{number}",
            "sort": sort,
            "source": _source(developing, offered, chance),
            "owner": chance.choice(OWNERS),
            "start": f"2027-{chance.choice(['08', '09', '10'])}-01",
            "due": f"2028-{chance.choice(['02', '04', '06'])}-01",
            "state": chance.choice(["planned", "planned", "running"]),
        }
        for number, (sort, point) in enumerate(chosen, 1)
    ]


def _source(developing: list[str], offered: list[dict[str, Any]], chance: Random) -> dict[str, str]:
    short = [
        row["id"]
        for row in offered
        if any(not thing["available"] for column in row["columns"].values() for thing in column["things"])
    ]
    if short and chance.random() < 0.25:
        return {"kind": "shortage", "ref": chance.choice(short)}
    if developing and chance.random() < 0.8:
        return {"kind": "item", "ref": chance.choice(developing)}
    return {"kind": "vision"}
