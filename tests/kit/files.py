"""Small real files of each kind, made here."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from PIL import Image

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\nstartxref\n9\n%%EOF\n"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def docx(
    extra: dict[str, bytes] | None = None, *, main: str = MAIN, without: str = "", **options: Any
) -> bytes:
    types = f'<Types><Override PartName="/word/document.xml" ContentType="{main}"/></Types>'
    parts = {
        "[Content_Types].xml": types.encode(),
        "word/document.xml": b"<w:document/>",
        **(extra or {}),
    }
    parts.pop(without, None)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
        archive.comment = options.get("comment", b"")
    return made.getvalue()


def picture(kind: str = "PNG", size: tuple[int, int] = (20, 10), **options: Any) -> bytes:
    made = io.BytesIO()
    Image.new("RGB", size, "teal").save(made, kind, **options)
    return made.getvalue()


def located() -> bytes:
    """A photograph that tells where it was taken, and by whom, lying on its side."""
    told = Image.Exif()
    told[0x0112] = 6  # turned a quarter
    told[0x013B] = "Fotograaf Geheim"
    place = told.get_ifd(0x8825)
    place[1], place[2] = "N", (52.0, 22.0, 1.0)
    return picture("JPEG", exif=told)
