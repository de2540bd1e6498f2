"""What all kinds of files have in common."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

LARGEST = 10 * 1024 * 1024
LONGEST = 120  # of a name

# Signs that turn the order of reading around ("gpj.exe"), or that nobody sees.
UNSEEN = re.compile("[\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


class Unfit(Exception):
    """This file is not taken. The message is Dutch and says what to do."""


@dataclass(frozen=True)
class Fit:
    data: bytes
    ending: str  # "pdf"
    media: str  # "application/pdf"


def title_of(name: str, ending: str) -> str:
    """The name as people may see it: no folder, no trick, and the ending that the content has."""
    last = re.split(r"[/\\]", name)[-1]
    plain = UNSEEN.sub("", unicodedata.normalize("NFC", last))
    plain = "".join(sign for sign in plain if unicodedata.category(sign)[0] != "C")
    stem = re.sub(r'[<>:"|?*]+', " ", plain.rpartition(".")[0] or plain)
    stem = " ".join(stem.split()).strip(". ")[: LONGEST - len(ending) - 1]
    return f"{stem or 'bestand'}.{ending}"
