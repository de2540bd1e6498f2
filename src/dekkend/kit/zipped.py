"""A folder as one zip: the same files, the same bytes, under names that every computer takes.

And the zip that somebody gave, opened.
"""

from __future__ import annotations

import io
import os
import re
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path, PurePosixPath

# A piece of a name: no blank, no dot in front or behind, nothing that Windows or a shell reads in its own way.
PIECE = re.compile(r"[0-9A-Za-z_-][0-9A-Za-z._-]*(?<!\.)")
RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", re.IGNORECASE)
LONGEST = 180  # of a name with its folders; Windows takes 260 with those above it


def pack(folder: Path, target: Path, *, top: str, on: date, tell: Callable[[], None] = lambda: None) -> int:
    """Every file below `folder`, in order, under the folder `top`; hidden ones stay behind. The size in bytes.

    Written aside, and moved when it is whole. Raise ValueError for a name that some computer could not take, or that
    leads out of the folder. `tell` is called after each file.
    """
    aside = target.with_name(f"{target.name}.bezig")
    with zipfile.ZipFile(aside, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for path in sorted(folder.rglob("*")):
            name = path.relative_to(folder).as_posix()
            if path.is_dir() or path.is_symlink() or any(part.startswith(".") for part in name.split("/")):
                continue
            archive.writestr(entry(f"{top}/{name}", on), path.read_bytes())
            tell()
    with aside.open("rb") as file:
        os.fsync(file.fileno())
    aside.replace(target)
    return target.stat().st_size


def entry(name: str, on: date) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(checked(name), (max(1980, min(on.year, 2107)), on.month, on.day, 12, 0, 0))
    info.compress_type = zipfile.ZIP_DEFLATED
    info.create_system = 3  # whatever computer makes it
    info.external_attr = 0o644 << 16
    return info


def checked(name: str) -> str:
    pieces = PurePosixPath(name).parts
    if len(name) > LONGEST or any(not PIECE.fullmatch(one) or RESERVED.fullmatch(one) for one in pieces):
        raise ValueError(f"{name!r} kan niet in een zip die overal opengaat")
    return name


def opened(data: bytes) -> zipfile.ZipFile:
    """The zip that somebody gave, as Word, LibreOffice and Excel pack it. Raise BadZipFile.

    Other ways of packing are refused before a byte is unpacked: no such program uses them, they fail with errors of
    their own, and some ask for as much memory as the file says.
    """
    box = zipfile.ZipFile(io.BytesIO(data))
    if any(part.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for part in box.infolist()):
        raise zipfile.BadZipFile("packed in an unusual way")
    return box
