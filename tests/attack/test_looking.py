"""Every page is opened by who may see it, on both databases: it answers, has its headers, and writes nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from dekkend.accounts.models import User
from tests.attack.everything import add_roles, addresses, everything_kept, keys_of, whole
from tests.attack.heading import lacks, may_be_kept_for_another
from tests.world import World

SignIn = Callable[[User], Client]


@pytest.mark.parametrize("who", ["head", "colleague"])
def test_looking_changes_nothing(world: World, sign_in: SignIn, who: str) -> None:
    """The colleague, who has an own copy, is of the board and the samenwerkingsverband as well."""
    keys = keys_of(whole(world))
    add_roles(world.colleague, world.board, world.administrator)
    client, before, wrong = sign_in(world.people[who]), everything_kept(), []

    for address in addresses(keys):
        answer = client.get(address.path)
        wrong += [(address.name, what) for what in lacks(answer)]
        if address.act != "public" and answer.status_code == 200 and may_be_kept_for_another(answer):
            wrong.append((address.name, "a cache keeps it for another"))

    assert wrong == []
    assert everything_kept() == before
