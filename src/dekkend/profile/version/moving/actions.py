"""A round goes over to another version, and back; a school says that an answer holds."""

from __future__ import annotations

from collections import Counter
from typing import Any

from django.db import transaction
from django.urls import reverse

from dekkend.audit.actions import record
from dekkend.formats.model import Item
from dekkend.process.engine import Refused, check, hold
from dekkend.profile.base.extensions import people_at, tell
from dekkend.profile.base.models import Profile
from dekkend.profile.writing.actions.rows import settled
from dekkend.region.models import Round

from .following import Follower
from .journal import Journal, take_back
from .models import Move
from .queries import comparison, gone_back, handed_in_since, in_talk, last_moves, plan_of, versions_for
from .ties import Ties


def move_round(round: Round, after: str, *, actor: Any) -> int:
    """All profiles in preparation go along; who handed in keeps the version it has. The number that went.

    A transaction for each school: when it is broken off, a second press does the rest.
    """
    who = check("manage_region", round.alliance, actor=actor)
    if after not in [*versions_for(round), round.format_ref]:
        raise Refused("Deze versie is er niet. Kies een versie uit de lijst.")
    plan = plan_of(round, after)
    with transaction.atomic():
        say_explicitly(round)
        before = round.format_ref
        Round.objects.filter(pk=round.pk).update(format_ref=after)
        record(
            "move_round", actor=who, place=round.alliance.place,
            data={"round": round.schooljaar, "from": before, "to": after, "schools": len(plan.go)},
        )  # fmt: skip
    round.format_ref = after
    for profile in plan.go:
        profile.format_ref = profile.format_ref or before
        move_profile(profile, after, actor=actor)
    return len(plan.go)


def say_explicitly(round: Round) -> None:
    """Every profile names its version from now on, so that a page that is open knows that it changed."""
    Profile.objects.in_round(round).filter(format_ref="").update(format_ref=round.format_ref)


@transaction.atomic
def move_profile(profile: Profile, after: str, *, actor: Any) -> Move:
    """Raise Refused when it was handed in, or when a talk runs."""
    who = hold("move_format", profile, actor=actor, alone=True)
    if profile.made_with == after:
        raise Refused("Deze school werkt al met deze versie.")
    refuse_in_talk([profile.pk])
    found, journal = comparison(profile.made_with, after), Journal(who)
    follower = Follower(profile, found, journal)
    follower.all()
    left = [new for old in still_open(profile) for new in found.heirs.get(old, ())]
    looks = sorted({*follower.looks, *left})
    move = Move.objects.create(
        profile=profile, before=profile.made_with, after=after, journal=journal.entries, open=looks
    )
    at_version(profile, after)
    record(
        "move_format", actor=who, place=profile.place,
        data={"from": move.before, "to": after, "items": dict(found.counts), "open": len(looks)},
    )  # fmt: skip
    tell(
        people_at(profile, ["head", "coordinator"]),
        f"Nieuwe versie van de checklist: {profile.school}",
        "De checklist van deze ronde heeft een nieuwe versie. Wat jullie antwoordden en schreven ging mee."
        " Kijk na wat er veranderde.",
        reverse("moved", args=[profile.pk]),
    )
    return move


def still_open(profile: Profile) -> list[str]:
    move = profile.moves.filter(undone=False, after=profile.made_with).first()
    return list(move.open) if move else []


def at_version(profile: Profile, ref: str) -> None:
    profile.format_ref = ref
    Profile.objects.filter(pk=profile.pk).update(format_ref=ref)
    settled(profile)


def undo_round(round: Round, *, actor: Any) -> int:
    """All profiles that went along go back to the version they had. Raise Refused once one was handed in.

    A transaction for each school, and the round last: when it is broken off, a second press does the rest. Gives
    the number of schools that are back, by this press or by the one before.
    """
    who = check("manage_region", round.alliance, actor=actor)
    moves, back = last_moves(round), gone_back(round)
    if not moves and not back:
        raise Refused("Er is niets om terug te draaien.")
    refuse_late(moves)
    refuse_in_talk([move.profile_id for move in moves])
    before, after = most_came_from([*moves, *back]), round.format_ref
    for move in moves:
        undo_profile(Profile.objects.with_places().get(pk=move.profile_id), actor=actor)
    with transaction.atomic():
        say_explicitly(round)
        Round.objects.filter(pk=round.pk).update(format_ref=before)
        record(
            "unmove_round", actor=who, place=round.alliance.place,
            data={"round": round.schooljaar, "from": after, "to": before, "schools": len(moves) + len(back)},
        )  # fmt: skip
    round.format_ref = before
    return len(moves) + len(back)


def most_came_from(moves: list[Move]) -> str:
    return Counter(move.before for move in moves).most_common(1)[0][0]


def refuse_late(moves: list[Move]) -> None:
    late = handed_in_since(moves)
    if late:
        names = ", ".join(str(profile.school) for profile in late[:3])
        more = f" en nog {len(late) - 3}" if len(late) > 3 else ""
        raise Refused(f"Terug kan niet meer: {names}{more} heeft al ingediend met de nieuwe versie.")


def refuse_in_talk(profiles: list[int]) -> None:
    if found := in_talk(profiles):
        names = ", ".join(str(profile.school) for profile in found[:3])
        more = f" en nog {len(found) - 3}" if len(found) > 3 else ""
        raise Refused(f"Er loopt een gesprek: {names}{more}. Wacht tot het gesloten is.")


@transaction.atomic
def undo_profile(profile: Profile, *, actor: Any) -> None:
    """What people wrote since stays; everything else stands as it stood."""
    who = hold("move_format", profile, actor=actor, alone=True)
    move = profile.moves.select_for_update().filter(undone=False, after=profile.made_with).first()
    if move is None:
        raise Refused("Dit profiel ging niet over naar een andere versie.")
    refuse_late([move])
    refuse_in_talk([profile.pk])
    take_back(move.journal, who)
    Ties(profile, comparison(move.before, move.after), Journal(who), back=True).all()
    Move.objects.filter(pk=move.pk).update(undone=True)
    at_version(profile, move.before)
    record("unmove_format", actor=who, place=profile.place, data={"from": move.after, "to": move.before})


@transaction.atomic
def confirm(profile: Profile, item: Item, *, actor: Any) -> int:
    """The answer to this item holds under the new version too. The number that still waits."""
    who = hold("confirm_move", profile, actor=actor)
    move = profile.moves.select_for_update().filter(undone=False, after=profile.made_with).first()
    if move is None or item.id not in move.open:
        raise Refused("Dit onderdeel is al nagekeken.")
    move.open = [each for each in move.open if each != item.id]
    move.save(update_fields=["open"])
    record("confirm_move", actor=who, place=profile.place, data={"item": item.id})
    return len(move.open)
