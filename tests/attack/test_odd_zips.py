"""A zip that is packed as no office program packs it: a sentence, for every door through which a zip comes in."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from functools import cache
from random import Random

import pytest

from dekkend.documents.to_docx.own.package import Package
from dekkend.kit.uploads import Unfit
from dekkend.kit.uploads.docx import read as read_evidence
from dekkend.kit.zipped import opened
from dekkend.profile.checklist.workbook.open import BadBook, open_book
from dekkend.profile.reading.file import Unreadable
from dekkend.profile.reading.file.look import kind_of
from dekkend.profile.version.claims import claim_of
from tests.documents.bases import plain

TOKEN = b"dekkend:99XA00:2027-2028:2:1a2b3c4d5e6f7a8b"
ODD = [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA]
DOORS: list[tuple[Callable[[bytes], object], type[Exception]]] = [
    (read_evidence, Unfit),
    (Package, Unfit),
    (kind_of, Unreadable),
    (open_book, BadBook),
]


@cache
def repacked(packing: int) -> bytes:
    """A letter of Word that also passes for a workbook, and names a version; its parts packed in this way."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(plain())) as box, zipfile.ZipFile(made, "w", packing) as other:
        for name in box.namelist():
            if name != "docProps/core.xml":
                other.writestr(name, box.read(name))
        other.writestr("docProps/core.xml", b"<cp:coreProperties><k>" + TOKEN + b"</k></cp:coreProperties>")
        other.writestr("xl/workbook.xml", b"<workbook/>")
    return made.getvalue()


def damaged(data: bytes) -> bytes:
    """Nonsense in the middle of what is packed; the list of contents is whole."""
    with zipfile.ZipFile(io.BytesIO(data)) as box:
        bad = bytearray(data)
        for part in box.infolist():
            start = part.header_offset + 30 + len(part.filename.encode()) + 9
            end = part.header_offset + 30 + len(part.filename.encode()) + part.compress_size
            bad[start:end] = Random(1).randbytes(max(0, end - start))  # noqa: S311
    return bytes(bad)


@pytest.mark.parametrize("packing", ODD)
@pytest.mark.parametrize(("door", "refusal"), DOORS)
def test_an_odd_packing_is_refused_with_a_sentence(
    door: Callable[[bytes], object], refusal: type[Exception], packing: int
) -> None:
    for data in (repacked(packing), damaged(repacked(packing))):
        with pytest.raises(refusal):
            door(data)


@pytest.mark.parametrize("packing", ODD)
def test_an_odd_packing_claims_nothing(packing: int) -> None:
    assert claim_of(repacked(packing)) is None
    assert claim_of(damaged(repacked(packing))) is None


@pytest.mark.parametrize("packing", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_a_usual_packing_comes_in(packing: int) -> None:
    data = repacked(packing)

    assert claim_of(data) is not None
    assert opened(data).testzip() is None
    assert kind_of(data) == "docx"
    assert Package(data).main == "word/document.xml"


def test_a_zip_with_other_bytes_here_and_there_raises_nothing() -> None:
    """Whatever the bytes are: the claim is read of files of strangers."""
    for seed in range(300):
        random = Random(seed)  # noqa: S311
        data = bytearray(repacked(random.choice([*ODD, zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])))
        for _ in range(random.choice([1, 2, 5])):
            data[random.randrange(4, len(data))] = random.choice([0, 1, 255, random.randrange(256)])
        try:
            claim_of(bytes(data))
        except Exception as fault:
            raise AssertionError(f"zip {seed}") from fault
