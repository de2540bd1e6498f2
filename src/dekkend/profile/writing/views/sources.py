"""What the margin says of the paragraphs of one text, and the two answers to a source that changed."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from django.template.loader import render_to_string

from dekkend.profile.base.models import Profile
from dekkend.profile.writing import actions
from dekkend.profile.writing.blocks import dug, named
from dekkend.profile.writing.drafting import Recipe, looked_at
from dekkend.profile.writing.margin import margin_of
from dekkend.profile.writing.origins import Traced
from dekkend.profile.writing.strip import strip_of


def margin_piece(profile: Profile, key: str, row: Any, recipe: Recipe) -> dict[str, str]:
    """The margin as it is after a save. Three queries where it has sources: of its paragraphs, or of a first draft."""
    known: Traced = row.traced
    drafts = looked_at(profile.format, recipe.rules) if known.unread or not known.text.strip() else []
    sources = known.sources | {each.id for each in drafts}
    blocks = dug(profile, named(profile.format, sources))
    shown = {"margin": margin_of(profile.format, known, blocks, recipe), "key": key, "can_write": True}
    return {f"margin-{key}": render_to_string("writing/margin.html", shown)}


def strip_piece(profile: Profile, spot: str, row: Any) -> dict[str, str]:
    """Last year's words as they stand beside a text, or folded under it, after a save. One query."""
    shown = {"strip": strip_of(profile, spot, row)}
    return {
        f"strip-{spot}": render_to_string("writing/strip.html", shown),
        f"other-{spot}": render_to_string("writing/strip_other.html", shown),
    }


def answer_source(request: HttpRequest, profile: Profile, row: Any) -> None:
    """ "take" or "leave" names the source and the seal of what was shown of it."""
    is_taken = "take" in request.POST
    source, _, seen = request.POST.get("take" if is_taken else "leave", "").rpartition(":")
    block = dug(profile, named(profile.format, [source])).get(source)
    if is_taken:
        actions.take_source(row, source, block, seen=seen, profile=profile, actor=request.user)
        messages.success(request, "Overgenomen. De alinea zegt nu wat er is afgesproken.")
    else:
        actions.leave_source(row, source, block, seen=seen, profile=profile, actor=request.user)
        messages.success(request, "De alinea blijft zoals zij is.")
