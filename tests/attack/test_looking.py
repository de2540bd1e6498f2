"""Every page is opened by somebody who may see it, on both databases: each answers, and none writes."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from dekkend.accounts.models import User
from tests.attack.everything import add_roles, addresses, everything_kept, keys_of, whole
from tests.world import World

SignIn = Callable[[User], Client]


@pytest.mark.parametrize("who", ["head", "colleague"])
def test_looking_changes_nothing(world: World, sign_in: SignIn, who: str) -> None:
    """The colleague, who has an own copy, is of the board and the samenwerkingsverband as well."""
    keys = keys_of(whole(world))
    add_roles(world.colleague, world.board, world.administrator)
    client, before = sign_in(world.people[who]), everything_kept()

    for address in addresses(keys):
        client.get(address.path)

    assert everything_kept() == before
