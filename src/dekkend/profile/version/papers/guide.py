"""The part for the schoolgids (WPO 13(1)(c) and (m), 13a, 13b): for parents, in plain words."""

from __future__ import annotations

from collections.abc import Callable

from dekkend.documents.tree import Document
from dekkend.documents.tree import Section as Part
from dekkend.formats.model import Format, GuidePart
from dekkend.profile.version.content.shape import Content, filled
from dekkend.profile.version.decisions import PREVIEW, Decisions

from .frame import warnings
from .guide_closing import alliance, dates, pupils
from .guide_offer import NO_MORE, boundaries, needs, provisions, specialisations, text
from .pieces import Blocks, is_missing, say
from .words import claim, fixed_date, status

CATALOGUE_EXAMPLE = (
    "De lijst met hulp voor elk kind is een voorbeeld, en niet die van een samenwerkingsverband."
)

Write = Callable[[Content, Format, GuidePart, Decisions], Blocks]
KINDS: dict[str, Write] = {
    "provisions": provisions,
    "needs": needs,
    "text": text,
    "specialisations": specialisations,
    "boundaries": boundaries,
    "pupils": pupils,
    "alliance": alliance,
    "dates": dates,
}


def guide(content: Content, fmt: Format, decisions: Decisions = PREVIEW) -> Document:
    """No cover: it goes into a guide that has its own."""
    content = filled(content)
    school = content["school"]
    parts = tuple(part for each in fmt.guide if (part := guide_part(content, fmt, each, decisions)))
    notices = [fmt.notice, CATALOGUE_EXAMPLE if content["catalogue"]["example"] else ""]
    return Document(
        title=f"Hulp en ondersteuning {content['schooljaar']}",
        subtitle=f"Voor ouders en leerlingen van {school['name']}",
        author=school["name"],
        date=fixed_date(content, decisions),
        blocks=(*warnings(content, decisions), *parts),
        status=status(content, decisions),
        notices=tuple(filter(None, notices)),
        keywords=claim(content, decisions),
        cover=False,
    )


def gives(blocks: Blocks) -> bool:
    """Whether there is something to lead to: not only what is still to be written, or that there is nothing."""
    return any(block != NO_MORE and not is_missing(block) for block in blocks)


def guide_part(content: Content, fmt: Format, part: GuidePart, decisions: Decisions = PREVIEW) -> Part | None:
    """One part, or None when this school has nothing to say there."""
    blocks = KINDS[part.kind](filled(content), fmt, part, decisions)
    if not blocks:
        return None
    lead = (say(part.lead, lead=True, keep=True),) if part.lead and gives(blocks) else ()
    return Part(part.title, (*lead, *blocks), id=part.id)
