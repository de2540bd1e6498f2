"""A PDF has its head in the very first byte and its end in the last line, and is nothing else besides."""

from __future__ import annotations

import io
import re
import zipfile

from .shape import Fit, Unfit

HEAD = re.compile(rb"%PDF-[12]\.[0-9]")
END = b"%%EOF"
TAIL = 1024  # bytes within which the end must stand
BROKEN = "Dit pdf-bestand is niet heel. Open het, bewaar het opnieuw als pdf en probeer het nog eens."


def read(data: bytes) -> Fit | None:
    """None when it is no PDF. Raise Unfit."""
    if not data.startswith(b"%PDF-"):
        return None
    tail = data[-TAIL:]
    before, end, after = tail.rpartition(END)
    if not HEAD.match(data) or not end or b"startxref" not in before:
        raise Unfit(BROKEN)
    if after.strip(b"\0\t\n\f\r ") or zipfile.is_zipfile(io.BytesIO(data)):
        raise Unfit(
            "In dit pdf-bestand zit nog iets anders. Bewaar het opnieuw als pdf en probeer het nog eens."
        )
    return Fit(data, "pdf", "application/pdf")
