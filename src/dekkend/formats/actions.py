"""The only code that writes formats."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from django.db import transaction
from django.utils import timezone

from dekkend.audit.actions import SYSTEM, Actor, record

from .faults import Fault, FaultsFound
from .forebears import astray
from .lock import locked
from .model import Format
from .models import FormatVersion
from .queries import get_format
from .reader import read, texts_in
from .yamlfile import parse


def load_format(source: Path | Mapping[str, str], *, actor: Actor = SYSTEM) -> FormatVersion:
    """Check a format and make it usable. Loading the same again changes nothing.

    Raise FaultsFound when a file is wrong, when an item goes on with one that is not there, or when the same version
    was released with another text.
    """
    texts = texts_in(source)[0] if isinstance(source, Path) else dict(source)
    found = read(source)
    refuse_change(found)
    if faults := [*astray(found, texts)]:
        raise FaultsFound(faults)
    with transaction.atomic():
        row, is_new = FormatVersion.objects.get_or_create(
            slug=found.slug,
            version=found.version,
            defaults={
                "sha256": found.sha256,
                "files": texts,
                "name": found.name,
                "released_on": released_on(texts["format.yml"]),
            },
        )
        if row.sha256 != found.sha256:
            raise changed(found)
        if is_new:
            record("load_format", actor=actor, place=f"format/{row.ref}", data={"sha256": row.sha256})
    get_format.cache_clear()
    return row


def refuse_change(found: Format) -> None:
    """A version that the project has released cannot be loaded with another text either."""
    if locked().get(found.ref, found.sha256) != found.sha256:
        raise changed(found)


def changed(found: Format) -> FaultsFound:
    what = f"Versie {found.version} van “{found.slug}” is al uitgegeven, met een andere inhoud."
    return FaultsFound(
        [Fault("format.yml", 0, what, "Geef de nieuwe inhoud een nieuw nummer bij “version”.")]
    )


def released_on(text: str) -> date:
    """The day the file names, or today."""
    file, _ = parse("format.yml", text)
    named = file.data.get("released_on") if file else None
    return date.fromisoformat(named) if named else timezone.localdate()
