from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from dekkend.audit.revisions import Row
from dekkend.profile.base.models import Profile
from dekkend.profile.writing.brought import said
from dekkend.profile.writing.origins import Traced, traced

MOST = 20_000  # characters in one text, as in the schema of the content


class Written(Row):
    """A row that belongs to one profile."""

    profile = models.ForeignKey(Profile, models.CASCADE)

    longest = MOST

    class Meta:
        abstract = True

    @property
    def place(self) -> str:
        return f"profile/{self.profile_id}"


class Paragraphs(models.Model):
    """A text of which every paragraph knows where it came from. Both fields follow from the text at each save."""

    origins = models.JSONField(default=list, blank=True)  # one entry per paragraph, see writing/origins.py
    gone = models.JSONField(default=list, blank=True)  # paragraphs that went away, for when they come back

    prose = "text"  # the field that holds the text

    class Meta:
        abstract = True

    @property
    def told(self) -> str:
        """The text itself, whatever its field is called."""
        return str(getattr(self, self.prose))

    @property
    def traced(self) -> Traced:
        return traced(self.told, self.origins, self.gone)


class Brought(models.Model):
    """A row whose words may come from a profile of before Dekkend: where they stood there, see writing/brought.py."""

    stood = models.JSONField(default=list, blank=True)

    class Meta:
        abstract = True

    @property
    def stood_said(self) -> list[str]:
        """Each place once, as long as some of those words are there."""
        texts = [str(getattr(self, name)) for name in (*self.texts, *self.lines)]  # type: ignore[attr-defined]
        return said(self.stood, texts)


class SectionText(Paragraphs, Written):
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


class ProvisionText(Paragraphs, Written):
    """ "Zo doen wij dat": how this school gives one basic provision of the samenwerkingsverband."""

    key = models.SlugField()
    how = models.TextField(_("zo doen wij dat"), blank=True)

    written = texts = ("how",)
    prose = "how"

    class Meta:
        default_related_name = "provision_texts"
        constraints = [models.UniqueConstraint(fields=["profile", "key"], name="provision_text_once")]

    def __str__(self) -> str:
        return self.key
