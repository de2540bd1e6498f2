from __future__ import annotations

from typing import Any

from django.db import transaction

from dekkend.process.engine import Refused, check
from dekkend.profile.base.models import Profile
from dekkend.profile.writing.models import ImprovementPoint
from dekkend.profile.writing.proposals import Proposal

from .offer import last_place
from .rows import ACT, begin, settled


@transaction.atomic
def make_point(profile: Profile, proposal: Proposal, *, actor: Any) -> ImprovementPoint:
    """An improvement point from what the profile already says; the same cause gives no second one."""
    who = check(ACT, profile, actor=actor)
    # Two quick presses meet here: the second finds the point of the first.
    Profile.objects.select_for_update(of=("self",)).get(pk=profile.pk)
    if not proposal.title.strip():
        raise Refused("Schrijf in een paar woorden wat er beter wordt.")
    made = {
        "title": proposal.title[:200],
        "goal": proposal.goal,
        "owner": proposal.owner[:120],
        "due": proposal.due,
        "source_kind": proposal.kind,
        "source_ref": proposal.ref,
        "source_text": proposal.text[:200],
    }
    if proposal.ref:
        there = profile.improvements.filter(source_kind=proposal.kind, source_ref=proposal.ref).first()
        if there is not None:
            return there
    place = last_place(profile.improvements)
    row = begin(ImprovementPoint(profile=profile, position=place, **made), actor=who)
    settled(profile)
    return row
