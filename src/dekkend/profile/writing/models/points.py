from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from .text import Brought, Written


class Boundary(Brought, Written):
    """A boundary that is switched on (section 6): own words, what is still possible, what the school does then."""

    element = models.CharField(max_length=40)
    own = models.TextField(_("bij ons betekent dat"), blank=True)
    still = models.TextField(_("wat kan nog wel"), blank=True)
    then = models.TextField(_("wat doen wij dan"), blank=True)

    written = texts = ("own", "still", "then")

    class Meta:
        default_related_name = "boundaries"
        constraints = [models.UniqueConstraint(fields=["profile", "element"], name="boundary_once")]

    def __str__(self) -> str:
        return self.element


class ImprovementPoint(Written):
    """A goal for the near future (section 7), as SMART as the school can make it."""

    class Sort(models.TextChoices):
        PROFESSIONALISATION = "professionalisation", _("professionalisering")
        SCHOOL_DEVELOPMENT = "school_development", _("schoolontwikkeling")

    class Source(models.TextChoices):
        ITEM = "item", _("checklist")
        VISION = "vision", _("visie")
        SHORTAGE = "shortage", _("tekort bij een arrangement")
        SCHOOL_PLAN = "school_plan", _("schoolplan")
        YEAR_PLAN = "year_plan", _("jaarplan")
        VISITATION = "visitation", _("verslag van een visitatie")
        INSPECTION = "inspection", _("rapport van de inspectie")
        OTHER = "other", _("iets anders")

    class State(models.TextChoices):
        PLANNED = "planned", _("gepland")
        RUNNING = "running", _("loopt")
        DONE = "done", _("gedaan")
        DROPPED = "dropped", _("vervalt")

    title = models.CharField(_("verbeterpunt"), max_length=200)
    sort = models.CharField(_("soort"), max_length=20, choices=Sort.choices, blank=True)
    source_kind = models.CharField(
        _("aanleiding"), max_length=12, choices=Source.choices, default=Source.OTHER
    )
    source_ref = models.CharField(max_length=60, blank=True)
    source_text = models.CharField(_("document en bladzijde"), max_length=200, blank=True)
    # Further causes that one point answers: [{"kind": …, "ref": …, "text": …}].
    more_sources = models.JSONField(_("meer aanleidingen"), default=list, blank=True)
    goal = models.TextField(_("doel"), blank=True)
    action = models.TextField(_("wat gaan we doen"), blank=True)
    owner = models.CharField(_("wie"), max_length=120, blank=True)
    start = models.DateField(_("begint op"), null=True, blank=True)
    due = models.DateField(_("klaar op"), null=True, blank=True)
    measure = models.TextField(_("waaraan zien we dat het gelukt is"), blank=True)
    state = models.CharField(_("stand"), max_length=10, choices=State.choices, default=State.PLANNED)
    dropped_because = models.CharField(_("waarom vervalt het"), max_length=200, blank=True)
    # It came along from last year's profile, and nobody said yet what became of it: it stands in no paper.
    is_asked = models.BooleanField(default=False)
    position = models.PositiveSmallIntegerField(default=0)

    written = (
        "title", "sort", "source_kind", "source_ref", "source_text", "more_sources", "goal", "action",
        "owner", "start", "due", "measure", "state", "dropped_because", "is_asked", "position",
    )  # fmt: skip
    texts = ("goal", "action", "measure")
    lines = ("title", "dropped_because")

    class Meta:
        default_related_name = "improvements"
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.title

    @property
    def causes(self) -> list[tuple[str, str]]:
        """(kind, ref) of all that led to this point, the first one first."""
        more = [(str(each["kind"]), str(each["ref"])) for each in self.more_sources]
        return [(self.source_kind, self.source_ref), *more]

    @property
    def is_dropped(self) -> bool:
        return self.state == self.State.DROPPED
