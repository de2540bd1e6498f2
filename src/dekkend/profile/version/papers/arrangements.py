from __future__ import annotations

from typing import Any

from dekkend.documents.tree import Column, Mark, Note, Paragraph, Table, Text
from dekkend.documents.tree import Section as Part
from dekkend.formats.model import Format, Section
from dekkend.profile.version.content.shape import Content

from .pieces import Blocks, labelled, own, say

EMPTY: dict[str, Any] = {"text": "", "things": []}
AVAILABLE, SHORT, SPARE = "is er:", "tekort:", "extra:"


def arrangements(content: Content, fmt: Format, section: Section) -> Blocks:
    """A table per arrangement, with the columns of the format."""
    rows = content["arrangements"]
    if not rows:
        return (say("Onze school heeft nog geen arrangementen beschreven."),)
    return (_legend(rows), *(_arrangement(row, fmt, section) for row in rows))


def _legend(rows: list[dict[str, Any]]) -> Paragraph:
    shown = [
        Mark("full", "nodig, en het is er"),
        Text("   "),
        Mark("empty", "tekort: nodig, en het is er nog niet"),
    ]
    if any(spare(thing) for row in rows for thing in things(row)):
        shown += [Text("   "), Mark("dash", "extra: het is er, en het is niet altijd nodig")]
    return Paragraph(tuple(shown))


def _arrangement(row: dict[str, Any], fmt: Format, section: Section) -> Part:
    need = fmt.offer.need(row["need"])
    columns = tuple(Column(column.title) for column in section.columns)
    written = [row["columns"].get(column.id, EMPTY) for column in section.columns]
    # What is done above, what it takes below: so the marks of all columns stand on one line.
    cells = (tuple(own(column["text"]) for column in written), tuple(_lines(column) for column in written))
    title = row["title"] or need.label
    blocks: Blocks = labelled("Voor wie?", row["target"])
    if row["title"] and row["title"] != need.label:
        blocks = (Paragraph((Text("Ondersteuningsbehoefte: ", bold=True), Text(need.label))), *blocks)
    blocks += (Table(f"Arrangement {title}", columns, tuple(line for line in cells if any(line))),)
    if need.note:
        blocks += (Note((say(need.note),)),)
    return Part(title, blocks, id=f"arrangement-{row['id']}")


def _lines(column: dict[str, Any]) -> Blocks:
    return tuple(line(thing) for thing in column["things"] if thing["needed"] or thing["available"])


def line(thing: dict[str, Any]) -> Paragraph:
    """One thing with its mark; a shortage also in words."""
    words = ": ".join(filter(None, [thing["what"], thing["detail"]]))
    if spare(thing):
        return Paragraph((Mark("dash", SPARE, show_label=False), Text(f" {words}")))
    if thing["available"]:
        return Paragraph((Mark("full", AVAILABLE, show_label=False), Text(f" {words}")))
    return Paragraph((Mark("empty", SHORT), Text(f" {words}")))


def things(row: dict[str, Any]) -> list[dict[str, Any]]:
    return [thing for column in row["columns"].values() for thing in column["things"]]


def spare(thing: dict[str, Any]) -> bool:
    return bool(thing["available"] and not thing["needed"])


def short(thing: dict[str, Any]) -> bool:
    """Needed and not there: domain.md 2.2, the pair that feeds the plan of the neighbourhood."""
    return bool(thing["needed"] and not thing["available"])
