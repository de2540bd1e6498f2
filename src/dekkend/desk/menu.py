"""The main menu, by what somebody may see."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Model
from django.http import HttpRequest
from django.urls import reverse

from dekkend.process.roles import TITLES, held_by
from dekkend.region.models import Alliance, Area, Board
from dekkend.region.queries import keys
from dekkend.web.menu import Item


def items(request: HttpRequest) -> list[Item]:
    """At most three queries, and only for who has several boards or wijken, or a samenwerkingsverband."""
    user: Any = getattr(request, "user", None)
    found = [Item("Scholen", reverse("public_schools"), order=90)]
    if user is None or not user.is_authenticated:
        return found
    found.append(Item("Mijn werk", reverse("desk"), order=10))
    found += each_of(Board, keys(user, "board", "board"), "Bestuur", "board", order=20)
    found += each_of(Area, keys(user, "area", "head", "coordinator"), "Wijk", "area", order=30)
    if places := keys(user, "alliance"):
        for alliance in Alliance.objects.filter(pk__in=places):
            found += of_alliance(user, alliance)
    return found


def each_of(model: type[Model], places: Iterable[int], name: str, page: str, *, order: int) -> list[Item]:
    """The one wijk is called so; of several each has its own name, or nobody could tell them apart."""
    named = [(place, name) for place in dict.fromkeys(places)]
    if len(named) > 1:
        rows: Any = model._default_manager.filter(pk__in=dict(named)).order_by("name", "pk")
        named = [(row.pk, str(row)) for row in rows]
    return [Item(told, reverse(page, args=[place]), order=order) for place, told in named]


def of_alliance(user: Any, alliance: Alliance) -> list[Item]:
    found = [
        Item("Samenwerkingsverband", reverse("alliance", args=[alliance.slug]), order=40),
        Item("Wijken", reverse("areas_of", args=[alliance.slug]), order=50),
    ]
    if alliance.pk in keys(user, "alliance", "administrator", "adviser"):
        found.append(Item("Hulp", reverse("supports", args=[alliance.slug]), order=45))
    if alliance.pk in keys(user, "alliance", "administrator"):
        found.append(Item("Beheer", reverse("region", args=[alliance.slug]), order=60))
    return found


def role(request: HttpRequest) -> str:
    """The one role somebody has, in words; "" for who has several."""
    titles = {TITLES[held.role] for held in held_by(request.user)}
    return titles.pop() if len(titles) == 1 else ""
