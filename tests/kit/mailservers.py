"""Mail servers that behave badly."""

from smtplib import SMTPRecipientsRefused, SMTPServerDisconnected
from typing import Any

from django.core.mail.backends.base import BaseEmailBackend


class Away(BaseEmailBackend):
    def send_messages(self, email_messages: Any) -> int:
        raise SMTPServerDisconnected("weg")


class Strict(BaseEmailBackend):
    """Knows nobody."""

    def send_messages(self, email_messages: Any) -> int:
        raise SMTPRecipientsRefused({email_messages[0].to[0]: (550, b"No such user here")})


class Particular(BaseEmailBackend):
    """Takes letters for one person only."""

    taken: list[str] = []  # noqa: RUF012  the same for all connections

    def send_messages(self, email_messages: Any) -> int:
        for letter in email_messages:
            if letter.to != ["a@voorbeeld.example"]:
                raise SMTPServerDisconnected("alleen voor a")
            self.taken.append(letter.body)
        return len(email_messages)


AWAY = f"{__name__}.Away"
STRICT = f"{__name__}.Strict"
PARTICULAR = f"{__name__}.Particular"
