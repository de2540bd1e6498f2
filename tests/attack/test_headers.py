"""What goes along with an answer that is no page: the policy, and that no cache keeps it for another."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from dekkend.accounts.models import User
from dekkend.profile.talk.actions import live
from dekkend.profile.version.actions import submit
from tests.attack.everything import addresses, keys_of, whole
from tests.attack.heading import lacks, may_be_kept_for_another
from tests.world import World

pytestmark = pytest.mark.one_database

SignIn = Callable[[User], Client]


def wrong_with(answer: Any) -> list[str]:
    return [*lacks(answer), *(["cache"] if may_be_kept_for_another(answer) else [])]


@pytest.mark.parametrize("accept", ["text/html", "application/json"])
def test_every_refusal_carries_the_policy_and_stays_in_no_cache(
    world: World, sign_in: SignIn, accept: str
) -> None:
    """Of what a school can no longer do; what strangers get is looked at in test_strangers.py."""
    keys = keys_of(whole(world))
    submit(world.profile, actor=world.head)
    client, wrong, seen = sign_in(world.head), [], set()
    for address in addresses(keys):
        if address.act == "public":
            continue
        answer = client.post(address.path, headers={"accept": accept})
        if answer.status_code >= 400:
            seen.add(answer.status_code)
            if loose := wrong_with(answer):
                wrong.append((address.name, answer.status_code, loose))

    assert wrong == []
    assert {404, 423} <= seen


def test_so_do_a_fault_a_stale_page_and_too_much_at_once(
    world: World, sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    item = world.profile.format.items[0].id
    path = reverse("checklist_answer", args=[world.profile.pk, item])
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(world.head)
    stale = strict.post(path, {"note": "Te laat."})
    too_much = sign_in(world.head).post(path, {"note": "x" * 6_000_000})
    nowhere = Client().get("/dit/is/er/niet/")
    monkeypatch.setattr("dekkend.desk.views.tasks_of", None)
    client = sign_in(world.head)
    client.raise_request_exception = False
    fault = client.get("/mijn-werk/")

    told = [answer.status_code for answer in (stale, too_much, nowhere, fault)]
    assert told == [403, 400, 404, 500]
    assert [wrong_with(answer) for answer in (stale, too_much, nowhere)] == [[], [], []]
    assert wrong_with(fault) in ([], ["cache"])


def test_a_tag_of_one_person_opens_nothing_for_the_next_at_this_browser(
    world: World, sign_in: SignIn
) -> None:
    """Whoever signs in after the head sends what the browser kept of the head: 404, not "unchanged"."""
    profile = whole(world)
    live.begin(profile.talks.exclude(state="closed").get(), actor=world.head)
    section = profile.format.section_of_kind("texts")
    assert section
    kept = {
        path: sign_in(world.head).get(path)["ETag"]
        for path in (
            reverse("section_preview", args=[profile.pk, section.id]),
            reverse("talk_board", args=[profile.pk]),
            reverse("talk_control", args=[profile.pk]),
        )
    }

    for who, opens in (("sam", False), ("council", False), ("coordinator", True)):
        client = sign_in(world.people[who])
        for path, tag in kept.items():
            for asked in (tag, f"W/{tag}", "*"):
                answer = client.get(path, headers={"if-none-match": asked})
                assert (answer.status_code in (200, 304)) is opens, (who, path, answer.status_code)
