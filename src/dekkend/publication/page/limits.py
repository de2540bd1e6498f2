"""When it gets hard, and always beside it what the school then does."""

from __future__ import annotations

from dataclasses import dataclass

from dekkend.formats.model import Format
from dekkend.profile.version.content.shape import Content


@dataclass(frozen=True)
class Limit:
    """Texts are Markdown in the school's words."""

    label: str
    own: str
    still: str
    then: str


@dataclass(frozen=True)
class Limits:
    opening: tuple[str, ...]
    limits: tuple[Limit, ...]
    closing: tuple[str, ...]
    statement: str  # the format's own sentence


def limits(content: Content, fmt: Format) -> Limits:
    """Opening and closing always stand there: in the school's words, or else in those of the format."""
    rows = {row["element"]: row for row in content["boundaries"]}
    section = fmt.section_of_kind("boundaries")

    def framed(kind: str) -> tuple[str, ...]:
        return tuple(
            rows.get(each.id, {}).get("own") or each.starter
            for each in fmt.offer.elements
            if each.kind == kind
        )

    return Limits(
        opening=framed("opening"),
        limits=tuple(
            Limit(each.label, row["own"], row["still"], row["then"])
            for each in fmt.offer.elements
            if each.kind == "boundary" and (row := rows.get(each.id))
        ),
        closing=framed("closing"),
        statement=section.statement if section else "",
    )
