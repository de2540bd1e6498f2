"""Figures in a template: `{% load figures %}`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from ..drawings import Drawing, Shape, pile, waffle
from ..words import figure, listed, many, number, upper_first

register = template.Library()
register.filter("figure", figure)
register.filter("number_word", number)
register.filter("upper_first", upper_first)


@register.filter
def names(values: Iterable[Any]) -> str:
    """ "Oost 2, Oost 3 en West 2" """
    return listed([str(value) for value in values])


@register.filter
def schools(count: int) -> str:
    """ "één school", "drie scholen" """
    return many(count, "school", "scholen")


@register.filter
def percent(part: int, whole: int) -> str:
    """ "47 %"; of something small "minder dan 1 %"; "" of nothing."""
    if not whole or not part:
        return ""
    share = 100 * part / whole
    return "minder dan 1 %" if share < 1 else f"{round(share)} %"


@register.simple_tag
def waffle_of(multiple: Any) -> SafeString:
    """One square is one school; what is unknown is a dot, and comes last."""
    drawing = waffle(
        [*((value.mark, count) for value, count in multiple.counts), ("blank", multiple.unknown)]
    )
    return svg("waffle", drawing)


def svg(css: str, drawing: Drawing) -> SafeString:
    return format_html(
        '<svg class="{}" viewBox="0 0 {} {}" aria-hidden="true">{}</svg>',
        css,
        drawing.width,
        drawing.height,
        paths(drawing.shapes),
    )


def paths(shapes: Iterable[Shape]) -> SafeString:
    return format_html_join("", '<path class="{}" d="{}"/>', ((shape.css, shape.d) for shape in shapes))


@register.inclusion_tag("analysis/parts/pile.html")
def pile_of(schools: int, most: int) -> dict[str, Any]:
    return {"pile": pile(schools, most)}
