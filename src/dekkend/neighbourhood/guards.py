from __future__ import annotations

from typing import Any

from dekkend.process.guards import guard


@guard
def plan_has_agreements(area: Any, *, plan: Any = None, **details: Any) -> str:
    """A plan without agreements, or with one that names nobody, is not filed."""
    agreements = list(plan.agreements.all()) if plan else []
    if not agreements:
        return "Er staat nog geen afspraak in het plan. Begin er een bij een behoefte."
    if any(not agreement.is_whole for agreement in agreements):
        return "Schrijf bij elke afspraak wat jullie afspreken en wie het doet, of haal de afspraak weg."
    return ""
