"""What the team says beside a text: {% comments "veld" section.id line.key %}."""

from __future__ import annotations

from typing import Any

from django import template
from django.template.context import RequestContext

register = template.Library()
KEPT = ("profile", "may_comment", "may_suggest", "may_close", "may_settle", "user", "csrf_token")


@register.inclusion_tag("writing/comments/beside.html", takes_context=True)
def comments(context: RequestContext, *key: object) -> dict[str, Any]:
    """`beside` of the page holds what is said at each spot."""
    spot = ".".join(map(str, key))
    return {
        "here": (context.get("beside") or {}).get(spot),
        "unfold": context.get("unfolded") == spot,
        **{name: context.get(name) for name in KEPT},
    }
