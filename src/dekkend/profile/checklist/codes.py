"""The codes on letters and slips, of which only a hash is kept."""

from __future__ import annotations

from django.utils.crypto import salted_hmac

from dekkend.kit.codes import Codes

# Letters and figures that nobody mixes up on paper; twelve of them are 59 bits.
SLIPS = Codes("slip", "abcdefghjkmnpqrstuvwxyz23456789", 12, group=4)


def key_of(code: str) -> str:
    """What is kept of a code: nobody can open a copy with what stands in the database."""
    return salted_hmac("dekkend.copy", SLIPS.plain(code), algorithm="sha256").hexdigest()[:40]
