"""What people say beside a text. It is never part of what is sealed, and of no paper."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from dekkend.profile.base.models import Profile


class Said(models.Model):
    """Words of one person, with name and role as they were."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    who = models.CharField(_("wie"), max_length=200)
    role = models.CharField(_("rol"), max_length=80)
    at = models.DateTimeField(_("wanneer"))
    text = models.TextField(_("wat"), blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.who}, {self.at:%d-%m-%Y}"


class Comment(Said):
    """On one paragraph of a text, or on the text as a whole; with `proposal` it is a suggestion.

    `before` is the paragraph as it was then and stays; `words` and `position` are where it stands by now, and follow
    each save of the text. Both are "" for a comment on the whole text.
    """

    class Outcome(models.TextChoices):
        ACCEPTED = "accepted", _("overgenomen")
        DECLINED = "declined", _("niet overgenomen")

    profile = models.ForeignKey(Profile, models.CASCADE, related_name="comments")
    spot = models.CharField(max_length=140)  # key of a text: "veld.vision.inclusive", see writing/spots.py
    field = models.CharField(max_length=40)  # of the row: "text", "own", "goal"
    before = models.TextField(blank=True)
    words = models.TextField(blank=True)
    position = models.PositiveSmallIntegerField(default=0)
    proposal = models.TextField(_("voorstel"), blank=True)
    outcome = models.CharField(max_length=8, choices=Outcome.choices, blank=True)
    closed_by = models.CharField(_("gesloten door"), max_length=200, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["position", "at", "pk"]
        indexes = [
            models.Index(fields=["profile", "spot"], name="comment_spot"),
            models.Index(fields=["profile"], condition=Q(closed_at=None), name="comment_open"),
        ]

    @property
    def subject(self) -> str:
        return f"comment/{self.pk}"

    @property
    def is_open(self) -> bool:
        return self.closed_at is None

    @property
    def is_suggestion(self) -> bool:
        return bool(self.proposal)


class CommentReply(Said):
    """An answer to a comment; with a suggestion also why it was not taken over."""

    comment = models.ForeignKey(Comment, models.CASCADE, related_name="replies")

    class Meta:
        ordering = ["at", "pk"]
        verbose_name_plural = "replies"
