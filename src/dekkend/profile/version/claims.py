"""Which version a file says to be: read from what stands inside it, and never believed.

Papers carry it as a keyword ("dekkend:99XA00:2027-2028:2:1a2b3c4d5e6f7a8b"), the data as words of their own. A PDF
is not opened: its description stands in it as plain text. Of a zip only the few parts are read that can hold it, each
to a limit.
"""

from __future__ import annotations

import json
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from dekkend.kit.zipped import opened

SHORT = 16  # how much of the sha256 stands on paper
LOOK = 4 * 1024 * 1024  # bytes of one part
LIST = 1024 * 1024  # bytes of the list of contents of a zip
PARTS = ("docProps/core.xml", "meta.xml", "word/document.xml", "content.xml")
TOKEN = re.compile(rb"dekkend:([0-9]{2}[A-Z]{2}[0-9]{2}):(20[0-9]{2}-20[0-9]{2}):([0-9]{1,4}):([0-9a-f]{16})")
PRINTED = re.compile(r"Kenmerk van de inhoud\W*((?:[0-9a-f]{4}\s?){4})")
TAG = re.compile(r"<[^<>]*>")  # a row of "<" costs no more than its length
BROKEN = (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, NotImplementedError, RuntimeError)


@dataclass(frozen=True)
class Claim:
    """`brin6` "" where only the short sha256 was printed."""

    brin6: str
    schooljaar: str
    version: int
    short: str  # the start of the sha256 of the content, "" when it is not said

    def __str__(self) -> str:
        return f"dekkend:{self.brin6}:{self.schooljaar}:{self.version}:{self.short}"


def claim_of(data: bytes) -> Claim | None:
    """None when the file does not say what it is. Raise nothing, whatever the bytes are."""
    if data.startswith(b"PK\x03\x04"):
        return first(parts_of(data))
    return in_json(data) if data.lstrip()[:1] == b"{" else first([data])


def first(texts: Iterator[bytes] | list[bytes]) -> Claim | None:
    """The keyword wherever it stands; else what is printed on the paper."""
    printed = None
    for text in texts:
        if found := TOKEN.search(text):
            brin6, schooljaar, version, short = (each.decode() for each in found.groups())
            return Claim(brin6, schooljaar, int(version), short)
        printed = printed or in_print(text)
    return printed


def in_print(text: bytes) -> Claim | None:
    """The paper says it at its end. Not looked for in a PDF, where text is packed."""
    if text.startswith(b"%PDF"):
        return None
    found = PRINTED.search(" ".join(TAG.sub(" ", text[-LOOK:].decode("utf-8", "replace")).split()))
    return Claim("", "", 0, re.sub(r"\s", "", found[1])) if found else None


def parts_of(data: bytes) -> Iterator[bytes]:
    if not is_short(data):
        return
    try:
        with opened(data) as archive:
            names = set(archive.namelist())
            for name in PARTS:
                if name in names:
                    with archive.open(name) as part:
                        yield part.read(LOOK)
    except BROKEN:
        return


def is_short(data: bytes) -> bool:
    """A list of contents of a normal length: what is not, would only cost time."""
    end = data.rfind(b"PK\x05\x06")
    if end < 0 or data[max(0, end - 20) : end].startswith(b"PK\x06\x07"):
        return False
    return int.from_bytes(data[end + 12 : end + 16], "little") <= LIST


def in_json(data: bytes) -> Claim | None:
    """Of the public data: school, year and version by name."""
    try:
        told: Any = json.loads(data[: LOOK + 1])
        school = told["school"]["brin6"]
        token = f"dekkend:{school}:{told['schooljaar']}:{told['version']}:{'0' * SHORT}"
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
    found = TOKEN.fullmatch(token.encode("utf-8", "replace"))
    return Claim(str(school), str(told["schooljaar"]), int(told["version"]), "") if found else None
