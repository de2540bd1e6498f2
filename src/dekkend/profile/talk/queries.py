from __future__ import annotations

from django.http import Http404

from dekkend.profile.base.models import Profile

from .models import Talk


def current_talk(profile: Profile) -> Talk | None:
    """The talk that is prepared or runs; there is never more than one. One query."""
    return Talk.objects.filter(profile=profile).exclude(state=Talk.State.CLOSED).first()


def closed_talks(profile: Profile) -> list[Talk]:
    """The latest first. One query."""
    return list(Talk.objects.filter(profile=profile, state=Talk.State.CLOSED))


def talk_of(profile: Profile, talk: int | None) -> Talk:
    """One talk of this profile, without a number the latest; or 404."""
    found = Talk.objects.filter(profile=profile, **({} if talk is None else {"pk": talk})).first()
    if found is None:
        raise Http404
    return found
