"""The postbox is of the demonstration, and of nothing else."""

from typing import Any

import pytest
from django.core.mail import EmailMessage
from django.http import Http404
from django.test import Client, RequestFactory

from dekkend.desk.demo import postbox, views


def letter() -> EmailMessage:
    made = EmailMessage("Onderwerp", "Tekst met é", None, ["a@voorbeeld.example"])
    made.attach("agenda.ics", "BEGIN:VCALENDAR", "text/calendar")
    return made


def test_in_the_demonstration_letters_can_be_read(settings: Any, tmp_path: Any) -> None:
    settings.DEMO, settings.VAR = True, tmp_path

    postbox.Postbox().send_messages([letter()])

    kept = postbox.letters("a@voorbeeld.example")[0]
    assert (kept.subject, kept.text.strip(), kept.files) == ("Onderwerp", "Tekst met é", ("agenda.ics",))
    assert postbox.letters("b@voorbeeld.example") == []
    found = postbox.attachment(kept.key, 0)
    assert found is not None
    assert found[2].startswith(b"BEGIN:VCALENDAR")
    assert postbox.attachment("../../etc/passwd", 0) is None


@pytest.mark.urls("tests.demo_urls")
def test_a_page_of_the_postbox_holds_the_newest_of_one_address(
    settings: Any, tmp_path: Any, db: None
) -> None:
    settings.DEMO, settings.VAR = True, tmp_path
    for number in range(views.LETTERS + 2):
        letters = [
            EmailMessage(f"Brief {number}", "Tekst", None, [f"{who}@voorbeeld.example"]) for who in "ab"
        ]
        postbox.Postbox().send_messages(letters)

    shown = Client().get("/demo/postvak/", {"aan": "a@voorbeeld.example"}).context

    assert [letter.subject for letter in shown["letters"]][:2] == ["Brief 26", "Brief 25"]
    assert {letter.to for letter in shown["letters"]} == {"a@voorbeeld.example"}
    assert (len(shown["letters"]), shown["page"].paginator.count) == (views.LETTERS, views.LETTERS + 2)
    assert shown["people"] == ["a@voorbeeld.example", "b@voorbeeld.example"]
    assert Client().get("/demo/postvak/").context["page"].paginator.count == 2 * (views.LETTERS + 2)


def test_outside_it_there_is_no_postbox(settings: Any, tmp_path: Any, db: None) -> None:
    settings.VAR = tmp_path

    with pytest.raises(RuntimeError):
        postbox.Postbox().send_messages([letter()])
    with pytest.raises(Http404):
        views.mailbox(RequestFactory().get("/demo/postvak/"))
    assert Client().get("/demo/postvak/").status_code == 404
    assert list(tmp_path.iterdir()) == []
