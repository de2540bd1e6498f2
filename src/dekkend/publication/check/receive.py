"""A file that is only looked at: counted while it comes in, kept in memory for one look, written nowhere."""

from __future__ import annotations

import hashlib
from typing import Any

from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler, StopUpload
from django.http import HttpRequest
from django.http.multipartparser import MultiPartParserError

LARGEST = 20 * 1024 * 1024
UNREAD = 10 * LARGEST  # what is larger than this is not even read to its end
FIELD = "bestand"

NONE = "Kies eerst een bestand."
EMPTY = "Dit bestand is leeg. Kies een ander bestand."
TOO_LARGE = (
    "Dit bestand is groter dan 20 MB. Zo groot zijn de bestanden van Dekkend niet. Kies een ander bestand."
)
BROKEN = "Het bestand kwam niet heel aan. Probeer het nog eens."


class NotReceived(Exception):
    """The message is Dutch and says what to do."""


class Look(FileUploadHandler):
    """The first file under FIELD; anything else is passed over."""

    chunk_size = 64 * 1024

    def __init__(self, request: HttpRequest) -> None:
        super().__init__(request)
        self.hash = hashlib.sha256()
        self.parts: list[bytes] = []
        self.size = 0
        self.is_there = self.is_too_large = False
        self.files = 0  # under FIELD

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.files += self.field_name == FIELD

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        if self.field_name != FIELD or self.files > 1:
            return
        self.is_there = True
        self.size += len(raw_data)
        if self.size > LARGEST:
            self.is_too_large = True
            self.parts.clear()
            raise StopUpload(connection_reset=False)  # the rest is read past, so that the answer arrives
        self.hash.update(raw_data)
        self.parts.append(bytes(raw_data))

    def file_complete(self, file_size: int) -> InMemoryUploadedFile | None:
        if self.field_name == FIELD and self.file_name:
            self.is_there = True
        return None


def receive(request: HttpRequest) -> tuple[bytes, str]:
    """The bytes and their sha256. Raise NotReceived. Call it before anything reads request.POST."""
    if length_said(request) > UNREAD:
        raise NotReceived(TOO_LARGE)
    look = Look(request)
    request.upload_handlers = [look]
    try:
        request.FILES  # noqa: B018  reading it is what makes the file come in
    except MultiPartParserError as error:
        raise NotReceived(BROKEN) from error
    if look.is_too_large:
        raise NotReceived(TOO_LARGE)
    if not look.size:
        raise NotReceived(EMPTY if look.is_there else NONE)
    return b"".join(look.parts), look.hash.hexdigest()


def length_said(request: HttpRequest) -> int:
    """What the sender says; 0 when that is no number, as Django reads it too."""
    try:
        return int(request.META.get("CONTENT_LENGTH") or 0)
    except ValueError:
        return 0
