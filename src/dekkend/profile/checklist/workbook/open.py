"""Is this a spreadsheet that may be opened at all? Asked before a library reads a byte of it."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

from dekkend.kit.zipped import opened

if TYPE_CHECKING:
    from openpyxl.workbook.workbook import Workbook

LARGEST = 5 * 1024 * 1024
UNPACKED = 20 * 1024 * 1024
PARTS = 200
OLD = b"\xd0\xcf\x11\xe0"  # Excel before 2007, and a file with a password
AS_XLSX = "Bewaar hem in je rekenprogramma als Excel-bestand (.xlsx) en probeer het opnieuw."
UNREADABLE = f"Dit is geen rekenblad dat ik kan lezen. {AS_XLSX}"
MERGED = re.compile(rb"<(\w+:)?mergeCell\s")


class BadBook(Exception):
    """What is wrong, as Dutch sentences, each of which says what to do."""

    def __init__(self, *faults: str) -> None:
        super().__init__("\n".join(faults))
        self.faults = list(faults)


def open_book(data: bytes) -> Workbook:
    """The workbook, its formulas as text. Raise BadBook. `data` is at most LARGEST + 1 bytes of the file."""
    from openpyxl import load_workbook

    if len(data) > LARGEST:
        raise BadBook("Dit bestand is te groot. Een checklist is kleiner dan 5 MB. Haal plaatjes eruit.")
    if data.startswith(OLD):
        raise BadBook(f"Dit is een oud Excel-bestand (.xls), of er zit een wachtwoord op. {AS_XLSX}")
    try:
        with opened(data) as box:
            look_inside(box)
        return load_workbook(io.BytesIO(data), read_only=True, data_only=False, keep_links=False)
    except BadBook:
        raise
    # A library that reads a broken file may fail in any way; whatever it is, the file is not right.
    except Exception as error:
        raise BadBook(UNREADABLE) from error


def look_inside(box: zipfile.ZipFile) -> None:
    parts = box.infolist()
    names = [part.filename for part in parts]
    if "xl/workbook.xml" not in names:
        raise BadBook(f"Dit is geen Excel-bestand. {AS_XLSX}")
    if any(name.lower().endswith(("vbaproject.bin", ".bin")) and "vba" in name.lower() for name in names):
        raise BadBook(f"In dit bestand zitten macro’s; die neem ik niet aan. {AS_XLSX}")
    if len(parts) > PARTS or sum(part.file_size for part in parts) > UNPACKED:
        raise BadBook("Dit bestand is uitgepakt te groot. Begin opnieuw met het bestand van de checklist.")
    for part in parts:
        if part.filename.endswith((".xml", ".rels")):
            xml = box.read(part).replace(b"\0", b"")
            refuse_own_words(xml)
            refuse_merged(xml)


def refuse_own_words(xml: bytes) -> None:
    """No spreadsheet program declares entities; a file that does wants the reader to unfold them."""
    if b"<!DOCTYPE" in xml or b"<!ENTITY" in xml:
        raise BadBook(f"In dit bestand staat iets wat in geen rekenblad hoort. {AS_XLSX}")
    if b"macroEnabled" in xml:
        raise BadBook(f"Dit bestand is bedoeld voor macro’s (.xlsm); die neem ik niet aan. {AS_XLSX}")


def refuse_merged(xml: bytes) -> None:
    """Of merged cells only the first holds something; the others would wipe what was answered."""
    if MERGED.search(xml):
        raise BadBook(
            "In dit bestand zijn cellen samengevoegd. Splits ze weer, en zet in elke rij een antwoord."
        )
