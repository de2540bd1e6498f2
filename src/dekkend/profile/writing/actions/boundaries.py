from __future__ import annotations

from typing import Any

from django.db import transaction

from dekkend.audit.actions import record
from dekkend.audit.models import Event
from dekkend.audit.revisions import revise
from dekkend.formats.model import BoundaryElement
from dekkend.process.engine import Refused, hold
from dekkend.profile.base.models import Profile
from dekkend.profile.writing.models import Boundary

from .removing import made, remove
from .rows import ACT, begin, settled


@transaction.atomic
def switch_on(profile: Profile, element: BoundaryElement, *, actor: Any) -> Boundary:
    """The boundary counts for this school; its last words come back when it was on before."""
    who = hold(ACT, profile, actor=actor)
    if element.kind != "boundary":
        raise Refused("Deze tekst staat altijd in het profiel.")
    row = profile.boundaries.filter(element=element.id).first()
    if row is None:
        words = last_words(profile, element)
        row = begin(made("boundary", words, {"profile": profile, "element": element.id}), actor=who)
        settled(profile)
    return row


def switch_off(row: Boundary, *, profile: Profile, actor: Any) -> Event:
    """Asks nothing: what was written stays in the history, and comes back with `switch_on`."""
    return remove(row, profile=profile, actor=actor)


def last_words(profile: Profile, element: BoundaryElement) -> dict[str, Any]:
    off = Event.objects.filter(place=profile.place, act="remove", data__name=element.id)
    event = off.filter(subject__startswith="boundary/").order_by("-at").first()
    return dict(event.data["values"]) if event else {}


@transaction.atomic
def begin_with_starter(
    row: Boundary, element: BoundaryElement, *, only: str = "", profile: Profile, actor: Any
) -> None:
    """The example texts as a start, in every field that is empty or in one; never over words that are there."""
    who = hold(ACT, profile, actor=actor)
    current = Boundary.objects.select_for_update(of=("self",)).get(pk=row.pk)
    told = {
        name: text
        for name, text in element.starters.items()
        if only in (name, "") and not getattr(current, name).strip()
    }
    if told:
        revise(current, told, base=current.revision, actor=who)
        record("insert", actor=who, place=row.place, subject=row.subject, data={"source": element.id})
        settled(profile)
