"""Links in letters: made up, changed, of another sort, too old, or of somebody who left."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core import signing
from django.test import Client
from django.utils import timezone

from dekkend.accounts.actions import SALT as INVITES
from dekkend.accounts.actions import token_of
from dekkend.accounts.models import Invitation, User
from dekkend.audit.models import Event
from dekkend.desk.reminders import SALT
from tests.world import World

pytestmark = pytest.mark.one_database


def link(user: User, *, key: str | None = None, salt: str = SALT) -> str:
    return signing.dumps(user.pk, salt=salt, key=key)


WRONG = (
    "made up", "not signed", "of another person, with this seal", "sealed at another moment", "one letter other",
    "sealed elsewhere", "an invitation", "of nobody", "too large a number", "endless",
    "unfit", "empty parts",
)  # fmt: skip


def wrong(world: World) -> dict[str, str]:
    good = link(world.head)
    head, time, seal = good.split(":")
    return {
        "made up": "verzonnen",
        "not signed": head,
        "of another person, with this seal": f"{link(world.staff).split(':')[0]}:{time}:{seal}",
        "sealed at another moment": f"{head}:1:{seal}",
        "one letter other": good[:-1] + ("A" if good[-1] != "A" else "B"),
        "sealed elsewhere": link(world.head, key="een andere sleutel"),
        "an invitation": link(world.head, salt=INVITES),
        "of nobody": signing.dumps(999_999, salt=SALT),
        "too large a number": signing.dumps(2**70, salt=SALT),
        "endless": "A" * 5000,
        "unfit": "%00:%00:%00",
        "empty parts": "::",
    }


@pytest.mark.parametrize("name", WRONG)
def test_a_link_that_was_not_mailed_opens_nothing(world: World, name: str) -> None:
    path, events = f"/herinneringen/{wrong(world)[name]}/", Event.objects.count()

    assert Client().get(path).status_code == 404
    assert Client().post(path, {"wanted": "0"}).status_code == 404
    assert not User.objects.filter(wants_reminders=False).exists()
    assert Event.objects.count() == events


def test_the_link_of_who_left_opens_nothing(world: World) -> None:
    path = f"/herinneringen/{link(world.staff)}/"
    assert Client().get(path).status_code == 200
    User.objects.filter(pk=world.staff.pk).update(is_active=False)

    assert Client().get(path).status_code == 404


def test_the_link_of_a_letter_tells_nothing_and_signs_nobody_in(world: World) -> None:
    client, path = Client(), f"/herinneringen/{link(world.head)}/"

    told = client.get(path).content.decode()
    client.post(path, {"wanted": "0"})

    assert world.head.name not in told
    assert world.head.email not in told
    assert client.get("/").wsgi_request.user.is_anonymous
    assert User.objects.filter(wants_reminders=False).get() == world.head
    # Looking, as a mail program does before the person, changes nothing; and it can be taken back.
    assert Client().get(path).status_code == 200
    client.post(path, {"wanted": "1"})
    assert not User.objects.filter(wants_reminders=False).exists()


def test_no_link_of_a_letter_is_an_invitation(world: World, client: Client) -> None:
    """A reminder lives for ever; an invitation thirty days, once."""
    invitation = Invitation.objects.create(user=world.staff, invited_by="Hanna")
    for token in (link(world.staff), signing.dumps(invitation.pk, salt=SALT), signing.dumps(invitation.pk)):
        told = client.get(f"/uitnodiging/{token}/")
        assert told.status_code in (404, 410), told.status_code
    assert client.get(f"/uitnodiging/{token_of(invitation)}/").status_code == 200


def test_an_invitation_of_a_month_ago_is_over(
    world: World, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    invitation = Invitation.objects.create(user=world.staff, invited_by="Hanna")
    then = (timezone.now() - timedelta(days=31)).timestamp()
    with monkeypatch.context() as earlier:
        earlier.setattr("django.core.signing.time.time", lambda: then)
        old = token_of(invitation)

    assert client.get(f"/uitnodiging/{old}/").status_code in (404, 410)
