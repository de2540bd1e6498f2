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
    areas = Area.objects.select_related("alliance", "district").defer("shape")
    found = areas.filter(mine, pk=area).first()
    if found is None:
        raise Http404
    return found


def round_of(rounds: list[Round], asked: str | None) -> Round:
    """The round that was asked for ("2027"), else the newest. 404 when there is none."""
    for round in rounds:
        if not asked or str(round.first_year) == asked:
            return round
    raise Http404


def agreement_in(area: Area, key: int) -> AreaAgreement:
    agreements = AreaAgreement.objects.select_related("plan__area__alliance", "plan__round")
    found = agreements.filter(plan__area=area, pk=key).first()
    if found is None:
        raise Http404
    return found
