"""Everything in one file, and back: the database as JSON and the files, on either database."""

from __future__ import annotations

import io
import json
import tempfile
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.core.serializers.base import DeserializationError
from django.db import DatabaseError, connection, transaction

ROWS, ABOUT, FILES = "rows.json", "about.json", "files/"
# Sessions are left out: whoever has the file must not be able to come in with it. So are letters that wait: they
# may hold such a link, and must not go a second time when the file is put back.
LEFT_OUT = ["sessions", "contenttypes", "auth.permission", "django_tasks_database"]

# All that a file which is no back-up, or only half of one, can bring about; a RecursionError is a RuntimeError.
BROKEN = (
    OSError, EOFError, zipfile.BadZipFile, zlib.error, DatabaseError, DeserializationError, LookupError, ValueError,
    TypeError, AttributeError, ArithmeticError, RuntimeError,
)  # fmt: skip


def write(target: Path, echo: Callable[[str], None]) -> int:
    """`dekkend backup FILE`: written beside the target first, so that a half file never has its name."""
    if target.exists():
        echo(f"{target} bestaat al. Kies een andere naam; een back-up wordt niet overschreven.")
        return 1
    try:
        with tempfile.NamedTemporaryFile(dir=target.parent, delete=False) as made:
            pack(Path(made.name))
        Path(made.name).rename(target)
    except OSError as error:
        echo(f"{target} is niet te schrijven: {error.strerror}.")
        return 1
    target.chmod(0o600)  # it holds everything, passwords hashed
    echo(f"Bewaard in {target} ({target.stat().st_size // 1024} kB).")
    return 0


def pack(target: Path) -> None:
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive, transaction.atomic():
        rows = io.StringIO()
        call_command("dumpdata", exclude=LEFT_OUT, natural_foreign=True, stdout=rows)
        archive.writestr(ROWS, rows.getvalue())
        archive.writestr(ABOUT, json.dumps({"dekkend": 1, "migrations": migrations()}))
        for file in sorted(Path(settings.MEDIA_ROOT).rglob("*")):
            if file.is_file():
                archive.write(file, FILES + str(file.relative_to(settings.MEDIA_ROOT)))


def read(source: Path, echo: Callable[[str], None]) -> int:
    """`dekkend restore FILE`: into an empty, migrated database only; all or nothing."""
    try:
        with zipfile.ZipFile(source) as archive:
            about = json.loads(archive.read(ABOUT))
            rows = archive.read(ROWS).decode()
            if fault := unfit(about):
                echo(fault)
                return 1
            places = targets(archive)
            load(rows)
            unpack(archive, places)
    except BROKEN as error:
        echo(f"{source} is geen bruikbare back-up van Dekkend ({error}). Er is niets veranderd.")
        return 1
    echo("Alles staat terug.")
    return 0


def unfit(about: Any) -> str:
    """Why this back-up cannot go into this database, "" when it can."""
    if not isinstance(about, dict):
        return "Dit is geen back-up van Dekkend. Er is niets veranderd."
    if get_user_model().objects.exists():
        return (
            "In deze database staat al iets. Zet een back-up terug in een nieuwe, lege database, na migrate."
        )
    if about.get("migrations") != migrations():
        return "Deze back-up is van een andere versie van Dekkend. Zet eerst die versie neer, en werk daarna bij."
    return ""


def migrations() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT app, name FROM django_migrations ORDER BY app, name")
        return [f"{app}.{name}" for app, name in cursor.fetchall()]


def load(rows: str) -> None:
    if not rows.startswith("["):
        raise ValueError("er staan geen rijen in")
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
        file.write(rows)
        file.flush()
        with transaction.atomic():
            call_command("loaddata", file.name, verbosity=0)


def targets(archive: zipfile.ZipFile) -> dict[str, Path]:
    """Name in the archive -> where it goes. Raise ValueError when one would land outside the folder of files."""
    home = Path(settings.MEDIA_ROOT).resolve()
    found = {}
    for name in archive.namelist():
        if name.startswith(FILES) and not name.endswith("/"):
            found[name] = (home / name.removeprefix(FILES)).resolve()
            if not found[name].is_relative_to(home):
                raise ValueError(f"{name} wijst naar buiten")
    return found


def unpack(archive: zipfile.ZipFile, places: dict[str, Path]) -> None:
    for name, target in places.items():
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(archive.read(name))
