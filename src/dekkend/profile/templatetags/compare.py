"""For the page of a comparison. `{% load compare %}`."""

from __future__ import annotations

from typing import Any

from django import template

register = template.Library()


@register.filter
def at(found: dict[str, Any], key: str) -> Any:
    """What a dict holds under a key that stands in a variable."""
    return found.get(key)
