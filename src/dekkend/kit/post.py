"""Letters. What is posted waits in the database with the act that it tells of, until the mail server takes it.

An act that is undone sends nothing; a mail server that is away undoes nothing. `dekkend run-due` carries the letters.
While a letter waits its words are locked with the secret of the server: an anonymous code beside an address would tell
whose copy it opens, and an invitation lets somebody in.
"""

from __future__ import annotations

import json
from base64 import urlsafe_b64encode
from collections.abc import Iterable
from functools import partial
from hashlib import sha256
from typing import Any, NamedTuple

from cryptography.fernet import Fernet
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
    inside = json.dumps([text, [list(one) for one in attachments]])
    waiting = deliver.enqueue(
        subject=one_line(subject), to=to, locked=locksmith().encrypt(inside.encode()).decode("ascii")
    )
    if settings.MAIL_AT_ONCE:
        transaction.on_commit(partial(postman.carry, waiting.id))


def one_line(subject: Any) -> str:
    """A name with a line end in it would make a letter that no mail server is given, and so nobody would hear."""
    return " ".join(str(subject).split())


@task
def deliver(subject: str, to: str, locked: str) -> None:
    """Hand one letter to the mail server; raise what it raises, or InvalidToken under another secret."""
    text, attachments = json.loads(locksmith().decrypt(locked))
    letter = EmailMessage(subject, text, None, [to])
    for name, content, kind in attachments:
        letter.attach(name, content, kind)
    letter.send()


def locksmith() -> Fernet:
    key = sha256(b"dekkend.post" + settings.SECRET_KEY.encode()).digest()
    return Fernet(urlsafe_b64encode(key))
