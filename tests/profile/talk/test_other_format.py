"""The talk with another scale: four steps and no value named as in Almere."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from django.core.cache import cache
from django.test import Client

from dekkend.formats.actions import load_format
from dekkend.formats.queries import get_format
from dekkend.profile.models import Agreement, Profile, Showing, Talk, Vote
from dekkend.profile.talk.actions import live
from tests.formats.texts import OTHER
from tests.profile.checklist.people import SCRIPT, SignIn, page
from tests.world import World, build


@pytest.fixture
def other(db: None) -> Iterator[World]:
    get_format.cache_clear()
    cache.clear()
    load_format(OTHER)
    yield build("anders/2030.1")
    get_format.cache_clear()


@pytest.fixture
def talk(other: World) -> Talk:
    """Without an agenda: the whole checklist is the agenda."""
    Profile.objects.update(naming="named")
    begun = live.begin(Talk.objects.create(profile=other.profile), actor=other.head)
    item = next(item.id for item in other.profile.format.items if not item.topics)
    return live.show(begun, item, actor=other.head)


def keys_of(html: str) -> dict[str, str]:
    """Of the buttons with an answer: key -> value."""
    found = re.findall(r'name="value" value="([^"]+)" data-key="(\d)"', html)
    return {key: value for value, key in found}


def test_keys_of_board_and_phone_follow_the_scale(
    talk: Talk, other: World, sign_in: SignIn, client: Client
) -> None:
    values = [value.id for value in other.profile.format.scale.values]
    wanted = {str(number): value for number, value in enumerate(values, 1)}
    board = sign_in(other.head).get(page("talk_board", other.profile)).content.decode()
    phone = client.get(f"/gesprek/{talk.code}/").content.decode()

    assert keys_of(board) == wanted
    assert keys_of(phone) == wanted | {"0": "unsure"}


def test_every_value_is_answered_counted_and_agreed(talk: Talk, other: World, sign_in: SignIn) -> None:
    values = [value.id for value in other.profile.format.scale.values]
    for value in values:
        phone = Client()
        phone.get(f"/gesprek/{talk.code}/")
        sent = {"item": talk.shown, "value": value}
        assert phone.post(f"/gesprek/{talk.code}/antwoord/", sent, headers=SCRIPT).status_code == 200
    head = sign_in(other.head)
    head.post(page("talk_hands", other.profile), dict.fromkeys(values, "2"))
    for revision, value in enumerate(values):
        sent = {"value": value, "revision": str(revision)}
        url = page("talk_choose", other.profile, talk.shown)
        assert head.post(url, sent, headers=SCRIPT).status_code == 200
    showing = Showing.objects.get()

    assert Vote.objects.count() == len(values)
    assert showing.spread == dict.fromkeys(values, 1)
    assert showing.hands == dict.fromkeys(values, 2)
    assert Agreement.objects.get().value == values[-1]
    for name in ("talk_board", "talk_board_now", "talk_control", "talk_control_now"):
        assert head.get(page(name, other.profile)).status_code == 200
