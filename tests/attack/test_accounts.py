"""Becoming somebody else, and being sent elsewhere."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.core import mail
from django.core.cache import cache
from django.test import Client

from dekkend.accounts.actions import token_of
from dekkend.accounts.models import Invitation, User
from dekkend.region.actions import invite
from tests.world import PASSWORD, World, sign_in_ready

SignIn = Callable[[User], Client]
EVIL = (
    "https://kwaad.example/",
    "//kwaad.example/",
    "\\\\kwaad.example",
    "javascript:alert(1)",
    "/\\kwaad.example",
)


@pytest.fixture(autouse=True)
def _fresh_limits(settings: Any) -> None:
    """Failed attempts of another test do not count; a quick hash, for many sign in."""
    cache.clear()
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def test_nobody_takes_the_address_of_who_is_still_to_be_invited(world: World, sign_in: SignIn) -> None:
    """An unproven address would get the role that is meant for somebody else."""
    client = sign_in(world.staff)
    for act in ("action_add", "action_primary"):
        answer = client.post("/account/email/", {act: "", "email": "baas@voorbeeld.example"})
        assert answer.status_code == 404

    world.staff.refresh_from_db()
    assert world.staff.email == "staff@voorbeeld.example"


def test_nobody_signs_up_alone(db: None, client: Client) -> None:
    client.post("/account/signup/", {"email": "ik@kwaad.example", "password1": PASSWORD})

    assert not User.objects.exists()


@pytest.mark.parametrize("where", EVIL)
def test_after_signing_in_one_stays_here(world: World, client: Client, where: str) -> None:
    sign_in_ready(world)

    told = {"login": world.staff.email, "password": PASSWORD, "next": where}
    answer = client.post("/account/login/", told, query_params={"next": where})

    assert urlsplit(answer["Location"]).netloc == ""
    assert answer["Location"] == "/mijn-werk/"


@pytest.mark.parametrize("where", EVIL)
def test_after_signing_out_one_stays_here(world: World, sign_in: SignIn, where: str) -> None:
    assert sign_in(world.staff).post("/account/logout/", {"next": where})["Location"] == "/"


def test_an_invitation_is_good_once(world: World, client: Client, django_capture_on_commit_callbacks) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        invite(
            world.alliance,
            actor=world.administrator,
            email="nieuw@voorbeeld.example",
            name="Nieuw",
            role="staff",
            at=world.school,
        )
    path = next(word for word in mail.outbox[0].body.split() if "/uitnodiging/" in word)
    path = path.removeprefix(settings.ADDRESS)

    first = client.post(path, {"name": "Nieuw", "password": PASSWORD})
    again = Client().post(path, {"name": "Kwaad", "password": "een heel andere lange zin"})

    assert (first.status_code, again.status_code) == (302, 410)
    user = User.objects.get(email="nieuw@voorbeeld.example")
    assert user.name == "Nieuw"
    assert user.check_password(PASSWORD)


def test_an_invitation_cannot_be_made_up(world: World, client: Client) -> None:
    invitation = Invitation.objects.create(user=world.sam, invited_by="niemand")

    for token in (str(invitation.pk), f"{token_of(invitation)}x", "a:b:c", "%00", "x" * 5000):
        assert client.get(f"/uitnodiging/{token}/").status_code in (404, 410)


def test_one_press_sign_in_exists_in_the_demonstration_only(world: World, client: Client) -> None:
    assert not settings.DEMO
    for path in ("/demo/", "/demo/directeur/", "/demo/ib/"):
        assert client.post(path).status_code == 404


def test_a_strange_host_is_refused(client: Client) -> None:
    answer = client.get("/", headers={"host": "kwaad.example"})

    assert answer.status_code == 400
    assert "kwaad.example" not in answer.content.decode()


def test_guessing_passwords_ends_for_that_person_alone(world: World, client: Client) -> None:
    sign_in_ready(world)
    for number in range(6):
        client.post("/account/login/", {"login": world.staff.email, "password": f"fout {number}"})

    for user, signed_in in ((world.staff, False), (world.head, True)):
        other = Client(REMOTE_ADDR="192.0.2.7")
        other.post("/account/login/", {"login": user.email, "password": PASSWORD})
        assert ("_auth_user_id" in other.session) == signed_in


def test_a_team_behind_one_address_signs_in(world: World) -> None:
    sign_in_ready(world)
    for _ in range(40):
        client = Client()
        client.post("/account/login/", {"login": world.staff.email, "password": PASSWORD})
        assert "_auth_user_id" in client.session
