"""A school that agreed something last year."""

from __future__ import annotations

from typing import Any

from dekkend.profile.base.models import Profile
from dekkend.profile.models import Version
from dekkend.profile.version.content import seal
from dekkend.region.models import Round
from tests.profile.checklist.people import FMT, YES
from tests.world import FORMAT, World


def last_year(world: World, answers: dict[str, Any], *, format_ref: str = FORMAT) -> Profile:
    """Last year's adopted version holds these answers."""
    earlier = Round.objects.create(
        alliance=world.alliance,
        first_year=world.round.first_year - 1,
        format_ref=format_ref,
        catalogue=world.round.catalogue,
    )
    profile = Profile.objects.create(school=world.school, round=earlier, state="adopted")
    text, digest = seal({"format": format_ref, "checklist": {"answers": answers}})
    profile.adopted = Version.objects.create(profile=profile, number=1, content=text, sha256=digest)
    profile.save()
    return profile


def all_alike(value: str = YES, note: str = "Zo doen wij dat.") -> dict[str, Any]:
    """Every item agreed alike, also its topics."""
    return {
        item.id: {
            "value": value,
            "note": note,
            **({"topics": {topic.id: value for topic in item.topics}} if item.topics else {}),
        }
        for item in FMT.items
    }
