from __future__ import annotations

from django import template

from dekkend.formats.compare import WORDS, Comparison

register = template.Library()


@register.filter
def counted(found: Comparison) -> list[tuple[str, int]]:
    """What became of the items, in words, with how many; "zoals het was" first."""
    return [(WORDS[state], number) for state, number in found.counts.items()]
