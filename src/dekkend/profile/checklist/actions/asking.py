"""Asking colleagues for a copy with their name. Each gets a link of their own; an account is not needed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from dekkend.accounts.models import User
from dekkend.audit.actions import SOMEONE, record
from dekkend.process.engine import Refused, hold
from dekkend.profile.base.models import Profile
from dekkend.profile.base.road import settle

from ..codes import SLIPS, key_of
from ..coverage import covering, number_of
from ..models import Answer, Copy, new_key
from ..queries import Member
from .choosing import alone, must_be
from .letters import send_code


@dataclass(frozen=True)
class Invited:
    """A copy and its code, which is kept nowhere: to be mailed or printed now."""

    copy: Copy
    name: str
    code: str


def label_of(name: str, function: str) -> str:
    """What stands with the answers. Never the word that the log keeps for somebody anonymous."""
    return function if function and function.lower() != SOMEONE else name


@transaction.atomic
def ask(
    profile: Profile,
    members: list[Member],
    *,
    covers: Mapping[int, list[str]] | None = None,
    mail: bool = True,
    actor: Any,
) -> list[Invited]:
    """Give colleagues a copy with their name; who has one keeps it. `covers`: user -> items, absent is everything."""
    who, now = alone(profile, actor)
    must_be(now, Profile.Naming.NAMED)
    have = set(profile.copies.filter(person__isnull=False).values_list("person_id", flat=True))
    new = [member for member in members if member.user_id is not None and member.user_id not in have]
    invited = [invitation(profile, member, (covers or {}).get(member.user_id or 0, [])) for member in new]
    Copy.objects.bulk_create(one.copy for one in invited)
    if not invited:
        return []
    record("ask_team", actor=who, place=profile.place, data={"number": len(invited)})
    if mail:
        people = User.objects.in_bulk([one.copy.person_id for one in invited])
        for one in invited:
            person = people[one.copy.person_id]
            send_code(profile, person, one.code, covers=one.copy.covers, by=who.name, label=one.copy.label)
    settle(profile)
    return invited


def invitation(profile: Profile, member: Member, covers: list[str]) -> Invited:
    code = SLIPS.new()
    copy = Copy(
        profile=profile,
        kind=Copy.Kind.PERSONAL,
        person_id=member.user_id,
        label=label_of(member.name, member.function),
        key=key_of(code),
        covers=covers,
    )
    return Invited(copy, member.name, code)


@transaction.atomic
def add_colleague(profile: Profile, name: str, function: str, *, covers: list[str], actor: Any) -> Invited:
    """A colleague who is not in the system gets a copy and a slip, by name and without an account."""
    who, now = alone(profile, actor)
    must_be(now, Profile.Naming.NAMED)
    code = SLIPS.new()
    copy = Copy.objects.create(
        profile=profile,
        kind=Copy.Kind.PERSONAL,
        name=name,
        label=label_of(name, function),
        key=key_of(code),
        covers=covers,
    )
    record("ask_team", actor=who, place=profile.place, data={"number": 1})
    settle(profile)
    return Invited(copy, name, code)


@transaction.atomic
def send_anew(copy: Copy, *, mail: bool, actor: Any) -> Invited:
    """A new link for the same copy, by mail or to print; the old one is dead from now on."""
    who = hold("ask_team", copy.profile, actor=actor)
    must_be_named(copy)
    person = copy.person
    if mail and person is None:
        raise Refused("Van deze collega is geen e-mailadres bekend. Druk een nieuw briefje af.")
    code = SLIPS.new()
    Copy.objects.filter(pk=copy.pk).update(key=key_of(code))
    record("send_anew", actor=who, place=copy.place, subject=f"copy/{copy.pk}", data={"who": copy.label})
    if mail and person is not None:
        send_code(copy.profile, person, code, covers=copy.covers, by=who.name, label=copy.label)
    return Invited(copy, copy.called, code)


@transaction.atomic
def withdraw(copy: Copy, *, actor: Any) -> bool:
    """Take an invitation back. An untouched copy goes (True); answers stay and count, only the link is dead (False)."""
    who, profile = alone(copy.profile, actor)
    must_be_named(copy)
    Copy.objects.select_for_update(of=("self",)).get(pk=copy.pk)  # nobody begins meanwhile
    begun = Answer.objects.filter(copy=copy, revision__gt=0).exists()
    if begun:
        Copy.objects.filter(pk=copy.pk).update(key=new_key(), is_finished=True)
    else:
        Copy.objects.filter(pk=copy.pk).delete()
    record("withdraw_copy", actor=who, place=copy.place, subject=f"copy/{copy.pk}", data={"who": copy.label})
    settle(profile)
    return not begun


@transaction.atomic
def choose_questions(copy: Copy, items: list[str], *, actor: Any) -> list[str]:
    """What this colleague is asked from now on; what was answered already stays. The items that stay for that."""
    who = hold("ask_team", copy.profile, actor=actor)
    must_be_named(copy)
    if not items:
        raise Refused("Kies ten minste één onderdeel, of trek de uitnodiging in.")
    Copy.objects.select_for_update(of=("self",)).get(pk=copy.pk)
    # Every row that was ever written counts: of an answer that was cleared the explanation may still stand there.
    written = set(Answer.objects.filter(copy=copy, revision__gt=0).values_list("item", flat=True))
    covers = covering(copy.profile.format, {*items, *written})
    Copy.objects.filter(pk=copy.pk).update(covers=covers)
    told = {"who": copy.label, "number": number_of(copy.profile.format, covers)}
    record("choose_questions", actor=who, place=copy.place, subject=f"copy/{copy.pk}", data=told)
    return sorted(written - set(items))


def must_be_named(copy: Copy) -> None:
    """Of an anonymous copy nobody manages anything: it would tell whose it is."""
    if copy.kind != Copy.Kind.PERSONAL or copy.is_anonymous:
        raise Refused("Dit kan alleen bij een exemplaar op naam.")
