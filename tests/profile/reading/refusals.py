"""Files that are refused, made so that they look like what they are not."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pikepdf
import typst
from PIL import Image

from tests.profile.reading.oldprofiles import as_docx, as_odt, as_pdf

TYPES = "[Content_Types].xml"


def changed(
    data: bytes, change: Callable[[str, bytes], bytes], more: dict[str, bytes] | None = None
) -> bytes:
    """The same zip with other parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
        for name, part in (more or {}).items():
            new.writestr(name, part)
    return out.getvalue()


def same(name: str, part: bytes) -> bytes:
    return part


def picture() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (40, 40), "white").save(out, "PNG")
    return out.getvalue()


def scan() -> bytes:
    """Pages that are pictures of paper."""
    out = io.BytesIO()
    sheet = Image.new("RGB", (200, 280), "white")
    sheet.save(out, "PDF", save_all=True, append_images=[sheet.copy()])
    return out.getvalue()


def locked(password: str, **allowed: bool) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(as_pdf())) as pdf:
        may = pikepdf.Permissions(**allowed)
        pdf.save(out, encryption=pikepdf.Encryption(owner="baas", user=password, allow=may))
    return out.getvalue()


def with_entities() -> bytes:
    own = b'<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'

    def change(name: str, part: bytes) -> bytes:
        return part.replace(b"?>", b"?>" + own, 1) if name == "word/document.xml" else part

    return changed(as_docx(), change)


def with_entities_far_away() -> bytes:
    """Behind a remark so long that a look at the beginning does not see it."""
    own = b"<!-- " + b"x" * 100_000 + b' --><!DOCTYPE w [<!ENTITY a "aaaaaaaaaa">]>'

    def change(name: str, part: bytes) -> bytes:
        return part.replace(b"?>", b"?>" + own, 1) if name == "content.xml" else part

    return changed(as_odt(), change)


def with_macro_type() -> bytes:
    def change(name: str, part: bytes) -> bytes:
        plain, macro = b"wordprocessingml.document.main", b"ms-word.document.macroEnabled.main"
        return part.replace(plain, macro) if name == TYPES else part

    return changed(as_docx(), change)


def broken_words() -> bytes:
    return changed(as_docx(), lambda name, part: part[:900] if name == "word/document.xml" else part)


def locked_odt() -> bytes:
    def change(name: str, part: bytes) -> bytes:
        return b"<manifest><encryption-data/></manifest>" if name.endswith("manifest.xml") else part

    return changed(as_odt(), change)


def long_pdf() -> bytes:
    pages = "\n".join(
        f"#page[Bladzijde {number} van een heel lang stuk over onze school.]" for number in range(121)
    )
    return typst.compile(pages.encode(), format="pdf")


REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty": (lambda: b"", "leeg"),
    "large": (lambda: b"PK\x03\x04" + b"\0" * 26 * 1024 * 1024, "groter dan 25 MB"),
    "bomb": (lambda: changed(as_docx(), same, {"word/media/a.xml": b"<a>" + b" " * 70_000_000}), "veel te groot"),
    "old word": (lambda: b"\xd0\xcf\x11\xe0" + b"\0" * 600, "oud Word-bestand (.doc)"),
    "picture": (picture, "afbeelding"),
    "macro": (lambda: changed(as_docx(), same, {"word/vbaProject.bin": b"Sub"}), "macro’s"),
    "macro by type": (with_macro_type, "macro’s"),
    "macro in odt": (lambda: changed(as_odt(), same, {"Basic/Standard/a.xml": b"<a/>"}), "macro’s"),
    "entities": (with_entities, "geen gewoon document"),
    "entities far away": (with_entities_far_away, "geen gewoon document"),
    "path": (lambda: changed(as_docx(), same, {"../../weg.xml": b"<a/>"}), "geen gewoon document"),
    "broken docx": (lambda: as_docx()[:9000], "niet heel"),
    "broken words": (broken_words, "niet heel"),
    "spreadsheet": (lambda: as_docx().replace(b"word/document.xml", b"xxxx/document.xml"), "ander soort"),
    "no zip": (lambda: b"Beste mensen", "Dit soort bestand"),
    "rtf": (lambda: b"{\\rtf1 Visie}", ".rtf"),
    "locked odt": (locked_odt, "wachtwoord of een slot"),
    "locked pdf": (lambda: locked("geheim"), "wachtwoord of een slot"),
    "pdf that may not be copied": (lambda: locked("", extract=False), "wachtwoord of een slot"),
    "scan": (scan, "een scan"),
    "broken pdf": (lambda: b"%PDF-1.7\n" + b"\0" * 500, "niet heel"),
    "long pdf": (long_pdf, "meer dan 120 bladzijden"),
}  # fmt: skip
