"""A samenwerkingsverband of any size: every school with an adopted version of full content, or at its beginning."""

from __future__ import annotations

from django.db import transaction

from dekkend.accounts.models import User
from dekkend.analysis.projection import facts_of, insert
from dekkend.profile.base.models import Profile
from dekkend.profile.models import Version
from dekkend.profile.version.content import seal
from dekkend.profile.version.sample import sample_content
from dekkend.region.models import Area, District, Membership, PupilCount, School
from tests.world import World, build, sign_in_ready

AREAS = 10
DIFFERENT = 60  # so many different contents; the others repeat them


@transaction.atomic
def fill(schools: int) -> World:
    """Every school is done."""
    world, made = place(schools)
    profiles = Profile.objects.bulk_create(
        Profile(school=school, round=world.round, state="adopted", station="publication") for school in made
    )
    adopt(world, profiles)
    return world


@transaction.atomic
def begin(schools: int) -> World:
    """Every school has its checklist before it, and a head who gets letters."""
    world, made = place(schools)
    Profile.objects.bulk_create(Profile(school=school, round=world.round) for school in made)
    heads = User.objects.bulk_create(
        User(email=f"{school.brin6.lower()}@voorbeeld.example", name=f"Directeur {n}", password="!")
        for n, school in enumerate(made)
    )
    Membership.objects.bulk_create(
        Membership(user=user, role="head", school=school) for user, school in zip(heads, made, strict=True)
    )
    return world


def place(schools: int) -> tuple[World, list[School]]:
    world = build()
    sign_in_ready(world)
    Profile.objects.all().delete()
    world.alliance.schools.all().delete()
    district = District.objects.create(alliance=world.alliance, name="Land")
    areas = [
        Area.objects.create(alliance=world.alliance, district=district, name=f"Wijk {n}")
        for n in range(AREAS)
    ]
    made = School.objects.bulk_create(
        School(
            alliance=world.alliance,
            board=world.boards[0],
            area=areas[n % AREAS],
            brin6=f"{n // 676 % 100:02}{chr(65 + n // 26 % 26)}{chr(65 + n % 26)}{n // 67600:02}",
            name=f"School {n}",
        )
        for n in range(schools)
    )
    PupilCount.objects.bulk_create(PupilCount(school=school, year=2025, pupils=200) for school in made)
    return world, made


def adopt(world: World, profiles: list[Profile]) -> None:
    fmt = world.round.format
    contents = [
        seal(sample_content(fmt, seed=seed, school={"name": f"School {seed}", "brin6": "99XX00"}))
        for seed in range(min(DIFFERENT, len(profiles)))
    ]
    versions = Version.objects.bulk_create(
        Version(
            profile=profile,
            number=1,
            content=contents[n % len(contents)][0],
            sha256=contents[n % len(contents)][1],
            sealed_by="Directeur",
        )
        for n, profile in enumerate(profiles)
    )
    for profile, version in zip(profiles, versions, strict=True):
        profile.adopted = version
    Profile.objects.bulk_update(profiles, ["adopted"], batch_size=500)
    for start in range(0, len(versions), 200):
        insert(fact for version in versions[start : start + 200] for fact in facts_of(version))
