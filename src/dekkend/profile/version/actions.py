"""Sealing a profile and taking it back."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from dekkend.audit.actions import Actor
from dekkend.audit.models import Event
from dekkend.process.engine import perform
from dekkend.profile.base.models import Profile
from dekkend.profile.base.road import settle

from .chain import newest_of
from .compile import content_of
from .content import seal
from .models import Version


@transaction.atomic
def submit(profile: Profile, *, actor: Any) -> Version:
    """Seal version n, for advice and decision. Raise Refused while something is missing."""

    def change(locked: Profile, who: Actor) -> Version:
        text, digest = seal({**content_of(locked), "previous": newest_of(locked.school_id)})
        number = locked.versions.count() + 1
        version = Version.objects.create(
            profile=locked, number=number, content=text, sha256=digest, sealed_by=f"{who.name}, {who.role}"
        )
        locked.sealed = version
        locked.save(update_fields=["sealed"])
        return version

    perform("submit", profile, actor=actor, change=change)
    settle(profile)
    assert profile.sealed is not None
    return profile.sealed


@transaction.atomic
def tell_head(profile: Profile, *, actor: Any) -> Event:
    """Who wrote it says to who may submit it that it is ready. Raise Refused while something is missing."""
    return perform("tell_head", profile, actor=actor)


@transaction.atomic
def recall(profile: Profile, *, actor: Any, reason: str) -> Event:
    """The head takes a submitted profile back, with a reason, before there is an advice."""
    event = perform("recall", profile, actor=actor, reason=reason, data={"reason": reason})
    settle(profile)
    return event
