"""The version that another is laid beside, and what it is called."""

from __future__ import annotations

from dekkend.profile.base.models import Profile

from .models import Version
from .papers import Earlier

# By the word of its address.
SINCE = {"versie": "versie {version.number}", "vorig-jaar": "schooljaar {version.profile.round.schooljaar}"}


def called(word: str, version: Version) -> str:
    return SINCE[word].format(version=version)


def last_adopted(profile: Profile) -> Version | None:
    """Of an earlier schooljaar, the latest. One query."""
    years = Profile.objects.filter(
        school=profile.school, round__first_year__lt=profile.round.first_year, adopted__isnull=False
    )
    found = Version.objects.filter(pk__in=years.values("adopted")).select_related("profile__round")
    return found.order_by("-profile__round__first_year").first()


def earlier_of(profile: Profile, number: int) -> Earlier | None:
    """What the council last saw before version `number`: of an earlier year, else of this one. Two queries."""
    before = last_adopted(profile)
    word = "vorig-jaar" if before else "versie"
    before = before or profile.versions.filter(number__lt=number).first()
    return Earlier(before.data, called(word, before)) if before else None
