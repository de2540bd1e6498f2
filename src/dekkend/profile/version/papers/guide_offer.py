"""The offer, as a parent looks for it."""

from __future__ import annotations

from typing import Any

from dekkend.documents.tree import Block, Bullets, Note, Paragraph, Text
from dekkend.documents.tree import Section as Part
from dekkend.formats.model import Format, GuidePart, SupportNeed
from dekkend.profile.version.content.shape import Content
from dekkend.profile.version.decisions import Decisions
from dekkend.profile.writing.amounts import terms

from .arrangements import EMPTY, short, things, words_of
from .boundaries import boundaries as sop_boundaries
from .pieces import Blocks, agreed, facts, labelled, missing, own, say
from .specialisations import specialisation
from .words import day, lower_first

NO_MORE = say("Onze school biedt nu geen hulp boven op wat elk kind krijgt.")


def provisions(content: Content, fmt: Format, part: GuidePart, decisions: Decisions) -> Blocks:
    """What holds on every location (WPO 1), each with how this school does it."""
    blocks: list[Block] = [
        Part(
            row["title"],
            (
                *agreed(row["text"]),
                *(labelled("Zo doen wij dat:", row["how"]) or (missing("Hoe onze school dat doet."),)),
            ),
            id=f"voorziening-{row['id']}",
        )
        for row in content["provisions"]
    ]
    catalogue = content["catalogue"]
    if blocks and catalogue["plan"]:
        consent = f", met instemming van de ondersteuningsplanraad op {day(catalogue['consent_on'])}"
        plan = catalogue["plan"].removesuffix(".")
        blocks.append(say(f"Deze hulp staat in: {plan}{consent if catalogue['consent_on'] else ''}."))
    return tuple(blocks) or (missing("De basisondersteuning die het samenwerkingsverband afsprak."),)


def needs(content: Content, fmt: Format, part: GuidePart, decisions: Decisions) -> Blocks:
    """Per support need, in the order of the format and in the words of a parent."""
    blocks: list[Block] = []
    for need in fmt.offer.needs:
        rows = [row for row in content["arrangements"] if row["need"] == need.id]
        if rows:
            blocks.append(_need(need, rows, fmt))
    return tuple(blocks) or (NO_MORE,)


def _need(need: SupportNeed, rows: list[dict[str, Any]], fmt: Format) -> Part:
    blocks: Blocks = (Paragraph((Text(f"“{need.parent}”", italic=True),)),)
    for row in rows:
        blocks += _arrangement(row, fmt)
    if need.note:
        blocks += (Note((say(need.note),)),)
    return Part(need.label, blocks, id=f"behoefte-{need.id}")


def _arrangement(row: dict[str, Any], fmt: Format) -> Blocks:
    """The written text of each column, then what is only listed, then what is not there yet."""
    section = fmt.section_of_kind("arrangements")
    blocks: Blocks = own(row["target"])
    listed: list[Blocks] = []
    for column in section.columns if section else ():
        written = row["columns"].get(column.id, EMPTY)
        blocks += own(written["text"])
        if not written["text"].strip():
            listed += [(_thing(thing, fmt),) for thing in written["things"] if thing["available"]]
    if listed:
        blocks += (say("Daarvoor is er:", keep=True), Bullets(tuple(listed)))
    lacking = [thing["what"] for thing in things(row) if short(thing)]
    if lacking:
        text = "; ".join(lower_first(what) for what in lacking)
        blocks += (Paragraph((Text("Dit is er nog niet: ", bold=True), Text(f"{text}."))),)
    return blocks + facts(terms(row))


def _thing(thing: dict[str, Any], fmt: Format) -> Paragraph:
    return Paragraph((Text(words_of(thing, fmt)),), voice=True)


def text(content: Content, fmt: Format, part: GuidePart, decisions: Decisions) -> Blocks:
    """The fields that the format names, "section.field", as they stand."""
    blocks: Blocks = ()
    for place in part.draws:
        section_id, _, field_id = place.partition(".")
        field = next((field for field in fmt.section(section_id).fields if field.id == field_id), None)
        if field is not None and field.public:
            blocks += own(content["texts"].get(section_id, {}).get(field_id, ""))
    return blocks


def specialisations(content: Content, fmt: Format, part: GuidePart, decisions: Decisions) -> Blocks:
    return tuple(specialisation(row, fmt) for row in content["specialisations"]["rows"])


def boundaries(content: Content, fmt: Format, part: GuidePart, decisions: Decisions) -> Blocks:
    section = fmt.section_of_kind("boundaries")
    return sop_boundaries(content, fmt, section) if section else ()
