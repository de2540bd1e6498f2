"""Agreeing in a wijk, and sealing what was agreed."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.dateparse import parse_date

from dekkend.audit.actions import Actor, record
from dekkend.audit.models import Event
from dekkend.audit.revisions import Saved, revise
from dekkend.process.engine import Refused, check
from dekkend.region.models import Area, Round

from .content import content_of
from .models import AreaAgreement, AreaPlan, SealedPlan


def plan_of(area: Area, round: Round) -> AreaPlan:
    """The plan of this round, begun when it is not there yet. Two people at once get the same one."""
    plan, _ = AreaPlan.objects.get_or_create(area=area, round=round)
    return plan


@transaction.atomic
def add_agreement(area: Area, round: Round, *, actor: Any, need: str = "", what: str = "") -> AreaAgreement:
    """Begin an agreement, about a need when one is named."""
    who = check("edit_plan", area, actor=actor)
    return begin(AreaAgreement(plan=plan_of(area, round), need=need, what=what), who)


def begin(agreement: AreaAgreement, who: Actor) -> AreaAgreement:
    agreement.revision = 1
    agreement.save()
    told = agreement.values()
    record("add", actor=who, place=agreement.place, subject=agreement.subject, revision=1, data=told)
    return agreement


def change_agreement(agreement: AreaAgreement, changes: dict[str, Any], *, base: int, actor: Any) -> Saved:
    """Raise Conflict when somebody else wrote meanwhile."""
    who = check("edit_plan", agreement.plan.area, actor=actor)
    return revise(agreement, changes, base=base, actor=who)


@transaction.atomic
def remove_agreement(agreement: AreaAgreement, *, actor: Any) -> Event:
    """What it said stays in the history, and `put_back` brings it back."""
    who = check("edit_plan", agreement.plan.area, actor=actor)
    data = {"plan": agreement.plan_id, "values": agreement.values()}
    event = record("remove", actor=who, place=agreement.place, subject=agreement.subject, data=data)
    agreement.delete()
    return event


@transaction.atomic
def put_back(area: Area, event: Event, *, actor: Any) -> AreaAgreement:
    """Undo a removal; a second press is refused. The agreement gets a new key and its last words."""
    who = check("edit_plan", area, actor=actor)
    plan = AreaPlan.objects.select_for_update().get(pk=event.data["plan"], area=area)
    if Event.objects.filter(act="put_back", place=area.place, data__removal=str(event.pk)).exists():
        raise Refused("Deze afspraak is al teruggezet.")
    told = dict(event.data["values"])
    told["until"] = parse_date(told["until"]) if told["until"] else None
    agreement = begin(AreaAgreement(plan=plan, **told), who)
    record(
        "put_back", actor=who, place=area.place, subject=agreement.subject, data={"removal": str(event.pk)}
    )
    return agreement


@transaction.atomic
def seal_plan(area: Area, round: Round, *, actor: Any) -> SealedPlan:
    """File what was agreed as it is today."""
    plan = plan_of(area, round)
    AreaPlan.objects.select_for_update().get(pk=plan.pk)
    who = check("seal_plan", area, actor=actor, plan=plan)
    today = timezone.localdate()
    number = plan.sealed.count() + 1
    content = {**content_of(plan), "number": number, "sealed_on": today.isoformat()}
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    sealed = SealedPlan.objects.create(
        plan=plan,
        number=number,
        content=text,
        sha256=sha256(text.encode()).hexdigest(),
        sealed_on=today,
        sealed_by=f"{who.name}, {who.role}",
    )
    data = {"number": number, "sha256": sealed.sha256}
    record("seal_plan", actor=who, place=area.place, subject=f"areaplan/{plan.pk}", data=data)
    return sealed
