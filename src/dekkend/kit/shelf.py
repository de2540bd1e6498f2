"""Files that people gave, on the disk outside the web root. Their names are random and say nothing."""

from __future__ import annotations

import os
import re
import secrets
import tempfile
from pathlib import Path

from django.conf import settings

NAME = re.compile(r"[0-9a-f]{32}")


def put(folder: str, data: bytes) -> str:
    """The name under which the bytes are kept."""
    name = secrets.token_hex(16)
    write(path_of(folder, name), data)
    return name


def write(path: Path, data: bytes) -> None:
    """Written aside and moved: nobody reads half a file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, aside = tempfile.mkstemp(dir=path.parent, prefix=".")
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    Path(aside).replace(path)


def get(folder: str, name: str) -> bytes:
    """Raise OSError when it is gone."""
    return path_of(folder, name).read_bytes()


def drop(folder: str, name: str) -> None:
    path_of(folder, name).unlink(missing_ok=True)


def path_of(folder: str, name: str) -> Path:
    """<files>/<folder>/ab/abcdef…  Raise ValueError for a name that is not ours."""
    if not NAME.fullmatch(name):
        raise ValueError(name)
    return Path(settings.MEDIA_ROOT) / folder / name[:2] / name
