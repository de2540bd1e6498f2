from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from dekkend.formats.model import Format
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
    state = models.CharField(max_length=10, choices=State.choices, default=State.PREPARING)
    naming = models.CharField(max_length=10, choices=Naming.choices, default=Naming.OPEN, blank=True)
    asking = models.CharField(max_length=8, choices=Asking.choices, default=Asking.OPEN, blank=True)
    # Anonymous answers are shown only when nobody can add one any more: else the newest one could be told apart.
    team_closed = models.BooleanField(default=False)
    # Where the profile is on the road; kept by base.road.settle, so that a list of schools needs no counting.
    station = models.CharField(max_length=12, default="checklist")
    # Whose turn, where a station has several (road.TURNS); kept with the station.
    turn = models.CharField(max_length=12, default="", blank=True)
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
        return self.round.format

    @property
    def is_open(self) -> bool:
        return self.state == self.State.PREPARING
