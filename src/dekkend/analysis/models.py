"""The facts of adopted versions, once per fact: a projection that can always be made again.

A row belongs to one adopted version of one school in one round. Nothing here is written by people.
"""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from dekkend.profile.models import Version
from dekkend.region.models import Round, School


class Fact(models.Model):
    # Versions never go, and every look-up starts with round or school: those two need no index of their own.
    version = models.ForeignKey(Version, models.CASCADE, related_name="+", db_index=False)
    school = models.ForeignKey(School, models.CASCADE, related_name="+")
    round = models.ForeignKey(Round, models.CASCADE, related_name="+", db_index=False)

    class Meta:
        abstract = True


class AnswerFact(Fact):
    """The agreed value of one item; "" is an open item with an explained gap."""

    item = models.CharField(max_length=60)
    value = models.CharField(max_length=60, blank=True)

    class Meta:
        indexes = [models.Index(fields=["round", "item", "value", "school"], name="answer_fact_item")]

    def __str__(self) -> str:
        return f"{self.item}: {self.value}"


class StandardFact(Fact):
    """The value of a question, by the rule of the format (rulings 11); "" is unknown."""

    question = models.CharField(max_length=60)
    value = models.CharField(max_length=60, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["round", "question", "value", "school"], name="standard_fact_question")
        ]

    def __str__(self) -> str:
        return f"{self.question}: {self.value}"


class OfferFact(Fact):
    """An arrangement or specialisation for a need. Complete: every needed item is available (rulings 9)."""

    class Kind(models.TextChoices):
        ARRANGEMENT = "arrangement", _("arrangement")
        SPECIALISATION = "specialisation", _("specialisatie")

    need = models.CharField(max_length=60)
    kind = models.CharField(max_length=14, choices=Kind.choices)
    title = models.CharField(max_length=400)
    text = models.TextField(blank=True)  # for whom, in the school's words
    reach = models.CharField(max_length=10, blank=True)
    places = models.PositiveSmallIntegerField(default=0)  # pupils at once; 0: the school did not say
    is_complete = models.BooleanField()

    class Meta:
        indexes = [models.Index(fields=["round", "need", "school", "is_complete"], name="offer_fact_need")]

    def __str__(self) -> str:
        return f"{self.need}: {self.title}"


class ThingFact(Fact):
    """One thing of an arrangement: expertise, facility or partner, needed and available."""

    need = models.CharField(max_length=60)
    column = models.CharField(max_length=60)
    pick = models.CharField(max_length=60, blank=True)
    what = models.CharField(max_length=400)
    # How often, how long and on what basis, as far as the school said it.
    frequency = models.CharField(max_length=60, blank=True, default="")
    minutes = models.PositiveSmallIntegerField(default=0)  # per week
    group_size = models.PositiveSmallIntegerField(default=0)
    basis = models.CharField(max_length=60, blank=True, default="")
    is_needed = models.BooleanField()
    is_available = models.BooleanField()

    class Meta:
        indexes = [models.Index(fields=["round", "need", "is_available"], name="thing_fact_need")]

    def __str__(self) -> str:
        return self.what


class BoundaryFact(Fact):
    element = models.CharField(max_length=60)
    text = models.TextField(blank=True)

    class Meta:
        indexes = [models.Index(fields=["round", "element"], name="boundary_fact_element")]

    def __str__(self) -> str:
        return self.element


class ImprovementFact(Fact):
    sort = models.CharField(max_length=20, blank=True)
    source = models.CharField(max_length=60, blank=True)  # id of an item, when it came from the checklist
    title = models.CharField(max_length=400)

    class Meta:
        indexes = [models.Index(fields=["round", "sort"], name="improvement_fact_sort")]

    def __str__(self) -> str:
        return self.title
