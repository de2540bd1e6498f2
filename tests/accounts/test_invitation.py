from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from dekkend.accounts.actions import invitation_of, invite, token_of
from dekkend.accounts.models import Invitation, User
from dekkend.audit.actions import SYSTEM
from tests.world import PASSWORD, World


@pytest.fixture
def invitation(world: World) -> Invitation:
    user = User.objects.create_user("nel@voorbeeld.example", None, name="")
    return invite(user, actor=SYSTEM, place="school/1", what="directeur van De Leesplank")


def test_invitation_lets_somebody_choose_a_password(invitation: Invitation) -> None:
    page = reverse("accept_invitation", args=[token_of(invitation)])
    client = Client()

    answer = client.post(page, {"name": "Nel Nieuw", "password": PASSWORD})

    assert answer.status_code == 302
    user = User.objects.get(email="nel@voorbeeld.example")
    assert (user.name, user.check_password(PASSWORD)) == ("Nel Nieuw", True)
    assert client.session["_auth_user_id"] == str(user.pk)


def test_invitation_works_once(invitation: Invitation) -> None:
    page = reverse("accept_invitation", args=[token_of(invitation)])
    Client().post(page, {"name": "Nel", "password": PASSWORD})

    again = Client().post(page, {"name": "Dief", "password": "een andere lange zin"})

    assert again.status_code == 410
    assert User.objects.get(email="nel@voorbeeld.example").check_password(PASSWORD)


def test_of_two_who_press_at_once_the_first_gets_in(
    invitation: Invitation, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both saw the page before either had pressed."""
    page, first = reverse("accept_invitation", args=[token_of(invitation)]), Client()
    seen = invitation_of(token_of(invitation))
    first.post(page, {"name": "Nel", "password": PASSWORD})
    monkeypatch.setattr("dekkend.accounts.views.invitation_of", lambda token: seen)

    late = Client()
    answer = late.post(page, {"name": "Dief", "password": "een andere lange zin"})

    assert answer.status_code == 410
    assert "_auth_user_id" not in late.session
    user = User.objects.get(email="nel@voorbeeld.example")
    assert (user.name, user.check_password(PASSWORD)) == ("Nel", True)


def test_who_chose_a_password_another_way_needs_no_invitation(invitation: Invitation) -> None:
    """By "wachtwoord vergeten"; the letter still lies in a mailbox."""
    invitation.user.set_password(PASSWORD)
    invitation.user.save(update_fields=["password"])
    page = reverse("accept_invitation", args=[token_of(invitation)])

    assert Client().get(page).status_code == 410
    assert Client().post(page, {"name": "Dief", "password": "een andere lange zin"}).status_code == 410
    assert User.objects.get(email="nel@voorbeeld.example").check_password(PASSWORD)


def test_invitation_with_a_weak_password_is_refused(invitation: Invitation) -> None:
    page = reverse("accept_invitation", args=[token_of(invitation)])

    answer = Client().post(page, {"name": "Nel", "password": "kort"})

    assert answer.status_code == 200
    assert not User.objects.get(email="nel@voorbeeld.example").has_usable_password()


def test_a_made_up_invitation_opens_nothing(db: None) -> None:
    assert Client().get(reverse("accept_invitation", args=["verzonnen"])).status_code == 410


def test_invitation_ends_after_thirty_days(invitation: Invitation, monkeypatch: pytest.MonkeyPatch) -> None:
    token = token_of(invitation)
    later = (timezone.now() + timedelta(days=31)).timestamp()
    monkeypatch.setattr("django.core.signing.time.time", lambda: later)

    assert invitation_of(token) is None


def test_sign_in_with_address_and_password(world: World) -> None:
    world.head.set_password(PASSWORD)
    world.head.save()
    client = Client()

    client.post(reverse("account_login"), {"login": "HEAD@voorbeeld.example", "password": PASSWORD})

    assert client.session["_auth_user_id"] == str(world.head.pk)


def test_sign_in_with_a_wrong_password_stays_out(world: World) -> None:
    client = Client()

    client.post(reverse("account_login"), {"login": "head@voorbeeld.example", "password": "fout"})

    assert "_auth_user_id" not in client.session


def test_nobody_signs_up_alone(db: None) -> None:
    told = {"email": "x@voorbeeld.example", "password1": PASSWORD}

    Client().post(reverse("account_signup"), told)

    assert not User.objects.exists()


def test_one_click_sign_in_does_not_exist_outside_the_demonstration(
    world: World, sign_in: Callable[[User], Client]
) -> None:
    assert Client().get("/demo/").status_code == 404
    assert Client().post("/demo/directeur/").status_code == 404
