from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .alliance import Alliance, Board
from .school import School


class Membership(models.Model):
    """One person, one role, one place."""

    class Role(models.TextChoices):
        HEAD = "head", _("directeur")
        COORDINATOR = "coordinator", _("intern begeleider")
        STAFF = "staff", _("teamlid")
        COUNCIL = "council", _("lid van de MR")
        BOARD = "board", _("bestuur")
        ADVISER = "adviser", _("begeleider van het samenwerkingsverband")
        ANALYST = "analyst", _("analist van het samenwerkingsverband")
        ADMINISTRATOR = "administrator", _("beheerder van het samenwerkingsverband")

    AT_SCHOOL = (Role.HEAD, Role.COORDINATOR, Role.STAFF, Role.COUNCIL)
    AT_BOARD = (Role.BOARD,)
    AT_ALLIANCE = (Role.ADVISER, Role.ANALYST, Role.ADMINISTRATOR)

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="memberships")
    role = models.CharField(_("rol"), max_length=20, choices=Role.choices)
    school = models.ForeignKey(School, models.CASCADE, null=True, blank=True, related_name="members")
    board = models.ForeignKey(Board, models.CASCADE, null=True, blank=True, related_name="members")
    alliance = models.ForeignKey(Alliance, models.CASCADE, null=True, blank=True, related_name="members")
    # What a colleague is called where no name is needed: "Leerkracht groep 7".
    function = models.CharField(_("functie"), max_length=80, blank=True)

    class Meta:
        ordering = ["role", "pk"]
        constraints = [
            *(
                models.UniqueConstraint(
                    fields=["user", "role", place],
                    condition=Q(**{f"{place}__isnull": False}),
                    name=f"membership_once_{place}",
                )
                for place in ("school", "board", "alliance")
            ),
            models.CheckConstraint(
                name="membership_one_place",
                condition=Q(school__isnull=False, board__isnull=True, alliance__isnull=True)
                | Q(school__isnull=True, board__isnull=False, alliance__isnull=True)
                | Q(school__isnull=True, board__isnull=True, alliance__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.get_role_display()} van {self.at}"

    @property
    def at(self) -> School | Board | Alliance:
        place = self.school or self.board or self.alliance
        assert place is not None, "the check constraint sees to it"
        return place
