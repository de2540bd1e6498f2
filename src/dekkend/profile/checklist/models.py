"""Who answered what. Keys are random, so that no number tells who came first."""

from __future__ import annotations

import secrets
import uuid
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from dekkend.audit.revisions import Row
from dekkend.profile.base.models import Profile


def new_key() -> str:
    return secrets.token_urlsafe(18)


class Copy(models.Model):
    """One filled-in checklist: the shared one, or that of one team member.

    Of a code only a `key` is kept that cannot be turned back into it. An anonymous copy has no person and no name;
    a copy by name has a person, or only a name when this colleague has no account.
    """

    class Kind(models.TextChoices):
        SHARED = "shared", _("gedeeld")
        PERSONAL = "personal", _("persoonlijk")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    profile = models.ForeignKey(Profile, models.CASCADE, related_name="copies")
    kind = models.CharField(max_length=8, choices=Kind.choices)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="copies")
    # Of a colleague without an account; empty for everybody else.
    name = models.CharField(_("naam"), max_length=120, blank=True)
    # What stands with the answers in the dialogue: the function, or the name when none is known.
    label = models.CharField(_("naam op het exemplaar"), max_length=120, blank=True)
    # Ids of the items this colleague is asked; empty: all.
    covers = models.JSONField(_("onderdelen"), default=list, blank=True)
    key = models.CharField(max_length=40, default=new_key, unique=True, editable=False)
    is_finished = models.BooleanField(default=False)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["profile"], condition=models.Q(kind="shared"), name="copy_one_shared"
            ),
            models.UniqueConstraint(
                fields=["profile", "person"], condition=models.Q(person__isnull=False), name="copy_one_each"
            ),
        ]

    def __str__(self) -> str:
        return self.label or str(self.get_kind_display())

    @property
    def places(self) -> dict[str, Any]:
        return {**self.profile.places, "person": self.person_id}

    @property
    def place(self) -> str:
        return self.profile.place

    @property
    def state(self) -> str:
        return self.profile.state

    @property
    def called(self) -> str:
        """Who it is, for the colleague who asks."""
        return self.name or (self.person.name if self.person else "") or self.label

    @property
    def is_anonymous(self) -> bool:
        """Not a copy by name whose person has no account, or none any more."""
        is_named = self.person_id is not None or self.profile.naming == Profile.Naming.NAMED
        return self.kind == self.Kind.PERSONAL and not is_named


class Answer(Row):
    """The answer to one item in one copy. `value` is a value of the scale, "" (open) or "unsure" (personal only)."""

    UNSURE = "unsure"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    copy = models.ForeignKey(Copy, models.CASCADE, related_name="answers")
    item = models.CharField(max_length=40)
    value = models.CharField(max_length=40, blank=True)
    topics = models.JSONField(default=dict, blank=True)  # topic id -> value
    note = models.TextField(_("toelichting"), blank=True)
    reason = models.TextField(_("reden"), blank=True)
    evidence = models.CharField(_("vindplaats"), max_length=300, blank=True)
    owner = models.CharField(_("wie"), max_length=120, blank=True)
    due = models.DateField(_("klaar op"), null=True, blank=True)

    written = ("value", "topics", "note", "reason", "evidence", "owner", "due")
    texts = ("note", "reason")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["copy", "item"], name="answer_once")]

    def __str__(self) -> str:
        return f"{self.item}: {self.value or 'open'}"

    @property
    def place(self) -> str:
        """What a colleague writes in an own copy stays out of the log of the profile."""
        if self.copy.kind == Copy.Kind.PERSONAL:
            return f"copy/{self.copy_id}"
        return f"profile/{self.copy.profile_id}"


class Evidence(models.Model):
    """Where an answer of the shared copy can be found: a link, or a file that the school gave.

    A document with its page is a line of the answer itself (`Answer.evidence`). A row never changes; adding and
    removing are events at `evidence/<key of the answer>`.
    """

    class Kind(models.TextChoices):
        LINK = "link", _("link")
        FILE = "file", _("bestand")

    FOLDER = "evidence"  # below the folder of files

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    answer = models.ForeignKey(Answer, models.CASCADE, related_name="places_to_look")
    kind = models.CharField(max_length=4, choices=Kind.choices)
    title = models.CharField(_("naam"), max_length=160, blank=True)
    url = models.URLField(_("link"), max_length=500, blank=True)
    stored = models.CharField(max_length=32, blank=True)  # random name on the disk
    media = models.CharField(max_length=80, blank=True)  # by content: "application/pdf"
    size = models.PositiveIntegerField(default=0)
    added = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["added", "id"]
        verbose_name = _("vindplaats")

    def __str__(self) -> str:
        return self.title or self.url

    @property
    def host(self) -> str:
        """Where a link goes, to be seen before one follows it."""
        return (urlsplit(self.url).hostname or "").removeprefix("www.")


class Presence(models.Model):
    """Who has the shared copy open and at which item, for half a minute, or a part of the profile, for a minute.
    Never of an own or an anonymous copy.
    """

    profile = models.ForeignKey(Profile, models.CASCADE, related_name="presences")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    item = models.CharField(max_length=40, blank=True)
    question = models.CharField(max_length=40, blank=True)
    part = models.CharField(
        max_length=60, blank=True
    )  # of the profile, see writing/views/nearby.py; "" in the checklist
    seen = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["profile", "person"], name="presence_once")]

    def __str__(self) -> str:
        return f"{self.person} bij {self.part or self.item or self.question}"


class Summary(Row):
    """The school's own words on a whole question, in the shared copy (rulings 13)."""

    profile = models.ForeignKey(Profile, models.CASCADE, related_name="summaries")
    question = models.CharField(max_length=40)
    text = models.TextField(_("samenvatting"), blank=True)

    written = texts = ("text",)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["profile", "question"], name="summary_once")]

    def __str__(self) -> str:
        return self.question

    @property
    def place(self) -> str:
        return f"profile/{self.profile_id}"
