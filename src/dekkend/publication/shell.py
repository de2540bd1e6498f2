"""What publication adds to the road and to the head of every page."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from dekkend.profile.base.models import Profile
from dekkend.profile.base.road import Progress, Station
from dekkend.region.models import Alliance, HouseStyle
from dekkend.web.house import House

from .housestyle.sheet import address


def progress(profile: Profile) -> Progress:
    done = profile.state == Profile.State.PUBLISHED
    return Progress(done, "" if done else "Het profiel is vastgesteld en nog niet openbaar.")


station = Station(
    key="publication", url="publication", act="see_road", turn="De directeur is aan zet", progress=progress
)


def house_of(request: HttpRequest) -> House | None:
    """The samenwerkingsverband of this page, as far as it is known without a query; a page may have a style on it."""
    alliance: Any = getattr(request, "alliance", None) or alliance_of(getattr(request, "subject", None))
    if alliance is None:
        return None
    if keys := getattr(request, "draft_of", None):
        return House(alliance.name, reverse("house_style_draft_css", args=keys))
    style: HouseStyle | None = getattr(request, "house_style", None)
    return House(alliance.name, address(style)) if style else house(alliance)


def alliance_of(subject: Any) -> Alliance | None:
    """Of a profile, version, copy, school or area that came with it."""
    if isinstance(subject, Alliance):
        return subject
    for name in ("alliance", "school", "profile"):
        upper = getattr(getattr(subject, "_state", None), "fields_cache", {}).get(name)
        if upper is not None and (found := alliance_of(upper)):
            return found
    return None


def house(alliance: Alliance) -> House:
    """The colour stands in the address, so that a changed colour is seen at once."""
    standard = Alliance._meta.get_field("accent").get_default()
    if alliance.accent == standard:
        return House(alliance.name)
    return House(alliance.name, f"{reverse('theme', args=[alliance.slug])}?{alliance.accent.lstrip('#')}")
