from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from dekkend.audit.actions import record
from dekkend.audit.revisions import revise
from dekkend.process.engine import Refused, hold
from dekkend.profile.base.models import Profile
from dekkend.profile.writing.models import ImprovementPoint
from dekkend.profile.writing.proposals import Proposal

from .offer import last_place
from .rows import ACT, begin, settled


@transaction.atomic
def make_point(profile: Profile, proposal: Proposal, *, actor: Any) -> ImprovementPoint:
    """An improvement point from what the profile already says; the same cause gives no second one."""
    # Two quick presses meet here: the second finds the point of the first.
    who = hold(ACT, profile, actor=actor, alone=True)
    if not proposal.title.strip():
        raise Refused("Schrijf in een paar woorden wat er beter wordt.")
    title = shortened(proposal.title)
    whole = "" if title == proposal.title else proposal.title
    made = {
        "title": title,
        "goal": proposal.goal or whole,
        "owner": proposal.owner[:120],
        **days(profile, proposal),
        "source_kind": proposal.kind,
        "source_ref": proposal.ref,
        "source_text": proposal.text[:200],
    }
    if proposal.ref and (there := with_cause(profile, proposal)):
        return there
    place = last_place(profile.improvements)
    row = begin(ImprovementPoint(profile=profile, position=place, **made), actor=who)
    settled(profile)
    return row


def days(profile: Profile, proposal: Proposal) -> dict[str, date | None]:
    """A point is for the schooljaar of the profile, unless a day was agreed; that may lie before it begins."""
    first, last = profile.round.starts, profile.round.ends
    due = proposal.due or last
    return {"start": first if first <= due else None, "due": due}


@transaction.atomic
def answer_point(
    point: ImprovementPoint, state: str, *, profile: Profile, actor: Any, because: str = ""
) -> ImprovementPoint:
    """What became of a point of last year: done, it runs on, or it is dropped, with a word why."""
    who = hold(ACT, profile, actor=actor)
    if state not in ANSWERS:
        raise Refused("Kies of het gedaan is, doorloopt of vervalt.")
    if state == ImprovementPoint.State.DROPPED and not because:
        raise Refused("Zeg in een paar woorden waarom dit punt vervalt.")
    if len(because) > LONGEST:
        raise Refused(f"Dit is langer dan {LONGEST} tekens. Zeg het korter.")
    current = profile.improvements.select_for_update(of=("self",)).get(pk=point.pk)
    if not current.is_asked:
        return current  # answered already; the point itself says what was chosen
    changes = {"state": state, "dropped_because": because, "is_asked": False}
    saved = revise(current, changes, base=current.revision, actor=who)
    record("answer_point", actor=who, place=profile.place, subject=current.subject, data={"state": state})
    settled(profile)
    return saved.row


State = ImprovementPoint.State
ANSWERS = (State.DONE, State.RUNNING, State.DROPPED)
LONGEST = 200  # characters in the name of a point


def shortened(title: str) -> str:
    """Cut at a word, with a sign that more follows."""
    if len(title) <= LONGEST:
        return title
    return f"{title[: LONGEST - 1].rpartition(' ')[0] or title[: LONGEST - 1]}…"


def with_cause(profile: Profile, proposal: Proposal) -> ImprovementPoint | None:
    """The point that already answers this."""
    cause = (proposal.kind, proposal.ref)
    return next((point for point in profile.improvements.all() if cause in point.causes), None)


@transaction.atomic
def add_cause(point: ImprovementPoint, proposal: Proposal, *, profile: Profile, actor: Any) -> None:
    """One point that answers several causes; a second press changes nothing."""
    # Two who press at once meet here.
    who = hold(ACT, profile, actor=actor, alone=True)
    if with_cause(profile, proposal):
        return
    current = profile.improvements.get(pk=point.pk)
    more = [*current.more_sources, {"kind": proposal.kind, "ref": proposal.ref, "text": proposal.text[:200]}]
    revise(current, {"more_sources": more}, base=current.revision, actor=who)
    settled(profile)


@transaction.atomic
def take_cause(point: ImprovementPoint, kind: str, ref: str, *, profile: Profile, actor: Any) -> None:
    """This point does not answer that after all; the cause is offered again."""
    who = hold(ACT, profile, actor=actor)
    current = profile.improvements.select_for_update(of=("self",)).get(pk=point.pk)
    more = [each for each in current.more_sources if (each["kind"], each["ref"]) != (kind, ref)]
    revise(current, {"more_sources": more}, base=current.revision, actor=who)
    settled(profile)
