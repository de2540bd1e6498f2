"""Asking for help, giving it, and ending it. Every step is an event in the log of the school."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from dekkend.accounts.models import User
from dekkend.audit.actions import Actor, record
from dekkend.kit.post import post
from dekkend.process.engine import Refused, perform
from dekkend.profile.base.models import Profile

from .models import Support
from .queries import administrators_of, advisers_of, running

WITHDRAWN = "De school trok haar vraag in."
ENDED = "Het samenwerkingsverband sloot de hulp af."
TALKED = "Het gesprek is gesloten."


def ask(profile: Profile, *, question: str, wished: list[date], actor: Any) -> None:
    """Ask the samenwerkingsverband. Its administrators get a letter."""

    def change(locked: Profile, who: Actor) -> Support:
        support = Support.objects.create(
            profile=locked,
            question=question,
            wished=[day.isoformat() for day in wished],
            asked_by=who.user,
            asked_as=who.role,
            asked_on=timezone.localdate(),
        )
        alliance = profile.school.alliance
        path = reverse("supports", args=[alliance.slug])
        tell("asked", support, administrators_of(alliance), path)
        return support

    perform("ask_support", profile, actor=actor, change=change)


def withdraw(profile: Profile, *, actor: Any) -> None:
    """The school ends it: the adviser sees nothing from now on."""

    def change(locked: Profile, who: Actor) -> None:
        support = running(locked)
        assert support is not None, "the guard support_asked saw it under the same lock"
        path = reverse("supports", args=[profile.school.alliance.slug])
        tell("closed", end(support, WITHDRAWN), [support.adviser], path)

    perform("withdraw_support", profile, actor=actor, change=change)


def give(support: Support, adviser: User, *, actor: Any) -> None:
    """An administrator names the adviser, also another one later. Raise Refused for who is none here."""
    if not advisers_of(support.profile.school.alliance_id).filter(pk=adviser.pk).exists():
        raise Refused("Kies iemand die begeleider is van dit samenwerkingsverband.")
    perform(
        "give_support", support, actor=actor, change=lambda locked, who: name(locked, adviser),
        data={"adviser": adviser.name},
    )  # fmt: skip


def take(support: Support, *, actor: Any) -> None:
    """An adviser takes it on."""
    perform(
        "take_support", support, actor=actor, change=lambda locked, who: name(locked, actor),
        data={"adviser": actor.name},
    )  # fmt: skip


def close(support: Support, *, actor: Any) -> None:
    """The adviser or an administrator ends it."""

    def change(locked: Support, who: Actor) -> None:
        tell("closed", end(locked, ENDED), [locked.asked_by], reverse("dialogue", args=[locked.profile_id]))

    perform("close_support", support, actor=actor, change=change)


def close_after_talk(subject: Any, *, actor: Actor, **more: Any) -> None:
    """Hook of `close_talk`, on a talk or its profile: with the talk the visit ends."""
    support = running(getattr(subject, "profile", subject))
    if support is not None and support.is_given:
        end(support, TALKED)
        record("close_support", actor=actor, place=support.place)


def name(support: Support, adviser: User) -> None:
    support.adviser, support.state, support.given_on = adviser, Support.State.GIVEN, timezone.localdate()
    support.save(update_fields=["adviser", "state", "given_on"])
    tell("given", support, [adviser, support.asked_by], reverse("dialogue", args=[support.profile_id]))


def end(support: Support, why: str) -> Support:
    support.state, support.closed_on, support.closed_why = Support.State.CLOSED, timezone.localdate(), why
    support.save(update_fields=["state", "closed_on", "closed_why"])
    return support


def tell(what: str, support: Support, people: Iterable[User | None], path: str) -> None:
    """A letter to each, after commit. `what` names the letter."""
    told = {"support": support, "profile": support.profile, "link": settings.ADDRESS + path}
    subject = f"Hulp van het samenwerkingsverband: {support.profile.school}"
    for person in people:
        if person is not None and person.is_active:
            letter = render_to_string(f"support/{what}.txt", {**told, "person": person})
            post(subject, letter, person.email)
