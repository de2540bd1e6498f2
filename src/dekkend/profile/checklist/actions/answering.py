"""Filling in a copy."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from django.db import transaction

from dekkend.audit.actions import ANONYMOUS, Actor, record
from dekkend.audit.revisions import Saved, Sending, revise
from dekkend.formats.model import Item, Question
from dekkend.process.engine import Refused, check, closed_because, still
from dekkend.process.roles import TITLES
from dekkend.profile.base.models import Profile
from dekkend.profile.base.road import settle

from ..models import Answer, Copy, Summary
from ..sheet import Sheet, overall


def writer(copy: Copy | None, profile: Profile, actor: Any) -> Actor:
    """Who writes here. Raise NotAllowed or Refused. `actor` None: whoever has the code of this personal copy."""
    if copy is None or copy.kind == Copy.Kind.SHARED:
        return check("edit_checklist", profile, actor=actor)
    if actor is not None and not copy.is_anonymous:
        return check("answer_copy", copy, actor=actor)
    if not profile.is_open:
        raise Refused(closed_because(profile))
    return holder_of(copy, profile)


def holder_of(copy: Copy, profile: Profile) -> Actor:
    """Of an anonymous copy nobody asks who it is; one by name is of the colleague it was made for."""
    if not copy.is_anonymous:
        return Actor(user=copy.person, name=copy.label, role=TITLES["person"])
    if profile.team_closed:
        raise Refused("Het invullen is gesloten. De antwoorden tellen mee in het gesprek van het team.")
    return ANONYMOUS


def answer(
    sheet: Sheet,
    item: Item,
    changes: Mapping[str, Any],
    *,
    base: int,
    actor: Any,
    sending: Sending = Sending(),
) -> Saved:
    """Save fields of one answer, written on revision `base`. Raise Conflict."""
    who = writer(sheet.copy, sheet.profile, actor)
    saved = keep(sheet, item, row_of(sheet, item), changes, base=base, who=who, sending=sending)
    if not sheet.is_personal and sheet.is_complete != sheet.with_answer(saved.row).is_complete:
        settle(sheet.profile)
    return saved


def keep(
    sheet: Sheet,
    item: Item,
    row: Answer,
    changes: Mapping[str, Any],
    *,
    base: int,
    who: Actor,
    sending: Sending = Sending(),
) -> Saved:
    """The save itself, of somebody who may. Raise Conflict."""
    wanted = dict(changes)
    if "topics" in wanted:
        wanted["topics"] = together(row.topics, wanted["topics"])
    derive = value_from_topics(sheet, item)
    open_now = partial(still_open, sheet.copy, sheet.profile)
    return revise(row, wanted, base=base, actor=who, derive=derive, sending=sending, still=open_now)


def still_open(copy: Copy | None, profile: Profile) -> None:
    """`close_team` waits as well: one answer more than the spread that was shown tells who gave it."""
    is_own = copy is not None and copy.kind == Copy.Kind.PERSONAL
    now = still("answer_copy" if is_own else "edit_checklist", profile)
    if copy is not None and copy.is_anonymous:
        holder_of(copy, now)


def row_of(sheet: Sheet, item: Item) -> Answer:
    """The row to write to; made at the first save. Two people at once get the same one."""
    copy = sheet.copy or shared_copy(sheet.profile)
    row = sheet.answer(item)
    if item.id not in sheet.answers:
        row, _ = Answer.objects.get_or_create(copy=copy, item=item.id)
    row.copy = copy
    return row


def shared_copy(profile: Profile) -> Copy:
    copy, _ = Copy.objects.get_or_create(
        profile=profile, kind=Copy.Kind.SHARED, defaults={"label": "Gedeeld"}
    )
    return copy


def together(had: dict[str, str], sent: dict[str, str]) -> dict[str, str]:
    """Topics that were not sent stay; an empty one is open again."""
    return {topic: value for topic, value in {**had, **sent}.items() if value}


def value_from_topics(sheet: Sheet, item: Item) -> Any:
    if not item.topics:
        return lambda row: {}
    return lambda row: {"value": overall(sheet.format, item, row.topics)}


def summarise(
    profile: Profile,
    question: Question,
    text: str,
    *,
    base: int,
    actor: Any,
    sending: Sending = Sending(),
) -> Saved:
    """The school's own words on a whole question, in the shared copy."""
    who = check("edit_checklist", profile, actor=actor)
    row, _ = Summary.objects.get_or_create(profile=profile, question=question.id)
    row.profile = profile
    open_now = partial(still, "edit_checklist", profile)
    return revise(row, {"text": text}, base=base, actor=who, sending=sending, still=open_now)


@transaction.atomic
def finish(copy: Copy, *, finished: bool, actor: Any) -> None:
    """A colleague says to be ready, or takes it back. Of an anonymous copy no time and no key is kept."""
    who = writer(copy, copy.profile, actor)
    still_open(copy, copy.profile)
    Copy.objects.filter(pk=copy.pk).update(is_finished=finished)
    act = "finish_copy" if finished else "reopen_copy"
    record(act, actor=who, place=copy.place)
    settle(copy.profile)
