"""What the format draws into the schoolgids from a text; steps that the school wrote become a small road."""

from __future__ import annotations

import re
from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe

from dekkend.documents.markdown import to_blocks
from dekkend.documents.to_html import fragment
from dekkend.documents.tree import Block, Bullets, Paragraph, Text
from dekkend.formats.model import Format, GuidePart
from dekkend.profile.version.content.shape import Content


@dataclass(frozen=True)
class Route:
    id: str
    title: str
    lead: str  # the format's own sentence
    steps: tuple[tuple[str, str], ...]  # what happens, and the rest of the step; () when the text is no list
    text: SafeString  # what stands around the steps, or all of it


def routes(content: Content, fmt: Format) -> tuple[Route, ...]:
    """One per part of the kind "text", in the order of the format; those without a word are left out."""
    found = (route(content, fmt, part) for part in fmt.guide if part.kind == "text")
    return tuple(each for each in found if each.steps or each.text)


def route(content: Content, fmt: Format, part: GuidePart) -> Route:
    blocks: tuple[Block, ...] = ()
    for place in part.draws:
        blocks += to_blocks(written(content, fmt, place))
    steps = next((block for block in blocks if isinstance(block, Bullets) and block.ordered), None)
    rest = tuple(block for block in blocks if block is not steps)
    return Route(
        id=part.id,
        title=part.title,
        lead=part.lead,
        steps=tuple(step(item) for item in steps.items) if steps else (),
        text=mark_safe(fragment(rest)),  # noqa: S308 - to_html escapes every string
    )


def written(content: Content, fmt: Format, place: str) -> str:
    """ "basis.structure" -> the text of that field, when it is public."""
    section_id, _, field_id = place.partition(".")
    section = next((section for section in fmt.sections if section.id == section_id), None)
    fields = section.fields if section else ()
    if not any(field.id == field_id and field.public for field in fields):
        return ""
    text: str = content["texts"].get(section_id, {}).get(field_id, "")
    return text


def step(item: tuple[Block, ...]) -> tuple[str, str]:
    """The first sentence is what happens; the others say how."""
    text = " ".join(" ".join(words(block)) for block in item)
    parts = re.split(r"(?<=[.!?])\s+", text.strip(), maxsplit=1)
    return parts[0].rstrip("."), parts[1] if len(parts) > 1 else ""


def words(block: Block) -> list[str]:
    if isinstance(block, Paragraph):
        return ["".join(one.text if isinstance(one, Text) else " " for one in block.inlines)]
    if isinstance(block, Bullets):
        return [word for item in block.items for inner in item for word in words(inner)]
    return []
