"""Talks of the demonstration: one that is prepared, and one that was held and has its report."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from dekkend.profile.base.models import Profile
from dekkend.profile.models import Agreement, Talk
from dekkend.profile.talk.actions.agenda import prepare, set_agenda
from dekkend.profile.talk.actions.closing import close_talk

from .people import People

MINORITY = "Een deel van de bovenbouw vindt dat dit bij ons al op orde is."


def plan_talk(profile: Profile, people: People) -> Talk:
    """The coordinator's five minutes of preparing are done."""
    on = timezone.localdate() + timedelta(days=6)
    return prepare(profile, minutes=60, people=max(2, len(people.team)), on=on, actor=people.head)


def hold_talk(profile: Profile, people: People) -> Talk:
    """A talk over what is not in order yet, with what a minority wanted recorded."""
    talk = prepare(profile, minutes=45, people=12, on=None, actor=people.head)
    improving = [value.id for value in profile.format.scale.values if value.may_improve]
    rows = list(Agreement.objects.filter(profile=profile, value__in=improving)[:7])
    order = {item.id: number for number, item in enumerate(profile.format.items)}
    rows.sort(key=lambda row: order.get(row.item, len(order)))
    set_agenda(talk, [(row.item, 6) for row in rows], people.head)
    if rows:
        Agreement.objects.filter(pk=rows[0].pk).update(minority=MINORITY)
    held_on = timezone.localdate() - timedelta(days=9)
    roles = ["leerkrachten", "onderwijsassistenten", "intern begeleider", "directeur"]
    return close_talk(talk, on=held_on, roles=roles, actor=people.head)
