from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from dekkend.process.guards import guard


@guard
def plan_has_agreements(area: Any, *, plan: Any = None, **details: Any) -> str:
    """A plan without agreements, or with one that does not say what, who and until when, is not filed."""
    agreements = list(plan.agreements.all()) if plan else []
    if not agreements:
        return _("Er staat nog geen afspraak in het plan. Begin er een bij een behoefte.")
    if any(not agreement.is_whole for agreement in agreements):
        return _("Schrijf bij elke afspraak wat, wie en tot wanneer, of haal de afspraak weg.")
    return ""
