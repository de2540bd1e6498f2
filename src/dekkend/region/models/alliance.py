from __future__ import annotations

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

colour = RegexValidator(r"^#[0-9a-f]{6}$", _("Schrijf een kleur als #1d3f8f."))


class Alliance(models.Model):
    """A samenwerkingsverband."""

    slug = models.SlugField(unique=True)
    name = models.CharField(_("naam"), max_length=120)
    website = models.URLField(_("website"), blank=True)
    email = models.EmailField(_("e-mailadres"), blank=True)
    phone = models.CharField(_("telefoon"), max_length=20, blank=True)
    # WPO 19: the ouder- en jeugdsteunpunt.
    support_point_name = models.CharField(_("ouder- en jeugdsteunpunt"), max_length=120, blank=True)
    support_point_url = models.URLField(_("website van het steunpunt"), blank=True)
    support_point_phone = models.CharField(_("telefoon van het steunpunt"), max_length=20, blank=True)
    accent = models.CharField(_("kleur"), max_length=7, default="#1d3f8f", validators=[colour])
    accent_deep = models.CharField(max_length=7, default="#142b66", validators=[colour])
    # The areas of an example are drawn by approximation; pages that show them say so.
    areas_note = models.CharField(max_length=200, blank=True)
    is_example = models.BooleanField(default=False)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    @property
    def places(self) -> dict[str, int]:
        return {"alliance": self.pk}

    @property
    def place(self) -> str:
        return f"alliance/{self.pk}"


class Board(models.Model):
    """A bevoegd gezag, known to DUO by its number; DUO gives no name."""

    alliance = models.ForeignKey(Alliance, models.PROTECT, related_name="boards")
    code = models.CharField(_("nummer"), max_length=5)
    name = models.CharField(_("naam"), max_length=120, blank=True)

    class Meta:
        ordering = ["name", "code"]
        constraints = [models.UniqueConstraint(fields=["alliance", "code"], name="board_once")]

    def __str__(self) -> str:
        return self.name or f"Bestuur {self.code}"

    @property
    def places(self) -> dict[str, int]:
        return {"board": self.pk, "alliance": self.alliance_id}

    @property
    def place(self) -> str:
        return f"board/{self.pk}"


class ProvisionCatalogue(models.Model):
    """The basisondersteuningsvoorzieningen that hold for all schools (WPO 1, 18a(8)), as one version."""

    alliance = models.ForeignKey(Alliance, models.PROTECT, related_name="catalogues")
    version = models.CharField(_("versie"), max_length=40)
    plan = models.CharField(_("ondersteuningsplan"), max_length=80)
    consent_on = models.DateField(_("instemming van de OPR"))
    is_example = models.BooleanField(default=False)

    class Meta:
        ordering = ["-consent_on"]
        constraints = [models.UniqueConstraint(fields=["alliance", "version"], name="catalogue_once")]

    def __str__(self) -> str:
        return self.version


class Provision(models.Model):
    catalogue = models.ForeignKey(ProvisionCatalogue, models.CASCADE, related_name="provisions")
    key = models.SlugField()
    title = models.CharField(_("naam"), max_length=120)
    text = models.TextField(_("omschrijving"))
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [models.UniqueConstraint(fields=["catalogue", "key"], name="provision_once")]

    def __str__(self) -> str:
        return self.title
