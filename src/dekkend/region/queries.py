from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Q

from dekkend.kit.prepared import Prepared
from dekkend.process.roles import Held, held_by

if TYPE_CHECKING:
    from .models import School  # noqa: F401  named in a string below


def memberships(user: int) -> models.QuerySet[Any, Any]:
    from .models import Membership  # models import this module

    rows = Membership.objects.filter(user=user).order_by()
    return rows.values_list("role", "school", "board", "alliance", "school__area")


# Asked at every request.
memberships_of = Prepared(memberships, user=int)


def roles_of(user: Any) -> list[Held]:
    """All roles of a person, also those that follow from one: a head of a school is a head in its area."""
    roles = []
    for role, *keys in memberships_of(user=user.pk):
        scopes = zip(("school", "board", "alliance", "area"), keys, strict=True)
        roles += [Held(role, scope, key) for scope, key in scopes if key]
    return roles


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
