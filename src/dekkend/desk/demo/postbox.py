"""The letters of the demonstration: nobody gets them, everybody can read them. Never outside the demonstration."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage as Read
from email.parser import BytesHeaderParser
from pathlib import Path

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend

MOST = 400  # letters that are kept


def folder() -> Path:
    return Path(settings.VAR) / "postvak"


class Postbox(BaseEmailBackend):
    """Puts each letter in a file, where a mail server would have sent it."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        if not settings.DEMO:
            raise RuntimeError("The postbox is for the demonstration only; set DEKKEND_MAIL_HOST.")
        folder().mkdir(parents=True, exist_ok=True)
        for letter in email_messages:
            name = f"{datetime.now(UTC):%Y%m%dT%H%M%S%f}-{secrets.token_hex(4)}.eml"
            (folder() / name).write_bytes(letter.message().as_bytes())
        for old in sorted(folder().glob("*.eml"))[:-MOST]:
            old.unlink(missing_ok=True)
        return len(email_messages)


@dataclass(frozen=True)
class Kept:
    key: str  # name of its file
    to: str
    subject: str
    at: datetime
    text: str
    files: tuple[str, ...]  # names of what came with it


def addressed() -> list[tuple[Path, str]]:
    """Every letter with its address, the newest first; only the heads are read."""
    heads = BytesHeaderParser(policy=policy.default)
    found = []
    for file in sorted(folder().glob("*.eml"), reverse=True):
        with file.open("rb") as opened:
            found.append((file, str(heads.parse(opened)["To"])))
    return found


def letters(to: str = "") -> list[Kept]:
    """The newest first; `to` is an address, "" is everybody."""
    return [read(file) for file, whose in addressed() if to in ("", whose)]


def read(file: Path) -> Kept:
    told = parse(file)
    body = told.get_body(("plain",))
    return Kept(
        file.stem,
        str(told["To"]),
        str(told["Subject"]),
        datetime.strptime(file.stem[:15], "%Y%m%dT%H%M%S").replace(tzinfo=UTC),
        str(body.get_content()) if body else "",
        tuple(part.get_filename() or "bestand" for part in told.iter_attachments()),
    )


def parse(file: Path) -> Read:
    told = message_from_bytes(file.read_bytes(), policy=policy.default)
    assert isinstance(told, Read), "the policy makes it so"
    return told


def attachment(key: str, number: int) -> tuple[str, str, bytes] | None:
    """Name, type and content of what came with a letter; None when it is not there."""
    file = next((one for one in folder().glob("*.eml") if one.stem == key), None)
    parts = list(parse(file).iter_attachments()) if file else []
    if number >= len(parts):
        return None
    part = parts[number]
    return part.get_filename() or "bestand", part.get_content_type(), part.get_payload(decode=True)  # type: ignore[return-value]
