"""Who may submit, and whether they heard that the profile is ready."""

from __future__ import annotations

from dekkend.audit.models import Event
from dekkend.profile.base.models import Profile
from dekkend.region.models import Membership

# What was said before one of these was about another version.
AFTER = ("submit", "recall", "return")


def heads_of(profile: Profile) -> list[str]:
    """Names of who can submit. One query."""
    heads = Membership.objects.filter(
        school=profile.school_id, role=Membership.Role.HEAD, user__is_active=True
    )
    return list(heads.order_by("user__name").values_list("user__name", flat=True))


def head_told(profile: Profile) -> Event | None:
    """When somebody last told the head of what now lies ready. One query."""
    last = (
        Event.objects.at_place(profile.place)
        .filter(act__in=("tell_head", *AFTER))
        .order_by("-at", "-pk")
        .first()
    )
    return last if last and last.act == "tell_head" else None
