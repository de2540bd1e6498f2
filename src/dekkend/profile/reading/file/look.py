"""Is this a file that may be opened at all? Asked by its content, before a library reads a byte of it."""

from __future__ import annotations

import re
import zipfile
import zlib

from dekkend.kit.zipped import opened

from .passages import Unreadable

LARGEST = 25 * 1024 * 1024
MOST_PARTS = 3_000
MOST_UNPACKED = 200 * 1024 * 1024  # with pictures
MOST_XML = 60 * 1024 * 1024  # of the parts that are read as words
LOOK = 64 * 1024
ENCRYPTED = 0x1

WHAT = "Kies een Word-bestand (.docx), een OpenDocument-tekst (.odt) of een pdf met tekst."
AGAIN = "Open het, bewaar het opnieuw en probeer het nog eens."
TOO_LARGE = (
    f"Dit bestand is groter dan {LARGEST // 1024 // 1024} MB. Haal de foto’s eruit en probeer het opnieuw."
)
BOMB = f"Dit bestand is uitgepakt veel te groot. Haal de foto’s eruit. {AGAIN}"
BROKEN = f"Dit bestand is niet heel. {AGAIN}"
TOO_HEAVY = (
    "Dit bestand vraagt te veel geheugen om te lezen. Haal de foto’s eruit of bewaar alleen de bladzijden die je nodig "
    "hebt, en probeer het opnieuw."
)
LOCKED = "Op dit bestand zit een wachtwoord of een slot. Haal dat eraf en probeer het opnieuw."
MACROS = (
    "In dit bestand zitten macro’s of andere programma’s; die neem ik niet aan. "
    "Bewaar het als gewone .docx of .odt, en probeer het opnieuw."
)
FOREIGN = f"In dit bestand staat iets wat in geen gewoon document hoort. {AGAIN}"
OLD_WORD = (
    "Dit is een oud Word-bestand (.doc), of er zit een wachtwoord op. "
    "Bewaar het in Word als .docx zonder wachtwoord, en probeer het opnieuw."
)
PICTURE = f"Dit is een afbeelding, ook al heet het bestand anders. {WHAT}"
NO_TEXT = (
    "In deze pdf staat geen tekst: het is een scan, een foto van papier. Vraag wie het document maakte om het "
    "Word-bestand, of laat een scanner met tekstherkenning er een pdf met tekst van maken."
)

PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*")
OLE = b"\xd0\xcf\x11\xe0"
WORD = "word/document.xml"
PROGRAM = re.compile(
    r"vba(project|data)|activex|^(basic|scripts)/.|\.(exe|dll|js|jse|vbs|vbe|ps1|bat|cmd|com|scr|lnk|hta|jar|msi)$",
    re.IGNORECASE,
)
TROUBLE = (
    zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, NotImplementedError, RuntimeError, KeyError,
)  # fmt: skip


def kind_of(data: bytes) -> str:
    """ "docx", "odt" or "pdf". Raise Unreadable. `data` is at most LARGEST + 1 bytes of the file."""
    if not data:
        raise Unreadable(f"Dit bestand is leeg. {WHAT}")
    if len(data) > LARGEST:
        raise Unreadable(TOO_LARGE)
    if data.startswith(OLE):
        raise Unreadable(OLD_WORD)
    if data.startswith(PICTURES) or data[:4] == b"RIFF":
        raise Unreadable(PICTURE)
    if data.startswith(b"{\\rtf"):
        raise Unreadable(f"Dit is een .rtf-bestand. Bewaar het in je tekstverwerker als .docx. {WHAT}")
    if data[:1024].lstrip().startswith(b"%PDF-"):
        return "pdf"
    if not data.startswith(b"PK\x03\x04"):
        raise Unreadable(f"Dit soort bestand kan ik niet lezen. {WHAT}")
    try:
        with opened(data) as box:
            return kind_of_zip(box)
    except TROUBLE as error:
        raise Unreadable(BROKEN) from error


def kind_of_zip(box: zipfile.ZipFile) -> str:
    parts = box.infolist()
    names = [part.filename for part in parts]
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise Unreadable(BOMB)
    if any(part.flag_bits & ENCRYPTED for part in parts):
        raise Unreadable(LOCKED)
    if len(set(names)) < len(names) or any(outside(name) for name in names):
        raise Unreadable(FOREIGN)
    if any(PROGRAM.search(name) for name in names):
        raise Unreadable(MACROS)
    words = [part for part in parts if part.filename.lower().endswith((".xml", ".rels"))]
    if sum(part.file_size for part in words) > MOST_XML:
        raise Unreadable(BOMB)
    for part in words:
        refuse_own_words(box, part)
    if WORD in names and "[Content_Types].xml" in names:
        if b"macroenabled" in box.read("[Content_Types].xml").lower():
            raise Unreadable(MACROS)
        return "docx"
    if "content.xml" in names and "mimetype" in names:
        return kind_of_open(box)
    raise Unreadable(f"Dit is geen tekst maar een ander soort bestand. {WHAT}")


def kind_of_open(box: zipfile.ZipFile) -> str:
    if not box.read("mimetype").strip().startswith(b"application/vnd.oasis.opendocument.text"):
        raise Unreadable(f"Dit is geen tekst maar een ander soort bestand. {WHAT}")
    if "META-INF/manifest.xml" in box.namelist() and b"encryption-data" in box.read("META-INF/manifest.xml"):
        raise Unreadable(LOCKED)
    return "odt"


def refuse_own_words(box: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    """No program for texts declares entities; a file that does wants its reader to unfold them, or to fetch them.

    Whatever the part says of its size, no more is unpacked than it says. A declaration stands before the first
    element, and of what stands there no program writes much.
    """
    with box.open(part) as file:
        start = file.read(LOOK).replace(b"\0", b"")
    if (
        b"<!DOCTYPE" in start
        or b"<!ENTITY" in start
        or (len(start) > 1024 and not re.search(rb"<[A-Za-z_]", start))
    ):
        raise Unreadable(FOREIGN)


def outside(name: str) -> bool:
    return name.startswith(("/", "\\")) or "\\" in name or ".." in name.split("/")
