from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from .alliance import Alliance


class District(models.Model):
    """A stadsdeel."""

    alliance = models.ForeignKey(Alliance, models.CASCADE, related_name="districts")
    name = models.CharField(_("naam"), max_length=80)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "name"]
        constraints = [models.UniqueConstraint(fields=["alliance", "name"], name="district_once")]

    def __str__(self) -> str:
        return self.name


class Area(models.Model):
    """A wijk: the area of work in which schools plan together. Not a CBS wijk; it may be made of some."""

    alliance = models.ForeignKey(Alliance, models.CASCADE, related_name="areas")
    district = models.ForeignKey(District, models.PROTECT, related_name="areas")
    name = models.CharField(_("naam"), max_length=80)
    position = models.PositiveSmallIntegerField(default=0)
    # GeoJSON MultiPolygon coordinates in WGS84, [] when unknown.
    shape = models.JSONField(default=list, blank=True)

    class Meta:
        ordering = ["position", "name"]
        constraints = [models.UniqueConstraint(fields=["alliance", "name"], name="area_once")]

    def __str__(self) -> str:
        return self.name

    @property
    def places(self) -> dict[str, int]:
        return {"area": self.pk, "alliance": self.alliance_id}

    @property
    def place(self) -> str:
        return f"area/{self.pk}"
