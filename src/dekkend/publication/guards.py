from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from dekkend.process.guards import guard
from dekkend.profile.models import Profile

from .papers import are_kept


@guard
def papers_kept(profile: Profile, **details: Any) -> str:
    """What is published is exactly what was made at the adoption."""
    if profile.adopted is not None and are_kept(profile.adopted):
        return ""
    return _("De bestanden van dit profiel zijn er nog niet allemaal. Maak ze eerst; dat kan bij Publicatie.")
