"""Bringing the profile of the world to where a test begins: every step is the real act."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from django.utils import timezone

from dekkend.adoption import actions
from dekkend.adoption.models import Advice
from dekkend.audit.actions import Actor
from dekkend.profile.base.models import Profile
from dekkend.profile.models import ProvisionText, Version
from dekkend.profile.version.actions import submit
from dekkend.profile.version.content import read
from dekkend.profile.version.fill import fill
from tests.remembered import remembered
from tests.world import World

EXAMPLE = Path(__file__).parents[2] / "examples" / "de-leesplank.yml"
HEARD = {"method": "In de leerlingenraad.", "said": "Meer rust.", "changed": "Een stille plek."}


@cache
def example() -> dict[str, Any]:
    content, _ = read(EXAMPLE)
    return content


@remembered
def complete(world: World) -> Profile:
    """Nothing is missing: it can be submitted."""
    content = {**example(), "provisions": [], "example": False}
    fill(world.profile, content, actor=Actor(world.head, world.head.name, "directeur"))
    for key in ("dyslexie", "veilig"):
        ProvisionText.objects.create(profile=world.profile, key=key, how="Zo doen wij dat.", revision=1)
    tell(world)
    world.profile.refresh_from_db()
    return world.profile


def tell(world: World) -> None:
    changes = {**HEARD, "heard_on": date(2026, 11, 2)}
    actions.tell_pupils(world.profile, actor=world.coordinator, changes=changes, base=0)


@remembered
def submitted(world: World) -> Profile:
    submit(complete(world), actor=world.head)
    return world.profile


@remembered
def asked(world: World) -> Profile:
    profile = submitted(world)
    actions.ask_advice(profile, actor=world.board, term_ends=timezone.localdate() + timedelta(weeks=6))
    return profile


@remembered
def advised(world: World, kind: str = "positive", text: str = "") -> Profile:
    profile = asked(world)
    actions.advise(
        profile,
        actor=world.council,
        kind=kind,
        text=text or ("" if kind == "positive" else "Zeg wie er belt."),
    )
    return profile


@remembered
def replied(world: World, kind: str = "positive", *, departs: bool = False) -> Profile:
    profile = advised(world, kind)
    actions.reply(profile, actor=world.board, text="Dank voor het advies.", departs=departs)
    return profile


@remembered
def adopted(world: World) -> Profile:
    profile = replied(world)
    adopt(world)
    return profile


def adopt(world: World) -> None:
    on = timezone.localdate()
    actions.adopt(world.profile, actor=world.board, on=on, valid_until=on + timedelta(days=365))


def let_term_pass(profile: Profile) -> None:
    """As if the council was asked long ago."""
    Advice.objects.filter(version=profile.sealed).update(term_ends=timezone.localdate() - timedelta(days=1))
    profile.refresh_from_db()


def sealed(profile: Profile) -> Version:
    assert profile.sealed is not None
    return profile.sealed
