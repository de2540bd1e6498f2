"""The SOP: the sections of the format in their order, and what was decided about them."""

from __future__ import annotations

from collections.abc import Callable

from dekkend.documents.tree import Block, Document
from dekkend.documents.tree import Section as Part
from dekkend.formats.model import Format, Section
from dekkend.profile.version.content.shape import Content, filled
from dekkend.profile.version.decisions import PREVIEW, Decisions

from .adoption import adoption
from .arrangements import arrangements
from .boundaries import boundaries
from .facts import school_facts
from .frame import cover_facts, road, warnings
from .improvements import improvements
from .pieces import Blocks
from .specialisations import specialisations
from .texts import texts
from .words import address, claim, fixed_date, status

# WPO since 1 August 2025: the part in the schoolgids took the place of the SOP.
SUCCESSOR = (
    "Sinds 1 augustus 2025 staat in de wet geen schoolondersteuningsprofiel meer. Wat wettelijk geldt, staat elk jaar "
    "in de schoolgids: de basisondersteuning en het ondersteuningsaanbod van de school (WPO, artikel 13 en 13a)."
)

Write = Callable[[Content, Format, Section], Blocks]
KINDS: dict[str, Write] = {
    "facts": school_facts,
    "texts": texts,
    "arrangements": arrangements,
    "specialisations": specialisations,
    "boundaries": boundaries,
    "improvements": improvements,
}


def sop(
    content: Content,
    fmt: Format,
    decisions: Decisions = PREVIEW,
    *,
    here: str = "",
) -> Document:
    """Raise nothing on content that `check` finds right; what is still open is said in the paper."""
    content = filled(content)
    school = content["school"]
    parts: list[Block] = [section(content, fmt, each) for each in fmt.sections]
    return Document(
        title=f"Schoolondersteuningsprofiel {content['schooljaar']}",
        subtitle=f"Wat {school['name']} kinderen biedt",
        author=school["name"],
        date=fixed_date(content, decisions),
        blocks=(
            road(content, fmt, decisions, here),  # first, so that it stands on the cover
            *warnings(content, decisions),
            *parts,
            adoption(content, decisions),
        ),
        status=status(content, decisions),
        facts=tuple(
            fact for fact in (("Adres", address(school)), *cover_facts(content, decisions)) if fact[1]
        ),
        notices=tuple(filter(None, [fmt.notice, SUCCESSOR])),
        keywords=claim(content, decisions),
        contents=True,
    )


def section(content: Content, fmt: Format, section: Section) -> Part:
    """One section as it stands in the paper; the preview beside a page shows just this one."""
    blocks = KINDS[section.kind](filled(content), fmt, section)
    return Part(section.title, blocks, id=section.id, number=section.number)
