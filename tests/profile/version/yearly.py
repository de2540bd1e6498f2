"""Years in a row at one school, for what comes along from the one to the other."""

from __future__ import annotations

from typing import Any

from dekkend.audit.actions import SYSTEM, Actor
from dekkend.profile.base.actions import open_profiles
from dekkend.profile.base.models import Profile
from dekkend.profile.models import Version
from dekkend.profile.version.carrying import carry_along_round
from dekkend.profile.version.compile import content_of
from dekkend.profile.version.content import seal
from dekkend.profile.version.fill import fill
from dekkend.region.models import Round, School
from tests.world import FORMAT, World


def a_round(world: World, first_year: int, format_ref: str = FORMAT) -> Round:
    """Found or made."""
    found = Round.objects.filter(alliance=world.alliance, first_year=first_year).first()
    return found or Round.objects.create(
        alliance=world.alliance,
        first_year=first_year,
        format_ref=format_ref,
        catalogue=world.round.catalogue,
    )


def written(
    world: World, first_year: int, content: dict[str, Any], *, school: School | None = None
) -> Profile:
    """A profile of that year with this content, not adopted yet."""
    school, format_ref = school or world.school, content.get("format", FORMAT)
    round = a_round(world, first_year, format_ref)
    profile, _ = Profile.objects.get_or_create(school=school, round=round)
    fill(profile, content, actor=Actor(None, "Hanna Hoofd", "directeur"))
    return fresh(profile)


def adopt(profile: Profile) -> Profile:
    text, digest = seal(content_of(fresh(profile)))
    version = Version.objects.create(profile=profile, number=1, content=text, sha256=digest)
    Profile.objects.filter(pk=profile.pk).update(state="adopted", sealed=version, adopted=version)
    return fresh(profile)


def next_year(
    world: World, first_year: int, format_ref: str = FORMAT, school: School | None = None
) -> Profile:
    """The round is opened: every school begins."""
    round = a_round(world, first_year, format_ref)
    open_profiles(world.alliance, made=round, actor=SYSTEM)
    carry_along_round(world.alliance, made=round, actor=SYSTEM)
    return fresh(Profile.objects.get(school=school or world.school, round=round))


def fresh(profile: Profile) -> Profile:
    return Profile.objects.with_places().get(pk=profile.pk)
