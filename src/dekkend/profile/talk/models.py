"""The talk of the team: what is on its agenda, and what it agreed to look at now."""

from __future__ import annotations

import uuid

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
    paused_at = models.DateTimeField(null=True, blank=True)
    # Go up with every change that the phones see, and with every one that only the board sees.
    tick = models.PositiveIntegerField(default=0)
    stir = models.PositiveIntegerField(default=0)

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


class Showing(models.Model):
    """One item that was on the board in this talk, and of its answers only what may be seen.

    `spread` is what is shown now: value -> number. `earlier` holds every spread that was shown while
    the talk ran, so that no two of them can be subtracted (see actions/voting.py).
    """

    talk = models.ForeignKey(Talk, models.CASCADE, related_name="showings")
    item = models.CharField(max_length=40)
    is_open = models.BooleanField(default=True)  # phones may answer
    word = models.PositiveSmallIntegerField(default=0)  # which explanation is on the board; 0: none
    answered = models.PositiveSmallIntegerField(default=0)
    spread = models.JSONField(default=dict, blank=True)
    earlier = models.JSONField(default=list, blank=True)
    hands = models.JSONField(default=dict, blank=True)  # counted by eye: value -> number

    class Meta:
        constraints = [models.UniqueConstraint(fields=["talk", "item"], name="showing_once")]

    def __str__(self) -> str:
        return f"{self.item} op het bord"


class Phone(models.Model):
    """A phone that joined: no name, no account, no time; gone when the talk is closed."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    talk = models.ForeignKey(Talk, models.CASCADE, related_name="phones")
    key = models.CharField(max_length=40)  # of the phone's own key only what cannot be turned back

    class Meta:
        constraints = [models.UniqueConstraint(fields=["talk", "key"], name="phone_once")]

    def __str__(self) -> str:
        return "telefoon"


class Vote(models.Model):
    """What one phone answers to one item now. Wiped when the talk is closed."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    phone = models.ForeignKey(Phone, models.CASCADE, related_name="votes")
    item = models.CharField(max_length=40)
    value = models.CharField(max_length=40)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["phone", "item"], name="vote_once")]

    def __str__(self) -> str:
        return f"{self.item}: {self.value}"
