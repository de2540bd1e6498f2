"""The papers of an adopted version: made once, kept under their sha256, served from there (rulings 3)."""

from __future__ import annotations

import json
import logging
from dataclasses import replace
from typing import Any

from django.conf import settings
from django.db import transaction
from django.urls import reverse

from dekkend.adoption.queries import decisions_of
from dekkend.audit.actions import Actor
from dekkend.documents.look import dressed
from dekkend.documents.papers import FORMS, render
from dekkend.formats.queries import get_format
from dekkend.profile.models import Paper, Profile, Version
from dekkend.profile.version.keep import Name, is_kept, keep, style_for
from dekkend.profile.version.papers import PUBLIC
from dekkend.region.housestyle.queries import look
from dekkend.region.models import HouseStyle

from .openness import public_content

DATA: Name = ("profile", "json")
# The end of the public address of each.
ADDRESSES: dict[str, Name] = {
    **{f"{kind.id}.{form}": (kind.kept, form) for kind in PUBLIC.values() for form in FORMS},
    "profiel.json": DATA,
}

log = logging.getLogger(__name__)


def made(version: Version, style: HouseStyle | None = None) -> dict[Name, bytes]:
    """All papers of this version as bytes, in this style. Some tenths of a second: never within a transaction."""
    content, decisions = version.data, replace(decisions_of(version), page=page_of(version))
    fmt = get_format(content["format"])
    worn = look(style, version.profile.school)
    files = {
        (kind.kept, form): render(tree, form)
        for kind in PUBLIC.values()
        for tree in (dressed(kind.tree(content, fmt, decisions), worn),)
        for form in FORMS
    }
    files[DATA] = data_file(public_content(content, fmt, decisions))
    return files


def data_file(data: dict[str, Any]) -> bytes:
    return (json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def page_of(version: Version) -> str:
    """Where the world reads what is in force at this school: what the code on the poster opens."""
    return settings.ADDRESS + reverse("public_school", args=[version.profile.school.brin6])


def keep_papers(version: Version) -> list[Paper]:
    """Make them and keep them, in the house style of now; a second time in that of the first."""
    style = style_for(version)
    return keep(version, made(version, style), style)


def papers_of(version: Version) -> dict[str, Paper]:
    """The kept ones by the end of their address, in the order of the addresses. One query."""
    kept = {(paper.kind, paper.form): paper for paper in version.papers.all()}
    return {end: kept[name] for end, name in ADDRESSES.items() if name in kept}


def are_kept(version: Version) -> bool:
    """Every paper has its row and its file. One query."""
    kept = papers_of(version)
    return len(kept) == len(ADDRESSES) and all(is_kept(paper) for paper in kept.values())


def after_adoption(profile: Profile, *, made: Any, actor: Actor) -> None:
    """Hook of "adopt": the papers are made when the act is safe on the disk, outside its transaction.

    If that fails, the adoption stands; `papers_kept` says so and the page offers to make them again.
    """

    # Named: Django writes the name of what failed in its log, and a partial has none.
    def keep_adopted() -> None:
        keep_for(profile.pk)

    transaction.on_commit(keep_adopted, robust=True)


def keep_for(key: int) -> None:
    profile = Profile.objects.select_related("adopted__profile__school__alliance").get(pk=key)
    if profile.adopted is not None:
        keep_papers(profile.adopted)
