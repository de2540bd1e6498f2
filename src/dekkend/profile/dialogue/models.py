from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from dekkend.audit.revisions import Row
from dekkend.profile.base.models import Profile


class Agreement(Row):
    """What the school agrees on one item. Without a value there is a `gap`: why not."""

    profile = models.ForeignKey(Profile, models.CASCADE, related_name="agreements")
    item = models.CharField(max_length=40)
    value = models.CharField(max_length=40, blank=True)
    topics = models.JSONField(default=dict, blank=True)
    note = models.TextField(_("tekst"), blank=True)
    reason = models.TextField(_("reden"), blank=True)
    gap = models.TextField(_("waarom nog geen antwoord"), blank=True)
    # What some want recorded who would have chosen otherwise; never with a name, and it stays in the school.
    minority = models.TextField(_("wat een deel van het team wil laten vastleggen"), blank=True)
    owner = models.CharField(_("wie pakt het op"), max_length=120, blank=True)
    due = models.DateField(_("klaar op"), null=True, blank=True)

    written = ("value", "topics", "note", "reason", "gap", "minority", "owner", "due")
    texts = ("note", "reason", "gap", "minority")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["profile", "item"], name="agreement_once")]

    def __str__(self) -> str:
        return f"{self.item}: {self.value or 'open'}"

    @property
    def place(self) -> str:
        return f"profile/{self.profile_id}"
