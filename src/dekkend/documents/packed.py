"""Files in one zip, with the date of the document on each: the same files give the same bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from datetime import datetime


def packed(files: Iterable[tuple[str, bytes]], date: str, stored: frozenset[str] = frozenset()) -> bytes:
    """`stored`: the names that stay uncompressed. A zip knows the years from 1980 to 2107."""
    day = datetime.fromisoformat(date)
    stamp = (max(1980, min(day.year, 2107)), day.month, day.day, 12, 0, 0)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files:
            entry = zipfile.ZipInfo(name, stamp)
            entry.compress_type = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            archive.writestr(entry, data)
    return buffer.getvalue()
