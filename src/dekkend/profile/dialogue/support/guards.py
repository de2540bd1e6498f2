"""When help can be asked, given and closed."""

from __future__ import annotations

from typing import Any

from dekkend.process.guards import guard

from .models import Support
from .queries import running


@guard
def support_not_asked(profile: Any, **details: Any) -> str:
    return "Jullie vroegen al om hulp. Trek die vraag eerst in." if running(profile) else ""


@guard
def support_asked(profile: Any, **details: Any) -> str:
    return "" if running(profile) else "Er loopt nu geen vraag om hulp."


@guard
def support_waits(support: Any, **details: Any) -> str:
    return "" if support.state == Support.State.ASKED else "Deze vraag wacht niet meer op een begeleider."


@guard
def support_runs(support: Any, **details: Any) -> str:
    return "" if support.state != Support.State.CLOSED else "Deze hulp is al afgesloten."
