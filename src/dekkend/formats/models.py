from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class FormatVersion(models.Model):
    """One released version of a format, as its files were. It never changes; a change is a new version."""

    slug = models.SlugField(_("formaat"), max_length=60)
    version = models.CharField(_("versie"), max_length=30)
    sha256 = models.CharField(max_length=64)
    files = models.JSONField(_("bestanden"))  # {"checklist.yml": text, …}
    name = models.CharField(_("naam"), max_length=120)
    released_on = models.DateField(_("uitgegeven op"))

    class Meta:
        ordering = ["slug", "version"]
        constraints = [models.UniqueConstraint(fields=["slug", "version"], name="one_format_version")]

    def __str__(self) -> str:
        return f"{self.name} {self.version}"

    @property
    def ref(self) -> str:
        return f"{self.slug}/{self.version}"
