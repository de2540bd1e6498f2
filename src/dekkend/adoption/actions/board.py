"""The board decides about the sealed version."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from dekkend.adoption.models import Decision
from dekkend.audit.actions import Actor
from dekkend.process.engine import Refused, perform
from dekkend.profile.base.models import Profile
from dekkend.profile.base.road import settle

from .reading import as_read, sealed


@transaction.atomic
def adopt(
    profile: Profile, *, actor: Any, on: date, valid_until: date, remark: str = "", read: int = 0
) -> Decision:
    """The version holds from now on. The format says for how many years at most (the SOP: four)."""
    if not on <= valid_until <= last_day(profile, on):
        told = _("Kies een einddatum na het besluit en hoogstens {years} jaar erna.")
        raise Refused(told.format(years=profile.format.validity_years))

    def change(locked: Profile, who: Actor) -> Decision:
        as_read(locked, read)
        locked.adopted = locked.sealed
        locked.save(update_fields=["adopted"])
        return decided(locked, who, kind=Decision.Kind.ADOPT, on=on, valid_until=valid_until, remark=remark)

    data = {"on": on.isoformat(), "valid_until": valid_until.isoformat(), "remark": remark}
    perform("adopt", profile, actor=actor, change=change, data=data)
    settle(profile)
    return Decision.objects.get(version=profile.adopted)


@transaction.atomic
def return_profile(profile: Profile, *, actor: Any, reason: str, read: int = 0) -> Decision:
    """Back to the school, with a reason. What was advised stays with this version; the next one starts anew."""
    version = profile.sealed

    def change(locked: Profile, who: Actor) -> Decision:
        as_read(locked, read)
        return decided(locked, who, kind=Decision.Kind.RETURN, on=timezone.localdate(), remark=reason)

    perform("return", profile, actor=actor, change=change, reason=reason, data={"reason": reason})
    settle(profile)
    return Decision.objects.get(version=version)


def decided(profile: Profile, who: Actor, **fields: Any) -> Decision:
    board = str(profile.school.board)
    return Decision.objects.create(
        version=sealed(profile), by=f"{who.name}, {who.role}", board=board, **fields
    )


def last_day(profile: Profile, on: date) -> date:
    """The longest that a decision of this day can hold: the day before the same date, so many years later."""
    year = on.year + profile.format.validity_years
    try:
        same = on.replace(year=year)
    except ValueError:  # 29 February
        same = date(year, 3, 1)
    return date.fromordinal(same.toordinal() - 1)
