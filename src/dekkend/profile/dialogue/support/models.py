"""Help by the samenwerkingsverband, at a school's request and never before it (rulings 6)."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from dekkend.profile.base.models import Profile


class Support(models.Model):
    """One request. While it is `given`, the adviser is a guest: reads the shared checklist and the dialogue."""

    class State(models.TextChoices):
        ASKED = "asked", _("gevraagd")
        GIVEN = "given", _("begeleider genoemd")
        CLOSED = "closed", _("afgesloten")

    profile = models.ForeignKey(Profile, models.CASCADE, related_name="supports")
    state = models.CharField(max_length=8, choices=State.choices, default=State.ASKED)
    question = models.TextField(_("vraag"))
    wished = models.JSONField(_("gewenste data"), default=list)  # one to three, ISO
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    asked_as = models.CharField(max_length=40)  # "intern begeleider", as it was then
    asked_on = models.DateField()
    adviser = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="supports"
    )
    given_on = models.DateField(null=True, blank=True)
    closed_on = models.DateField(null=True, blank=True)
    closed_why = models.CharField(max_length=120, blank=True)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["profile"], condition=~Q(state="closed"), name="support_one_at_a_time"
            ),
        ]

    def __str__(self) -> str:
        return f"Hulp bij {self.profile}"

    @property
    def places(self) -> dict[str, Any]:
        return self.profile.places

    @property
    def place(self) -> str:
        return self.profile.place

    @property
    def dates(self) -> list[date]:
        return [date.fromisoformat(day) for day in self.wished]

    @property
    def is_asked(self) -> bool:
        return self.state == self.State.ASKED

    @property
    def is_given(self) -> bool:
        return self.state == self.State.GIVEN
