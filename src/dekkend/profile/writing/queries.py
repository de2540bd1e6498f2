from __future__ import annotations

from collections import defaultdict
from typing import Any

from django.db.models import QuerySet
from django.http import Http404

from dekkend.formats.model import Format, Section
from dekkend.kit.at_once import AtOnce
from dekkend.profile.base.models import Profile
from dekkend.profile.base.road import Progress
from dekkend.profile.checklist.models import Summary
from dekkend.profile.dialogue.models import Agreement
from dekkend.region.models import Provision

from .comments.models import Comment, CommentReply
from .models import (
    Arrangement,
    Boundary,
    Carried,
    ColumnText,
    ImprovementPoint,
    ProvisionText,
    SectionText,
    Specialisation,
    Thing,
    Waved,
)
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


def written_in(profile: Any) -> dict[str, QuerySet[Any, Any]]:
    """By the names that a profile has for them; what hangs deeper has two."""
    return {
        "texts": SectionText.objects.filter(profile=profile),
        "arrangements": Arrangement.objects.filter(profile=profile),
        "arrangements.column_texts": ColumnText.objects.filter(arrangement__profile=profile),
        "arrangements.things": Thing.objects.filter(arrangement__profile=profile),
        "specialisations": Specialisation.objects.filter(profile=profile),
        "boundaries": Boundary.objects.filter(profile=profile),
        "improvements": ImprovementPoint.objects.filter(profile=profile),
        "provision_texts": ProvisionText.objects.filter(profile=profile),
        "round.catalogue.provisions": Provision.objects.filter(catalogue__rounds__profiles=profile),
    }


def shown_of(profile: Any) -> dict[str, QuerySet[Any, Any]]:
    """What a page of this station shows besides: what the texts rest on, what came along, what is said of them."""
    return {
        **written_in(profile),
        "carried": Carried.objects.filter(profile=profile),
        "waved": Waved.objects.filter(profile=profile),
        "comments": Comment.objects.filter(profile=profile),
        "comments.replies": CommentReply.objects.filter(comment__profile=profile),
        "agreements": Agreement.objects.filter(profile=profile),
        "summaries": Summary.objects.filter(profile=profile),
    }


READ_WRITTEN, READ_PAGE = AtOnce(written_in), AtOnce(shown_of)


def with_rows(profile: Profile) -> Profile:
    """Read all that was written, once: one query, and none after for parts, papers and road."""
    return hung(profile, READ_WRITTEN) if "provision_texts" not in held(profile) else profile


def with_page(profile: Profile) -> Profile:
    """Read all that a page of this station shows: one query."""
    return hung(profile, READ_PAGE)


def held(profile: Profile) -> dict[str, Any]:
    cache: dict[str, Any] = profile.__dict__.setdefault("_prefetched_objects_cache", {})
    return cache


def hung(profile: Profile, read: AtOnce) -> Profile:
    """The rows under the profile, as if each was prefetched."""
    found = read(profile.pk)
    if "carried" in found:
        Profile._meta.get_field("carried").set_cached_value(profile, next(iter(found.pop("carried")), None))
    for name in sorted(found, key=lambda name: name.count(".")):
        path, _, last = name.rpartition(".")
        owners = [profile.round.catalogue] if path.startswith("round") else found.get(path, [profile])
        hang(owners, last, found[name])
    return profile


def hang(owners: list[Any], name: str, rows: list[Any]) -> None:
    """Each row under its owner, as Django keeps what it prefetched."""
    if not owners:
        return
    field = getattr(owners[0], name).field
    under = defaultdict(list)
    for row in rows:
        under[getattr(row, field.attname)].append(row)
    for owner in owners:
        mine = under[owner.pk]
        for row in mine:
            field.set_cached_value(row, owner)
        known = getattr(owner, name).get_queryset()
        known._result_cache, known._prefetch_done = mine, True
        owner.__dict__.setdefault("_prefetched_objects_cache", {})[name] = known


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
    return section_in(profile.format, section)


def section_in(fmt: Format, section: str) -> Section:
    """One of this format, or 404."""
    try:
        return fmt.section(section)
    except KeyError as error:
        raise Http404 from error
