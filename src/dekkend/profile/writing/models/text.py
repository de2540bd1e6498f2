from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from dekkend.audit.revisions import Row
from dekkend.profile.base.models import Profile


class Written(Row):
    """A row that belongs to one profile."""

    profile = models.ForeignKey(Profile, models.CASCADE)

    class Meta:
        abstract = True

    @property
    def place(self) -> str:
        return f"profile/{self.profile_id}"


class SectionText(Written):
    """One field of a section."""

    section = models.CharField(max_length=40)
    field = models.CharField(max_length=40)
    text = models.TextField(blank=True)

    written = texts = ("text",)

    class Meta:
        default_related_name = "texts"
        constraints = [
            models.UniqueConstraint(fields=["profile", "section", "field"], name="section_text_once")
        ]

    def __str__(self) -> str:
        return f"{self.section}.{self.field}"


class ProvisionText(Written):
    """ "Zo doen wij dat": how this school gives one basic provision of the samenwerkingsverband."""

    key = models.SlugField()
    how = models.TextField(_("zo doen wij dat"), blank=True)

    written = texts = ("how",)

    class Meta:
        default_related_name = "provision_texts"
        constraints = [models.UniqueConstraint(fields=["profile", "key"], name="provision_text_once")]

    def __str__(self) -> str:
        return self.key


class Insertion(models.Model):
    """A bouwsteen that was put in a text, of a field or of a column: not offered there a second time."""

    text = models.ForeignKey(SectionText, models.CASCADE, null=True, related_name="insertions")
    column = models.ForeignKey("profile.ColumnText", models.CASCADE, null=True, related_name="insertions")
    source = models.CharField(max_length=80)  # id of an item, or of a question for its summary
    inserted_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["text", "source"], name="insertion_once"),
            models.UniqueConstraint(fields=["column", "source"], name="insertion_once_in_column"),
            models.CheckConstraint(
                name="insertion_in_one_text",
                condition=models.Q(text__isnull=False, column__isnull=True)
                | models.Q(text__isnull=True, column__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.source
