"""Values that no page of ours ever sends."""

from collections.abc import Callable

import pytest
from django.test import Client

from dekkend.accounts.models import User
from dekkend.audit.models import Event
from dekkend.profile.models import Answer
from tests.attack.everything import addresses, keys_of, section_of, whole
from tests.world import World

SignIn = Callable[[User], Client]
HUGE = "99999999999999999999"
WRONG = ["-1", "abc", "", "²", "2147483648", HUGE, "9" * 5000]


@pytest.mark.parametrize("revision", WRONG)
def test_a_revision_that_cannot_be_saves_nothing(world: World, sign_in: SignIn, revision: str) -> None:
    client, item = sign_in(world.head), world.profile.format.questions[0].items[0].id
    path = f"/profielen/{world.profile.pk}/checklist/onderdeel/{item}/"
    client.post(path, {"revision": "0", "note": "Eerst."})

    answer = client.post(
        path, {"revision": revision, "note": "Anders."}, headers={"accept": "application/json"}
    )

    assert answer.status_code == 422
    assert "revision" in answer.json()["errors"]
    assert Answer.objects.get().note == "Eerst."


def test_a_revision_from_the_future_overwrites_nothing(world: World, sign_in: SignIn) -> None:
    client, item = sign_in(world.head), world.profile.format.questions[0].items[0].id
    path = f"/profielen/{world.profile.pk}/checklist/onderdeel/{item}/"
    client.post(path, {"revision": "0", "note": "Eerst."})

    answer = client.post(
        path, {"revision": "999999999", "note": "Anders."}, headers={"accept": "application/json"}
    )

    assert answer.status_code == 409
    assert Answer.objects.get().note == "Eerst."


def test_a_number_that_no_database_knows_is_nowhere(world: World, sign_in: SignIn) -> None:
    keys = keys_of(whole(world))
    numbers = [name for name in keys if isinstance(keys[name], int)]
    client, wrong = sign_in(world.head), []
    for name in numbers:
        for address in addresses({**keys, name: HUGE}):
            if HUGE in address.path:
                wrong += [
                    (address.path, status)
                    for status in (
                        client.get(address.path).status_code,
                        client.post(address.path).status_code,
                    )
                    if status not in (404, 405)
                ]
    assert wrong == []


@pytest.mark.parametrize("key", ["abc", "", "x" * 5000, "00000000-0000-4000-8000-000000000000"])
def test_putting_back_what_was_never_taken_away(world: World, sign_in: SignIn, key: str) -> None:
    section = section_of(world.profile, "specialisations")
    client = sign_in(world.head)

    for path in (
        f"/profielen/{world.profile.pk}/profiel/{section}/terug/",
        f"/wijken/{world.areas[0].pk}/afspraken/terug/",
    ):
        assert client.post(path, {"removal": key}).status_code == 404
    assert client.get(f"/wijken/{world.areas[0].pk}/", {"weg": key}).status_code == 200


def test_a_name_that_is_too_long_is_said(world: World, sign_in: SignIn) -> None:
    section = section_of(world.profile, "specialisations")

    answer = sign_in(world.head).post(
        f"/profielen/{world.profile.pk}/profiel/{section}/rijen/", {"title": "x" * 300}
    )

    assert answer.status_code == 423
    assert "120 tekens" in answer.content.decode()


def test_a_note_of_a_megabyte_is_refused_in_words(world: World, sign_in: SignIn) -> None:
    item = world.profile.format.questions[0].items[0].id
    path = f"/profielen/{world.profile.pk}/checklist/onderdeel/{item}/"
    client = sign_in(world.head)

    answer = client.post(
        path, {"revision": "0", "note": "x" * 1_000_000}, headers={"accept": "application/json"}
    )
    assert answer.status_code == 422

    for told in ({"note": "x" * 6_000_000}, {f"topics.{n}": "yes" for n in range(3_000)}):
        assert client.post(path, {"revision": "0", **told}).status_code == 400
    assert not Event.objects.filter(act="save").exists()
