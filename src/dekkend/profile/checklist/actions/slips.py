"""Codes for a team that answers anonymously: on slips or by mail, and nowhere tied to a person."""

from __future__ import annotations

import secrets
from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.db.models import F

from dekkend.accounts.models import User
from dekkend.audit.actions import record
from dekkend.audit.blur import blur, write_anew
from dekkend.process.engine import Refused, hold
from dekkend.profile.base.models import Profile
from dekkend.profile.base.road import settle

from ..codes import SLIPS, key_of
from ..coverage import FEWEST, words_for
from ..models import Answer, Copy
from ..queries import Member
from .choosing import alone, must_be
from .letters import send_code


class TooFew(Refused):
    """So few people would be asked the same that their answers tell who they are."""


@transaction.atomic
def make_codes(profile: Profile, number: int, *, covers: list[str] | None = None, actor: Any) -> list[str]:
    """As many anonymous copies; their codes, shown once and kept nowhere. Raise TooFew."""
    return made(profile, [(number, covers or [])], actor=actor)[0]


def made(profile: Profile, wanted: list[tuple[int, list[str]]], *, actor: Any) -> list[list[str]]:
    """Codes per group of people who are asked the same; all or none."""
    who, now = alone(profile, actor)
    must_be(now, Profile.Naming.ANONYMOUS)
    if now.team_closed:
        raise Refused("Het invullen is gesloten. Er komt niemand meer bij.")
    refuse_few(profile, wanted)
    codes = [[SLIPS.new() for _ in range(number)] for number, _ in wanted]
    Copy.objects.bulk_create(
        Copy(profile=profile, kind=Copy.Kind.PERSONAL, key=key_of(code), label="teamlid", covers=covers)
        for group, (_, covers) in zip(codes, wanted, strict=True)
        for code in group
    )
    record("ask_team", actor=who, place=profile.place, data={"number": sum(map(len, codes))})
    settle(profile)
    return codes


def refuse_few(profile: Profile, wanted: list[tuple[int, list[str]]]) -> None:
    """What a copy covers stays with it, so at least three must be asked the same as soon as not all are."""
    groups: Counter[tuple[str, ...]] = Counter()
    for covers in profile.copies.filter(kind=Copy.Kind.PERSONAL).values_list("covers", flat=True):
        groups[tuple(covers)] += 1
    for number, covers in wanted:
        groups[tuple(covers)] += number
    for covers, number in groups.items():
        if number < FEWEST and (covers or len(groups) > 1):
            what = words_for(profile.format, list(covers))
            some = "is er dan maar één briefje" if number == 1 else f"zijn er dan maar {number} briefjes"
            raise TooFew(
                f"Met “{what}” {some}. Van minder dan drie collega’s is te zien wie wat antwoordde. "
                "Geef hun dezelfde onderdelen als anderen, of maak er ten minste drie."
            )


@transaction.atomic
def mail_codes(
    profile: Profile, members: list[Member], *, covers: Mapping[int, list[str]] | None = None, actor: Any
) -> int:
    """Mail each of these colleagues a code of their own; who got which is not kept. Raise TooFew."""
    groups: dict[tuple[str, ...], list[Member]] = defaultdict(list)
    for member in members:
        groups[tuple((covers or {}).get(member.user_id or 0, []))].append(member)
    codes = made(profile, [(len(group), list(each)) for each, group in groups.items()], actor=actor)
    people = User.objects.in_bulk([member.user_id for member in members])
    for (each, group), own in zip(groups.items(), codes, strict=True):
        secrets.SystemRandom().shuffle(own)
        for member, code in zip(group, own, strict=True):
            send_code(profile, people[member.user_id], code, covers=list(each), by=actor.name)
    return len(members)


@transaction.atomic
def withdraw_unused(profile: Profile, *, actor: Any) -> int:
    """Take back what nobody began with: copies by name and slips that were not used. Their number."""
    who = hold("ask_team", profile, actor=actor)
    copies = profile.copies.filter(kind=Copy.Kind.PERSONAL)
    list(copies.select_for_update(of=("self",)).values_list("pk"))  # nobody begins meanwhile
    begun = Answer.objects.filter(copy__profile=profile, revision__gt=0).values("copy")
    _, gone = copies.filter(is_finished=False).exclude(pk__in=begun).delete()
    number = gone.get(Copy._meta.label, 0)
    if number:
        record("withdraw_unused", actor=who, place=profile.place, data={"number": number})
        settle(profile)
    return number


@transaction.atomic
def close_team(profile: Profile, *, actor: Any) -> None:
    """Nobody fills in an anonymous copy any more; from now on the spread may be seen. It cannot be undone."""
    who, now = alone(profile, actor)
    must_be(now, Profile.Naming.ANONYMOUS)
    begun = Answer.objects.filter(copy__profile=profile, copy__kind=Copy.Kind.PERSONAL).exclude(value="")
    if begun.values("copy").distinct().count() < FEWEST:
        raise Refused(
            "Wacht tot ten minste drie collega’s hebben geantwoord. Anders is te zien wie wat vond."
        )
    now.team_closed = True
    now.save(update_fields=["team_closed"])
    forget_order(profile)
    record("close_team", actor=who, place=profile.place)
    settle(now)


def forget_order(profile: Profile) -> None:
    """Nothing comes in any more: in the database, too, nobody sees who was first, or between which acts of others."""
    copies = profile.copies.filter(kind=Copy.Kind.PERSONAL)
    keys = list(copies.values_list("pk", flat=True))
    secrets.SystemRandom().shuffle(keys)
    for key in keys:
        copies.filter(pk=key).update(label=F("label"))  # PostgreSQL puts a row elsewhere when it changes
    write_anew(Answer.objects.filter(copy__in=copies))
    blur([profile.place, *(f"copy/{key}" for key in keys)])
