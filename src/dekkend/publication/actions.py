"""Making a profile public, and taking it back."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils import timezone

from dekkend.adoption.queries import decisions_of
from dekkend.audit.actions import Actor, record
from dekkend.formats.queries import get_format
from dekkend.process.engine import Refused, actor_of, check, closed_because, is_open, perform
from dekkend.profile.base.road import settle
from dekkend.profile.models import Paper, Profile, Version

from .models import OfferedNeed, Publication
from .offers import offered_needs
from .openness import public_content, readable
from .papers import keep_papers
from .stems import index


def publish(profile: Profile, *, actor: Any) -> Publication:
    """The adopted version becomes public; the one of the year before is archived with its date."""
    check("publish", profile, actor=actor)
    version = profile.adopted
    assert version is not None, "an adopted profile has its version"
    publication, needs = prepared(version)

    def change(locked: Profile, who: Actor) -> Publication:
        archive_others(publication)
        publication.save()
        for need in needs:
            need.publication = publication
        OfferedNeed.objects.bulk_create(needs)
        return publication

    perform("publish", profile, actor=actor, change=change, data={"version": version.number})
    settle(profile)
    return publication


def prepared(version: Version) -> tuple[Publication, list[OfferedNeed]]:
    """Everything that search needs, drawn from the version before the transaction begins."""
    content, decisions = version.data, decisions_of(version)
    fmt = get_format(content["format"])
    until = decisions.valid_until
    publication = Publication(
        profile=version.profile,
        version=version,
        school=version.profile.school,
        schooljaar=content["schooljaar"],
        published_on=timezone.localdate(),
        valid_until=date.fromisoformat(until) if until else None,
        search_text=index(readable(public_content(content, fmt, decisions))),
        is_example=content.get("example", False),
    )
    return publication, offered_needs(content, fmt)


def archive_others(publication: Publication) -> None:
    """Of one school one year is in force: the latest."""
    today = timezone.localdate()
    others = Publication.objects.in_force().filter(school=publication.school)
    others.filter(schooljaar__lt=publication.schooljaar).update(archived_on=today)
    if others.filter(schooljaar__gt=publication.schooljaar).exists():
        publication.archived_on = today


def withdraw(profile: Profile, *, actor: Any, reason: str) -> None:
    """Take it back: its address says from now on that it was here, and why it no longer is."""

    def change(locked: Profile, who: Actor) -> None:
        live = Publication.objects.live().filter(profile=locked)
        live.update(withdrawn_on=timezone.localdate(), reason=reason.strip())

    perform("withdraw", profile, actor=actor, change=change, reason=reason, data={"reason": reason.strip()})
    settle(profile)


def make_papers(profile: Profile, *, actor: Any) -> list[Paper]:
    """Make the papers of the adopted version again, when that failed at the adoption."""
    who = actor_of("publish", actor, profile)
    if profile.adopted is None or not is_open("publish", profile):
        raise Refused(closed_because(profile))
    papers = keep_papers(profile.adopted)
    record("keep_papers", actor=who, place=profile.place, data={"papers": len(papers)})
    return papers
