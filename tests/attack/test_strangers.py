"""Every address about a school, for everybody who has nothing to do with it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from dekkend.accounts.models import User
from tests.attack.everything import addresses, all_in_one, elsewhere, keys_of, whole
from tests.attack.heading import lacks, may_be_kept_for_another
from tests.world import World

pytestmark = pytest.mark.one_database

SignIn = Callable[[User], Client]


def text_of(answer: Any) -> str:
    return answer.content.decode(errors="replace")


@pytest.mark.parametrize("method", ["get", "post"])
def test_who_has_a_role_elsewhere_finds_nothing(world: World, sign_in: SignIn, method: str) -> None:
    """404, whatever is asked; 405 where nobody may ask it this way. Never a page, a refusal or a fault."""
    keys = keys_of(whole(world))
    others = elsewhere(world)
    wrong = []
    for role, user in (
        ("stranger", others.pop("stranger")),
        ("every role", all_in_one(*others.values())),
    ):
        client = sign_in(user)
        for address in addresses(keys):
            if address.act in ("public", "see_desk"):  # the own desk is everybody’s
                continue
            answer = getattr(client, method)(address.path)
            loose = lacks(answer) or (answer.status_code == 404 and may_be_kept_for_another(answer))
            if answer.status_code not in (404, 405) or loose or "Traceback" in text_of(answer):
                wrong.append((role, address.name, address.path, answer.status_code, loose))
    assert wrong == []


@pytest.mark.parametrize("method", ["get", "post"])
def test_who_is_not_signed_in_is_sent_to_sign_in(world: World, client: Client, method: str) -> None:
    keys = keys_of(whole(world))
    wrong: list[Any] = []
    for address in addresses(keys):
        if address.act != "public":
            answer = getattr(client, method)(address.path)
            login = answer.status_code == 302 and answer["Location"].startswith("/account/login/?next=/")
            if not login and answer.status_code != 405:
                wrong.append((address.name, answer.status_code))
    assert wrong == []
