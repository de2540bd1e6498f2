"""A full profile, brought to its end by the real acts."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from django.utils import timezone

from dekkend.accounts.models import User
from dekkend.adoption import actions as adoption
from dekkend.adoption.models import PupilVoice
from dekkend.audit.actions import SYSTEM
from dekkend.profile.models import Profile
from dekkend.profile.version.actions import submit
from dekkend.profile.version.content import read
from dekkend.profile.version.fill import fill
from dekkend.profile.version.keep import keep
from dekkend.publication.actions import publish
from dekkend.publication.papers import ADDRESSES, keep_papers
from dekkend.region.models import Membership, School
from tests.remembered import remembered
from tests.world import World

EXAMPLE = Path(__file__).parents[2] / "examples/de-leesplank.yml"


@cache
def _example() -> dict[str, Any]:
    return read(EXAMPLE)[0]


def content_of_example(**changes: Any) -> dict[str, Any]:
    return {**_example(), **changes}


def people_at(world: World, school: School) -> tuple[User, User, User]:
    """Head, council and board of that school; made when they are not there yet."""
    found = []
    at: dict[str, Any] = {
        "head": {"school": school},
        "council": {"school": school},
        "board": {"board": school.board},
    }
    for role, place in at.items():
        member = Membership.objects.filter(role=role, **place).first()
        if member is None:
            user = User.objects.create_user(f"{role}{school.pk}@voorbeeld.example", None, name=role)
            member = Membership.objects.create(user=user, role=role, **place)
        found.append(User.objects.get(pk=member.user_id))
    return found[0], found[1], found[2]


@remembered
def submitted(world: World, profile: Profile, content: dict[str, Any]) -> Profile:
    head, _, _ = people_at(world, profile.school)
    provisions = [
        {"id": row.key, "how": f"Wij doen {row.title}."} for row in profile.round.catalogue.provisions.all()
    ]
    fill(profile, {**content, "provisions": provisions}, actor=SYSTEM)
    told = content["pupils"]
    PupilVoice.objects.create(
        profile=profile, revision=1, **{**told, "heard_on": date.fromisoformat(told["heard_on"])}
    )
    submit(profile, actor=head)
    return profile


def adopt(world: World, profile: Profile, content: dict[str, Any], *, papers: str = "stand-in") -> Profile:
    """`papers`: "real" ones take half a second; a "stand-in" is a kept file that says which it is; or "none"."""
    decided(world, profile, content)
    assert profile.adopted is not None
    if papers == "real":
        keep_papers(profile.adopted)
    if papers == "stand-in":
        keep(
            profile.adopted,
            {name: f"{name} of {profile.adopted.sha256}".encode() for name in ADDRESSES.values()},
        )
    return profile


@remembered
def decided(world: World, profile: Profile, content: dict[str, Any]) -> Profile:
    submitted(world, profile, content)
    _, council, board = people_at(world, profile.school)
    today = timezone.localdate()
    adoption.ask_advice(profile, actor=board, term_ends=today + timedelta(days=42))
    adoption.advise(profile, actor=council, kind="remarks", text="GEHEIM ADVIES")
    adoption.reply(profile, actor=board, text="GEHEIME REACTIE")
    adoption.adopt(profile, actor=board, on=today, valid_until=today + timedelta(days=900))
    profile.refresh_from_db()
    return profile


@remembered
def open_to_all(world: World, profile: Profile) -> Profile:
    publish(profile, actor=people_at(world, profile.school)[0])
    profile.refresh_from_db()
    return profile
