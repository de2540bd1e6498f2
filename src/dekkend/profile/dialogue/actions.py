"""Agreeing on answers."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from django.db import transaction

from dekkend.audit.actions import Actor, record
from dekkend.audit.revisions import Saved, revise
from dekkend.formats.model import Item
from dekkend.process.engine import check, hold, still
from dekkend.profile.base.models import Profile
from dekkend.profile.base.road import settle
from dekkend.profile.checklist.actions.answering import together
from dekkend.profile.checklist.sheet import overall

from .models import Agreement
from .queries import agreements_of, is_blank, unsettled


def agree(
    profile: Profile, item: Item, changes: Mapping[str, Any], *, base: int, actor: Any
) -> tuple[Saved, int]:
    """Save fields of one agreement, written on revision `base`. The number of items that still wait, too.

    Raise Conflict, NotAllowed or Refused.
    """
    who = check("agree", profile, actor=actor)
    rows = agreements_of(profile)
    row = rows.get(item.id) or row_of(profile, item)
    waited = unsettled(profile, rows)
    saved = write(profile, row, item, changes, base=base, who=who)
    waiting = unsettled(profile, {**rows, item.id: saved.row})
    if bool(waited) != bool(waiting):
        settle(profile)
    return saved, waiting


def row_of(profile: Profile, item: Item) -> Agreement:
    """Made at the first save. Two people at once get the same row."""
    row, _ = Agreement.objects.get_or_create(profile=profile, item=item.id)
    return row


def write(
    profile: Profile, row: Agreement, item: Item, changes: Mapping[str, Any], *, base: int, who: Actor
) -> Saved:
    wanted = dict(changes)
    if "topics" in wanted:
        wanted["topics"] = together(row.topics, wanted["topics"])

    def derive(now: Agreement) -> dict[str, Any]:
        """The value of topics; and with a value there is no gap to explain (its words stay in the history)."""
        value = overall(profile.format, item, now.topics) if item.topics else now.value
        return {"value": value, "gap": "" if value else now.gap}

    return revise(row, wanted, base=base, actor=who, derive=derive, still=partial(still, "agree", profile))


@transaction.atomic
def take_over(profile: Profile, offers: Mapping[str, Mapping[str, Any]], *, actor: Any) -> int:
    """Make agreements of answers that were given. What was agreed already stays. The number that is new."""
    who = hold("agree", profile, actor=actor)
    number = 0
    for item_id, offer in offers.items():
        item = profile.format.item(item_id)
        row = row_of(profile, item)
        if is_blank(row) and offer.get("value") in profile.format.scale:
            write(profile, row, item, offer, base=row.revision, who=who)
            number += 1
    if number:
        record("take_over", actor=who, place=profile.place, data={"number": number})
        settle(profile)
    return number
