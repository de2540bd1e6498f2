"""Asking the team for personal copies, by name or anonymously."""

from __future__ import annotations

import secrets
from typing import Any

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse

from dekkend.accounts.models import User
from dekkend.audit.actions import record
from dekkend.process.engine import Refused, check
from dekkend.profile.base.models import Profile
from dekkend.profile.base.road import settle

from ..models import Answer, Copy
from ..queries import Member, key_of

# Letters and figures that nobody mixes up on paper; twelve of them are 59 bits.
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
FEWEST = 3  # spreads of fewer are hidden


def locked(profile: Profile) -> Profile:
    return Profile.objects.select_for_update(of=("self",)).get(pk=profile.pk)


@transaction.atomic
def choose_naming(profile: Profile, naming: str, *, actor: Any) -> None:
    """By name or anonymous. Raise Refused once somebody was asked."""
    who = check("ask_team", profile, actor=actor)
    now = locked(profile)
    if now.copies.filter(kind=Copy.Kind.PERSONAL).exists():
        raise Refused("De eerste collega is al gevraagd. Op naam of anoniem verandert dan niet meer.")
    now.naming = naming
    now.save(update_fields=["naming"])
    record("choose_naming", actor=who, place=profile.place, data={"naming": naming})


@transaction.atomic
def ask(profile: Profile, members: list[Member], *, actor: Any) -> int:
    """Give colleagues a copy with their name; who has one keeps it. The number of new ones. Mails each a link."""
    who = check("ask_team", profile, actor=actor)
    must_be(locked(profile), Profile.Naming.NAMED)
    have = set(profile.copies.filter(person__isnull=False).values_list("person_id", flat=True))
    new = [
        Copy(profile=profile, kind=Copy.Kind.PERSONAL, person_id=member.user_id, label=member.label)
        for member in members
        if member.user_id not in have
    ]
    Copy.objects.bulk_create(new)
    if not new:
        return 0
    record("ask_team", actor=who, place=profile.place, data={"number": len(new)})
    people = User.objects.in_bulk([copy.person_id for copy in new])
    for copy in new:
        person = people[copy.person_id]
        send_link(profile, person, reverse("copy", args=[profile.pk, copy.pk]), by=who.name)
    settle(profile)
    return len(new)


@transaction.atomic
def make_codes(profile: Profile, number: int, *, actor: Any) -> list[str]:
    """As many anonymous copies; their codes, shown once and kept nowhere."""
    who = check("ask_team", profile, actor=actor)
    now = locked(profile)
    must_be(now, Profile.Naming.ANONYMOUS)
    if now.team_closed:
        raise Refused("Het invullen is gesloten. Er komt niemand meer bij.")
    codes = [new_code() for _ in range(number)]
    Copy.objects.bulk_create(
        Copy(profile=profile, kind=Copy.Kind.PERSONAL, key=key_of(code), label="teamlid") for code in codes
    )
    record("ask_team", actor=who, place=profile.place, data={"number": number})
    settle(profile)
    return codes


@transaction.atomic
def mail_codes(profile: Profile, members: list[Member], *, actor: Any) -> int:
    """Mail each of these colleagues a code of their own; who got which is not kept."""
    codes = make_codes(profile, len(members), actor=actor)
    secrets.SystemRandom().shuffle(codes)
    people = User.objects.in_bulk([member.user_id for member in members])
    for member, code in zip(members, codes, strict=True):
        send_link(
            profile, people[member.user_id], reverse("anonymous_copy", args=[profile.pk, code]), by=actor.name
        )
    return len(codes)


@transaction.atomic
def withdraw_unused(profile: Profile, *, actor: Any) -> int:
    """Take back what nobody began with: copies by name and slips that were not used. Their number."""
    who = check("ask_team", profile, actor=actor)
    begun = Answer.objects.filter(copy__profile=profile, revision__gt=0).values("copy")
    unused = profile.copies.filter(kind=Copy.Kind.PERSONAL, is_finished=False).exclude(pk__in=begun)
    number, _ = unused.delete()
    if number:
        record("withdraw_unused", actor=who, place=profile.place, data={"number": number})
        settle(profile)
    return number


@transaction.atomic
def close_team(profile: Profile, *, actor: Any) -> None:
    """Nobody fills in an anonymous copy any more; from now on the spread may be seen. It cannot be undone."""
    who = check("ask_team", profile, actor=actor)
    now = locked(profile)
    must_be(now, Profile.Naming.ANONYMOUS)
    begun = Answer.objects.filter(copy__profile=profile, copy__kind=Copy.Kind.PERSONAL).exclude(value="")
    if begun.values("copy").distinct().count() < FEWEST:
        raise Refused(
            "Wacht tot ten minste drie collega’s hebben geantwoord. Anders is te zien wie wat vond."
        )
    now.team_closed = True
    now.save(update_fields=["team_closed"])
    record("close_team", actor=who, place=profile.place)
    settle(now)


def must_be(profile: Profile, naming: str) -> None:
    if profile.naming != naming:
        raise Refused("Kies eerst of het team op naam of anoniem antwoordt.")


def new_code() -> str:
    letters = "".join(secrets.choice(LETTERS) for _ in range(12))
    return "-".join((letters[:4], letters[4:8], letters[8:]))


def send_link(profile: Profile, person: User, path: str, *, by: str) -> None:
    until = profile.round.until("checklist")
    letter = render_to_string(
        "checklist/asked.txt",
        {"person": person, "profile": profile, "link": settings.ADDRESS + path, "by": by, "until": until,
         "is_anonymous": profile.naming == Profile.Naming.ANONYMOUS},
    )  # fmt: skip
    subject = f"Vul jouw checklist in voor {profile.school}"
    transaction.on_commit(lambda: send_mail(subject, letter, None, [person.email]))
