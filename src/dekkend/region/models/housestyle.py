from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .alliance import Board, colour
from .school import School

ONE_PLACE = Q(school=None, board__isnull=False) | Q(school__isnull=False, board=None)


class HouseStyle(models.Model):
    """How the papers and the public page of a school, or of all schools of a board, look; as one version.

    Without a number it is a draft, of which each place has one at most. With a number it never changes again:
    papers name the version they were made with. `is_standard`: from here on there is none of one's own.
    """

    FOLDER: ClassVar = "housestyle"  # on the shelf, under the first half of the sha256

    school = models.ForeignKey(School, models.PROTECT, null=True, blank=True, related_name="house_styles")
    board = models.ForeignKey(Board, models.PROTECT, null=True, blank=True, related_name="house_styles")
    number = models.PositiveSmallIntegerField(null=True, blank=True)
    is_standard = models.BooleanField(default=False)
    accent = models.CharField(_("kleur"), max_length=7, validators=[colour])
    second = models.CharField(_("tweede kleur"), max_length=7, validators=[colour])
    logo = models.CharField(max_length=64, blank=True)  # sha256 of the PNG
    logo_width = models.PositiveSmallIntegerField(default=0)
    logo_height = models.PositiveSmallIntegerField(default=0)
    base = models.CharField(max_length=64, blank=True)  # sha256 of the Word file under its papers
    base_name = models.CharField(max_length=120, blank=True)
    base_told = models.JSONField(default=dict, blank=True)  # what `own.prepare` tells of it
    made_at = models.DateTimeField(auto_now=True)
    made_by = models.CharField(max_length=200, blank=True)  # name and role as they were

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.CheckConstraint(condition=ONE_PLACE, name="style_of_one_place"),
            models.UniqueConstraint(fields=["school", "number"], name="style_of_school_once"),
            models.UniqueConstraint(fields=["board", "number"], name="style_of_board_once"),
            models.UniqueConstraint(fields=["school"], condition=Q(number=None), name="draft_of_school_once"),
            models.UniqueConstraint(fields=["board"], condition=Q(number=None), name="draft_of_board_once"),
        ]

    def __str__(self) -> str:
        return f"Huisstijl van {self.owner}, {f'versie {self.number}' if self.number else 'nog niet bewaard'}"

    @property
    def owner(self) -> School | Board:
        owner = self.school or self.board
        assert owner is not None, "style_of_one_place"
        return owner

    @property
    def places(self) -> dict[str, int | None]:
        return dict(self.owner.places)

    @property
    def place(self) -> str:
        return self.owner.place
