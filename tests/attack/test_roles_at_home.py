"""Every address, for everybody who does have a role here, but not one that the table names for its act."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from dekkend.accounts.models import User
from dekkend.process.table import table
from dekkend.profile.talk.actions import live
from tests.attack.everything import Address, addresses, all_in_one, keys_of, whole
from tests.world import CAST, World

pytestmark = pytest.mark.one_database

SignIn = Callable[[User], Client]
ROLES = {name: role for name, _, role, _ in CAST if name != "colleague"}
OPEN = ("public", "see_desk", "")


def strangers_to(act: str) -> frozenset[str]:
    """Who, of the people here, may not do it by any line of the table. Of a copy it is whose it is, not the role."""
    if act in OPEN or act.endswith("_copy"):
        return frozenset()
    may = {who for who, _ in table()[act].who}
    return frozenset(name for name, role in ROLES.items() if role not in may and "anyone" not in may)


def walked(client: Client, pages: list[Address], method: str) -> list[Any]:
    wrong = []
    for address in pages:
        status = getattr(client, method)(address.path).status_code
        if status not in (404, 405):
            wrong.append((address.name, address.act, status))
    return wrong


@pytest.mark.parametrize("method", ["get", "post"])
def test_what_the_table_does_not_give_is_not_found(world: World, sign_in: SignIn, method: str) -> None:
    """Each page for one person with every role that the table does not name there. Also while a talk runs."""
    profile = whole(world)
    live.begin(profile.talks.exclude(state="closed").get(), actor=world.head)
    pages: dict[frozenset[str], list[Address]] = defaultdict(list)
    for address in addresses(keys_of(profile)):
        pages[strangers_to(address.act)].append(address)
    del pages[frozenset()]

    wrong = []
    for number, (names, theirs) in enumerate(pages.items()):
        one = all_in_one(*(world.people[name] for name in names), email=f"{number}@voorbeeld.example")
        wrong += walked(sign_in(one), theirs, method)

    assert wrong == []
    assert set().union(*pages) == set(ROLES)
