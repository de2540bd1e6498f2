from __future__ import annotations

from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _

from dekkend.formats.model import Format
from dekkend.formats.queries import get_format

from .alliance import Alliance, ProvisionCatalogue

# The seven stations of the road, in order.
STATIONS = (
    ("checklist", _("Checklist")),
    ("dialogue", _("Dialoog")),
    ("profile", _("Profiel")),
    ("pupils", _("Leerlingen")),
    ("council", _("MR")),
    ("adoption", _("Vaststelling")),
    ("publication", _("Publicatie")),
)


class Round(models.Model):
    """One schooljaar for which profiles are made (1 August to 31 July)."""

    alliance = models.ForeignKey(Alliance, models.PROTECT, related_name="rounds")
    first_year = models.PositiveSmallIntegerField(_("eerste jaar"))
    format_ref = models.CharField(_("formaat"), max_length=80)
    catalogue = models.ForeignKey(ProvisionCatalogue, models.PROTECT, related_name="rounds")
    # Station -> ISO date until which it is open.
    dates = models.JSONField(_("data"), default=dict, blank=True)

    class Meta:
        ordering = ["-first_year"]
        constraints = [models.UniqueConstraint(fields=["alliance", "first_year"], name="round_once")]

    def __str__(self) -> str:
        return f"voor schooljaar {self.schooljaar}"

    @property
    def schooljaar(self) -> str:
        return f"{self.first_year}-{self.first_year + 1}"

    @property
    def starts(self) -> date:
        return date(self.first_year, 8, 1)

    @property
    def ends(self) -> date:
        return date(self.first_year + 1, 7, 31)

    @property
    def format(self) -> Format:
        return get_format(self.format_ref)

    def runs(self, on: date) -> bool:
        """Up to and including the last of its dates, and in any case until its schooljaar begins."""
        return on < self.starts or any(on <= date.fromisoformat(day) for day in self.dates.values())

    def until(self, station: str) -> date | None:
        day = self.dates.get(station)
        return date.fromisoformat(day) if day else None
