"""Where a council does well to look: what is open, what is not there, what pupils said, what limits are new."""

from __future__ import annotations

from typing import Any

from dekkend.documents.markdown import to_plain
from dekkend.documents.tree import Block, Bullets, Paragraph, Text
from dekkend.documents.tree import Section as Part
from dekkend.formats.model import Format, Item
from dekkend.profile.version.content.gaps import gaps
from dekkend.profile.version.content.shape import Content, filled

from .arrangements import name, short, things
from .pieces import Blocks, labelled, own, say
from .words import lower_first


def points(content: Content, fmt: Format, before: Content | None) -> Blocks:
    """A heading per sort; a sort without anything in it is left out."""
    sorts = (
        ("Wat de school nog moet invullen", tuple((say(str(gap)),) for gap in gaps(content, fmt))),
        ("Nog geen afspraak van het team", unsettled(content, fmt)),
        ("Wat er nog niet is", refused(content, fmt)),
        ("Tekorten bij arrangementen", shortages(content, fmt)),
        (limits_title(before), limits(content, fmt, before)),
    )
    found: list[Block] = [
        Part(title, (Bullets(items),), id=f"punt-{number}")
        for number, (title, items) in enumerate(sorts, 1)
        if items
    ]
    pupils = heard(content)
    if pupils:
        found.append(Part("Wat leerlingen zeiden", pupils, id="punt-leerlingen"))
    return tuple(found) or (say("Er is niets open en er zijn geen tekorten."),)


def unsettled(content: Content, fmt: Format) -> tuple[Blocks, ...]:
    """Items that the team left open on purpose, with what it said about that."""
    answers = content["checklist"]["answers"]
    rows = [(item, answers.get(item.id, {})) for item in fmt.items]
    return tuple(
        (Paragraph(line(item), keep=True), *own(answer["gap"]))
        for item, answer in rows
        if answer.get("gap", "").strip()
    )


def refused(content: Content, fmt: Format) -> tuple[Blocks, ...]:
    """What counts and has an empty mark, "nee" in most formats, with the agreed note."""
    answers = content["checklist"]["answers"]
    found = []
    for item in fmt.items:
        answer: dict[str, Any] = answers.get(item.id, {})
        value = answer.get("value", "")
        if value in fmt.scale and fmt.scale.get(value).applies and fmt.scale.get(value).mark == "empty":
            found.append((Paragraph(line(item), keep=True), *own(answer.get("note", ""))))
    return tuple(found)


def line(item: Item) -> tuple[Text, ...]:
    return Text(f"{item.number} ", bold=True), Text(item.text)


def shortages(content: Content, fmt: Format) -> tuple[Blocks, ...]:
    found = []
    for row in content["arrangements"]:
        lacking = "; ".join(lower_first(thing["what"]) for thing in things(row) if short(thing))
        if lacking:
            found.append((Paragraph((Text(f"{name(row, fmt)}: ", bold=True), Text(f"{lacking}."))),))
    return tuple(found)


def limits_title(before: Content | None) -> str:
    return "Grenzen die de school noemt" if before is None else "Grenzen die nieuw zijn"


def limits(content: Content, fmt: Format, before: Content | None) -> tuple[Blocks, ...]:
    """Without an earlier version every one is new."""
    old = {row["element"] for row in filled(before)["boundaries"]} if before else set()
    new = {row["element"]: row for row in content["boundaries"] if row["element"] not in old}
    return tuple(
        (
            Paragraph((Text(element.label, bold=True),), keep=True),
            *((say(to_plain(own_words)),) if own_words else ()),
        )
        for element in fmt.offer.elements
        if element.kind == "boundary" and element.id in new
        for own_words in (new[element.id]["own"].strip(),)
    )


def heard(content: Content) -> Blocks:
    told = content["pupils"]
    return (*labelled("Zij zeiden:", told["said"]), *labelled("Dit deed de school ermee:", told["changed"]))
