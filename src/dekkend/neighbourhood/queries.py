from __future__ import annotations

from typing import Any

from django.db.models import Q
from django.http import Http404

from dekkend.region.models import Area, Round
from dekkend.region.queries import keys

from .models import AreaAgreement


def area_of(user: Any, area: int) -> Area:
    """For `page(…, load=area_of)`: a wijk of one's own school or samenwerkingsverband, or 404."""
    mine = Q(pk__in=keys(user, "area", "head", "coordinator")) | Q(alliance__in=keys(user, "alliance"))
    found = Area.objects.select_related("alliance", "district").filter(mine, pk=area).first()
    if found is None:
        raise Http404
    return found


def round_of(area: Area, asked: str | None) -> Round:
    """The round that was asked for ("2027"), else the newest. 404 when there is none."""
    rounds = area.alliance.rounds.select_related("catalogue")
    found = rounds.filter(first_year=asked).first() if asked and asked.isdigit() else rounds.first()
    if found is None:
        raise Http404
    return found


def agreement_in(area: Area, key: int) -> AreaAgreement:
    found = (
        AreaAgreement.objects.select_related("plan__area", "plan__round")
        .filter(plan__area=area, pk=key)
        .first()
    )
    if found is None:
        raise Http404
    return found
