"""What happened: append-only, with the actor's name and role as they were."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .queries import EventQuerySet


class Event(models.Model):
    """One change. For a row with revisions it also holds the values it got: the history.

    The key is random: a running number would tell the order, and so the person, of anonymous answers.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    at = models.DateTimeField(_("wanneer"))
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    actor_name = models.CharField(_("wie"), max_length=200)
    actor_role = models.CharField(_("rol"), max_length=80)
    act = models.CharField(_("handeling"), max_length=60)
    place = models.CharField(max_length=60)  # "profile/12", "alliance/1"
    subject = models.CharField(max_length=100)  # "answer/<uuid>", "version/3"
    revision = models.PositiveIntegerField(default=0)
    # Made at random on the device for this one save, to know it again when its answer was lost on the way.
    save_key = models.UUIDField(null=True, editable=False)
    data = models.JSONField(default=dict)

    objects = EventQuerySet.as_manager()

    class Meta:
        ordering = ["-at"]
        indexes = [
            models.Index(fields=["place", "-at"], name="event_place_at"),
            models.Index(fields=["subject", "revision"], name="event_subject_revision"),
        ]

    def __str__(self) -> str:
        return f"{self.act} {self.subject} ({self.actor_name})"
