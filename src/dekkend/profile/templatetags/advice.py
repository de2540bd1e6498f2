"""The margin beside a form: {% advice "veld" section.id line.key %}."""

from __future__ import annotations

from typing import Any

from django import template
from django.template.context import RequestContext

register = template.Library()


@register.inclusion_tag("writing/advice.html", takes_context=True)
def advice(context: RequestContext, *key: object) -> dict[str, Any]:
    """`spots` of the page holds what is advised; a page without them has no margin."""
    spot = (context.get("spots") or {}).get(".".join(map(str, key)))
    return {"spot": spot, "profile": context["profile"], "csrf_token": context.get("csrf_token")}
