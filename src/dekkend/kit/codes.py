"""Codes that people type over from paper or a board, and the brake on guessing them."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from allauth.core.internal import ratelimit
from django.conf import settings
from django.http import HttpRequest


@dataclass(frozen=True)
class Codes:
    """One kind of code. `name` is that of its limit in settings.GUESSES."""

    name: str
    letters: str  # all capitals or all small; none that is mixed up with another where this code is read
    length: int
    group: int = 0  # letters between dashes, 0: no dashes

    def new(self) -> str:
        code = "".join(secrets.choice(self.letters) for _ in range(self.length))
        step = self.group or self.length
        return "-".join(code[at : at + step] for at in range(0, self.length, step))

    def plain(self, typed: str) -> str:
        """As it is compared: capitals, spaces and dashes make no difference."""
        kept = "".join(letter for letter in typed if letter.isalnum())
        return kept.upper() if self.letters.isupper() else kept.lower()

    def may_try(self, request: HttpRequest) -> bool:
        """May this address try a code? Only wrong ones count: a whole team may come in from one building."""
        return self._within(request, dry_run=True)

    def was_wrong(self, request: HttpRequest) -> None:
        self._within(request, dry_run=False)

    def _within(self, request: HttpRequest, *, dry_run: bool) -> bool:
        return bool(
            ratelimit.consume(
                request,
                app="dekkend",
                action=self.name,
                config=settings.GUESSES,
                dry_run=dry_run,
                limit_get=True,
            )
        )
