"""Letters. What is posted waits in the database with the act that it tells of, until the mail server takes it.

An act that is undone sends nothing; a mail server that is away undoes nothing. `dekkend run-due` carries the letters.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Any, NamedTuple

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django_tasks import task

from . import postman


class Attachment(NamedTuple):
    name: str  # "agenda.ics"
    content: str
    type: str  # "text/calendar"


def post(subject: Any, text: str, to: str, *, attachments: Iterable[Attachment] = ()) -> None:
    """Put one letter to one person in the queue, in the transaction of the act. Who else gets it is not told."""
    waiting = deliver.enqueue(
        subject=str(subject), text=text, to=to, attachments=[list(one) for one in attachments]
    )
    if settings.MAIL_AT_ONCE:
        transaction.on_commit(partial(postman.carry, waiting.id))


@task
def deliver(subject: str, text: str, to: str, attachments: list[list[str]]) -> None:
    """Hand one letter to the mail server; raise what it raises."""
    letter = EmailMessage(subject, text, None, [to])
    for name, content, kind in attachments:
        letter.attach(name, content, kind)
    letter.send()
