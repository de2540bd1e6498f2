"""A whole profile with invented words, to see a style on: nothing of the school's own drafts is shown to its board."""

from __future__ import annotations

from dekkend.documents.look import Look, dressed
from dekkend.documents.tree import Document
from dekkend.formats.model import Format
from dekkend.formats.queries import get_format
from dekkend.process.engine import Refused
from dekkend.profile.version.compile import school_facts
from dekkend.profile.version.content import Content
from dekkend.profile.version.papers import PUBLIC
from dekkend.profile.version.sample import sample_content
from dekkend.region.housestyle.queries import Owner
from dekkend.region.models import Round, School

SEED = 7


def school_of(owner: Owner) -> School:
    """The school itself; of a board its first, with the facts of the register. Raise Refused when it has none."""
    if isinstance(owner, School):
        return owner
    schools = owner.schools.present().select_related("alliance", "board")
    found: School | None = schools.with_pupils().first()
    if found is None:
        raise Refused("Dit bestuur heeft hier nog geen school, dus er is geen papier om te laten zien.")
    return found


def content_of(school: School) -> tuple[Content, Format]:
    """By the format of the newest round. Raise Refused when there is none."""
    newest = Round.objects.filter(alliance=school.alliance_id).order_by("-first_year").first()
    if newest is None:
        raise Refused("Er is nog geen schooljaar geopend, dus er is geen papier om te laten zien.")
    fmt = get_format(newest.format_ref)
    facts = school_facts(school)
    return sample_content(fmt, seed=SEED, school=facts, schooljaar=newest.schooljaar), fmt


def paper(owner: Owner, kind: str, look: Look) -> Document:
    content, fmt = content_of(school_of(owner))
    return dressed(PUBLIC[kind].tree(content, fmt), look)
