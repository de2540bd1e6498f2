"""The version that another is laid beside, and what it is called."""

from __future__ import annotations

from collections.abc import Sequence

from dekkend.formats.model import Format
from dekkend.formats.queries import comparable_with, format_or_none
from dekkend.profile.base.models import Profile

from .content.shape import Content
from .former import Earlier
from .models import Version

# By the word of its address.
SINCE = {"vorig-jaar": "schooljaar {version.profile.round.schooljaar}", "versie": "versie {version.number}"}


def called(word: str, version: Version) -> str:
    return SINCE[word].format(version=version)


def adopted_before(profile: Profile) -> list[Version]:
    """Of earlier schooljaren, the latest first. One query."""
    years = Profile.objects.filter(
        school=profile.school, round__first_year__lt=profile.round.first_year, adopted__isnull=False
    )
    found = Version.objects.filter(pk__in=years.values("adopted")).select_related("profile__round")
    return list(found.order_by("-profile__round__first_year"))


def bases(profile: Profile, number: int) -> dict[str, list[Version]]:
    """What version `number` can be laid beside, by the word of its address; what the council adopted last comes first.
    The first of each list is laid beside it. Two queries.
    """
    found = {
        "vorig-jaar": adopted_before(profile),
        "versie": list(profile.versions.filter(number__lt=number).select_related("profile__round")[:1]),
    }
    return {word: versions for word, versions in found.items() if versions}


def earlier_of(profile: Profile, number: int, fmt: Format) -> Earlier | None:
    """What was adopted last year; in a first year what the council saw before. `fmt` is that of version `number`."""
    for word, versions in bases(profile, number).items():
        return beside(word, versions, fmt)
    return None


def beside(word: str, versions: Sequence[Version], fmt: Format) -> Earlier:
    """The first of these versions to lay beside one of `fmt`; the others say since when words stand there."""
    is_adopted = word == "vorig-jaar"
    return laid(called(word, versions[0]), [version.data for version in versions], fmt, is_adopted=is_adopted)


def laid(name: str, contents: Sequence[Content], fmt: Format, *, is_adopted: bool) -> Earlier:
    """No database. `is_adopted`: each is of a schooljaar before the one in front of it."""
    years = tuple((str(told["schooljaar"]), told, other_format(told, fmt)) for told in contents)
    _, content, older = years[0]
    seen = comparable_with(content.get("format"), fmt)
    return Earlier(content, name, older, seen, years if is_adopted else ())


def other_format(content: Content, fmt: Format) -> Format | None:
    """None: the same, or one that is not here any more."""
    older = format_or_none(content.get("format"))
    return older if older and older.ref != fmt.ref else None
