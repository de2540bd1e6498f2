"""Where a row lies in a database tells when it came, even when nothing in the row does."""

from __future__ import annotations

import secrets
from typing import Any

from .actions import SOMEONE
from .models import Event


def write_anew(rows: Any) -> list[Any]:
    """Take these rows of a queryset away and write the same ones again, in an order of chance. Inside a transaction."""
    found = list(rows.order_by())
    secrets.SystemRandom().shuffle(found)
    rows.model._base_manager.filter(pk__in=rows.order_by().values("pk")).delete()
    return list(rows.model._base_manager.bulk_create(found))


def blur(places: list[str]) -> None:
    """Of the anonymous events at these places: no order any more, and no key by which a device named its save."""
    events = Event.objects.filter(place__in=places, actor=None, actor_role=SOMEONE)
    events.update(save_key=None)
    write_anew(events)
