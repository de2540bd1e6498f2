"""A Word file: a zip with a document in it, no macros, nothing fetched from elsewhere, and no bomb."""

from __future__ import annotations

import re
import zipfile
import zlib

from dekkend.kit.zipped import opened

from .shape import Fit, Unfit

MEDIA = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MAIN = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
TYPES, DOCUMENT, SETTINGS = "[Content_Types].xml", "word/document.xml", "word/_rels/settings.xml.rels"
MOST_FILES = 2_000
MOST_BYTES = (
    100 * 1024 * 1024
)  # unpacked, as the file itself tells; nothing is unpacked further than a look asks
LOOK = 1024 * 1024
ENCRYPTED = 0x1

# Programs inside a document, by the names that Word gives them; and files that are no part of one.
PROGRAM = re.compile(
    r"vba(project|data)|activex|\.(exe|dll|js|jse|vbs|vbe|ps1|bat|cmd|com|scr|lnk|hta|html?|svgz?|jar|msi)$",
    re.IGNORECASE,
)
BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    OSError,
    EOFError,
    ValueError,
    NotImplementedError,
    RuntimeError,
    KeyError,
)

WHOLE = (
    "Dit Word-bestand is niet heel. Open het in Word, bewaar het opnieuw als docx en probeer het nog eens."
)
MACROS = "In dit Word-bestand zitten macro’s of andere programma’s. Bewaar het als gewone docx, of als pdf."


def read(data: bytes) -> Fit | None:
    """None when it is no zip at all. Raise Unfit."""
    if not data.startswith(b"PK\x03\x04"):
        return None
    try:
        with opened(data) as archive:
            check(archive, data)
    except BROKEN as error:
        raise Unfit(WHOLE) from error
    return Fit(data, "docx", MEDIA)


def check(archive: zipfile.ZipFile, data: bytes) -> None:
    entries = archive.infolist()
    names = [entry.filename for entry in entries]
    # Nothing before the first file or after the list: then it would be two files in one.
    if archive.comment or data[-22:-18] != b"PK\x05\x06" or min(entry.header_offset for entry in entries) > 0:
        raise Unfit(WHOLE)
    if len(names) > MOST_FILES or sum(entry.file_size for entry in entries) > MOST_BYTES:
        raise Unfit(
            "Dit Word-bestand is uitgepakt te groot. Maak de afbeeldingen kleiner, of bewaar het als pdf."
        )
    if TYPES not in names or DOCUMENT not in names:
        raise Unfit("Dit is geen Word-bestand. Kies een pdf, een Word-bestand (docx) of een afbeelding.")
    if len({name.lower() for name in names}) < len(names) or any(outside(name) for name in names):
        raise Unfit(WHOLE)
    if any(entry.flag_bits & ENCRYPTED for entry in entries):
        raise Unfit("Dit Word-bestand heeft een wachtwoord. Haal dat er eerst af.")
    types = part(archive, TYPES)
    if any(PROGRAM.search(name) for name in names) or b"macroenabled" in types.lower():
        raise Unfit(MACROS)
    if MAIN not in types or b"<!DOCTYPE" in part(archive, DOCUMENT)[:4096].upper():
        raise Unfit(WHOLE)
    if SETTINGS in names and b"attachedtemplate" in part(archive, SETTINGS).lower():
        raise Unfit(
            "Dit Word-bestand haalt een sjabloon van elders op. Bewaar het als pdf en probeer het nog eens."
        )


def outside(name: str) -> bool:
    return name.startswith(("/", "\\")) or "\\" in name or ":" in name or ".." in name.split("/")


def part(archive: zipfile.ZipFile, name: str) -> bytes:
    """The beginning of one part: as much as a look needs, whatever the part says of its size."""
    with archive.open(name) as file:
        return file.read(LOOK)
