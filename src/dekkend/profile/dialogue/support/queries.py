from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import F, QuerySet
from django.http import Http404

from dekkend.accounts.models import User
from dekkend.process.roles import Held
from dekkend.profile.base.models import Profile
from dekkend.region.models import Alliance, Membership
from dekkend.region.queries import keys

from .models import Support


def guest_roles(user: Any) -> Iterator[Held]:
    """Where an adviser is a guest now. One query; who is no adviser any more is no guest either."""
    found = Support.objects.filter(
        state=Support.State.GIVEN,
        adviser=user,
        profile__school__alliance__members__user=user,
        profile__school__alliance__members__role=Membership.Role.ADVISER,
    )
    for key in found.order_by().values_list("profile", flat=True).distinct():
        yield Held("guest", "profile", key)


def running(profile: Profile) -> Support | None:
    """The request that is not closed. One query."""
    return profile.supports.exclude(state=Support.State.CLOSED).select_related("adviser").first()


def visit(user: Any, profile: Profile) -> Support | None:
    """The request by which this person is a guest here; no query for who is none."""
    if profile.pk not in keys(user, "profile", "guest"):
        return None
    return profile.supports.filter(adviser=user, state=Support.State.GIVEN).first()


def with_places() -> QuerySet[Support]:
    return Support.objects.select_related(
        "profile__school__board",
        "profile__school__area",
        "profile__school__alliance",
        "profile__round",
        "adviser",
    )


def support_of(user: Any, alliance: str, support: int) -> Support:
    """For `page(…, load=support_of)`: a request to a samenwerkingsverband where this person has a role, or 404."""
    found = with_places().filter(
        pk=support,
        profile__school__alliance__slug=alliance,
        profile__school__alliance__in=keys(user, "alliance"),
    )
    first = found.first()
    if first is None:
        raise Http404
    return first


def requests_to(alliance: Alliance) -> QuerySet[Support]:
    """Open requests first, the oldest on top; then what was closed."""
    return (
        with_places()
        .filter(profile__school__alliance=alliance)
        .order_by(F("closed_on").desc(nulls_first=True), "pk")
    )


def advisers_of(alliance: Alliance | int) -> QuerySet[User]:
    members = Membership.objects.filter(alliance=alliance, role=Membership.Role.ADVISER)
    return User.objects.filter(pk__in=members.values("user"), is_active=True).order_by("name")


def administrators_of(alliance: Alliance | int) -> QuerySet[User]:
    members = Membership.objects.filter(alliance=alliance, role=Membership.Role.ADMINISTRATOR)
    return User.objects.filter(pk__in=members.values("user"), is_active=True).order_by("pk")
