"""Files of a version, kept under their sha256. A name says where a file is and proves what is in it."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from django.conf import settings

from dekkend.documents.look import Look
from dekkend.kit import shelf
from dekkend.region.housestyle.queries import look, style_of
from dekkend.region.models import HouseStyle

from .models import Paper, Version

Name = tuple[str, str]  # kind and form: ("sop", "pdf")


class PaperBroken(Exception):
    """The file is gone, or its bytes are no longer those that were kept."""


def keep(version: Version, files: Mapping[Name, bytes], style: HouseStyle | None = None) -> list[Paper]:
    """Store every file and note it with its version. The files come first, so that a row never points to nothing.

    A second time the rows follow the new bytes; the old files stay, for somebody may have them.
    """
    rows = [
        Paper(version=version, kind=kind, form=form, sha256=store(data), size=len(data), style=style)
        for (kind, form), data in files.items()
    ]
    return Paper.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["version", "kind", "form"],
        update_fields=["sha256", "size", "style"],
    )


def style_for(version: Version) -> HouseStyle | None:
    """The house style of its papers: that of the kept ones, else what holds now. At most two queries."""
    kept: Paper | None = version.papers.select_related("style").first()
    return kept.style if kept else style_of(version.profile.school)


def look_for(version: Version) -> Look:
    """How every paper of this version looks, wherever it is made. At most two queries."""
    return look(style_for(version), version.profile.school)


def store(data: bytes) -> str:
    """Put the bytes on the disk and give their sha256."""
    digest = sha256(data).hexdigest()
    path = path_of(digest)
    if not is_whole(path, digest):
        shelf.write(path, data)
    return digest


def read(paper: Paper) -> bytes:
    """The bytes as they were kept. Raise PaperBroken when they are not."""
    path = path_of(paper.sha256)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise PaperBroken(str(paper)) from error
    if sha256(data).hexdigest() != paper.sha256:
        raise PaperBroken(str(paper))
    return data


def is_kept(paper: Paper) -> bool:
    """There, and of the right size; the hash is computed when it is read."""
    try:
        return path_of(paper.sha256).stat().st_size == paper.size
    except OSError:
        return False


def is_whole(path: Path, digest: str) -> bool:
    try:
        return sha256(path.read_bytes()).hexdigest() == digest
    except OSError:
        return False


def path_of(digest: str) -> Path:
    """<files>/papers/ab/abcdef…"""
    return Path(settings.MEDIA_ROOT) / "papers" / digest[:2] / digest
