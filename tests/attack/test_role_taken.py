"""A role that is taken away while its page is open: from the next press on that person is a stranger there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from dekkend.accounts.models import User
from dekkend.desk.reminders import awaiting_in
from dekkend.profile.checklist import actions as checklist
from dekkend.profile.checklist.queries import Member
from dekkend.profile.models import Copy, Profile
from dekkend.profile.talk.actions import live
from dekkend.publication.gathering.actions import ask
from dekkend.publication.gathering.jobs import gather_due
from dekkend.publication.models import Gathering
from dekkend.region.actions import remove
from dekkend.region.models import Membership
from tests.adoption.roads import adopted
from tests.attack.everything import addresses, all_in_one, everything_kept, keys_of, whole
from tests.attack.test_foreign_ids import ABOVE, ROLES
from tests.world import World

pytestmark = pytest.mark.one_database

SignIn = Callable[[User], Client]
PRESSED = {"revision": "1", "text": "Na afloop.", "note": "Na afloop.", "reason": "Na afloop.", "to": "up"}


def test_whose_roles_are_gone_finds_nothing_and_saves_nothing(world: World, sign_in: SignIn) -> None:
    """One session goes on: every page that was open, every save that a page still sends, every poll and every file."""
    profile = whole(world)
    live.begin(profile.talks.exclude(state="closed").get(), actor=world.head)
    user = all_in_one(*(world.people[role] for role in ROLES + ABOVE))
    client, keys = sign_in(user), keys_of(profile)
    ours = [each for each in addresses(keys) if each.act not in ("public", "see_desk")]
    assert client.get(ours[0].path).status_code == 200

    Membership.objects.filter(user=user).delete()
    before, wrong = everything_kept(), []
    for address in ours:
        for method, accept in (("get", "text/html"), ("post", "text/html"), ("post", "application/json")):
            answer = getattr(client, method)(address.path, PRESSED, headers={"accept": accept})
            if answer.status_code not in (404, 405):
                wrong.append((method, address.name, answer.status_code))

    assert wrong == []
    assert everything_kept() == before
    assert profile.school.name not in client.get("/mijn-werk/").content.decode()


def test_who_keeps_another_role_keeps_only_that(world: World, sign_in: SignIn) -> None:
    whole(world)
    Membership.objects.create(user=world.head, role="staff", school=world.school)
    client = sign_in(world.head)
    path = reverse("checklist_answer", args=[world.profile.pk, world.profile.format.items[0].id])
    taken = Membership.objects.get(user=world.head, role="head")

    remove(world.alliance, taken, actor=world.administrator)

    assert client.post(path, {"revision": "1", "note": "Na afloop."}).status_code == 404
    assert client.get(reverse("checklist", args=[world.profile.pk])).status_code == 200


def test_an_own_copy_closes_with_the_last_role_in_the_team(world: World, sign_in: SignIn) -> None:
    """As by the code of the letter. A parent in the council who was a teacher here does not answer for the team."""
    profile = Profile.objects.with_places().get(pk=world.profile.pk)
    checklist.choose_naming(profile, "named", actor=world.head)
    checklist.ask(profile, [Member(world.colleague.pk, "Tara", "leraar")], actor=world.head)
    copy = Copy.objects.get(person=world.colleague)
    item = next(item for item in profile.format.items if not item.topics)
    path = reverse("copy_answer", args=[profile.pk, copy.pk, item.id])
    client = sign_in(world.colleague)
    assert client.post(path, {"revision": "0", "note": "Van Tara."}).status_code == 302
    assert str(copy.pk) in client.get("/mijn-werk/").content.decode()
    assert world.colleague.pk in awaiting_in(Profile.objects.all())
    Membership.objects.create(user=world.colleague, role="council", school=world.school)

    taken = Membership.objects.get(user=world.colleague, role="staff")
    remove(world.alliance, taken, actor=world.administrator)

    before = everything_kept()
    assert client.post(path, {"revision": "1", "note": "Na afloop."}).status_code == 404
    assert client.get(reverse("copy", args=[profile.pk, copy.pk])).status_code == 404
    assert str(copy.pk) not in client.get("/mijn-werk/").content.decode()
    assert world.colleague.pk not in awaiting_in(Profile.objects.all())
    assert everything_kept() == before


def test_a_file_that_was_asked_for_is_made_but_not_given_to_who_left(
    world: World, sign_in: SignIn, settings: Any, tmp_path: Any
) -> None:
    """It is the samenwerkingsverband's, whoever pressed the button; the next analyst takes it."""
    settings.MEDIA_ROOT, settings.GATHERED = tmp_path / "files", tmp_path / "gathered"
    adopted(world)
    client = sign_in(world.analyst)
    path = reverse("gathered", args=[world.alliance.slug, world.round.first_year])
    ask(world.round, actor=world.analyst)
    remove(world.alliance, Membership.objects.get(user=world.analyst), actor=world.administrator)

    assert gather_due(processes=0) == 1

    assert Gathering.objects.get().state == "done"
    assert client.get(path).status_code == 404
    assert sign_in(world.administrator).get(path).status_code == 200
