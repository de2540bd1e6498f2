"""Every address, for everybody who does have a role here, but not one that the table names for its act."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from dekkend.accounts.models import User
from dekkend.process.table import table
from dekkend.profile.models import Profile
from dekkend.profile.talk.actions import live
from tests.attack.everything import addresses, keys_of, whole
from tests.world import CAST, World

pytestmark = pytest.mark.one_database

SignIn = Callable[[User], Client]
ROLES = {name: role for name, _, role, _ in CAST}
OPEN = ("public", "see_desk", "")


def strange_to(role: str, act: str) -> bool:
    """No line of the table lets this role do it."""
    return act not in OPEN and role not in {who for who, _ in table()[act].who} | {"anyone"}


def walked(client: Client, profile: Profile, role: str, method: str) -> list[Any]:
    wrong = []
    for address in addresses(keys_of(profile)):
        is_own = address.act.endswith("_copy")  # of whom the copy is made for, whatever the role
        if strange_to(role, address.act) and not is_own:
            status = getattr(client, method)(address.path).status_code
            if status not in (404, 405):
                wrong.append((address.name, address.act, status))
    return wrong


@pytest.mark.parametrize("who", list(ROLES))
def test_what_the_table_does_not_give_is_not_found(world: World, sign_in: SignIn, who: str) -> None:
    """Also while a talk runs: board, control, phones."""
    profile = whole(world)
    live.begin(profile.talks.exclude(state="closed").get(), actor=world.head)
    client = sign_in(world.people[who])

    assert walked(client, profile, ROLES[who], "get") == []
    assert walked(client, profile, ROLES[who], "post") == []
