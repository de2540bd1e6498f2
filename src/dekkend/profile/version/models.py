from __future__ import annotations

import json
from typing import Any

from django.db import models
from django.utils import timezone

from dekkend.formats.model import Format
from dekkend.formats.queries import get_format
from dekkend.profile.base.models import Profile
from dekkend.region.models import HouseStyle


class Version(models.Model):
    """A sealed profile: one JSON document with its sha256 that never changes again."""

    profile = models.ForeignKey(Profile, models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    content = models.TextField()  # canonical JSON
    sha256 = models.CharField(
        max_length=64, db_index=True
    )  # of the content, which names the version before it
    sealed_at = models.DateTimeField(default=timezone.now)
    sealed_by = models.CharField(max_length=200)  # name and role as they were

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["profile", "number"], name="version_once")]

    def __str__(self) -> str:
        return f"{self.profile}, versie {self.number}"

    @property
    def places(self) -> dict[str, Any]:
        return self.profile.places

    @property
    def place(self) -> str:
        return self.profile.place

    @property
    def state(self) -> str:
        return self.profile.state

    @property
    def format(self) -> Format:
        """That it was made with, whatever its profile went over to since. Reads the content."""
        return get_format(self.data["format"])

    @property
    def data(self) -> dict[str, Any]:
        """The content as Python values; parsed at every call, so keep it."""
        return json.loads(self.content)


class Paper(models.Model):
    """A file made of a version at its adoption and kept under its sha256 (rulings 3)."""

    version = models.ForeignKey(Version, models.PROTECT, related_name="papers")
    kind = models.CharField(max_length=20)  # `kept` of a Kind: "sop", "guide", "poster"
    form = models.CharField(max_length=5)  # "pdf", "docx", "html", "txt"
    sha256 = models.CharField(max_length=64, db_index=True)
    # With which it was made; None: without one. The papers of one version are made with the same.
    style = models.ForeignKey(HouseStyle, models.PROTECT, null=True, blank=True, related_name="papers")
    size = models.PositiveIntegerField()

    class Meta:
        ordering = ["kind", "form"]
        constraints = [models.UniqueConstraint(fields=["version", "kind", "form"], name="paper_once")]

    def __str__(self) -> str:
        return f"{self.kind}.{self.form}"
