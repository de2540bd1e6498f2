from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from dekkend.profile.models import Profile, Version
from dekkend.region.models import Round, School

from .gathering.queries import KEPT, SILENT, GatheringQuerySet
from .queries import PublicationQuerySet


class Publication(models.Model):
    """One time that a school made its profile public. It holds until withdrawn or replaced by a later year."""

    profile = models.ForeignKey(Profile, models.PROTECT, related_name="publications")
    version = models.ForeignKey(Version, models.PROTECT, related_name="publications")
    school = models.ForeignKey(School, models.PROTECT, related_name="publications")
    schooljaar = models.CharField(max_length=9)
    published_on = models.DateField(_("openbaar sinds"))
    # The last day of the adopted profile (rulings 1): shown as "verlopen" after it.
    valid_until = models.DateField(_("geldig tot en met"), null=True)
    withdrawn_on = models.DateField(_("ingetrokken op"), null=True)
    reason = models.TextField(_("reden"), blank=True)
    # The day on which a later year took its place; its own address stays.
    archived_on = models.DateField(_("vervangen op"), null=True)
    # The words of the public content as search knows them: folded stems, each with a blank before it.
    search_text = models.TextField(blank=True)
    is_example = models.BooleanField(default=False)

    objects = PublicationQuerySet.as_manager()

    class Meta:
        ordering = ["-schooljaar", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["profile"], condition=Q(withdrawn_on__isnull=True), name="publication_once"
            ),
            models.UniqueConstraint(
                fields=["school"],
                condition=Q(withdrawn_on__isnull=True, archived_on__isnull=True),
                name="publication_in_force_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.school}, {self.schooljaar}"

    @property
    def places(self) -> dict[str, Any]:
        return self.profile.places

    @property
    def place(self) -> str:
        return self.profile.place

    @property
    def is_expired(self) -> bool:
        return bool(self.valid_until and self.valid_until < timezone.localdate())


class OfferedNeed(models.Model):
    """What a published profile offers for one support need: enough for a list of schools, without opening the JSON."""

    class Sort(models.TextChoices):
        ARRANGEMENT = "arrangement", _("Arrangement")
        SPECIALISATION = "specialisation", _("Specialisatie")

    publication = models.ForeignKey(Publication, models.CASCADE, related_name="needs")
    need = models.CharField(max_length=60)
    # Offered: something for this need with every needed item available. Short: something lacks (rulings 9).
    is_offered = models.BooleanField()
    is_short = models.BooleanField()
    sort = models.CharField(max_length=14, choices=Sort.choices)
    line = models.CharField(max_length=300, blank=True)  # the school's own words, cut at a sentence
    room = models.CharField(max_length=200, blank=True)  # how much there is, as the school wrote it

    class Meta:
        ordering = ["publication", "pk"]
        constraints = [models.UniqueConstraint(fields=["publication", "need"], name="need_once")]
        indexes = [models.Index(fields=["need"], name="offered_need")]

    def __str__(self) -> str:
        return self.need


class Gathering(models.Model):
    """The public papers of a whole round, asked for by the samenwerkingsverband: the task, how far it is, the zip.

    The row is the queue: `dekkend run-due` takes what waits, and what was left by a process that died.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("wacht")
        RUNNING = "running", _("wordt gemaakt")
        DONE = "done", _("klaar")
        FAILED = "failed", _("mislukt")

    OPEN = (State.WAITING, State.RUNNING)

    round = models.ForeignKey(Round, models.CASCADE, related_name="gatherings")
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    asked_by = models.CharField(max_length=200)  # name and role as they were
    asked_at = models.DateTimeField(default=timezone.now)
    # Who works on it, and when it last gave a sign: silence means that it died.
    worker = models.CharField(max_length=32, blank=True)
    seen_at = models.DateTimeField(null=True)
    tries = models.PositiveSmallIntegerField(default=0)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    files = models.PositiveIntegerField(default=0)
    # [{"school": "26ZZ00 De Leesplank", "fault": "..."}]: those whose papers are not in the zip.
    failed = models.JSONField(default=list)
    fault = models.TextField(blank=True)  # why there is no zip at all
    finished_at = models.DateTimeField(null=True)
    size = models.PositiveBigIntegerField(default=0)  # of the zip, in bytes
    name = models.CharField(max_length=32, blank=True)  # of the zip on the disk: random, says nothing

    objects = GatheringQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["round"], condition=Q(state__in=("waiting", "running")), name="gathering_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.round}: {self.get_state_display()}"

    @property
    def is_open(self) -> bool:
        return self.state in self.OPEN

    @property
    def is_silent(self) -> bool:
        """It was begun, and who did gives no sign any more."""
        running = self.state == self.State.RUNNING
        return running and self.seen_at is not None and self.seen_at < timezone.now() - SILENT

    @property
    def kept_until(self) -> datetime | None:
        return self.finished_at + KEPT if self.finished_at else None
