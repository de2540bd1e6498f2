"""What there is of each school in a round: files that were kept at the adoption, and trees of what was not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import sha256
from importlib import metadata

from django.db.models import Q, QuerySet
from django.utils.text import slugify

from dekkend.adoption.queries import decisions_of
from dekkend.documents.look import dressed
from dekkend.documents.papers import FORMS
from dekkend.documents.tree import Document
from dekkend.formats.queries import get_format
from dekkend.profile.models import Paper, Profile, Version
from dekkend.profile.talk.papers import paper_of
from dekkend.profile.talk.queries import closed_talks
from dekkend.profile.version.decisions import Decisions
from dekkend.profile.version.earlier import earlier_of
from dekkend.profile.version.keep import look_for
from dekkend.profile.version.papers import FROM_CONTENT, FROM_TALK, PUBLIC
from dekkend.publication.openness import public_content
from dekkend.publication.papers import ADDRESSES, DATA, data_file, page_of
from dekkend.region.models import Round, School

INSIDE = "niet-openbaar"  # the folder of what is not for everybody (rulings 5)
DATA_NAME = next(end.partition(".")[0] for end, name in ADDRESSES.items() if name == DATA)
LONGEST = 50  # of a name: a path on Windows is short


@dataclass(frozen=True)
class Choice:
    """`sealed`: also what waits for a decision, as concept. `internal`: also the kinds that are not public."""

    sealed: bool = False
    internal: bool = False


@dataclass(frozen=True)
class Piece:
    """One file of a school, from what was kept, from a tree, or as it is."""

    file: str  # below the folder of the school, with a slash
    kind: str
    form: str
    is_public: bool
    source: Paper | Document | bytes


@dataclass(frozen=True)
class Bundle:
    school: School
    standing: str  # "vastgesteld op 2027-06-04", "concept, versie 2"
    pieces: tuple[Piece, ...]

    @property
    def folder(self) -> str:
        return folder_of(self.school)

    @property
    def listed(self) -> Bundle:
        """The same without what the files are made of: trees of all schools together are large."""
        return replace(self, pieces=tuple(replace(piece, source=b"") for piece in self.pieces))

    @cached_property
    def key(self) -> str:
        """The same key, the same files: it holds all that they are made of."""
        told = [software(), self.folder]
        for piece in self.pieces:
            source = piece.source
            told += [piece.file, source.sha256 if isinstance(source, Paper) else repr(source)]
        return sha256("\n".join(told).encode("utf-8", "replace")).hexdigest()


def versions_in(round: Round, choice: Choice) -> QuerySet[Version]:
    """The latest adopted version of each school, in order of name; heavy, so walk them one by one."""
    profiles = Profile.objects.in_round(round).filter(school__is_gone=False)
    wanted = Q(pk__in=profiles.filter(adopted__isnull=False).values("adopted"))
    if choice.sealed:
        waiting = profiles.filter(adopted=None, state=Profile.State.SUBMITTED)
        wanted |= Q(pk__in=waiting.values("sealed"))
    places = ("profile__school__alliance", "profile__round", "advice", "reply", "decision")
    found = Version.objects.filter(wanted).select_related(*places)
    return found.order_by("profile__school__name", "profile__school__brin6")


def without_version(round: Round, choice: Choice) -> list[School]:
    """Schools of the round of which there is nothing to gather. One query."""
    there = versions_in(round, choice).order_by().values("profile__school")
    found = School.objects.filter(profiles__round=round, is_gone=False).exclude(pk__in=there)
    return list(found.order_by("name", "brin6"))


def bundle_of(version: Version, choice: Choice) -> Bundle:
    """About eight queries. Raise whatever a faulty content raises."""
    decisions = decisions_of(version)
    is_adopted = decisions.status == "adopted"
    if is_adopted:
        decisions = replace(decisions, page=page_of(version))
    standing = f"vastgesteld op {decisions.adopted_on}" if is_adopted else f"concept, versie {version.number}"
    kept = {(paper.kind, paper.form): paper for paper in version.papers.all()} if is_adopted else {}
    pieces = (
        Piece(name_of(version, kind, form, is_adopted), kind, form, kind in PUBLIC or kind == DATA[0], source)
        for kind, form, source in sources(version, decisions, choice, kept)
    )
    return Bundle(version.profile.school, standing, tuple(pieces))


Source = tuple[str, str, Paper | Document | bytes]


def sources(
    version: Version, decisions: Decisions, choice: Choice, kept: dict[tuple[str, str], Paper]
) -> Iterator[Source]:
    """Kind, form, and what it is made of. A tree is made only when some form of it was not kept."""
    content, profile = version.data, version.profile
    fmt, worn = get_format(content["format"]), look_for(version)
    for kind in (FROM_CONTENT if choice.internal else PUBLIC).values():
        ready = {form: kept[kind.kept, form] for form in FORMS if (kind.kept, form) in kept}
        yield from ((kind.id, form, paper) for form, paper in ready.items())
        if missing := [form for form in FORMS if form not in ready]:
            earlier = earlier_of(profile, version.number, fmt) if kind.compares else None
            tree = dressed(kind.tree(content, fmt, decisions, earlier=earlier), worn)
            yield from ((kind.id, form, tree) for form in missing)
    yield *DATA, kept.get(DATA) or data_file(public_content(content, fmt, decisions))
    if choice.internal:
        for number, talk in enumerate(reversed(closed_talks(profile)), start=1):
            tree = dressed(paper_of(profile, talk), worn)
            yield from ((f"{kind}-{number}", form, tree) for kind in FROM_TALK for form in FORMS)


def name_of(version: Version, kind: str, form: str, is_adopted: bool) -> str:
    """With the school and the year, so that a file that leaves its folder still says what it is."""
    profile = version.profile
    ending = FORMS[form].ending if form in FORMS else f".{form}"
    kind = DATA_NAME if kind == DATA[0] else kind
    stem = "-".join(
        [profile.school.brin6, profile.round.schooljaar, kind, *([] if is_adopted else ["concept"])]
    )
    is_inside = kind not in PUBLIC and kind != DATA_NAME
    return f"{INSIDE}/{stem}{ending}" if is_inside else f"{stem}{ending}"


def folder_of(school: School) -> str:
    """Letters, digits and hyphens: what every file system takes, in a zip as well."""
    brin6 = re.sub(r"[^0-9A-Za-z]", "", school.brin6)
    return f"{brin6}-{slugify(school.name)[:LONGEST]}".strip("-")


def software() -> str:
    try:
        return metadata.version("dekkend")
    except metadata.PackageNotFoundError:  # from a checkout
        return ""
