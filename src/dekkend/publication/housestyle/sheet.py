"""The style sheet of one version: a few custom properties, under an address that holds their hash."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from django.urls import reverse

from dekkend.kit import contrast
from dekkend.region.models import HouseStyle


def sheet(style: HouseStyle) -> str:
    """Who has colours of his own keeps those."""
    values = {
        "accent": style.accent,
        "accent-deep": contrast.mixed(style.accent, 0.68, "#000000"),
        "accent-on": contrast.WHITE,
        "headline": style.second,
    }
    lines = "".join(f"--{name}:{value};" for name, value in values.items())
    return f"@media not (forced-colors: active){{:root{{{lines}}}}}\n"


def mark(style: HouseStyle) -> str:
    return sha256(sheet(style).encode()).hexdigest()[:16]


def address(style: HouseStyle) -> str:
    """For everybody; only of a version that was taken into use."""
    return reverse("house_style_css", args=[style.pk, mark(style)])


def logo_address(style: HouseStyle | None) -> str:
    return reverse("house_style_logo", args=[style.logo]) if style and style.logo else ""


@dataclass(frozen=True)
class Picture:
    """A logo on a page: where it is, its sides in pixels, and what is read aloud."""

    url: str
    width: int
    height: int
    label: str


def logo_of(style: HouseStyle | None) -> Picture | None:
    """Of a draft only its makers get it."""
    if style is None or not style.logo:
        return None
    url = logo_address(style)
    if style.number is None:
        scope = "school" if style.school_id else "bestuur"
        url = f"{reverse('house_style_draft_logo', args=[scope, style.owner.pk])}?{style.logo[:8]}"
    return Picture(url, style.logo_width, style.logo_height, f"Logo van {style.owner}")
