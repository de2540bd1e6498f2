from __future__ import annotations

from dataclasses import dataclass

from dekkend.formats.model import Format
from dekkend.profile.version.content.shape import Content, filled
from dekkend.profile.version.decisions import Decisions
from dekkend.profile.version.papers.texts import opening
from dekkend.profile.version.papers.words import KINDS

from .contact import Contact, Row, about, contact
from .helping import Help, answer, helps
from .limits import Limits, limits
from .route import Route, routes
from .travelled import Travelled, travelled


@dataclass(frozen=True)
class SchoolPage:
    name: str
    kind: str  # "Basisschool in Stad Oost 1"
    schooljaar: str
    answer: str  # what Dekkend says
    vision: str  # the first words of the school, Markdown
    helps: tuple[Help, ...]
    provisions: tuple[tuple[str, str], ...]  # title, and how the school does it (Markdown)
    catalogue_is_example: bool
    routes: tuple[Route, ...]
    limits: Limits
    pupils: tuple[tuple[str, str], ...]
    contact: Contact
    about: tuple[Row, ...]
    road: Travelled
    is_example: bool
    notice: str


def school_page(content: Content, fmt: Format, decisions: Decisions) -> SchoolPage:
    """Everything on the page; what the school left empty is left out. Costs no query."""
    content = filled(content)
    found = helps(content, fmt)
    return SchoolPage(
        name=content["school"]["name"],
        kind=kind(content),
        schooljaar=content["schooljaar"],
        answer=answer(found),
        vision=opening(content, fmt),
        helps=found,
        provisions=tuple((row["title"], row["how"] or row["text"]) for row in content["provisions"]),
        catalogue_is_example=content["catalogue"]["example"],
        routes=routes(content, fmt),
        limits=limits(content, fmt),
        pupils=pupils(content),
        contact=contact(content, fmt),
        about=about(content, fmt),
        road=travelled(content, decisions),
        is_example=content["example"],
        notice=fmt.notice,
    )


def kind(content: Content) -> str:
    school = content["school"]
    where = ", ".join(filter(None, [school["area"], school["city"]]))
    return f"{KINDS[school['kind']]}{f' in {where}' if where else ''}"


def pupils(content: Content) -> tuple[tuple[str, str], ...]:
    told = content["pupils"]
    rows = (
        ("Dit zeiden leerlingen", told["said"]),
        ("Dit deed de school ermee", told["changed"]),
        ("Zo vroeg de school het", told["method"]),
    )
    return tuple((title, text) for title, text in rows if text.strip())
