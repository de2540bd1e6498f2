"""A letter goes once, with the act it tells of; a mail server that is away undoes nothing."""

from __future__ import annotations

import json
import threading
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.core.management import call_command
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from dekkend.kit import postman
from dekkend.kit.post import Attachment, post
from tests.kit.mailservers import AWAY, PARTICULAR, STRICT, Particular

CODE = "geheime-code"


def send(to: str = "a@voorbeeld.example") -> None:
    post("Onderwerp", f"Je link: {CODE}", to)


def everything() -> str:
    return json.dumps(list(DBTaskResult.objects.values()), default=str)


def test_a_letter_waits_and_then_goes_to_one_person(db: None) -> None:
    send("a@voorbeeld.example")
    send("b@voorbeeld.example")
    assert mail.outbox == []

    assert postman.carry_all().sent == 2

    assert [letter.to for letter in mail.outbox] == [["a@voorbeeld.example"], ["b@voorbeeld.example"]]


def test_a_name_with_a_line_end_adds_no_line_to_the_head_of_a_letter(db: None) -> None:
    post("Herinnering: De\r\nBcc: ander@voorbeeld.example", "Dag.", "a@voorbeeld.example")

    assert postman.carry_all().sent == 1

    assert mail.outbox[0].subject == "Herinnering: De Bcc: ander@voorbeeld.example"
    assert mail.outbox[0].recipients() == ["a@voorbeeld.example"]


def test_an_act_that_is_undone_sends_nothing(db: None) -> None:
    with transaction.atomic():
        send()
        transaction.set_rollback(True)

    assert postman.carry_all().sent == 0


def test_nothing_of_a_letter_is_kept_once_it_is_sent(db: None) -> None:
    send()

    postman.carry_all()

    assert not DBTaskResult.objects.exists()


def test_the_words_of_a_letter_that_waits_are_locked(db: None, settings: Any) -> None:
    post(
        "Onderwerp",
        f"Je link: {CODE}",
        "a@voorbeeld.example",
        attachments=[Attachment("a.ics", CODE, "text/calendar")],
    )
    assert CODE not in everything()

    settings.SECRET_KEY = "een ander geheim" * 4
    assert postman.carry_all().put_off == 1

    assert mail.outbox == []


def test_a_calendar_goes_with_the_letter(db: None) -> None:
    post(
        "Onderwerp",
        "Tekst",
        "a@voorbeeld.example",
        attachments=[Attachment("a.ics", "BEGIN", "text/calendar")],
    )

    postman.carry_all()

    assert mail.outbox[0].attachments == [("a.ics", "BEGIN", "text/calendar")]


def test_a_mail_server_that_is_away_is_tried_again_with_growing_pauses(db: None, settings: Any) -> None:
    settings.EMAIL_BACKEND = AWAY
    now = timezone.now()
    send()

    assert postman.carry_all(now=now).put_off == 1
    assert postman.carry_all(now=now + timedelta(seconds=59)).put_off == 0
    assert postman.carry_all(now=now + timedelta(seconds=61)).put_off == 1
    assert postman.carry_all(now=now + timedelta(seconds=61 + 599)).put_off == 0

    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert postman.carry_all(now=now + timedelta(seconds=61 + 601)).sent == 1
    assert CODE in mail.outbox[0].body


def test_after_a_long_weekend_it_is_given_up_where_one_can_see_it(db: None, settings: Any) -> None:
    settings.EMAIL_BACKEND = AWAY
    now = timezone.now()
    send()
    for pause in (timedelta(0), *postman.PAUSES):
        now += pause
        tally = postman.carry_all(now=now)
    lines: list[str] = []

    assert (tally.given_up, tally.put_off) == (1, 0)
    assert postman.show(lines.append) == 1
    assert "a@voorbeeld.example  Onderwerp" in lines[0]
    assert "OPGEGEVEN" in lines[1]
    assert CODE not in everything()

    postman.carry_all(now=now + timedelta(days=31))
    assert not DBTaskResult.objects.exists()


def test_an_address_that_does_not_exist_is_given_up_at_once(db: None, settings: Any) -> None:
    settings.EMAIL_BACKEND = STRICT
    send()

    assert postman.carry_all().given_up == 1
    assert CODE not in everything()


def test_a_letter_that_fails_does_not_hold_up_the_others(db: None, settings: Any) -> None:
    settings.EMAIL_BACKEND = PARTICULAR
    Particular.taken.clear()
    send("b@voorbeeld.example")
    send("a@voorbeeld.example")

    tally = postman.carry_all()

    assert (tally.sent, tally.put_off, len(Particular.taken)) == (1, 1, 1)


def test_a_letter_of_a_carrier_that_was_killed_is_taken_over_after_a_while(db: None) -> None:
    send()
    assert postman.claim(postman.rows().get().pk, timezone.now())

    assert postman.carry_all().sent == 0
    assert postman.carry_all(now=timezone.now() + timedelta(minutes=16)).sent == 1


def test_all_is_well_when_nothing_waits(db: None) -> None:
    lines: list[str] = []

    assert postman.show(lines.append) == 0
    assert lines == ["Alle brieven zijn weg."]


def test_a_back_up_holds_no_letters(db: None, tmp_path: Any) -> None:
    from dekkend.kit.backup import LEFT_OUT

    send()
    file = tmp_path / "rijen.json"
    call_command("dumpdata", exclude=LEFT_OUT, output=str(file))

    assert CODE not in file.read_text()


@pytest.mark.django_db(transaction=True)
def test_at_once_a_letter_goes_when_the_act_is_certain(settings: Any) -> None:
    settings.MAIL_AT_ONCE = True
    with transaction.atomic():
        send()
        assert mail.outbox == []

    assert len(mail.outbox) == 1


@pytest.mark.django_db(transaction=True)
def test_at_once_a_mail_server_that_is_away_undoes_nothing(settings: Any) -> None:
    settings.MAIL_AT_ONCE, settings.EMAIL_BACKEND = True, AWAY
    send()

    assert [one.tries for one in postman.not_gone()] == [1]


def test_a_letter_that_somebody_carries_is_not_taken_by_another(db: None) -> None:
    send()
    key, now = postman.rows().get().pk, timezone.now()

    assert postman.claim(key, now) is not None
    assert postman.claim(key, now) is None
    assert postman.carry_all().sent == 0


@pytest.mark.parametrize("number", [1, 3])
def test_looking_for_what_waits_costs_the_same_for_one_and_three_letters(number: int, db: None) -> None:
    for _ in range(number):
        send()

    with CaptureQueriesContext(connection) as told:
        assert postman.carry_all().sent == number

    looks = [one for one in told.captured_queries if f"LIMIT {postman.AT_ONCE}" in one["sql"]]
    assert len(looks) == 2  # what there is, and that there is no more


@pytest.mark.skipif(connection.vendor == "sqlite", reason="one writer at a time")
@pytest.mark.django_db(transaction=True)
def test_two_who_carry_at_once_send_each_letter_once(settings: Any) -> None:
    settings.MAIL_AT_ONCE, settings.EMAIL_BACKEND = False, PARTICULAR
    Particular.taken.clear()
    for _ in range(12):
        send()
    start = threading.Barrier(2)

    def work() -> None:
        start.wait(10)
        try:
            postman.carry_all()
        finally:
            connection.close()

    carriers = [threading.Thread(target=work) for _ in range(2)]
    for one in carriers:
        one.start()
    for one in carriers:
        one.join(60)

    assert len(Particular.taken) == 12
    assert not DBTaskResult.objects.exists()
