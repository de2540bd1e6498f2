"""What was read from a file waits in the session for a yes, under the mark that stands on the page that shows it.

So that a yes on one page never does what another page shows: two tabs, two files, two places.
"""

from __future__ import annotations

from secrets import token_hex
from typing import Any

from django.http import HttpRequest

FIELD = "preview"  # of the form that says yes


def lay(request: HttpRequest, name: str, told: dict[str, Any]) -> str:
    """Gives the mark for the page. What lay here before is gone: its page gets no answer any more."""
    mark = token_hex(8)
    request.session[name] = {**told, "mark": mark}
    return mark


def laid(request: HttpRequest, name: str) -> dict[str, Any] | None:
    """What the page showed on which somebody says yes, or None."""
    kept: dict[str, Any] = request.session.get(name) or {}
    return kept if kept.get("mark") and kept["mark"] == request.POST.get(FIELD) else None


def done(request: HttpRequest, name: str) -> None:
    del request.session[name]
