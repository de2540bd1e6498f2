"""A draft, a submitted version, answers, owners and the talk with the council reach nobody they are not for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from dekkend.accounts.models import User
from dekkend.adoption import actions
from dekkend.neighbourhood.actions import add_agreement
from dekkend.profile.base.models import Profile
from dekkend.profile.models import Agreement, Answer, ImprovementPoint, SectionText
from dekkend.profile.version.actions import submit
from tests.adoption.roads import adopt, advised, complete
from tests.attack.everything import addresses, all_in_one, keys_of
from tests.world import World

pytestmark = pytest.mark.one_database

SignIn = Callable[[User], Client]
SECRET = "Kwetsbaarheidje"


def write_secret(profile: Profile) -> None:
    """The word stands in every text that people wrote on this profile."""
    for model in (SectionText, Answer, Agreement, ImprovementPoint):
        owner = "copy__profile" if model is Answer else "profile"
        names = [
            each.name for each in model._meta.fields if each.name in ("text", "note", "goal", "evidence")
        ]
        model.objects.filter(**{owner: profile}).update(**dict.fromkeys(names, SECRET))


def pages_that_tell(client: Client, profile: Profile, *only: str, word: str = SECRET) -> list[str]:
    keys = keys_of(profile)
    once = {
        address.path: address.name
        for form in ("html", "txt")
        for address in addresses({**keys, "form": form})
        if address.name not in ("public_schools", "people", "schools") and (not only or address.name in only)
    }
    found = []
    for path, name in once.items():
        answer = client.get(path, {"woorden": word, "zoek": word})
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content
        if word in body.decode(errors="replace").replace(f'value="{word}"', ""):
            found.append(name)
    return found


OUTSIDE = ("adviser", "analyst", "administrator", "other_head", "sam")


def people(world: World, *names: str) -> User:
    return all_in_one(*(world.people[name] for name in names))


def test_a_profile_in_the_making_is_of_the_school(world: World, sign_in: SignIn) -> None:
    profile = complete(world)
    whole_of(world)
    write_secret(profile)

    assert pages_that_tell(sign_in(people(world, "council", "board", *OUTSIDE)), profile) == []


def test_who_makes_it_does_read_it(world: World, sign_in: SignIn) -> None:
    profile = complete(world)
    whole_of(world)
    write_secret(profile)

    pages = ("checklist_question", "preview")
    assert set(pages_that_tell(sign_in(world.head), profile, *pages)) == set(pages)


@pytest.mark.parametrize("signed_in", [True, False])
def test_a_submitted_version_is_of_school_council_and_board(
    world: World, sign_in: SignIn, signed_in: bool
) -> None:
    profile = complete(world)
    whole_of(world)
    write_secret(profile)
    submit(profile, actor=world.head)

    client = sign_in(people(world, *OUTSIDE)) if signed_in else Client()
    assert pages_that_tell(client, profile) == []


def test_the_council_and_board_read_no_evidence(world: World, sign_in: SignIn) -> None:
    profile = complete(world)
    whole_of(world)
    Answer.objects.filter(copy__profile=profile).update(evidence=SECRET)
    submit(profile, actor=world.head)

    assert pages_that_tell(sign_in(people(world, "council", "board")), profile) == []


@pytest.mark.parametrize("signed_in", [True, False])
def test_the_talk_of_council_and_board_stays_between_them(
    world: World, sign_in: SignIn, signed_in: bool, tmp_path: Path, settings: Any
) -> None:
    settings.MEDIA_ROOT = tmp_path
    profile = complete_with_talk(world)

    client = sign_in(people(world, *OUTSIDE)) if signed_in else Client()
    assert pages_that_tell(client, profile) == []


def complete_with_talk(world: World) -> Profile:
    profile = advised(world, "remarks", SECRET)
    whole_of(world)
    actions.reply(profile, actor=world.board, text=SECRET, departs=False)
    adopt(world)
    profile.refresh_from_db()
    return profile


def whole_of(world: World) -> None:
    """What addresses need besides."""
    add_agreement(world.areas[0], world.round, actor=world.head, need="lezen-dyslexie")
