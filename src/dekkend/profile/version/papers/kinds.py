"""The kinds of papers: what each is called, for whom it is, and whether the world may read it (rulings 5).

The one list of them. Adoption keeps the public ones, the pages offer what their reader may have, and
`dekkend make` makes all that a content alone can give.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dekkend.documents.tree import Document
from dekkend.formats.model import Format
from dekkend.profile.version.content.shape import Content
from dekkend.profile.version.decisions import PREVIEW, Decisions
from dekkend.profile.version.former import Earlier

from .checklist import checklist_report
from .council import council_paper
from .guide import guide
from .poster import poster
from .sop import sop


@dataclass(frozen=True)
class Kind:
    """`id` stands in addresses and file names, `kept` in the database. `build` None: made of a talk."""

    id: str
    kept: str
    name: str
    readers: str
    is_public: bool
    build: Callable[..., Document] | None
    compares: bool = False

    def tree(
        self,
        content: Content,
        fmt: Format,
        decisions: Decisions = PREVIEW,
        *,
        earlier: Earlier | None = None,
    ) -> Document:
        assert self.build is not None, "made of a talk"
        if self.compares and earlier is not None:
            return self.build(content, fmt, decisions, earlier=earlier)
        return self.build(content, fmt, decisions)


KINDS: dict[str, Kind] = {
    kind.id: kind
    for kind in (
        Kind("sop", "sop", "Schoolondersteuningsprofiel", "iedereen", True, sop),
        Kind("schoolgids", "guide", "Tekst voor de schoolgids", "ouders en leerlingen", True, guide),
        Kind("poster", "poster", "Poster voor ouders", "wie de school binnenkomt", True, poster),
        Kind(
            "checklist",
            "checklist",
            "Verslag van de checklist",
            "school, MR en bestuur",
            False,
            checklist_report,
        ),
        Kind("mr", "council", "Papier voor de MR", "MR en bestuur", False, council_paper, compares=True),
        Kind("verslag", "report", "Verslag van het gesprek", "het team", False, None),
    )
}
FROM_CONTENT = {key: kind for key, kind in KINDS.items() if kind.build is not None}
# The report of a talk: `dekkend.profile.talk.papers.paper_of` makes it, and needs the database.
FROM_TALK = {key: kind for key, kind in KINDS.items() if kind.build is None}
PUBLIC = {key: kind for key, kind in FROM_CONTENT.items() if kind.is_public}
