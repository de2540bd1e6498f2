"""Whose guest one is, and how far the help of the samenwerkingsverband is: for any page of a profile."""

from __future__ import annotations

from typing import Any

from django import template

from dekkend.process.engine import has_role, may
from dekkend.profile.dialogue.support.queries import running, visit

register = template.Library()


@register.inclusion_tag("support/guest.html", takes_context=True)
def guest_line(context: Any) -> dict[str, Any]:
    """No query for who is no guest."""
    request, profile = context.get("request"), context.get("profile")
    user = getattr(request, "user", None)
    found = (
        visit(user, profile) if profile is not None and user is not None and user.is_authenticated else None
    )
    return {"support": found, "profile": profile, "request": request}


@register.inclusion_tag("support/state.html", takes_context=True)
def support_state(context: Any) -> dict[str, Any]:
    """For the page of the dialogue: one query."""
    user, profile = context["request"].user, context["profile"]
    return {
        "profile": profile,
        "support": running(profile),
        "may_ask": may("ask_support", user, profile),
        "may_withdraw": may("withdraw_support", user, profile),
        "may_close": has_role("close_support", user, profile),
        "csrf_token": context.get("csrf_token"),
    }
