"""Beheer: schools, areas, people and rounds of one samenwerkingsverband."""

from typing import Any

from django.http import Http404

from dekkend.region.models import Alliance
from dekkend.region.queries import keys


def alliance_of(user: Any, alliance: str) -> Alliance:
    """For `page(…, load=alliance_of)`: the samenwerkingsverband of this slug, or 404 for who has no role there."""
    found = Alliance.objects.filter(slug=alliance, pk__in=keys(user, "alliance")).first()
    if found is None:
        raise Http404
    return found
