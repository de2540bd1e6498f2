"""What is still missing before a profile can be submitted, with the page where it is repaired."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from django.urls import reverse

from dekkend.profile.base.models import Profile

from .compile import content_of
from .content import gaps
from .content.gaps import CHECKLIST, PROVISIONS, PUPILS

# Stations of which the page is not that of a section.
PAGES = {
    CHECKLIST: ("dialogue", "Spreek de antwoorden af", "Dialoog"),
    PROVISIONS: ("provisions", "Schrijf de basisvoorzieningen af", "Basisvoorzieningen"),
    PUPILS: ("pupils", "Schrijf de stem van leerlingen op", "Leerlingen"),
}


@dataclass(frozen=True)
class Missing:
    """What is open in one place."""

    name: str
    texts: list[str]
    url: str
    link: str


def missing(profile: Profile) -> list[Missing]:
    """In the order of the road; empty when it can be submitted. About fifteen queries."""
    found = gaps(content_of(profile), profile.format)
    return [
        place(profile, key, [gap.text for gap in group])
        for key, group in groupby(found, lambda gap: gap.section)
    ]


def place(profile: Profile, key: str, texts: list[str]) -> Missing:
    if key in PAGES:
        page, link, name = PAGES[key]
        return Missing(name, under(name, texts), reverse(page, args=[profile.pk]), link)
    section = profile.format.section(key)
    name = f"Deel {section.number}, {section.short}"
    return Missing(
        name, under(name, texts), reverse("section", args=[profile.pk, key]), f"Naar deel {section.number}"
    )


def under(name: str, texts: list[str]) -> list[str]:
    """A sentence that stands under its name need not begin with it."""
    bare = [text.removeprefix(f"{name}: ") for text in texts]
    return [text[:1].upper() + text[1:] for text in bare]
