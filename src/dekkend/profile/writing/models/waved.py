from __future__ import annotations

from django.db import models

from dekkend.profile.base.models import Profile


class Waved(models.Model):
    """An advice that was waved away, for as long as its words stay the same. Holds a digest of them and no words."""

    profile = models.ForeignKey(Profile, models.CASCADE)
    spot = models.CharField(max_length=140)  # key of a spot of the margin: "veld.vision.inclusive"
    kind = models.CharField(max_length=20)
    mark = models.CharField(max_length=64)

    class Meta:
        default_related_name = "waved"
        constraints = [
            models.UniqueConstraint(fields=["profile", "spot", "kind", "mark"], name="advice_waved_once")
        ]

    def __str__(self) -> str:
        return f"{self.spot}, {self.kind}"
