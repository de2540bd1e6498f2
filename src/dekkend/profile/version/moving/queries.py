from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.http import Http404

from dekkend.audit.models import Event
from dekkend.formats.compare import Comparison, compare
from dekkend.formats.queries import format_or_none, get_format, known_refs
from dekkend.profile.base.models import Profile
from dekkend.profile.talk.models import Talk
from dekkend.profile.version.models import Version
from dekkend.region.models import Round
from dekkend.region.queries import keys

from .models import Move


def versions_for(round: Round) -> list[str]:
    """References of the other versions of the format of this round, the newest last."""
    slug = round.format_ref.partition("/")[0]
    return [ref for ref in known_refs() if ref.partition("/")[0] == slug and ref != round.format_ref]


def comparison(before: str, after: str) -> Comparison:
    return compare(get_format(before), get_format(after), format_or_none)


@dataclass(frozen=True)
class Plan:
    """What a round going over would do, school by school. Nothing of what a school answered (rulings 5)."""

    go: list[Profile]
    wait: list[Profile]  # a talk runs: the phones answer to what is on the board
    stay: list[Profile]  # handed in or adopted
    there: list[Profile]  # made with it already


def plan_of(round: Round, after: str) -> Plan:
    """One query."""
    plan = Plan([], [], [], [])
    for profile in profiles_in(round):
        if profile.made_with == after:
            plan.there.append(profile)
        elif not profile.is_open:
            plan.stay.append(profile)
        elif profile.in_talk:
            plan.wait.append(profile)
        else:
            plan.go.append(profile)
    return plan


def profiles_in(round: Round) -> QuerySet[Any]:
    running = Talk.objects.filter(profile=OuterRef("pk"), state=Talk.State.RUNNING)
    found = Profile.objects.with_places().in_round(round).annotate(in_talk=Exists(running))
    return found.order_by("school__name")


def profile_to_move(user: Any, profile: int) -> Profile:
    """For `page("move_format", load=…)`: a profile of the samenwerkingsverband of this person, or 404."""
    found = (
        Profile.objects.with_places().filter(pk=profile, school__alliance__in=keys(user, "alliance")).first()
    )
    if found is None:
        raise Http404
    return found


def last_moves(round: Round) -> list[Move]:
    """Of each profile that is at the version of the round the move that brought it there. One query.

    It may have come there before, and gone back by another move: only the last one can be taken back.
    """
    there = Q(profile__format_ref=round.format_ref) | Q(profile__format_ref="")
    rows = Move.objects.filter(there, profile__round=round, after=round.format_ref, undone=False)
    return latest(rows.select_related("profile__round"))


def gone_back(round: Round) -> list[Move]:
    """Of each profile that is back already, while the round is not: the way back was broken off. One query.

    A way back that was finished says so in the log, so that one of an earlier time does not count.
    """
    finished = Event.objects.filter(
        place=round.alliance.place, act="unmove_round", data__round=round.schooljaar, at__gt=OuterRef("on")
    )
    rows = Move.objects.filter(
        ~Exists(finished),
        profile__round=round,
        profile__format_ref=F("before"),
        after=round.format_ref,
        undone=True,
    )
    return latest(rows)


def latest(moves: QuerySet[Move]) -> list[Move]:
    """Of each profile the last one, with its school and by its name."""
    last: dict[int, Move] = {}
    for move in moves.select_related("profile__school").order_by("profile__school__name", "-pk"):
        last.setdefault(move.profile_id, move)
    return list(last.values())


def handed_in_since(moves: Iterable[Move]) -> list[Profile]:
    """The schools that handed in a profile made with the new version: then there is no way back. One query."""
    by_profile = {move.profile_id: move for move in moves}
    sealed = Version.objects.filter(profile__in=by_profile).values_list("profile", "sealed_at")
    late = {pk for pk, at in sealed if at > by_profile[pk].on}
    return [move.profile for pk, move in by_profile.items() if pk in late]


def in_talk(profiles: Iterable[int]) -> list[Profile]:
    """Those of which a talk runs: the phones answer to what is on the board. One query."""
    running = Talk.objects.filter(profile__in=profiles, state=Talk.State.RUNNING)
    return [
        talk.profile for talk in running.select_related("profile__school").order_by("profile__school__name")
    ]


def last_move(profile: Profile) -> Move | None:
    """That brought this profile to its version. One query."""
    return profile.moves.filter(undone=False, after=profile.made_with).first()


def open_items(profile: Profile) -> list[str]:
    """Items of which the school still has to look whether its answer holds, in order. None without a query when the
    profile never moved.
    """
    if not profile.format_ref:
        return []
    move = last_move(profile)
    waiting = set(move.open) if move else set()
    return [item.id for item in profile.format.items if item.id in waiting]
