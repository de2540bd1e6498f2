from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models

if TYPE_CHECKING:
    from .models import Event  # noqa: F401  named in a string below


class EventQuerySet(models.QuerySet["Event"]):
    def at_place(self, place: str) -> EventQuerySet:
        return self.filter(place=place)

    def of(self, subject: str) -> EventQuerySet:
        """The history of one row, newest first."""
        return self.filter(subject=subject).order_by("-revision", "-at")

    def value_at(self, subject: str, revision: int) -> dict[str, object]:
        """What the row held at that revision; {} at revision 0, before anything was written."""
        event = self.filter(subject=subject, revision=revision).exclude(act="refuse").first()
        return event.data if event else {}
