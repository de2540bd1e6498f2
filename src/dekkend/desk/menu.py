"""The main menu, by what somebody may see."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from dekkend.process.roles import held_by
from dekkend.region.models import Alliance, Board
from dekkend.region.queries import keys


def items(request: HttpRequest) -> list[tuple[str, str]]:
    """(label, address) pairs. At most two queries, and only for who has a board or a samenwerkingsverband."""
    public = [("Scholen", reverse("public_schools"))]
    user: Any = request.user
    if not user.is_authenticated or not held_by(user):
        return public
    found = [("Mijn werk", reverse("desk"))]
    if keys(user, "board", "board"):
        boards = Board.objects.filter(pk__in=keys(user, "board", "board"))
        found += [("Bestuur", reverse("board", args=[board.pk])) for board in boards]
    if places := keys(user, "alliance"):
        for alliance in Alliance.objects.filter(pk__in=places):
            found += of_alliance(user, alliance)
    found += [("Wijk", reverse("area", args=[key])) for key in dict.fromkeys(keys(user, "area", "head", "coordinator"))]
    return [*found, *public]


def of_alliance(user: Any, alliance: Alliance) -> list[tuple[str, str]]:
    roles = {held.role for held in held_by(user) if (held.scope, held.key) == ("alliance", alliance.pk)}
    found = [("Samenwerkingsverband", reverse("alliance", args=[alliance.slug])), ("Wijken", reverse("areas_of", args=[alliance.slug]))]
    if "administrator" in roles:
        found.append(("Beheer", reverse("region", args=[alliance.slug])))
    return found
