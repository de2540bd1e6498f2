"""What the server writes about itself: what went wrong and where, and no code that opens something."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import resolve, reverse

from dekkend.accounts.actions import accept, token_of
from dekkend.accounts.models import Invitation
from dekkend.profile.checklist import actions
from dekkend.web.logs import without_code
from tests.world import PASSWORD, World


@pytest.fixture
def written() -> Iterator[io.StringIO]:
    """What comes on the console of the server."""
    handler = next(each for each in logging.getLogger().handlers if type(each) is logging.StreamHandler)
    before = handler.setStream(io.StringIO())
    yield handler.stream
    handler.setStream(before)


def test_a_save_that_is_refused_does_not_write_the_code_of_the_slip(
    world: World, client: Client, written: io.StringIO
) -> None:
    actions.choose_naming(world.profile, "anonymous", actor=world.head)
    code = actions.make_codes(world.profile, 4, actor=world.head)[0]
    item = next(item for item in world.profile.format.items if not item.topics)
    page = f"/profielen/{world.profile.pk}/c/{code}/onderdeel/{item.id}/"
    value = next(iter(world.profile.format.scale.values)).id
    client.post(page, {"revision": "0", "value": value, "note": "Zo is het."})

    answers = [
        client.post(page, {"revision": "0", "value": value, "note": "Heel anders."}).status_code,
        client.post(f"{page}nergens/").status_code,
    ]

    assert all(status >= 400 for status in answers)
    told = written.getvalue()
    assert f"/profielen/{world.profile.pk}/c/.../onderdeel/{item.id}/" in told
    assert code not in told


def test_a_letter_that_was_used_is_not_written(world: World, client: Client, written: io.StringIO) -> None:
    world.staff.set_unusable_password()
    world.staff.save()
    invitation = Invitation.objects.create(user=world.staff, invited_by="Hanna")
    accept(invitation, name="Nel", password=PASSWORD)

    assert client.get(f"/uitnodiging/{token_of(invitation)}/").status_code == 410

    assert "/uitnodiging/.../" in written.getvalue()
    assert token_of(invitation) not in written.getvalue()


def test_other_addresses_are_written_whole(world: World, client: Client, written: io.StringIO) -> None:
    """Who keeps the server must be able to find what went wrong."""
    assert client.get("/scholen/99XX99/").status_code == 404

    assert "/scholen/99XX99/" in written.getvalue()


@pytest.mark.parametrize(
    "path",
    [
        reverse("phone_vote", args=["ABC123"]),
        reverse("anonymous_copy_finish", args=[7, "ABC123"]),
        reverse("accept_invitation", args=["ABC123"]),
        reverse("reminders_off", args=["ABC123"]),
        reverse("account_reset_password_from_key", args=["2", "ABC123"]),
    ],
)
def test_every_address_with_a_code_is_known(path: str) -> None:
    assert resolve(path)
    assert "ABC123" not in without_code(path)
