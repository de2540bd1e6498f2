"""Signs and lines of a PDF as words."""

from __future__ import annotations

import re
from collections.abc import Iterable

SOFT = "\xad"  # a hyphen that stands at the end of a line only
SIGNS = {"ﬁ": "fi", "ﬂ": "fl", "ﬀ": "ff", "ﬃ": "ffi", "ﬄ": "ffl"}


def tidied(text: str) -> str:
    """Signs for fi and fl as letters. "(cid:12)" is a sign that the file does not name: a bullet mostly."""
    for sign, letters in SIGNS.items():
        text = text.replace(sign, letters)
    text = " ".join(re.sub(r"\(cid:\d+\)", "•", text).split())
    return text.rstrip(SOFT).replace(SOFT, "") + (SOFT if text.endswith(SOFT) else "")


def joined(lines: Iterable[str]) -> str:
    """A word that was broken at the end of a line is whole again; "lees- en rekenen" keeps its sign."""
    said = ""
    for line in lines:
        if said.endswith(SOFT) or (
            re.search(r"[^\W\d]-$", said)
            and re.match(r"[a-zà-ÿ]", line)
            and not re.match(r"(?:en|of)\b", line)
        ):
            said = said[:-1] + line
        else:
            said = f"{said} {line}" if said else line
    return said.rstrip(SOFT)
