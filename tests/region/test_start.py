import pytest
from django.core import mail

from dekkend.accounts.models import User
from dekkend.region.commands import start
from dekkend.region.models import Alliance


def test_start_makes_a_samenwerkingsverband_with_its_administrator(
    db: None, django_capture_on_commit_callbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        code = start("Samen Verder", "bo@voorbeeld.example", lambda line: None)

    assert code == 0
    member = User.objects.get(email="bo@voorbeeld.example").memberships.get()
    assert (member.role, member.alliance.slug) == ("administrator", "samen-verder")
    assert mail.outbox[0].to == ["bo@voorbeeld.example"]


@pytest.mark.parametrize(("name", "email"), [("Samen Verder", "geen adres"), ("", "bo@voorbeeld.example")])
def test_start_refuses_what_cannot_be(name: str, email: str, db: None) -> None:
    assert start(name, email, lambda line: None) == 1
    assert not Alliance.objects.exists()


def test_start_refuses_a_second_of_the_same_name(db: None) -> None:
    start("Samen Verder", "bo@voorbeeld.example", lambda line: None)

    assert start("samen verder", "ander@voorbeeld.example", lambda line: None) == 1
    assert Alliance.objects.count() == 1
