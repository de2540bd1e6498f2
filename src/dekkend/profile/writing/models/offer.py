from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from dekkend.audit.revisions import Row

from .text import MOST, Brought, Paragraphs, Written


class Arrangement(Written):
    """Extra support for one support need; each column of the format holds things and a text."""

    need = models.CharField(_("ondersteuningsbehoefte"), max_length=40)
    title = models.CharField(_("naam"), max_length=120, blank=True)
    target = models.TextField(_("voor welke leerlingen"), blank=True)
    # Which of these four are asked is said by the format (Section.details).
    places = models.PositiveSmallIntegerField(_("plek voor"), null=True, blank=True)  # pupils at once
    duration = models.CharField(_("hoe lang het duurt"), max_length=120, blank=True)
    since = models.CharField(_("sinds"), max_length=40, blank=True)
    until = models.CharField(_("tot"), max_length=40, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    written = ("need", "title", "target", "places", "duration", "since", "until", "position")
    texts = ("target",)
    lines = ("title",)

    class Meta:
        default_related_name = "arrangements"
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.title or self.need


class ColumnText(Paragraphs, Row):
    """What the school says in one column; a row of its own, so that two people can write in two columns."""

    arrangement = models.ForeignKey(Arrangement, models.CASCADE, related_name="column_texts")
    column = models.CharField(max_length=40)
    text = models.TextField(blank=True)

    written = texts = ("text",)
    longest = MOST

    class Meta:
        constraints = [models.UniqueConstraint(fields=["arrangement", "column"], name="column_text_once")]

    def __str__(self) -> str:
        return f"{self.arrangement}, {self.column}"

    @property
    def place(self) -> str:
        return self.arrangement.place


class Thing(Row):
    """One thing in a column: needed, available. Needed and not available is a shortage."""

    arrangement = models.ForeignKey(Arrangement, models.CASCADE, related_name="things")
    column = models.CharField(max_length=40)
    pick = models.CharField(max_length=60, blank=True)  # id in a pick-list, "" for own words
    what = models.CharField(_("wat"), max_length=200)
    # Which of these four are asked is said by the format (Column.details); `detail` holds the rest in words.
    frequency = models.CharField(_("hoe vaak"), max_length=60, blank=True)  # id in the pick-list
    minutes = models.PositiveSmallIntegerField(_("tijd per week"), null=True, blank=True)
    group_size = models.PositiveSmallIntegerField(_("groepje van"), null=True, blank=True)
    basis = models.CharField(_("op welke basis"), max_length=60, blank=True)  # id in the pick-list
    detail = models.CharField(_("hoeveel, hoe vaak, door wie"), max_length=300, blank=True)
    is_needed = models.BooleanField(_("nodig"), default=True)
    is_available = models.BooleanField(_("beschikbaar"), default=False)
    position = models.PositiveSmallIntegerField(default=0)

    written = (
        "column", "pick", "what", "frequency", "minutes", "group_size", "basis", "detail",
        "is_needed", "is_available", "position",
    )  # fmt: skip
    lines = ("what", "detail")

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.what

    @property
    def place(self) -> str:
        return self.arrangement.place

    @property
    def is_short(self) -> bool:
        return self.is_needed and not self.is_available


class Specialisation(Brought, Written):
    """A lasting strength of the school for a group of pupils (section 5)."""

    class Reach(models.TextChoices):
        SCHOOL = "school", _("eigen school")
        AREA = "area", _("de wijk")
        CITY = "city", _("de stad")

    title = models.CharField(_("naam"), max_length=120)
    need = models.CharField(_("ondersteuningsbehoefte"), max_length=40, blank=True)
    target = models.TextField(_("voor welke leerlingen"), blank=True)
    size = models.CharField(_("omvang"), max_length=120, blank=True)
    who = models.CharField(_("wie, met welke opleiding"), max_length=200, blank=True)
    reach = models.CharField(_("bereik"), max_length=10, choices=Reach.choices, default=Reach.SCHOOL)
    since = models.CharField(_("sinds"), max_length=40, blank=True)
    until = models.CharField(_("tot"), max_length=40, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    written = ("title", "need", "target", "size", "who", "reach", "since", "until", "position")
    texts = ("target",)
    lines = ("title", "who")

    class Meta:
        default_related_name = "specialisations"
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.title
