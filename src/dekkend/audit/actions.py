"""The only way an event comes to be."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils import timezone

from dekkend.kit.prepared import insert

from .models import Event

# Said of whoever answers anonymously: nothing may lead back to a person.
SOMEONE = "teamlid"


@dataclass(frozen=True)
class Actor:
    """Who acts, in which role (the Dutch word, as it is now). `user` None: the system, or someone anonymous."""

    user: Any  # accounts.User or None; this floor lies below accounts
    name: str
    role: str

    @property
    def is_anonymous(self) -> bool:
        return self.user is None and self.name == SOMEONE


ANONYMOUS = Actor(user=None, name=SOMEONE, role=SOMEONE)
SYSTEM = Actor(user=None, name="Dekkend", role="systeem")


def record(
    act: str,
    *,
    actor: Actor,
    place: str,
    subject: str = "",
    revision: int = 0,
    data: dict[str, object] | None = None,
    save_key: UUID | None = None,
) -> Event:
    """Write one event. Anonymous ones carry the day only, never the time."""
    now = timezone.localtime()
    if actor.is_anonymous:
        now = now.replace(hour=0, minute=0, second=0, microsecond=0)
    event = Event(
        at=now,
        actor=actor.user,
        actor_name=actor.name,
        actor_role=actor.role,
        act=act,
        place=place,
        subject=subject or place,
        revision=revision,
        data=data or {},
        save_key=save_key,
    )
    insert(event)
    return event
