"""The talk of the team: what is on its agenda, and what it agreed to look at now."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from dekkend.profile.base.models import Profile


class Talk(models.Model):
    """One talk. While it runs, the board and the phones follow `shown`.

    Roles are words ("leerkrachten", "directeur"), never names: the report needs no more.
    """

    class State(models.TextChoices):
        PLANNED = "planned", _("voorbereid")
        RUNNING = "running", _("bezig")
        CLOSED = "closed", _("gesloten")

    profile = models.ForeignKey(Profile, models.CASCADE, related_name="talks")
    state = models.CharField(max_length=8, choices=State.choices, default=State.PLANNED)
    on = models.DateField(_("datum"), null=True, blank=True)
    minutes = models.PositiveSmallIntegerField(_("minuten"), default=60)
    people = models.PositiveSmallIntegerField(_("aantal mensen"), default=10)
    roles = models.JSONField(_("wie er waren"), default=list, blank=True)
    # With this code a phone joins the talk; it opens nothing else (rulings 15).
    code = models.CharField(max_length=12, blank=True, db_index=True)
    # What the report says, fixed when the talk is closed; {} before.
    report = models.JSONField(default=dict, blank=True)
    shown = models.CharField(_("onderdeel op het bord"), max_length=40, blank=True)
    shown_since = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["profile"], condition=~Q(state="closed"), name="talk_one_at_a_time"
            ),
        ]

    def __str__(self) -> str:
        return f"Gesprek over de checklist, {self.profile}"

    @property
    def place(self) -> str:
        return self.profile.place


class AgendaItem(models.Model):
    """One item on the agenda, with the minutes meant for it."""

    talk = models.ForeignKey(Talk, models.CASCADE, related_name="agenda")
    item = models.CharField(max_length=40)
    position = models.PositiveSmallIntegerField()
    minutes = models.PositiveSmallIntegerField(_("minuten"))

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["talk", "item"], name="agenda_item_once")]

    def __str__(self) -> str:
        return f"{self.item}, {self.minutes} min"
