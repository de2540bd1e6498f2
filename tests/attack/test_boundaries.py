"""What belongs together stays together: other people's rows, the wrong moment, CSRF, GET, cookies."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from dekkend.accounts.models import User
from dekkend.audit.actions import Actor
from dekkend.process.table import table
from dekkend.profile.base.models import Profile
from dekkend.profile.models import Arrangement, Copy
from dekkend.profile.version.actions import submit
from dekkend.profile.version.fill import fill
from tests.adoption.roads import example
from tests.attack.everything import addresses, all_in_one, everything_kept, keys_of, whole
from tests.world import World

pytestmark = pytest.mark.one_database

SignIn = Callable[[User], Client]
# What hangs under a profile, a board, an area or a samenwerkingsverband: of another one it does not exist.
PARTS = ("row", "thing", "copy", "number", "agreement", "member")
OWN_RULES = ("submit", "recall")


@pytest.mark.parametrize("part", PARTS)
def test_a_row_of_another_is_not_found_under_my_own(world: World, sign_in: SignIn, part: str) -> None:
    """My profile, my wijk; the row of somebody else: 404, and nothing changes."""
    theirs = keys_of(whole(world))
    mine = Profile.objects.create(school=world.schools[2], round=world.round)
    fill(
        mine,
        {**example(), "provisions": [], "example": False},
        actor=Actor(world.other_head, "Otto", "directeur"),
    )
    own = {
        **theirs,
        "profile": mine.pk,
        "area": world.areas[1].pk,
        "board": world.boards[1].pk,
        part: theirs[part],
    }
    if part == "thing":
        own["row"] = Arrangement.objects.filter(profile=mine, things__isnull=False)[0].pk
    client, before, wrong = sign_in(world.other_head), everything_kept(), []

    for address in addresses(own):
        if part in address.asks and address.act != "public":
            for method in ("get", "post"):
                status = getattr(client, method)(address.path, {"revision": "1", "to": "up"}).status_code
                if status not in (404, 405):
                    wrong.append((method, address.name, status))

    assert wrong == []
    assert everything_kept() == before


@pytest.mark.parametrize("who", [("head", "coordinator", "staff", "board"), ("council",)])
def test_what_the_state_forbids_is_not_done(world: World, sign_in: SignIn, who: tuple[str, ...]) -> None:
    """Submitted: whoever may write before gets 423 now, and not one row changes."""
    keys = keys_of(whole(world))
    submit(world.profile, actor=world.head)
    one = all_in_one(*(world.people[name] for name in who))
    client, before, wrong = sign_in(one), everything_kept(), []
    seen: list[int] = []
    closed = [act for act, row in table().items() if row.states and "submitted" not in row.states]

    for address in addresses(keys):
        if address.act in closed:
            answer = client.post(address.path, {"revision": "0", "text": "Te laat.", "reason": "Te laat."})
            seen.append(answer.status_code)
            if answer.status_code not in (404, 405, 423):
                wrong.append((address.name, answer.status_code))

    assert wrong == []
    assert (423 in seen) == (who != ("council",))
    assert everything_kept() == before


# A file is only looked at there: nothing changes, and a token would set a cookie with every reader (decision 24).
WITHOUT_TOKEN = {"check"}


def test_every_post_asks_for_the_token_of_the_page(world: World, sign_in: SignIn) -> None:
    keys, before = keys_of(whole(world)), None
    client = Client(enforce_csrf_checks=True)
    client.cookies = sign_in(world.head).cookies
    before = everything_kept()

    for address in addresses(keys):
        answer = client.post(address.path, {"revision": "0"})
        refused = (422,) if address.name in WITHOUT_TOKEN else (403, 404, 405)
        assert answer.status_code in refused, (address.name, answer.status_code)

    for path in (
        "/account/login/",
        "/account/logout/",
        "/account/password/reset/",
        "/account/password/change/",
    ):
        assert client.post(path).status_code == 403
    assert everything_kept() == before


def test_public_pages_set_no_cookie(world: World, client: Client) -> None:
    """But for colleagues who come in by a code: they fill in forms, also on a page that was kept on their device."""
    for address in addresses(keys_of(whole(world))):
        fills_in = address.name in ("code", "device_who") or address.name.startswith("anonymous")
        if address.act == "public" and not fills_in:
            assert not client.get(address.path).cookies, address.name


def test_a_fault_tells_nothing(world: World, sign_in: SignIn, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*args: Any, **more: Any) -> None:
        raise RuntimeError("geheim wachtwoord")

    monkeypatch.setattr("dekkend.desk.views.tasks_of", broken)
    client = sign_in(world.head)
    client.raise_request_exception = False

    answer = client.get("/mijn-werk/")

    assert answer.status_code == 500
    assert "geheim" not in answer.content.decode()
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


def test_somebodys_own_copy_is_of_that_person_alone(world: World, sign_in: SignIn) -> None:
    keys = keys_of(whole(world))
    copy = Copy.objects.get(person=world.colleague)
    others = ("head", "coordinator", "staff", "council", "board", "administrator")
    client = sign_in(all_in_one(*(world.people[who] for who in others)))
    for address in addresses(keys):
        if "copy" in address.asks:
            for answer in (
                client.get(address.path),
                client.post(address.path, {"revision": "0", "value": "yes"}),
            ):
                assert answer.status_code in (404, 405), address.name
    assert not copy.answers.exists()


def test_cookies_are_closed_to_scripts(world: World, client: Client) -> None:
    assert settings.SESSION_COOKIE_HTTPONLY
    assert settings.CSRF_COOKIE_HTTPONLY
    assert settings.SESSION_COOKIE_SAMESITE == "Lax"
