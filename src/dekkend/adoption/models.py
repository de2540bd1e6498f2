"""Who agrees: pupils are heard, the council advises, the board answers and decides."""

from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from dekkend.audit.revisions import Row
from dekkend.profile.models import Profile, Version


class PupilVoice(Row):
    """How pupils were heard, what they said in general terms, and what it changed (WPO 13b). Never names."""

    profile = models.OneToOneField(Profile, models.CASCADE, related_name="pupil_voice")
    method = models.TextField(_("Zo mochten leerlingen hun mening geven"), blank=True)
    said = models.TextField(_("Dit zeiden zij, in het algemeen"), blank=True)
    changed = models.TextField(_("Dit deden we ermee"), blank=True)
    heard_on = models.DateField(_("Wanneer"), null=True, blank=True)

    written = ("method", "said", "changed", "heard_on")
    texts = ("method", "said", "changed")

    def __str__(self) -> str:
        return f"Leerlingen van {self.profile}"

    @property
    def place(self) -> str:
        return f"profile/{self.profile_id}"


class Advice(models.Model):
    """The council is asked, and advises or lets the term pass (WMS 11(1)(r), 17). About this version alone."""

    class Kind(models.TextChoices):
        OPEN = "", _("nog geen advies")
        POSITIVE = "positive", _("positief")
        REMARKS = "remarks", _("positief, met opmerkingen")
        NEGATIVE = "negative", _("negatief")
        NONE = "none", _("geen advies binnen de termijn")

    version = models.OneToOneField(Version, models.PROTECT, related_name="advice")
    asked_on = models.DateField(default=timezone.localdate)
    asked_by = models.CharField(max_length=200)  # name and role as they were
    term_ends = models.DateField(_("advies uiterlijk op"))
    reminder_on = models.DateField(null=True)
    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.OPEN, blank=True)
    text = models.TextField(_("wat de MR schrijft"), blank=True)
    given_on = models.DateField(null=True)  # also: the day on which "none" was recorded
    given_by = models.CharField(max_length=200, blank=True)

    def __str__(self) -> str:
        return f"{self.version}: {self.get_kind_display()}"

    @property
    def is_given(self) -> bool:
        """By the council itself."""
        return self.kind in (self.Kind.POSITIVE, self.Kind.REMARKS, self.Kind.NEGATIVE)

    @property
    def is_past(self) -> bool:
        """The last day of the term lies behind us."""
        return self.term_ends < timezone.localdate()


class Reply(models.Model):
    """What the board does with the advice, in writing; where it departs, also the further talk (WMS 17)."""

    version = models.OneToOneField(Version, models.PROTECT, related_name="reply")
    text = models.TextField(_("schriftelijke reactie"))
    departs = models.BooleanField(_("wijkt af van het advies"), default=False)
    talk_on = models.DateField(_("gesprek op"), null=True)
    talk_outcome = models.TextField(_("uitkomst van het gesprek"), blank=True)
    given_on = models.DateField(default=timezone.localdate)
    given_by = models.CharField(max_length=200)

    def __str__(self) -> str:
        return f"Reactie op {self.version}"

    @property
    def awaits_talk(self) -> bool:
        return self.departs and not (self.talk_on and self.talk_outcome.strip())


class Decision(models.Model):
    """The board adopts this version or returns it."""

    class Kind(models.TextChoices):
        ADOPT = "adopt", _("vastgesteld")
        RETURN = "return", _("teruggegeven")

    version = models.OneToOneField(Version, models.PROTECT, related_name="decision")
    kind = models.CharField(max_length=6, choices=Kind.choices)
    on = models.DateField(_("datum van het besluit"))
    # The SOP holds until it is replaced and no longer than this; the schoolgids part only its own schooljaar.
    valid_until = models.DateField(_("geldig tot en met"), null=True)
    remark = models.TextField(_("opmerking"), blank=True)
    by = models.CharField(max_length=200)  # name and role as they were
    board = models.CharField(max_length=120)  # the board's name as it was: papers name no person

    def __str__(self) -> str:
        return f"{self.version}: {self.get_kind_display()}"
