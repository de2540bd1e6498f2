from __future__ import annotations

from django.db import models
from django.utils import timezone

from dekkend.profile.base.models import Profile


class Move(models.Model):
    """One profile that went over to another version of its format, and all that is needed to go back.

    `journal`: what was changed in which row, the first change first (see journal.py). `open`: items of which somebody
    of the school still has to look whether the answer holds.
    """

    profile = models.ForeignKey(Profile, models.CASCADE, related_name="moves")
    before = models.CharField(max_length=80)
    after = models.CharField(max_length=80)
    on = models.DateTimeField(default=timezone.now)
    journal = models.JSONField(default=list)
    open = models.JSONField(default=list)
    undone = models.BooleanField(default=False)

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.profile}: {self.before} -> {self.after}"
