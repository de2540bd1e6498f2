"""A suggestion is weighed by somebody else than who made it."""

from __future__ import annotations

from typing import Any

from dekkend.process.guards import guard


@guard
def by_another(profile: Any, *, suggested_by: Any = None, settled_by: Any = None, **details: Any) -> str:
    if suggested_by is None or suggested_by != settled_by:
        return ""
    return "Je eigen voorstel laat je door een collega beoordelen. Weghalen of zelf schrijven kan wel."
