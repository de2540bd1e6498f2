"""What a file that somebody offers really is, by its content and never by its name."""

from __future__ import annotations

from . import docx, pdf, picture
from .shape import LARGEST, Fit, Unfit, title_of

__all__ = ["LARGEST", "Fit", "Unfit", "inspect", "title_of"]

KNOWN = (pdf.read, docx.read, picture.read)
WHAT = "Kies een pdf, een Word-bestand (docx) of een afbeelding (PNG, JPEG of WebP)."


def inspect(data: bytes) -> Fit:
    """The bytes to keep, and what they are. Raise Unfit with a Dutch sentence that says what to do."""
    if not data:
        raise Unfit(f"Dit bestand is leeg. {WHAT}")
    if len(data) > LARGEST:
        raise Unfit(
            f"Dit bestand is groter dan {LARGEST // 1024 // 1024} MB. Maak het kleiner, of zet er een link naar."
        )
    for read in KNOWN:
        found = read(data)
        if found is not None:
            return found
    raise Unfit(f"Dit soort bestand kan hier niet. {WHAT}")
