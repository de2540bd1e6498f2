"""What the schools of a wijk agree: the wijkondersteuningsplan."""

from __future__ import annotations

import json
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from dekkend.audit.revisions import Row
from dekkend.region.models import Area, Round


class AreaPlan(models.Model):
    """The plan of one wijk in one round; what is agreed in it can be sealed, more than once."""

    area = models.ForeignKey(Area, models.PROTECT, related_name="plans")
    round = models.ForeignKey(Round, models.PROTECT, related_name="plans")

    class Meta:
        ordering = ["-round__first_year"]
        constraints = [models.UniqueConstraint(fields=["area", "round"], name="plan_once")]

    def __str__(self) -> str:
        return f"Wijkplan {self.area}, {self.round}"

    @property
    def places(self) -> dict[str, Any]:
        return self.area.places

    @property
    def place(self) -> str:
        return self.area.place


class AreaAgreement(Row):
    """Who does what, for whom, until when."""

    plan = models.ForeignKey(AreaPlan, models.CASCADE, related_name="agreements")
    need = models.CharField(_("ondersteuningsbehoefte"), max_length=40, blank=True)
    what = models.TextField(_("wat spreken we af"), blank=True)
    who = models.CharField(_("wie doet het"), max_length=200, blank=True)
    for_whom = models.CharField(_("voor wie"), max_length=200, blank=True)
    until = models.DateField(_("tot wanneer"), null=True, blank=True)

    written = ("need", "what", "who", "for_whom", "until")
    texts = ("what",)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.what or self.need

    @property
    def place(self) -> str:
        return self.plan.place

    @property
    def is_whole(self) -> bool:
        """It says what, who and until when; without these it cannot be kept to."""
        return bool(self.what.strip() and self.who.strip() and self.until)


class SealedPlan(models.Model):
    """The plan as it was agreed on one day: one JSON document that never changes again."""

    plan = models.ForeignKey(AreaPlan, models.PROTECT, related_name="sealed")
    number = models.PositiveSmallIntegerField()
    content = models.TextField()  # canonical JSON
    sha256 = models.CharField(max_length=64)
    sealed_on = models.DateField()
    sealed_by = models.CharField(max_length=200)  # name and role as they were

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["plan", "number"], name="sealed_plan_once")]

    def __str__(self) -> str:
        return f"{self.plan}, versie {self.number}"

    @property
    def data(self) -> dict[str, Any]:
        return json.loads(self.content)
