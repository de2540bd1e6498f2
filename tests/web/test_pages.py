"""Pages of no room: statements, faults, sign-in, and what the head shows to whom."""

import re
from pathlib import Path

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.test import Client, RequestFactory, override_settings

from dekkend.web import house, menu, views
from dekkend.web.context import shell
from tests.web.weight import fonts, weight


@pytest.mark.parametrize("address", ["/toegankelijkheid/", "/privacy/"])
def test_statements_are_for_everyone_and_set_no_cookie(address: str, client: Client):
    answer = client.get(address)
    assert answer.status_code == 200
    assert not answer.cookies


def test_the_watchdog_hears_that_all_is_well(client: Client, db: None):
    assert client.get("/gezond/").content == b"ok\n"


def test_a_page_that_is_not_there_says_what_to_do(client: Client):
    answer = client.get("/bestaat/niet/")
    assert answer.status_code == 404
    assert "Zoek een school" in answer.content.decode()


def test_a_script_gets_a_sentence_instead_of_a_page(client: Client):
    answer = client.get("/bestaat/niet/", headers={"Accept": "application/json"})
    assert answer.json() == {"error": "Deze bladzijde bestaat niet, of is niet voor dit account."}


@pytest.mark.parametrize("view", [views.bad_request, views.forbidden, views.csrf_failure, views.not_found])
def test_every_fault_has_a_page(view, rf: RequestFactory):
    request = rf.get("/")
    request.user = AnonymousUser()
    assert view(request).status_code in (400, 403, 404)


def test_a_breakdown_is_said_without_database_or_context(rf: RequestFactory):
    answer = views.server_error(rf.get("/"))
    assert answer.status_code == 500
    assert "Er ging iets mis bij ons" in answer.content.decode()


def test_even_when_the_page_of_the_breakdown_breaks_there_are_words(rf: RequestFactory):
    with override_settings(
        STORAGES={"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"}}
    ):
        answer = views.server_error(rf.get("/"))
    assert "storing" in answer.content.decode().lower() or "mis bij ons" in answer.content.decode()


def test_the_door_is_dutch_and_has_no_placeholders(client: Client):
    page = client.get("/account/login/").content.decode()
    assert "Inloggen" in page
    assert "Wachtwoord vergeten" in page
    assert "placeholder" not in page


def test_a_wrong_password_is_said_and_the_address_stays(client: Client, db: None):
    page = client.post(
        "/account/login/", {"login": "sanne@voorbeeld.nl", "password": "fout"}
    ).content.decode()
    assert "sanne@voorbeeld.nl" in page
    assert 'class="errors"' in page


def ask(path: str, user: object = None) -> HttpRequest:
    request = RequestFactory().get(path)
    request.user = user or AnonymousUser()  # type: ignore[assignment]
    return request


def test_the_menu_shows_what_rooms_add_and_where_one_is(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(menu, "_items", [])
    lines = [
        menu.Item("Scholen", "/scholen/", 20),
        menu.Item("Begin", "/", 10),
        menu.Item("Hulp", "/hulp/", own=True),
    ]
    menu.add(lambda request: lines)
    page = shell(ask("/scholen/99XX00/"))
    assert [(item.label, item.current) for item in page["menu"]] == [("Begin", False), ("Scholen", True)]
    assert [item.label for item in page["own_menu"]] == ["Hulp"]


def test_a_house_gives_its_name_and_accent(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(house, "_asked", [])
    house.ask(lambda request: None)
    house.ask(lambda request: house.House("Passend Voorbeeld", "/huisstijl/voorbeeld.css"))
    assert shell(ask("/"))["theme_url"] == "/huisstijl/voorbeeld.css"


def test_a_request_that_broke_before_signing_in_has_no_account():
    assert shell(RequestFactory().get("/"))["account"] is None


def test_the_head_of_someone_signed_in_has_a_way_out_by_post(sign_in, world):
    page = sign_in(world.head).get("/privacy/").content.decode()
    assert "Uitloggen" in page
    assert re.search(r'<form method="post" action="[^"]*logout', page)


def test_the_head_of_a_stranger_has_a_way_in_only(client: Client):
    page = client.get("/privacy/").content.decode()
    assert "Uitloggen" not in page
    assert "Inloggen" in page


def test_a_first_visit_stays_small(client: Client, on_the_line: Path):
    size = weight(client.get("/privacy/").content, on_the_line)
    # The heaviest page, that of the questions, is weighed in tests/profile/checklist/test_weight.py.
    assert size < 20_000
    assert size + fonts(on_the_line) < 100_000
