from __future__ import annotations

import hashlib
import json
import unicodedata
from typing import Any

from .shape import Content, filled


def seal(content: Content) -> tuple[str, str]:
    """Canonical JSON and its sha256: the same content gives the same bytes, also after reading it back.

    Keys are sorted, there are no spaces, every optional word is there. Texts are put in NFC with "\\n" as
    line end, so that the same words typed on two machines give the same seal; halves of a character
    that no UTF-8 can hold become U+FFFD. Nothing else of a text is touched.

    `submit` puts the sha256 of the school's version before it under "previous", so the seal covers the whole row.
    """
    text = json.dumps(
        _settled(filled(content)), ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":")
    )
    return text, hashlib.sha256(text.encode()).hexdigest()


def _settled(value: Any) -> Any:
    if isinstance(value, str):
        whole = value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        return unicodedata.normalize("NFC", whole.replace("\r\n", "\n").replace("\r", "\n"))
    if isinstance(value, dict):
        return {_settled(key): _settled(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_settled(each) for each in value]
    return value
