"""Figures in a template: `{% load figures %}`."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from django import template
from django.template import Context
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from dekkend.formats.model import SupportNeed
from dekkend.kit.words import listed

from ..coverage import Cell
from ..drawings import Drawing, Shape, pile, waffle
from ..words import figure, many, number, upper_first

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


@register.simple_tag(takes_context=True)
def cells(context: Context, need: SupportNeed, row: Iterable[Cell]) -> SafeString:
    """The cells of one need. Not a template of its own: hundreds of them make the overview twice as slow."""
    slug, at_round = context["alliance"].slug, context["at_round"]
    links = ((cell, reverse("offer", args=[slug, need.id, cell.place.slug]) + at_round) for cell in row)
    return format_html_join("\n", CELL, (cell_parts(cell, link) for cell, link in links))


CELL = '<td class="cell" data-level="{}">{}<a href="{}">{}{}</a></td>'
# One school: half the cell is painted.
HALF = mark_safe(
    '<svg class="cell__half" viewBox="0 0 100 50" preserveAspectRatio="none" aria-hidden="true">'
    '<path d="M0 50 100 0v50z"/></svg>'
)
MORE = mark_safe('<span class="hidden-text"> scholen</span>')


def cell_parts(cell: Cell, link: str) -> tuple[Any, ...]:
    level = cell.level
    return level, HALF if level == "1" else "", link, cell.word, MORE if cell.offers > 1 else ""


@register.simple_tag
def waffle_of(multiple: Any) -> SafeString:
    """One square is one school; what is unknown is a dot, and comes last."""
    groups = [*((value.mark, count) for value, count in multiple.counts), ("blank", multiple.unknown)]
    return drawn(tuple(groups))


@lru_cache(maxsize=256)
def drawn(groups: tuple[tuple[str, int], ...]) -> SafeString:
    """The same numbers are the same drawing."""
    return svg("waffle", waffle(groups))


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
