from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from dekkend.documents.tree import Block
from dekkend.documents.tree import Section as Part
from dekkend.formats.model import Field, Format, Section
from dekkend.profile.version.content.shape import Content

from .facts import shown
from .pieces import Blocks, facts, missing, own


def opening(content: Content, fmt: Format) -> str:
    """The first paragraph of the first text that a format asks for: how the school introduces itself. Markdown."""
    for section in fmt.sections:
        if section.kind == "texts":
            for field in section.fields:
                text: str = content["texts"].get(section.id, {}).get(field.id, "").strip()
                if text and field.public and field.kind == "text":
                    return text.split("\n\n")[0]
    return ""


def texts(content: Content, fmt: Format, section: Section) -> Blocks:
    """A heading per text; short values that follow a text stand under it as facts."""
    written = content["texts"].get(section.id, {})
    public = [field for field in section.fields if field.public]
    if len([field for field in public if field.kind == "text"]) == 1:
        return tuple(
            block for field in public for block in _without_heading(field, written.get(field.id, ""))
        )
    return tuple(_with_headings(section, public, written))


def _without_heading(field: Field, text: str) -> Blocks:
    if field.kind != "text":
        return facts([(field.label, shown(field, text))])
    return own(text) or _open(field)


def _open(field: Field) -> Blocks:
    return (missing(f"{field.label}."),) if field.required else ()


def _with_headings(section: Section, fields: list[Field], written: dict[str, str]) -> Iterator[Block]:
    heading: Field | None = None
    blocks: Blocks = ()
    for is_text, group in groupby(fields, lambda field: field.kind == "text"):
        if is_text:
            for field in group:
                yield from _part(section, heading, blocks)
                heading, blocks = field, own(written.get(field.id, "")) or _open(field)
        else:
            rows = [(field.label, shown(field, written.get(field.id, ""))) for field in group]
            blocks += facts(rows)
    yield from _part(section, heading, blocks)


def _part(section: Section, heading: Field | None, blocks: Blocks) -> Blocks:
    if not blocks or heading is None:
        return blocks
    return (Part(heading.label, blocks, id=f"{section.id}-{heading.id}"),)
