"""Where the rest of Dekkend gets its formats."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from django.db import DatabaseError

from .comparable import Comparable, comparable
from .lock import locked
from .model import Format
from .places import formats_folder
from .reader import read, read_known

_REF = re.compile(r"[a-z0-9-]{1,60}/[0-9A-Za-z]+([.-][0-9A-Za-z]+)*\Z")


class UnknownFormat(LookupError):
    """No such format. Its text is Dutch and says what to do."""

    def __init__(self, ref: str) -> None:
        known = ", ".join(sorted(locked())) or "geen"
        what = f"Het formaat “{ref}” is niet bekend. Bij Dekkend zelf horen: {known}."
        super().__init__(f"{what} Laad een eigen formaat met “dekkend formats load MAP”.")


@lru_cache(maxsize=32)
def get_format(ref: str) -> Format:
    """The format "slug/version". Raise UnknownFormat.

    The project's own folder comes first, then the database: so papers can be made without a database and a
    page costs no query. They cannot differ: `load_format` refuses another text under a reference of the project.
    """
    if not _REF.match(ref):
        raise UnknownFormat(ref)
    found = from_folder(ref) or from_database(ref)
    if found is None:
        raise UnknownFormat(ref)
    return found


def format_or_none(ref: object) -> Format | None:
    try:
        return get_format(str(ref or ""))
    except UnknownFormat:
        return None


def comparable_with(there: object, here: Format) -> Comparable:
    """What of the format with reference `there` may be laid beside `here`."""
    return comparable(here if there == here.ref else format_or_none(there), here, format_or_none)


def from_folder(ref: str) -> Format | None:
    """The project's own format, or None. Raise FaultsFound when its files are not in order."""
    folder = formats_folder() / ref
    if not (folder / "format.yml").is_file():
        return None
    found = own(folder)
    return found if found.ref == ref else None


@lru_cache(maxsize=32)
def own(folder: Path) -> Format:
    """The format in a folder of the project. It stays as it is while Dekkend runs, also when others are loaded."""
    return read(folder)


def from_database(ref: str) -> Format | None:
    from .models import FormatVersion  # `dekkend make` asks for a format before any table exists

    slug, _, version = ref.partition("/")
    try:
        row = FormatVersion.objects.filter(slug=slug, version=version).first()
    except DatabaseError:
        return None
    return read_known(row.files) if row else None


def known_refs() -> list[str]:
    """References of the project's released formats and of the loaded ones, in order."""
    from .models import FormatVersion

    return sorted({*locked(), *(row.ref for row in FormatVersion.objects.all())})
