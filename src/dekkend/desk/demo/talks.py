"""Talks of the demonstration: one that is prepared, one that runs, and one that was held and has its report."""

from __future__ import annotations

import random
from datetime import timedelta

from django.utils import timezone

from dekkend.profile.base.models import Profile
from dekkend.profile.models import Agreement, Answer, Talk
from dekkend.profile.talk.actions import live, voting
from dekkend.profile.talk.actions.agenda import prepare, set_agenda
from dekkend.profile.talk.actions.closing import close_talk

from .people import People

PHONES = 8
MINORITY = "Een deel van de bovenbouw vindt dat dit bij ons al op orde is."


def plan_talk(profile: Profile, people: People) -> Talk:
    """The coordinator's five minutes of preparing are done."""
    on = timezone.localdate() + timedelta(days=6)
    return prepare(profile, minutes=60, people=max(2, len(people.team)), on=on, actor=people.head)


def run_talk(profile: Profile, people: People, *, seed: int) -> Talk:
    """A talk that is busy: the code is on the board, and of eight phones six answered the first item."""
    chance = random.Random(seed)  # noqa: S311  an example, no secret
    talk = plan_talk(profile, people)
    first = first_told(profile, talk)
    live.show(live.begin(talk, actor=people.head), first, actor=people.head)
    for number in range(PHONES):
        voting.join(talk, f"{seed}-{number}")
    values = [value.id for value in profile.format.scale.values if value.applies]
    for number in range(PHONES - 2):
        voting.vote(talk, f"{seed}-{number}", first, chance.choice(values))
    live.say(talk, 1, actor=people.head)
    return talk


def first_told(profile: Profile, talk: Talk) -> str:
    """The first item of the agenda about which colleagues wrote something, else simply the first."""
    items = [row.item for row in talk.agenda.all()] or [item.id for item in profile.format.items]
    notes = Answer.objects.filter(copy__profile=profile, copy__kind="personal", item__in=items).exclude(
        note=""
    )
    told = set(notes.values_list("item", flat=True))
    plain = [item for item in items if not profile.format.item(item).topics]
    return next((item for item in plain if item in told), items[0])


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
