"""What is still missing before the content can be submitted, in words and with where to go.

Ruling 20: a boundary without "wat doen wij dan" warns elsewhere and does not block, so it is no gap.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from dekkend.formats.model import Format, Section
from dekkend.kit.words import listed

from .shape import Content, filled

CHECKLIST, PROVISIONS, PUPILS = "checklist", "provisions", "pupils"


@dataclass(frozen=True)
class Gap:
    """`section`: id of a section of the format, or one of CHECKLIST, PROVISIONS, PUPILS."""

    section: str
    text: str

    def __str__(self) -> str:
        return self.text


def gaps(content: Content, fmt: Format) -> list[Gap]:
    """All gaps, in the order of the road. Empty: ready to submit."""
    content = filled(content)
    return [
        *(Gap(CHECKLIST, text) for text in _checklist(content, fmt)),
        *(Gap(section.id, text) for section in fmt.sections for text in _section(content, fmt, section)),
        *(Gap(PROVISIONS, text) for text in _provisions(content)),
        *(Gap(PUPILS, text) for text in _pupils(content)),
    ]


def _checklist(content: Content, fmt: Format) -> Iterator[str]:
    answers = content["checklist"]["answers"]
    for question in fmt.questions:
        open_items = [item.number for item in question.items if not _is_settled(answers.get(item.id, {}))]
        if open_items:
            yield f"Checklist, vraag {question.number}: spreek een antwoord af bij {listed(open_items)}."


def _is_settled(answer: dict[str, Any]) -> bool:
    return bool(answer.get("value") or answer.get("gap", "").strip())


def _section(content: Content, fmt: Format, section: Section) -> Iterator[str]:
    if section.kind == "facts" or section.required:
        yield from _fields(content, section)
    name = f"Deel {section.number}, {section.short}"
    if section.kind == "arrangements" and section.required and not content["arrangements"]:
        yield f"{name}: beschrijf ten minste één arrangement."
    if section.kind in ("arrangements", "specialisations"):
        needs = {need.id for need in fmt.offer.needs}
        rows = (
            content["arrangements"] if section.kind == "arrangements" else content["specialisations"]["rows"]
        )
        for row in rows:
            # A newer version of the format may have other needs.
            if row["need"] and row["need"] not in needs:
                yield f"{name}: kies bij “{row['title'] or row['need']}” opnieuw voor welke behoefte het is."
    if section.kind == "specialisations":
        chosen = content["specialisations"]
        if not chosen["rows"] and not chosen["none"]:
            yield f"{name}: beschrijf een specialisatie, of zeg dat jullie er geen hebben."
    if section.kind == "boundaries":
        labels = {element.id: element.label for element in fmt.offer.elements if element.kind == "boundary"}
        for row in content["boundaries"]:
            if row["element"] in labels and not row["own"].strip():
                yield f"{name}: schrijf bij “{labels[row['element']]}” wat dat bij jullie betekent."
    if section.kind == "improvements":
        yield from _improvements(content, section, name)


def _fields(content: Content, section: Section) -> Iterator[str]:
    texts = content["texts"].get(section.id, {})
    for field in section.fields:
        proposed = content["school"].get(field.source) if field.source else None
        if field.required and not texts.get(field.id, "").strip() and proposed in (None, ""):
            yield f"Deel {section.number}, {section.short}: vul “{field.label}” in."


def _improvements(content: Content, section: Section, name: str) -> Iterator[str]:
    points = content["improvements"]
    if section.required and not points:
        yield f"{name}: maak ten minste één verbeterpunt."
    for point in points:
        if point["state"] == "dropped":
            continue
        if not point["sort"]:
            yield f"{name}: kies bij “{point['title']}” professionalisering of schoolontwikkeling."
        if not point["goal"].strip():
            yield f"{name}: schrijf bij “{point['title']}” het doel."


def _provisions(content: Content) -> Iterator[str]:
    for provision in content["provisions"]:
        if not provision["how"].strip():
            yield f"Basisvoorzieningen: schrijf bij “{provision['title']}” hoe jullie dat doen."


def _pupils(content: Content) -> Iterator[str]:
    """WPO 13b: how they were heard, what they said in general terms, and what it changed."""
    asked = {
        "method": "hoe jullie leerlingen hoorden",
        "said": "wat zij in het algemeen zeiden",
        "changed": "wat hun inbreng veranderde",
        "heard_on": "wanneer dat was",
    }
    missing = [words for key, words in asked.items() if not content["pupils"][key].strip()]
    if missing:
        yield f"Leerlingen: schrijf op {listed(missing)}."
