from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Window
from django.db.models.functions import RowNumber

if TYPE_CHECKING:
    from .models import Event  # noqa: F401  named in a string below


class EventQuerySet(models.QuerySet["Event"]):
    def at_place(self, place: str) -> EventQuerySet:
        return self.filter(place=place)

    def of(self, subject: str) -> EventQuerySet:
        """The history of one row, newest first."""
        return self.filter(subject=subject).order_by("-revision", "-at")

    def latest_until(self, at: datetime) -> EventQuerySet:
        """Of each row the save with which it stood at that moment: one query, whatever the number of saves."""
        place = Window(RowNumber(), partition_by=[F("subject")], order_by=F("revision").desc())
        saves = self.filter(at__lte=at, revision__gte=1).exclude(act="refuse")
        return saves.order_by().annotate(place_in_row=place).filter(place_in_row=1)

    def value_at(self, subject: str, revision: int) -> dict[str, object]:
        """What the row held at that revision; {} at revision 0, before anything was written."""
        event = self.filter(subject=subject, revision=revision).exclude(act="refuse").first()
        return event.data if event else {}
