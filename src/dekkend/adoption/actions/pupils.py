from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from django.db import transaction

from dekkend.adoption.models import PupilVoice
from dekkend.audit.revisions import Saved, revise
from dekkend.process.engine import check, still
from dekkend.profile.base.models import Profile
from dekkend.profile.base.road import settle


def tell_pupils(profile: Profile, *, actor: Any, changes: Mapping[str, Any], base: int) -> Saved:
    """Save what was written about the pupils' voice, made on revision `base`. Raise Conflict."""
    who = check("tell_pupils", profile, actor=actor)
    row, _ = PupilVoice.objects.get_or_create(profile=profile)
    # Not in one transaction with settle: a refused save must be kept in the history (audit.revisions).
    saved = revise(row, changes, base=base, actor=who, still=partial(still, "tell_pupils", profile))
    with transaction.atomic():
        settle(profile)
    return saved
