from __future__ import annotations

from django.db import models

from dekkend.profile.base.models import Profile
from dekkend.profile.reading.people import Person, people_in

from .targets import Target, target_of


class Reading(models.Model):
    """An old profile that is being taken over. The file is not kept; its passages are, until one is finished."""

    profile = models.OneToOneField(Profile, models.CASCADE, related_name="reading")
    title = models.CharField(max_length=140)  # of the file
    on = models.DateField()

    def __str__(self) -> str:
        return self.title

    @property
    def place(self) -> str:
        return f"profile/{self.profile_id}"


class OldPassage(models.Model):
    """One passage of an old profile, where it is proposed to go, and what was done with it."""

    class State(models.TextChoices):
        OPEN = "open", "open"
        TAKEN = "taken", "overgenomen"
        SKIPPED = "skipped", "overgeslagen"

    reading = models.ForeignKey(Reading, models.CASCADE, related_name="passages")
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=10)
    text = models.TextField()
    page = models.PositiveSmallIntegerField(default=0)  # 0: the file does not tell
    level = models.PositiveSmallIntegerField(default=0)
    path = models.JSONField(default=list, blank=True)
    labels = models.JSONField(default=list, blank=True)
    target = models.CharField(max_length=140, blank=True)  # key of a Target, "" for none
    reason = models.TextField(blank=True)
    state = models.CharField(max_length=8, choices=State.choices, default=State.OPEN)
    made = models.JSONField(default=dict, blank=True)  # what taking it over made, for who takes that back

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["reading", "position"], name="old_passage_once")]

    def __str__(self) -> str:
        return f"{self.reading}, {self.position}"

    @property
    def where(self) -> str:
        return f"bladzijde {self.page}" if self.page else ""

    @property
    def aim(self) -> Target | None:
        return target_of(self.target) if self.target else None

    @property
    def is_heading(self) -> bool:
        return self.kind == "heading"

    @property
    def is_gap(self) -> bool:
        """Of something that could not be read; its text says what."""
        return self.kind == "gap"

    @property
    def is_text(self) -> bool:
        """It can be taken over."""
        return not (self.is_heading or self.is_gap)

    @property
    def cell_of(self) -> list[str]:
        """What stands left of it and above; the words of a row of short cells say that themselves."""
        return list(self.labels) if self.kind == "cell" else []

    @property
    def people(self) -> list[Person]:
        return people_in(self.text)
