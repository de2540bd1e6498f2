"""What stands in the head of the page. Rooms above say at start-up what they add; this room knows none of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from django.http import HttpRequest


@dataclass(frozen=True)
class Item:
    """One line of the menu. `order` sorts; the page itself and the pages below it mark the line as current."""

    label: str
    url: str
    order: int = 50
    own: bool = False  # at the right, beside the account: help
    current: bool = False


Items = Callable[[HttpRequest], Iterable[Item]]
Role = Callable[[HttpRequest], str]

_items: list[Items] = []
_roles: list[Role] = []


def add(items: Items) -> None:
    """`items(request)` gives the lines for whoever asks; called once for each page."""
    if items not in _items:
        _items.append(items)


def name_role(role: Role) -> None:
    """`role(request)` says in Dutch in which role somebody is here: "intern begeleider". "" when it cannot say."""
    if role not in _roles:
        _roles.append(role)


def items_for(request: HttpRequest) -> list[Item]:
    found = sorted((item for items in _items for item in items(request)), key=lambda item: item.order)
    here = nearest(request.path, [item.url for item in found])
    return [replace(item, current=bool(here) and item.url == here) for item in found]


def nearest(path: str, urls: Iterable[str]) -> str:
    """The longest address that this path is, or lies under; "" when there is none. "/" counts only as itself."""
    under = [url for url in urls if path == url or (url != "/" and path.startswith(url.rstrip("/") + "/"))]
    return max(under, key=len, default="")


def role_of(request: HttpRequest) -> str:
    return next((words for role in _roles if (words := role(request))), "")
