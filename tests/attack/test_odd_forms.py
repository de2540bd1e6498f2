"""Every form of every page, sent as no page of ours sends it: nothing at all, a field too few, nonsense in all."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import transaction
from django.test import Client

from dekkend.accounts.models import User
from dekkend.profile.models import Profile
from tests.attack.everything import all_in_one, whole
from tests.attack.test_foreign_ids import ABOVE, ROLES, all_senders
from tests.world import World

pytestmark = pytest.mark.one_database

SignIn = Callable[[User], Client]
HUGE = "99999999999999999999"
NONSENSE = ("", "²", HUGE, "-1", "x" * 5000, "a\x00b", "2026-02-30")


def sent_oddly(sent: dict[str, str]) -> Iterator[dict[str, Any]]:
    yield {}
    for name in sent:
        yield {other: value for other, value in sent.items() if other != name}
    for value in NONSENSE:
        yield dict.fromkeys(sent, value)
    yield {name: [value, value, "x"] for name, value in sent.items()}


def test_no_form_falls_over_what_no_page_sends(world: World, sign_in: SignIn) -> None:
    profile = Profile.objects.with_places().get(pk=whole(world).pk)
    client = sign_in(all_in_one(*(world.people[role] for role in ROLES + ABOVE)))
    client.raise_request_exception = False
    wrong, tried = [], 0
    for alike in all_senders(client, profile).values():
        sender = alike[0]
        names = dict.fromkeys(sender.choices, "") | sender.sent
        for sent in sent_oddly(names):
            with transaction.atomic():
                answer = getattr(client, sender.method)(sender.path, sent)
                transaction.set_rollback(True)
            tried += 1
            if answer.status_code >= 500:
                wrong.append((sender.method, sender.path, str(sent)[:200]))

    assert wrong == []
    assert tried > 1_000
