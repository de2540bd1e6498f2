from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Q
from django.http import Http404

from dekkend.region.queries import keys

if TYPE_CHECKING:
    from .models import Profile


class ProfileQuerySet(models.QuerySet["Profile"]):
    def visible_to(self, user: Any) -> ProfileQuerySet:
        """Profiles in the making are of the school and its board; the samenwerkingsverband sees adopted ones."""
        return self.filter(
            Q(school__in=keys(user, "school"))
            | Q(school__board__in=keys(user, "board", "board"))
            | Q(
                school__alliance__in=keys(user, "alliance", "analyst", "administrator"), adopted__isnull=False
            )
        )

    def with_places(self) -> ProfileQuerySet:
        """All that a page of a profile needs to say where one is: one query."""
        return self.select_related(
            "school__board", "school__area", "school__alliance", "round__catalogue", "sealed"
        )

    def in_round(self, round: Any) -> ProfileQuerySet:
        return self.filter(round=round)


def profile_of(user: Any, profile: int) -> Profile:
    """For `page(…, load=profile_of)`: the profile with its places, or 404 for a stranger."""
    from .models import Profile

    found = Profile.objects.with_places().visible_to(user).filter(pk=profile).first()
    if found is None:
        raise Http404
    return found


# All that a save asks of a profile: its state, its places and its format.
BRIEF = (
    "state", "naming", "team_closed", "station", "turn",
    "school__board_id", "school__alliance_id", "school__area_id",
    "round__format_ref",
)  # fmt: skip


def brief_profile(user: Any, profile: int) -> Profile:
    """For `page(…, load=brief_profile)` on saves. The role is asked after it, so nothing is shown to a stranger."""
    from .models import Profile

    try:
        return Profile.objects.select_related("school", "round").only(*BRIEF).get(pk=profile)
    except Profile.DoesNotExist as error:
        raise Http404 from error
