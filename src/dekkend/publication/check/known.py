"""From a hash to what may be said of it, to this person.

A stranger hears only of what was published; who may see the profile hears of its versions too.
"""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256 as digest
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format

from dekkend.adoption.queries import decision_of
from dekkend.documents.papers import FORMS
from dekkend.process.engine import has_role, is_open
from dekkend.profile.models import Paper, Version
from dekkend.profile.version.claims import SHORT, Claim, claim_of
from dekkend.profile.version.papers import PUBLIC
from dekkend.publication.models import Publication
from dekkend.region.models import School

from .outcome import UNKNOWN, Verdict

PAPERS = {"profile": "Gegevens", **{kind.kept: kind.name for kind in PUBLIC.values()}}
PARTS = ("profile__school__alliance", "profile__school__board", "profile__round", "advice", "decision")

# Who is told of a version that is not public.
MaySee = Callable[[Version], bool]


def may_see(user: Any) -> MaySee:
    """The people of its school and board; the samenwerkingsverband once it is adopted."""

    def inner(version: Version) -> bool:
        profile = version.profile
        if not getattr(user, "is_authenticated", False):
            return False
        adopted = profile.adopted_id == version.pk and is_open("see_adopted", profile)
        return has_role("see_version", user, profile) or (adopted and has_role("see_adopted", user, profile))

    return inner


def verdict(data: bytes, sees: MaySee, known_as: str = "") -> Verdict:
    """Of a whole file. `known_as`: its sha256, when that was counted already. Seven queries at most."""
    sha = known_as or digest(data).hexdigest()
    return by_hash(sha, sees) or claimed(claim_of(data), sees) or UNKNOWN


def asked(sha: str, sees: MaySee) -> Verdict:
    """Of a sha256 that somebody typed: of 64 signs, or the 16 that stand on a paper."""
    found = by_hash(sha, sees) if len(sha) > SHORT else by_short(sha, sees)
    return found or Verdict(
        "unknown", "Dit kenmerk kennen wij niet", "Er is hier geen vastgestelde versie met dit kenmerk."
    )


def by_hash(sha: str, sees: MaySee) -> Verdict | None:
    """A kept paper, or the content of a sealed version."""
    papers = Paper.objects.filter(sha256=sha).order_by("-pk")
    paper = papers.select_related(*(f"version__{part}" for part in PARTS)).first()
    if paper is not None:
        what = f"{PAPERS.get(paper.kind, paper.kind)}, als {form_of(paper)}"
        return told(paper.version, what, sees, what_it_is="Dit bestand")
    version = Version.objects.filter(sha256=sha).select_related(*PARTS).order_by("-pk").first()
    return told(version, "De hele inhoud, als gegevens", sees, what_it_is="Dit bestand") if version else None


def by_short(short: str, sees: MaySee) -> Verdict | None:
    version = Version.objects.filter(sha256__startswith=short).select_related(*PARTS).order_by("-pk").first()
    if version is None:
        return None
    note = "Alleen het kenmerk is nagekeken. Of de tekst op uw papier klopt, ziet u door die te vergelijken."
    return told(version, note, sees, what_it_is="Dit kenmerk")


def form_of(paper: Paper) -> str:
    return FORMS[paper.form].name if paper.form in FORMS else paper.form.upper()


def told(version: Version, what: str, sees: MaySee, *, what_it_is: str) -> Verdict | None:
    """None when this person may not hear of it: then it is as if it were not there."""
    publication = newest_of(version)
    if publication is None:
        return hidden(version, what, what_it_is) if sees(version) else None
    school = version.profile.school
    facts = (*facts_of(version, what), ("Openbaar sinds", day(publication.published_on)))
    url = reverse("public_year", args=[school.brin6, publication.schooljaar])
    kind, title, lead = standing(publication, what_it_is)
    return Verdict(kind, title, lead, facts, url, f"Lees het profiel van {school.name}")


