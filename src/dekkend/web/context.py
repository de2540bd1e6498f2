"""What every page's head and foot need."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse

from .house import house_of
from .menu import items_for, role_of


def shell(request: HttpRequest) -> dict[str, Any]:
    """menu, own_menu: lines of the head; account: who is signed in, or None; house; demo; home_url."""
    items = items_for(request)
    house = house_of(request)
    account = account_of(request)
    return {
        "menu": [item for item in items if not item.own],
        "own_menu": [item for item in items if item.own],
        "account": account,
        "alliance": house.alliance,
        "theme_url": house.theme_url,
        "demo": settings.DEMO,
        "home_url": home(signed_in=account is not None),
    }


def account_of(request: HttpRequest) -> dict[str, str] | None:
    """Requests that failed before the session was read have no user at all."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return None
    return {"name": str(user), "role": role_of(request)}


def home(*, signed_in: bool) -> str:
    if not signed_in:
        return "/"
    try:
        return reverse("desk")
    except NoReverseMatch:
        return "/"
