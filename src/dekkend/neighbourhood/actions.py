"""Agreeing in a wijk, and sealing what was agreed."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Any

from django.db import transaction
from django.utils import timezone

from dekkend.audit.actions import record
from dekkend.audit.revisions import Saved, revise
from dekkend.process.engine import check
from dekkend.region.models import Area, Round

from .content import content_of
from .models import AreaAgreement, AreaPlan, SealedPlan


def plan_of(area: Area, round: Round) -> AreaPlan:
    """The plan of this round, begun when it is not there yet. Two people at once get the same one."""
    plan, _ = AreaPlan.objects.get_or_create(area=area, round=round)
    return plan


@transaction.atomic
def add_agreement(area: Area, round: Round, *, actor: Any, need: str = "") -> AreaAgreement:
    """Begin an agreement, about a need when one is named."""
    who = check("edit_plan", area, actor=actor)
    if need:
        round.format.offer.need(need)  # StopIteration would be a fault of the page, not of a person
    agreement = AreaAgreement.objects.create(plan=plan_of(area, round))
    return revise(agreement, {"need": need}, base=0, actor=who).row if need else agreement


def change_agreement(agreement: AreaAgreement, changes: dict[str, Any], *, base: int, actor: Any) -> Saved:
    """Raise Conflict when somebody else wrote meanwhile."""
    who = check("edit_plan", agreement.plan.area, actor=actor)
    return revise(agreement, changes, base=base, actor=who)


@transaction.atomic
def remove_agreement(agreement: AreaAgreement, *, actor: Any) -> None:
    """What it said stays in the history."""
    who = check("edit_plan", agreement.plan.area, actor=actor)
    record("remove", actor=who, place=agreement.place, subject=agreement.subject, data=agreement.values())
    agreement.delete()


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
    digest = sha256(text.encode()).hexdigest()
    sealed = SealedPlan.objects.create(
        plan=plan,
        number=number,
        content=text,
        sha256=digest,
        sealed_on=today,
        sealed_by=f"{who.name}, {who.role}",
    )
    record("seal_plan", actor=who, place=area.place, subject=f"plan/{plan.pk}", data={"number": number})
    return sealed
