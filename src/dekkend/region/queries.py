from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Q

from dekkend.process.roles import Held, held_by

if TYPE_CHECKING:
    from .models import Membership, School  # noqa: F401  named in a string below


def roles_of(user: Any) -> list[Held]:
    """All roles of a person, also those that follow from one: a head of a school is a head in its area."""
    from .models import Membership  # models import this module

    roles: list[Held] = []
    # Asked at every request: no more than the keys.
    held_here = Membership.objects.filter(user=user).select_related("school").order_by()
    for member in held_here.only("role", "school_id", "board_id", "alliance_id", "school__area_id"):
        roles.append(held(member))
        if member.school is not None and member.school.area_id:
            roles.append(Held(member.role, "area", member.school.area_id))
    return roles


def held(member: Membership) -> Held:
    if member.school_id:
        return Held(member.role, "school", member.school_id)
    if member.board_id:
        return Held(member.role, "board", member.board_id)
    return Held(member.role, "alliance", member.alliance_id)


def keys(user: Any, scope: str, *roles: str) -> list[int]:
    """Keys of the places where this person holds one of the roles (any role when none is named)."""
    return [held.key for held in held_by(user) if held.scope == scope and (not roles or held.role in roles)]


class SchoolQuerySet(models.QuerySet["School"]):
    def visible_to(self, user: Any) -> SchoolQuerySet:
        """Schools where this person has a role, by school, board or samenwerkingsverband."""
        return self.filter(
            Q(pk__in=keys(user, "school"))
            | Q(board__in=keys(user, "board"))
            | Q(alliance__in=keys(user, "alliance"))
        )

    def present(self) -> SchoolQuerySet:
        """Schools that DUO still lists."""
        return self.filter(is_gone=False)

    def with_pupils(self) -> SchoolQuerySet:
        """Adds `pupils` (None: unknown) and `pupils_on` (year) of the latest count."""
        from .models import PupilCount

        latest = PupilCount.objects.filter(school=models.OuterRef("pk")).order_by("-year")
        return self.annotate(
            pupils=models.Subquery(latest.values("pupils")[:1]),
            pupils_on=models.Subquery(latest.values("year")[:1]),
        )
