"""`{% load dialogue %}`: `{{ told|at:item.id }}`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import template

register = template.Library()


@register.filter
def at(found: Mapping[str, Any], key: str) -> Any:
    """What stands under this key, None when nothing does."""
    return found.get(key)
