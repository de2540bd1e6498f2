from __future__ import annotations

from django.db.models import prefetch_related_objects
from django.http import Http404

from dekkend.formats.model import Section
from dekkend.profile.base.models import Profile
from dekkend.profile.base.road import Progress

from .parts import Part, count, parts_of

ROWS = (
    "texts",
    "arrangements__column_texts",
    "arrangements__things",
    "specialisations",
    "boundaries",
    "improvements",
    "provision_texts",
    "round__catalogue__provisions",
)


def with_rows(profile: Profile) -> Profile:
    """Read all that was written, once: ten queries, and none after for parts, papers and road."""
    prefetch_related_objects([profile], *ROWS)
    return profile


def open_parts(profile: Profile) -> list[Part]:
    """The parts that submitting waits for."""
    return [part for part in parts_of(profile) if part.missing]


def progress(profile: Profile) -> Progress:
    """Where station 3 is."""
    left = len(open_parts(profile))
    if not left:
        return Progress(done=True)
    return Progress(done=False, open=f"Nog {count(left, 'deel', 'delen')} niet klaar.")


def first_unfinished(profile: Profile) -> Part:
    """Where the writer goes on: what must be there first, then what may be there."""
    parts = parts_of(profile)
    waiting = [part for part in parts if part.missing] or [part for part in parts if not part.is_done]
    return (waiting or list(parts))[0]


def section_of(profile: Profile, section: str) -> Section:
    try:
        return profile.format.section(section)
    except KeyError as error:
        raise Http404 from error
