"""What a stranger gets for something that exists is, to the byte and to the query, what is got for nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from dekkend.accounts.models import User
from dekkend.profile.checklist import actions
from dekkend.profile.models import Talk
from tests.attack.everything import addresses, keys_of, whole
from tests.profile.talk.leading import running
from tests.world import World

SignIn = Callable[[User], Client]
NOWHERE = "00000000-0000-4000-8000-00000000000f"
# What somebody tries: a number, an address, a key. Names of the format are known to everybody.
TRIED = {"profile": 999_999, "copy": NOWHERE, "evidence": NOWHERE, "code": "zzzz-zzzz-zzzz"}
TOKEN = re.compile(rb"[A-Za-z0-9]{64}")


def seen(client: Client, path: str, method: str) -> tuple[int, bytes, dict[str, str], int]:
    """Status, body, headers and number of queries; the pass of the form and the address itself left out."""
    with CaptureQueriesContext(connection) as queries:
        answer = getattr(client, method)(path)
    body = TOKEN.sub(b"", answer.content).replace(path.encode(), b"")
    by_itself = ("Location", "Content-Length", "Expires")  # of the address, its length, and the second of now
    headers = {name: value for name, value in answer.headers.items() if name not in by_itself}
    return answer.status_code, body, headers, len(queries)


@pytest.mark.one_database
@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("who", ["other_head", "nobody"])
def test_an_address_that_exists_is_answered_like_one_that_does_not(
    world: World, sign_in: SignIn, who: str, method: str
) -> None:
    keys = keys_of(whole(world))
    client = Client() if who == "nobody" else sign_in(world.people[who])
    client.get("/")
    told, number = [], 0
    for real, tried in zip(addresses(keys), addresses({**keys, **TRIED}), strict=True):
        if real.act in ("public", "see_desk") or real.path == tried.path:
            continue
        one, other = seen(client, real.path, method), seen(client, tried.path, method)
        number += 1
        if one != other:
            told.append(
                (real.name, one[0], other[0], one[3], other[3], one[1] == other[1], one[2] == other[2])
            )
    assert told == []
    assert number > 60


def test_a_code_of_another_school_is_answered_like_no_code(world: World) -> None:
    """Who knows a number of a profile learns nothing from codes, and a code tells nothing of its profile."""
    actions.choose_naming(world.profile, "anonymous", actor=world.head)
    code = actions.make_codes(world.profile, 3, actor=world.head)[0]
    client = Client()

    elsewhere = seen(client, f"/profielen/999999/c/{code}/", "get")
    nowhere = seen(client, "/profielen/999999/c/zzzz-zzzz-zzzz/", "get")
    here = seen(client, f"/profielen/{world.profile.pk}/c/zzzz-zzzz-zzzz/", "get")

    assert elsewhere == nowhere == here
    assert elsewhere[0] == 404


def test_a_wrong_code_is_answered_alike_whether_or_not_there_are_codes(world: World) -> None:
    def door() -> Any:
        with CaptureQueriesContext(connection) as queries:
            answer = Client().post("/code/", {"code": "zzzz-zzzz-zzzz"})
        return answer.status_code, TOKEN.sub(b"", answer.content), len(queries)

    before = door()
    actions.choose_naming(world.profile, "anonymous", actor=world.head)
    actions.make_codes(world.profile, 100, actor=world.head)

    assert door() == before


def test_a_wrong_code_of_a_talk_is_answered_alike_whether_or_not_one_runs(world: World) -> None:
    before = seen(Client(), "/gesprek/AAAAAA/", "get")
    talk = running(world)

    assert seen(Client(), "/gesprek/AAAAAA/", "get") == before
    Talk.objects.filter(pk=talk.pk).update(state="closed", code="")
    assert seen(Client(), "/gesprek/AAAAAA/", "get") == before


@pytest.mark.parametrize("path", ["/account/password/reset/"])
def test_whether_an_address_is_known_is_not_told(world: World, path: str) -> None:
    def ask(email: str) -> tuple[int, str]:
        answer = Client().post(path, {"email": email})
        return answer.status_code, answer.headers.get("Location", "")

    assert ask(world.head.email) == ask("niemand@voorbeeld.example")
