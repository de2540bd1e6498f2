"""Characters that nobody types and no database, page or paper carries."""

from __future__ import annotations

import re

# C0 controls but the white space among them (documents.clean knows those), DEL, and halves of a surrogate pair.
UNFIT = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff]")


def without_unfit(text: str) -> str:
    """The text as it was typed, without what only a broken paste or an attack puts in it."""
    return UNFIT.sub("", text)
