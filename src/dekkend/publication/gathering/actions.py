"""Asking for the papers of a whole round. The making itself is done by `dekkend run-due`: see jobs.py."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils import timezone

from dekkend.audit.actions import record
from dekkend.process.engine import Refused, actor_of
from dekkend.publication.models import Gathering
from dekkend.region.models import Round

from .sources import Choice, versions_in

# From the page: what is public, of adopted versions (rulings 5 and 9).
PAGE = Choice()


@transaction.atomic
def ask(round: Round, *, actor: Any) -> tuple[Gathering, bool]:
    """The gathering that will be made, and whether this press began it: while one runs, there is no second."""
    who = actor_of("gather_papers", actor, round.alliance)
    Round.objects.select_for_update(of=("self",)).get(pk=round.pk)  # two who press at once
    if not versions_in(round, PAGE).exists():
        raise Refused(
            "In deze ronde is nog geen profiel vastgesteld. Als dat er is, maak je hier het bestand."
        )
    found = Gathering.objects.open().filter(round=round).first()
    if found and not found.is_silent:
        return found, False
    gathering = found or Gathering(round=round)
    gathering.state, gathering.worker, gathering.tries = Gathering.State.WAITING, "", 0
    gathering.asked_by, gathering.asked_at = f"{who.name}, {who.role}", timezone.now()
    gathering.save()
    told = {"round": round.schooljaar, "again": bool(found)}
    record("gather_papers", actor=who, place=round.alliance.place, subject=f"round/{round.pk}", data=told)
    return gathering, True
