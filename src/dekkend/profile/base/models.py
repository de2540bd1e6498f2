from __future__ import annotations

from datetime import date
from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from dekkend.formats.model import Format
from dekkend.formats.queries import get_format
from dekkend.region.models import Round, School

from .queries import ProfileQuerySet


class Profile(models.Model):
    """One school in one round: the SOP and the part for the schoolgids in the making, and what became of them.

    `state` is moved by process.perform alone.
    """

    class State(models.TextChoices):
        PREPARING = "preparing", _("in voorbereiding")
        SUBMITTED = "submitted", _("ingediend")
        ADOPTED = "adopted", _("vastgesteld")
        PUBLISHED = "published", _("gepubliceerd")

    class Naming(models.TextChoices):
        """Chosen before the first personal copy, never changed afterwards (rulings 15)."""

        OPEN = "", _("nog niet gekozen")
        NAMED = "named", _("op naam")
        ANONYMOUS = "anonymous", _("anoniem")

    class Asking(models.TextChoices):
        """Who fills in the checklist; chosen per round."""

        OPEN = "", _("nog niet gekozen")
        SHARED = "shared", _("alleen het gedeelde exemplaar")
        WHOLE = "whole", _("het hele team, alle vragen")
        PARTS = "parts", _("ieder de vragen die passen")

    school = models.ForeignKey(School, models.PROTECT, related_name="profiles")
    round = models.ForeignKey(Round, models.PROTECT, related_name="profiles")
    # The version of the format it is made with, once its round went over to another; "": as the round says.
    format_ref = models.CharField(max_length=80, blank=True, default="")
    state = models.CharField(max_length=10, choices=State.choices, default=State.PREPARING)
    naming = models.CharField(max_length=10, choices=Naming.choices, default=Naming.OPEN, blank=True)
    asking = models.CharField(max_length=8, choices=Asking.choices, default=Asking.OPEN, blank=True)
    # Anonymous answers are shown only when nobody can add one any more: else the newest one could be told apart.
    team_closed = models.BooleanField(default=False)
    # Where the profile is on the road; kept by base.road.settle, so that a list of schools needs no counting.
    station = models.CharField(max_length=12, default="checklist")
    # Whose turn, where a station has several (road.TURNS); kept with the station.
    turn = models.CharField(max_length=12, default="", blank=True)
    # Station -> ISO date, where this school has longer than the round says; kept from the extensions that were given.
    extended = models.JSONField(default=dict, blank=True)
    # The day on which station or turn last changed: all that others see of the pace of a school (rulings 5).
    moved_on = models.DateField(null=True)
    # The sealed version that waits for advice or decision, and the one that holds.
    sealed = models.ForeignKey("profile.Version", models.PROTECT, null=True, related_name="+")
    adopted = models.ForeignKey("profile.Version", models.PROTECT, null=True, related_name="+")
    # Section 5 must be said, not left empty.
    no_specialisations = models.BooleanField(default=False)
    is_example = models.BooleanField(default=False)

    objects = ProfileQuerySet.as_manager()

    class Meta:
        ordering = ["-round__first_year", "school__name"]
        constraints = [models.UniqueConstraint(fields=["school", "round"], name="profile_once")]

    def __str__(self) -> str:
        return f"{self.school}, {self.round}"

    @property
    def places(self) -> dict[str, Any]:
        return {**self.school.places, "profile": self.pk}

    @property
    def place(self) -> str:
        return f"profile/{self.pk}"

    @property
    def format(self) -> Format:
        return get_format(self.made_with)

    @property
    def made_with(self) -> str:
        """Reference of its format. A profile that was handed in keeps its own when the round goes over."""
        return self.format_ref or self.round.format_ref

    @property
    def is_open(self) -> bool:
        return self.state == self.State.PREPARING

    def until(self, station: str) -> date | None:
        """Until when this school has for a station, extensions counted; no query when the round is there."""
        own = self.extended.get(station)
        days = (self.round.until(station), date.fromisoformat(own) if own else None)
        return max((day for day in days if day), default=None)


class Extension(models.Model):
    """Longer for one station, asked by the school or given straight away; always with a reason."""

    class State(models.TextChoices):
        ASKED = "asked", _("gevraagd")
        GIVEN = "given", _("gegeven")
        DECLINED = "declined", _("niet gegeven")

    profile = models.ForeignKey(Profile, models.CASCADE, related_name="extensions")
    station = models.CharField(_("stap"), max_length=12)
    until = models.DateField(_("tot en met"))  # as asked; as given once it is given
    reason = models.TextField(_("reden"))
    state = models.CharField(max_length=8, choices=State.choices)
    asked_by = models.CharField(max_length=200, blank=True)
    answered_by = models.CharField(max_length=200, blank=True)
    answer = models.TextField(_("antwoord"), blank=True)
    on = models.DateField()  # of the last change

    class Meta:
        ordering = ["-on", "-pk"]

    def __str__(self) -> str:
        return f"{self.profile}: {self.station}, {self.until}"


class Reminder(models.Model):
    """Who was written to about what, so that nobody is written to twice; kept for a year."""

    INVITED, BY_HAND = "invited", "by-hand"

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="reminders")
    profile = models.ForeignKey(Profile, models.CASCADE, related_name="+")
    station = models.CharField(max_length=12)
    until = models.DateField()  # a new date starts anew
    stage = models.CharField(max_length=30)  # "14", "3", "late-0", INVITED, BY_HAND with the day
    on = models.DateField()

    class Meta:
        ordering = ["-on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "profile", "station", "until", "stage"], name="reminder_once"
            )
        ]
        indexes = [models.Index(fields=["person", "-on"], name="reminder_person_on")]

    def __str__(self) -> str:
        return f"{self.person}: {self.station} ({self.on})"
