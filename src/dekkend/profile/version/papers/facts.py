from __future__ import annotations

from dekkend.documents.tree import Inline, Text
from dekkend.formats.model import Field, Format, Section
from dekkend.profile.version.content.shape import Content

from .pieces import Blocks, facts, link
from .words import KINDS, day


def school_facts(content: Content, fmt: Format, section: Section) -> Blocks:
    """A row per field that has a value: what the school wrote, else the fact it would be proposed."""
    rows = [(field.label, _value(content, section, field)) for field in section.fields if field.public]
    return facts((label, value) for label, value in rows if value)


def _value(content: Content, section: Section, field: Field) -> tuple[Inline, ...]:
    school = content["school"]
    written = content["texts"].get(section.id, {}).get(field.id, "").strip()
    fact = school.get(field.source) if field.source else None
    text = written or ("" if fact is None else str(fact))
    if field.source in ("email", "website"):
        return link(text)
    if field.source == "kind":
        text = KINDS.get(text, text)
    # The year of the count belongs to DUO's number, not to one that the school typed itself.
    if field.source == "pupils" and text and not written and school["pupils_on"]:
        text = f"{text} (telling van {school['pupils_on']})"
    return (Text(shown(field, text)),) if text else ()


def told(content: Content, fmt: Format) -> dict[str, str]:
    """Every fact by its source name: the school's correction, else the register's."""
    known = {name: "" if value is None else str(value) for name, value in content["school"].items()}
    section = fmt.section_of_kind("facts")
    for field in section.fields if section else ():
        written = content["texts"].get(section.id, {}).get(field.id, "").strip() if section else ""
        if field.source and field.public and written:
            known[field.source] = written
    return known


def shown(field: Field, text: str) -> str:
    """A stored value as a reader sees it."""
    if field.kind == "date":
        return day(text)
    if field.kind == "choice":
        return dict(field.choices).get(text, text)
    return text
