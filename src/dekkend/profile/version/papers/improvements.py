from __future__ import annotations

from typing import Any

from dekkend.documents.tree import Column, Paragraph, Table, Text
from dekkend.documents.tree import Section as Part
from dekkend.formats.model import Format, Section
from dekkend.profile.version.content.shape import Content

from .arrangements import name
from .pieces import Blocks, labelled, own, say
from .words import day, lower_first

SORTS = {
    "professionalisation": "Professionalisering: wat het team leert",
    "school_development": "Schoolontwikkeling: wat de school verandert",
    "": "Nog niet ingedeeld",
}
# Papers and documents a point can come from, as a reader meets them.
DOCUMENTS = {
    "school_plan": "Uit het schoolplan",
    "year_plan": "Uit het jaarplan",
    "visitation": "Uit het verslag van een visitatie",
    "inspection": "Uit het rapport van de inspectie",
}
STATES = {"planned": "gepland", "running": "loopt", "done": "gedaan"}
COLUMNS = (
    Column("Verbeterpunt", 3),
    Column("Doel en aanpak", 5),
    Column("Wanneer", 3),
    Column("Gelukt als", 3),
)


def improvements(content: Content, fmt: Format, section: Section) -> Blocks:
    """A table per sort. Who carries a point out stays in the school (rulings 5), and so does what was dropped."""
    points = [point for point in content["improvements"] if point["state"] != "dropped"]
    if not points:
        return (say("Onze school heeft voor dit schooljaar geen verbeterpunten."),)
    return tuple(
        Part(title, (_table(title, chosen, content, fmt),), id=f"verbeterpunten-{sort or 'overig'}")
        for sort, title in SORTS.items()
        if (chosen := [point for point in points if point["sort"] == sort])
    )


def _table(title: str, points: list[dict[str, Any]], content: Content, fmt: Format) -> Table:
    return Table(
        f"Verbeterpunten, {title.lower()}", COLUMNS, tuple(_row(point, content, fmt) for point in points)
    )


def _row(point: dict[str, Any], content: Content, fmt: Format) -> tuple[Blocks, ...]:
    told = (source_in_words(each, content, fmt) for each in (point["source"], *point["more_sources"]))
    sources = dict.fromkeys(filter(None, told))  # two shortages of one arrangement are said once
    return (
        (Paragraph((Text(point["title"], bold=True),)), *map(say, sources)),
        (*own(point["goal"]), *labelled("Aanpak:", point["action"])),
        (say(_when(point)), say(STATES[point["state"]])),
        own(point["measure"]),
    )


def source_in_words(source: dict[str, str], content: Content, fmt: Format) -> str:
    """Where the point comes from, never the answer itself."""
    ref, text = source["ref"], source["text"].strip()
    if source["kind"] == "item" and fmt.has_item(ref):
        return f"Uit de checklist, {fmt.item(ref).number}"
    if source["kind"] == "shortage":
        row = next((row for row in content["arrangements"] if row["id"] == ref), None)
        where = f"arrangement {name(row, fmt)}" if row else lower_first(text)
        return f"Tekort bij {where or 'een arrangement'}"
    if source["kind"] == "vision":
        return f"Uit de visie: {lower_first(text)}" if text else "Uit de visie"
    if source["kind"] in DOCUMENTS:
        return ", ".join(filter(None, [DOCUMENTS[source["kind"]], text]))
    return text


def _when(point: dict[str, Any]) -> str:
    start = f"van {day(point['start'])}" if point["start"] else ""
    due = f"tot {day(point['due'])}" if point["due"] else ""
    return " ".join(filter(None, [start, due])) or "nog geen datum"
