"""The codes on letters and slips, of which only a hash is kept."""

from __future__ import annotations

import secrets

from django.utils.crypto import salted_hmac

# Letters and figures that nobody mixes up on paper; twelve of them are 59 bits.
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"


def new_code() -> str:
    letters = "".join(secrets.choice(LETTERS) for _ in range(12))
    return "-".join((letters[:4], letters[4:8], letters[8:]))


def plain(code: str) -> str:
    """As it is compared: capitals, spaces and dashes make no difference."""
    return "".join(letter for letter in code.lower() if letter.isalnum())


def key_of(code: str) -> str:
    """What is kept of a code: nobody can open a copy with what stands in the database."""
    return salted_hmac("dekkend.copy", plain(code), algorithm="sha256").hexdigest()[:40]
