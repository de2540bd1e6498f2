"""Gathers the papers of all schools of a round into a folder. A school that fails stops no other."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from dekkend.documents.press import Job, Sheet, press
from dekkend.documents.tree import Document
from dekkend.profile.models import Version
from dekkend.profile.version.keep import PaperBroken
from dekkend.region.models import Round, School

from . import index
from .folder import Line, RoundFolder
from .sources import Bundle, Choice, bundle_of, versions_in, without_version

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Outcome:
    """One school: what is there, or why there is nothing."""

    school: School
    bundle: Bundle | None = None
    line: Line | None = None
    is_fresh: bool = True  # made now; not left from the time before
    fault: str = ""


# How many of how many are done, and the last of them.
Tell = Callable[[int, int, Outcome], None]


def gather(round: Round, out: Path, choice: Choice, *, processes: int, tell: Tell) -> list[Outcome]:
    """Each school with its papers, in order of name, and an index of them. Raise NotOurs or OSError.

    The trees are made here, one school at a time; `processes` others print them.
    """
    with closing(RoundFolder(out)) as folder:
        total = versions_in(round, choice).order_by().count()
        outcomes: list[Outcome] = []
        for outcome in Run(round, choice, folder).outcomes(processes):
            outcomes.append(outcome)
            tell(len(outcomes), total, outcome)
        outcomes.sort(key=lambda one: (one.school.name, one.school.brin6))
        index.write(folder, round, outcomes, without_version(round, choice))
    return outcomes


class Run:
    def __init__(self, round: Round, choice: Choice, folder: RoundFolder) -> None:
        self.round, self.choice, self.folder = round, choice, folder
        self.asked: dict[str, Bundle] = {}  # those that are being printed, by brin6
        self.ready: list[Outcome] = []  # those that needed no press

    def outcomes(self, processes: int) -> Iterator[Outcome]:
        for job, fault in press(self.jobs(), processes):
            yield from self.taken()
            yield self.placed(self.asked.pop(job.key), job.folder, fault)
        yield from self.taken()

    def taken(self) -> Iterator[Outcome]:
        while self.ready:
            yield self.ready.pop(0)

    def jobs(self) -> Iterator[Job]:
        for version in versions_in(self.round, self.choice).iterator(chunk_size=10):
            job = self.job_of(version)
            if job:
                yield job

    def job_of(self, version: Version) -> Job | None:
        """None when there is nothing to do for this school, or nothing can be done."""
        school = version.profile.school
        try:
            bundle = bundle_of(version, self.choice)
            if line := self.folder.whole(bundle):
                self.ready.append(Outcome(school, bundle.listed, line, is_fresh=False))
                return None
            aside = self.folder.aside(bundle)
        except PaperBroken as broken:
            self.ready.append(Outcome(school, fault=BROKEN.format(paper=broken)))
            return None
        except OSError:
            raise  # the disk: it would fail for every school
        except Exception as fault:  # whatever is in this content, the others must go on
            log.exception("papers of version %s", version.pk)
            self.ready.append(Outcome(school, fault=f"{UNFIT} ({type(fault).__name__}: {fault})."[:300]))
            return None
        self.asked[school.brin6] = bundle
        sheets = (
            Sheet(piece.file, piece.form, piece.source)
            for piece in bundle.pieces
            if isinstance(piece.source, Document)
        )
        return Job(school.brin6, aside, tuple(sheets))

    def placed(self, bundle: Bundle, aside: Path, fault: str) -> Outcome:
        if fault:
            self.folder.drop(aside)
            return Outcome(bundle.school, fault=f"{fault[:1].upper()}{fault[1:]}.")
        return Outcome(bundle.school, bundle.listed, self.folder.place(bundle, aside))


BROKEN = (
    "Het bewaarde bestand {paper} is weg of niet meer wat het was. "
    "Zet de bestanden terug uit een back-up, of vraag uw beheerder."
)
UNFIT = "Van de inhoud van dit profiel is geen papier te maken"
