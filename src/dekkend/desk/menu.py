"""The main menu, by what somebody may see."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from dekkend.process.roles import TITLES, held_by
from dekkend.region.models import Alliance, Area
from dekkend.region.queries import keys
from dekkend.web.menu import Item


def items(request: HttpRequest) -> list[Item]:
    """At most two queries, and only for who has schools in several wijken, or a samenwerkingsverband."""
    user: Any = getattr(request, "user", None)
    found = [Item("Scholen", reverse("public_schools"), order=90)]
    if user is None or not user.is_authenticated:
        return found
    found.append(Item("Mijn werk", reverse("desk"), order=10))
    boards = keys(user, "board", "board")
    found += [Item("Bestuur", reverse("board", args=[board]), order=20) for board in boards]
    found += of_areas(list(dict.fromkeys(keys(user, "area", "head", "coordinator"))))
    if places := keys(user, "alliance"):
        for alliance in Alliance.objects.filter(pk__in=places):
            found += of_alliance(user, alliance)
    return found


def of_areas(areas: list[int]) -> list[Item]:
    """The one wijk is called so; of several each has its name, or nobody could tell them apart."""
    names = [(area, "Wijk") for area in areas]
    if len(areas) > 1:
        names = list(Area.objects.filter(pk__in=areas).order_by("name").values_list("pk", "name"))
    return [Item(name, reverse("area", args=[area]), order=30) for area, name in names]


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
