from __future__ import annotations

from typing import Any

from django.db import transaction

from dekkend.audit.actions import record
from dekkend.process.engine import hold
from dekkend.profile.base.models import Profile
from dekkend.profile.writing.advice.model import Advice
from dekkend.profile.writing.models import Waved

from .rows import ACT


@transaction.atomic
def wave(profile: Profile, spot: str, advice: Advice, *, actor: Any) -> None:
    """Leave the words as they are; the advice returns when they change. A second time changes nothing."""
    who = hold(ACT, profile, actor=actor)
    told: dict[str, Any] = {"spot": spot, "kind": advice.kind, "mark": advice.mark}
    _, is_new = Waved.objects.get_or_create(profile=profile, **told)
    if is_new:
        record("wave", actor=who, place=profile.place, subject=f"profile/{profile.pk}", data=told)
