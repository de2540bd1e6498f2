from __future__ import annotations

from random import Random
from typing import Any

from dekkend.formats.model import Column, Format, Section, SupportNeed

from .bank import bank

AVAILABLE = 0.93  # of what is needed; an arrangement of six things is complete two times in three
UNKNOWN_CHANCE = 0.4
BOUNDARY_CHANCE = 0.45


def arrangements(fmt: Format, chance: Random) -> list[dict[str, Any]]:
    """At least one, so that the content is complete."""
    section = fmt.section_of_kind("arrangements")
    if section is None:
        return []
    told = bank()["needs"]
    chosen = [
        need
        for need in fmt.offer.needs
        if chance.random() < told.get(need.id, {}).get("chance", UNKNOWN_CHANCE)
    ] or [fmt.offer.needs[0]]
    return [_arrangement(need, section, fmt, chance) for need in chosen]


def _arrangement(need: SupportNeed, section: Section, fmt: Format, chance: Random) -> dict[str, Any]:
    told = bank()["needs"].get(need.id, {})
    return {
        "id": f"a-{need.id}",
        "need": need.id,
        "title": chance.choice(told.get("titles", [need.label])),
        "target": chance.choice(told.get("target", [f"Voor kinderen bij wie dit speelt: {need.parent}"])),
        "columns": {column.id: _column(column, told, fmt, chance) for column in section.columns},
    }


def _column(column: Column, told: dict[str, Any], fmt: Format, chance: Random) -> dict[str, Any]:
    known = told.get("columns", {}).get(column.id)
    picks = {pick.id: pick.label for list_id in column.picks for pick in fmt.offer.list(list_id)}
    if known:
        chosen = chance.choice(known)
    else:
        chosen = {"things": [{"what": label, "pick": pick} for pick, label in picks.items()][:1]}
    things = [
        {
            **thing,
            "pick": thing.get("pick", "") if thing.get("pick") in picks else "",
            "needed": True,
            "available": chance.random() < AVAILABLE,
        }
        for thing in chosen.get("things", [])
    ]
    return {"text": chosen.get("text", ""), "things": things}


def specialisations(fmt: Format, chance: Random) -> dict[str, Any]:
    needs = {need.id for need in fmt.offer.needs}
    rows = [
        {"id": f"s{number}", **{key: value for key, value in row.items() if key != "chance"}}
        for number, row in enumerate(bank()["specialisations"], 1)
        if chance.random() < row["chance"] and row["need"] in needs
    ]
    return {"none": not rows, "rows": rows}


def boundaries(fmt: Format, chance: Random) -> list[dict[str, str]]:
    told = bank()["boundaries"]
    rows = []
    for element in fmt.offer.elements:
        if element.kind == "boundary" and chance.random() < BOUNDARY_CHANCE:
            known = told.get(element.id) or [
                {"own": element.starter or element.label, "still": "", "then": ""}
            ]
            rows.append({"element": element.id, **chance.choice(known)})
    return rows
