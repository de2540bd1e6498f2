"""The one gate. Nothing else sets a state; nothing else says who may do what."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import rules
from django.db import transaction

from dekkend.audit.actions import Actor, record
from dekkend.audit.models import Event
from dekkend.kit.prepared import by_key

from . import guards
from .roles import TITLES, role_at
from .table import table

RENEWED = (
    "De checklist kreeg net een nieuwe versie. Bewaar wat je typte even apart en laad de bladzijde opnieuw."
)


class NotAllowed(Exception):
    """This person has no role here that may do this: the page does not exist for them."""


class Refused(Exception):
    """The act is not possible now. The message is Dutch and says what to do."""


def _compile() -> None:
    """Every row becomes a rule of django-rules, so that the table and the rights cannot drift apart."""
    for act in table():
        rules.add_perm(f"dekkend.{act}", has_role_for(act) & open_for(act))


def has_role_for(act: str) -> Any:
    return rules.predicate(lambda user, subject: has_role(act, user, subject), name=f"role for {act}")


def open_for(act: str) -> Any:
    return rules.predicate(lambda user, subject: is_open(act, subject), name=f"open for {act}")


def may(act: str, user: Any, subject: Any) -> bool:
    """The right role, and a state in which the act is possible. Guards are not asked: they explain themselves."""
    return bool(rules.has_perm(f"dekkend.{act}", user, subject))


def has_role(act: str, user: Any, subject: Any) -> bool:
    """The right role, whatever the state."""
    return bool(role_at(user, subject, table()[act].who))


def is_open(act: str, subject: Any) -> bool:
    """The state of the subject lets the act happen."""
    states = table()[act].states
    return not states or getattr(subject, "state", None) in states


def blockers(act: str, subject: Any, **details: Any) -> list[str]:
    """What still stands in the way, as Dutch sentences."""
    answers = [guards.get(name)(subject, **details) for name in table()[act].needs]
    return [answer for answer in answers if answer]


def actor_of(act: str, user: Any, subject: Any) -> Actor:
    """Who acts, in the role that gives the right. Raise NotAllowed for a stranger."""
    role = role_at(user, subject, table()[act].who)
    if not role:
        raise NotAllowed(act)
    return Actor(user=user, name=user.name, role=TITLES.get(role, role))


def check(act: str, subject: Any, *, actor: Any, **details: Any) -> Actor:
    """May this person do this now? The actor, or NotAllowed or Refused."""
    who = actor_of(act, actor, subject)
    if not is_open(act, subject):
        raise Refused(closed_because(subject))
    for sentence in blockers(act, subject, **details):
        raise Refused(sentence)
    return who


def hold(act: str, subject: Any, *, actor: Any, alone: bool = False, **details: Any) -> Actor:
    """As `check`, for whoever writes in this transaction: until its end nobody moves the state, see `still`."""
    who = check(act, subject, actor=actor, **details)
    still(act, subject, alone=alone)
    return who


def still(act: str, subject: Any, *, alone: bool = False) -> Any:
    """Ask the state anew, inside the transaction that writes, before any other row is locked. The row as it is now.

    Between reading a page's subject and writing, `perform` may have moved it. From here to the end of the transaction
    `perform` waits, so what is written now stands in what it seals. Others may write at the same time, unless `alone`.
    Raise Refused.
    """
    model: Any = type(subject)
    now = by_key(model, lock=alone, hold=not alone)(subject.pk)
    if now is None:
        raise model.DoesNotExist
    if not is_open(act, now):
        raise Refused(closed_because(now))
    if getattr(now, "format_ref", "") != getattr(subject, "format_ref", ""):
        raise Refused(RENEWED)
    return now


def closed_because(subject: Any) -> str:
    sentence = {
        "preparing": "Dit profiel is in voorbereiding; deze stap komt later.",
        "submitted": "Dit profiel is ingediend. De directeur kan het terughalen, het bestuur kan het teruggeven.",
        "adopted": "Dit profiel is vastgesteld en verandert niet meer.",
        "published": "Dit profiel is gepubliceerd en verandert niet meer.",
    }
    return sentence.get(getattr(subject, "state", ""), "Dat kan nu niet.")


Hook = Callable[..., Any]
_after: dict[str, list[Hook]] = {}


def after(act: str, hook: Hook) -> None:
    """A higher floor asks to be called, inside the same transaction, when an act is done."""
    if hook not in _after.setdefault(act, []):
        _after[act].append(hook)


def announce(act: str, subject: Any, *, made: Any, actor: Actor) -> None:
    """Call who asked to be called after this act; for acts that move no state and so do not go through perform."""
    for hook in _after.get(act, []):
        hook(subject, made=made, actor=actor)


@transaction.atomic
def perform(
    act: str,
    subject: Any,
    *,
    actor: Any,
    change: Callable[[Any, Actor], Any] | None = None,
    data: dict[str, Any] | None = None,
    **details: Any,
) -> Event:
    """Do a legal act: lock, may?, change, move the state, event, hooks; all or nothing.

    `subject` is locked anew and handed to `change`; the object of the caller is brought up to date after.
    `details` go to the guards; `data` is kept with the event.
    """
    locked = type(subject).objects.select_for_update(of=("self",)).get(pk=subject.pk)
    who = check(act, locked, actor=actor, **details)
    made = change(locked, who) if change else None
    to = table()[act].to
    if to:
        locked.state = to
        locked.save(update_fields=["state"])
    event = record(act, actor=who, place=locked.place, data={**(data or {}), **({"to": to} if to else {})})
    announce(act, locked, made=made, actor=who)
    subject.refresh_from_db()
    return event


_compile()