def standing(publication: Publication, it: str) -> tuple[Any, str, str]:
    """In force, or since when not."""
    school, year = publication.school.name, publication.schooljaar
    of = f"de versie die het bestuur van {school} voor schooljaar {year} vaststelde"
    if publication.withdrawn_on:
        when = day(publication.withdrawn_on)
        return (
            "over",
            "Echt, en ingetrokken",
            f"{it} hoort bij {of}. Op {when} is zij ingetrokken: zij geldt niet meer.",
        )
    if publication.archived_on:
        when = day(publication.archived_on)
        return "over", "Echt, en vervangen", f"{it} hoort bij {of}. Sinds {when} geldt een nieuwer profiel."
    if publication.is_expired:
        when = day(publication.valid_until)
        return (
            "over",
            "Echt, en verlopen",
            f"{it} hoort bij {of}. Zij gold tot en met {when}. Vraag de school wat nu geldt.",
        )
    return "holds", "Ja, dit is de vastgestelde versie", f"{it} hoort bij {of}. Zij geldt nu."


def hidden(version: Version, what: str, it: str) -> Verdict:
    """For the people of the school: adopted and not public yet, or only submitted."""
    profile = version.profile
    is_adopted = profile.adopted_id == version.pk
    title = "Vastgesteld, en nog niet openbaar" if is_adopted else "Ingediend, en niet vastgesteld"
    lead = (
        f"{it} hoort bij versie {version.number} van {profile.school.name} voor schooljaar "
        f"{profile.round.schooljaar}. Anderen horen dat hier nog niet."
    )
    url = reverse("version", args=[profile.pk, version.number])
    return Verdict("hidden", title, lead, facts_of(version, what), url, f"Lees versie {version.number}")


def facts_of(version: Version, what: str) -> tuple[tuple[str, str], ...]:
    profile, decision = version.profile, decision_of(version)
    adopted = decision if decision and profile.adopted_id == version.pk else None
    rows = (
        ("School", f"{profile.school.name} ({profile.school.brin6})"),
        ("Schooljaar", profile.round.schooljaar),
        ("Versie", str(version.number)),
        ("Wat het is", what),
        ("Vastgesteld", f"{day(adopted.on)}, door het bestuur van {adopted.board}" if adopted else ""),
        ("Geldig tot en met", day(adopted.valid_until) if adopted else ""),
    )
    return tuple((label, value) for label, value in rows if value)


def claimed(claim: Claim | None, sees: MaySee) -> Verdict | None:
    """What a file that we do not know says of itself; nothing is confirmed, only where the real one stands."""
    if claim is None:
        return None
    if not claim.brin6:
        version = Version.objects.filter(sha256__startswith=claim.short).select_related(*PARTS).first()
        if version is None or (newest_of(version) is None and not sees(version)):
            return None
        school, year, number = version.profile.school, version.profile.round.schooljaar, version.number
    else:
        found = School.objects.filter(brin6=claim.brin6).first()
        if found is None:
            return None
        school, year, number = found, claim.schooljaar, claim.version
    lead = (
        f"Dit bestand zegt versie {number} van {school.name} voor schooljaar {year} te zijn. Maar het is niet "
        "gelijk aan een bestand dat hier is bewaard. Of wat erin staat klopt, kunnen wij niet zeggen."
    )
    live = Publication.objects.live().filter(school=school, schooljaar=year).exists()
    url = reverse("public_year", args=[school.brin6, year]) if live else ""
    title = "Dit bestand is niet zoals het is vastgesteld"
    return Verdict(
        "says", title, lead, url=url, link=f"Lees het openbare profiel van {school.name}" if url else ""
    )


def newest_of(version: Version) -> Publication | None:
    rows = Publication.objects.filter(version=version).select_related("school").defer("search_text")
    return rows.newest()


def day(value: Any) -> str:
    return str(date_format(value, "j F Y")) if value else ""
