from __future__ import annotations

from typing import Any

from dekkend.documents.tree import Column, Inline, Mark, Note, Paragraph, Table, Text
from dekkend.documents.tree import Section as Part
from dekkend.formats.model import Format, Section
from dekkend.profile.version.content.shape import Content
from dekkend.profile.writing.amounts import how, terms

from .pieces import Blocks, facts, labelled, own, say

EMPTY: dict[str, Any] = {"text": "", "things": []}
NARROW, WIDE = 8, 14  # shares of the width
AVAILABLE, SHORT, SPARE = "is er:", "tekort:", "extra:"


def arrangements(content: Content, fmt: Format, section: Section) -> Blocks:
    """A table per arrangement, with the columns of the format."""
    rows = content["arrangements"]
    if not rows:
        return (say("Onze school heeft nog geen arrangementen beschreven."),)
    columns = _columns(rows, fmt, section)
    return (_legend(rows), *(_arrangement(row, fmt, columns, section) for row in rows))


def _columns(rows: list[dict[str, Any]], fmt: Format, section: Section) -> tuple[Column, ...]:
    """Of the same widths in every table, so that the eye finds its way; wider where the school wrote more."""
    letters = [
        sum(_letters(row["columns"].get(column.id, EMPTY), fmt) for row in rows) for column in section.columns
    ]
    total = max(1, sum(letters))
    return tuple(
        Column(
            column.title,
            max(NARROW, min(WIDE, round(2 * NARROW * (count * len(letters) / total) ** 0.5 / 1.5))),
        )
        for column, count in zip(section.columns, letters, strict=True)
    )


def _letters(column: dict[str, Any], fmt: Format) -> int:
    return len(column["text"]) + sum(
        len(thing["what"]) + len(how(fmt.offer, thing)) for thing in column["things"]
    )


def _legend(rows: list[dict[str, Any]]) -> Paragraph:
    shown: list[Inline] = [
        Mark("full", "nodig, en het is er"),
        Text("   "),
        Mark("empty", "tekort: nodig, en het is er nog niet"),
    ]
    if any(spare(thing) for row in rows for thing in things(row)):
        shown += [Text("   "), Mark("dash", "extra: het is er, en het is niet altijd nodig")]
    return Paragraph(tuple(shown), keep=True)


def _arrangement(row: dict[str, Any], fmt: Format, columns: tuple[Column, ...], section: Section) -> Part:
    title, label = name(row, fmt), need_label(row["need"], fmt)
    written = [row["columns"].get(column.id, EMPTY) for column in section.columns]
    # What is done above, what it takes below: so the marks of all columns stand on one line.
    cells = (
        tuple(own(column["text"]) for column in written),
        tuple(_lines(column, fmt) for column in written),
    )
    blocks: Blocks = labelled("Voor wie?", row["target"])
    if label and title != label:
        blocks = (Paragraph((Text("Ondersteuningsbehoefte: ", bold=True), Text(label))), *blocks)
    blocks += facts(terms(row))
    if any(map(any, cells)):
        blocks += (Table(f"Arrangement {title}", columns, tuple(filter(any, cells)), keep=True),)
    note = next((need.note for need in fmt.offer.needs if need.id == row["need"]), "")
    if note:
        blocks += (Note((say(note),)),)
    return Part(title, blocks, id=f"arrangement-{row['id']}")


def name(row: dict[str, Any], fmt: Format) -> str:
    """What the school calls it, else the support need."""
    return row["title"] or need_label(row["need"], fmt) or "Nog zonder naam"


def need_label(need_id: str, fmt: Format) -> str:
    """ "" for a need that is not chosen yet: a preview shows what is being written."""
    return next((need.label for need in fmt.offer.needs if need.id == need_id), "")


def _lines(column: dict[str, Any], fmt: Format) -> Blocks:
    return tuple(line(thing, fmt) for thing in column["things"] if thing["needed"] or thing["available"])


def words_of(thing: dict[str, Any], fmt: Format) -> str:
    """ "Taalspecialist: een uur per week, op afroep" """
    return ": ".join(filter(None, [thing["what"], how(fmt.offer, thing)]))


def line(thing: dict[str, Any], fmt: Format) -> Paragraph:
    """One thing with its mark; a shortage also in words."""
    words = words_of(thing, fmt)
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
