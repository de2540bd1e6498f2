from __future__ import annotations

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from dekkend.region.queries import SchoolQuerySet

from .alliance import Alliance, Board
from .place import Area

brin6 = RegexValidator(r"^[0-9]{2}[A-Z]{2}[0-9]{2}$", _("Een BRIN van een vestiging is als 12AB00."))


class School(models.Model):
    """A school location; WPO 1 hangs basic support on every location, so BRIN6 is the key."""

    class Kind(models.TextChoices):
        BO = "bo", _("basisonderwijs")
        SBO = "sbo", _("speciaal basisonderwijs")
        SO = "so", _("speciaal onderwijs")

    alliance = models.ForeignKey(Alliance, models.PROTECT, related_name="schools")
    board = models.ForeignKey(Board, models.PROTECT, related_name="schools")
    area = models.ForeignKey(Area, models.SET_NULL, null=True, blank=True, related_name="schools")
    brin6 = models.CharField(_("BRIN"), max_length=6, unique=True, validators=[brin6])
    name = models.CharField(_("naam"), max_length=120)
    kind = models.CharField(_("soort"), max_length=3, choices=Kind.choices, default=Kind.BO)
    street = models.CharField(_("straat en nummer"), max_length=120, blank=True)
    postcode = models.CharField(_("postcode"), max_length=7, blank=True)
    city = models.CharField(_("plaats"), max_length=80, blank=True)
    denomination = models.CharField(_("denominatie"), max_length=60, blank=True)
    # DUO's number can be somebody's mobile: it is published only after the school says so.
    phone = models.CharField(_("telefoon"), max_length=20, blank=True)
    phone_confirmed = models.BooleanField(default=False)
    email = models.EmailField(_("e-mailadres"), blank=True)
    website = models.CharField(_("website"), max_length=200, blank=True)
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    is_gone = models.BooleanField(_("niet meer bij DUO"), default=False)

    objects = SchoolQuerySet.as_manager()

    class Meta:
        ordering = ["name", "brin6"]

    def __str__(self) -> str:
        return self.name

    @property
    def places(self) -> dict[str, int | None]:
        return {
            "school": self.pk,
            "board": self.board_id,
            "alliance": self.alliance_id,
            "area": self.area_id,
        }

    @property
    def place(self) -> str:
        return f"school/{self.pk}"

    @property
    def address(self) -> str:
        return f"{self.street}, {self.postcode} {self.city}".strip(" ,")


class PupilCount(models.Model):
    """Pupils on the count date. `pupils` is None for "<5": unknown, not zero."""

    school = models.ForeignKey(School, models.CASCADE, related_name="pupil_counts")
    year = models.PositiveSmallIntegerField()
    pupils = models.PositiveIntegerField(null=True)

    class Meta:
        ordering = ["school", "-year"]
        constraints = [models.UniqueConstraint(fields=["school", "year"], name="count_once")]

    def __str__(self) -> str:
        return f"{self.year}: {'onbekend' if self.pupils is None else self.pupils}"
