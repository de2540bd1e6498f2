"""What is still missing before a profile can be submitted, with the page where it is repaired."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from django.urls import reverse

from dekkend.profile.base.models import Profile
from dekkend.profile.writing.parts import QUESTION, split
from dekkend.profile.writing.queries import with_rows
from dekkend.profile.writing.unread import Unread, unread_drafts

from .compile import content_of
from .content import gaps
from .content.gaps import CHECKLIST, PROVISIONS, PUPILS, Gap
from .moving.queries import open_items

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
    order = [CHECKLIST, *(section.id for section in profile.format.sections), PROVISIONS, PUPILS]
    open_gaps = [*gaps(content_of(with_rows(profile)), profile.format), *unanswered(profile)]
    open_gaps.sort(key=lambda gap: order.index(gap.section))
    found = {
        key: place(profile, key, [gap.text for gap in group])
        for key, group in groupby(open_gaps, lambda gap: gap.section)
    }
    drafted = {
        key: list(group) for key, group in groupby(unread_drafts(profile), lambda each: each.section.id)
    }
    places: list[Missing] = looks(profile)
    for key in order:
        places += [found[key]] if key in found else []
        places += [
            unread(row, list(group)) for row, group in groupby(drafted.get(key, ()), lambda each: each.row)
        ]
    return places


def unread(row: str, drafts: list[Unread]) -> Missing:
    """First drafts of one section, or of one arrangement in it."""
    section = drafts[0].section
    name = f"Deel {section.number}, {row or section.short}"
    return Missing(name, [each.text for each in drafts], drafts[0].url, "Kijk na")


def looks(profile: Profile) -> list[Missing]:
    """What went along to a new version of the checklist, and has to be looked at."""
    numbers = [profile.format.item(item).number for item in open_items(profile)]
    if not numbers:
        return []
    told = f"Kijk na of de antwoorden nog kloppen: {', '.join(numbers)}."
    return [Missing("Nieuwe checklist", [told], reverse("moved", args=[profile.pk]), "Kijk ze na")]


def unanswered(profile: Profile) -> list[Gap]:
    """Improvement points of last year of which nobody said what became of them; no version knows these."""
    section = profile.format.section_of_kind("improvements")
    asked, _ = split(profile)
    return [Gap(section.id, QUESTION.format(row.title)) for row in asked] if section else []


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
