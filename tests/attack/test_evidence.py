"""Files that pretend: as evidence nothing comes in that is not what it says, and nobody reaches another's."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from dekkend.accounts.models import User
from dekkend.kit import shelf
from dekkend.profile.models import Evidence, Profile
from dekkend.region.models import Membership
from tests.kit.files import PDF, docx, picture
from tests.world import World

pytestmark = pytest.mark.one_database

SignIn = Callable[[User], Client]
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'
HTML = b"<!doctype html><script>alert(1)</script>"
DOCM = "application/vnd.ms-word.document.macroEnabled.main+xml"
REMOTE = (
    b'<Relationships><Relationship Type="http://schemas/attachedTemplate" Target="https://kwaad.example/x.dotm" '
    b'TargetMode="External"/></Relationships>'
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, settings: Any) -> Path:
    settings.MEDIA_ROOT = tmp_path / "files"
    return tmp_path


def item_of(profile: Profile) -> str:
    return profile.format.items[0].id


def send(client: Client, profile: Profile, data: bytes, name: str = "plan.pdf", **more: str) -> Any:
    path = f"/profielen/{profile.pk}/checklist/onderdeel/{item_of(profile)}/vindplaats/bestand/"
    return client.post(path, {"file": SimpleUploadedFile(name, data, **more)})


def plain_zip() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("a.txt", "x")
    return made.getvalue()


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int, height: int, data: bytes = b"") -> bytes:
    """A picture that says to be this large."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(data))
        + chunk(b"IEND", b"")
    )


def locked_zip() -> bytes:
    """The parts say that they have a password."""
    data = bytearray(docx())
    at = 0
    while (at := data.find(b"PK\x01\x02", at)) >= 0:
        data[at + 8] |= 1
        at += 4
    return bytes(data)


WRONG = {
    "svg named png": (SVG, "foto.png"),
    "html named png": (HTML, "foto.png"),
    "html named pdf": (HTML, "plan.pdf"),
    "text named docx": (b"Gewoon tekst", "plan.docx"),
    "program named pdf": (b"MZ" + bytes(200), "plan.pdf"),
    "gif": (b"GIF89a" + bytes(50), "foto.png"),
    "nothing": (b"", "plan.pdf"),
    "pdf without its end": (PDF[:-7], "plan.pdf"),
    "pdf after something": (b"GIF89a" + PDF, "plan.pdf"),
    "pdf with a page behind it": (PDF + HTML, "plan.pdf"),
    "pdf that is a zip too": (PDF.replace(b"%%EOF\n", plain_zip() + b"startxref\n%%EOF\n"), "plan.pdf"),
    "pdf with a zip behind it": (PDF + plain_zip(), "plan.pdf"),
    "pdf of no version": (PDF.replace(b"%PDF-1.7", b"%PDF-x.y"), "plan.pdf"),
    "zip": (plain_zip(), "plan.docx"),
    "docx without a document": (docx(without="word/document.xml"), "plan.docx"),
    "docx without types": (docx(without="[Content_Types].xml"), "plan.docx"),
    "docx with macros": (docx({"word/vbaProject.bin": b"x"}), "plan.docx"),
    "docx with macros, written otherwise": (docx({"word/VBAPROJECT.BIN": b"x"}), "plan.docx"),
    "docm named docx": (docx(main=DOCM), "plan.docx"),
    "docx with a program": (docx({"word/embeddings/x.exe": b"MZ"}), "plan.docx"),
    "docx with activex": (docx({"word/activeX/activeX1.xml": b"x"}), "plan.docx"),
    "docx that fetches": (docx({"word/_rels/settings.xml.rels": REMOTE}), "plan.docx"),
    "docx that climbs": (docx({"../../buiten": b"x"}), "plan.docx"),
    "docx from the root": (docx({"/etc/x": b"x"}), "plan.docx"),
    "docx with entities": (docx({"word/document.xml": b'<!DOCTYPE x [<!ENTITY a "b">]><x/>'}), "plan.docx"),
    "docx with a word behind it": (docx(comment=b"<script>alert(1)</script>"), "plan.docx"),
    "docx behind a page": (HTML + docx(), "plan.docx"),
    "docx with a page behind it": (docx() + HTML, "plan.docx"),
    "docx with a password": (locked_zip(), "plan.docx"),
    "docx that is a bomb": (docx({"word/media/bom.bin": bytes(101 * 1024 * 1024)}), "plan.docx"),
    "docx of many parts": (docx({f"word/{n}.xml": b"" for n in range(2_001)}), "plan.docx"),
    "half a docx": (docx()[:-10], "plan.docx"),
    "half a png": (picture("PNG")[:40], "foto.png"),
    "half a jpeg": (picture("JPEG")[:60], "foto.jpg"),
    "half a webp": (picture("WEBP")[:20], "foto.webp"),
    "png head and a page": (b"\x89PNG\r\n\x1a\n" + HTML, "foto.png"),
    "jpeg head and a page": (b"\xff\xd8\xff" + HTML, "foto.jpg"),
    "a picture of many dots": (png(7_000, 7_000), "foto.png"),
    "a picture of very many dots": (png(60_000, 60_000), "foto.png"),
    "a picture of no dots": (png(0, 0), "foto.png"),
    "more than ten megabytes": (PDF + b" " * (10 * 1024 * 1024), "plan.pdf"),
}


@pytest.mark.parametrize("sort", list(WRONG))
def test_a_file_that_pretends_is_refused_in_words(
    world: World, sign_in: SignIn, folder: Path, sort: str
) -> None:
    data, name = WRONG[sort]

    answer = send(sign_in(world.coordinator), world.profile, data, name)

    assert answer.status_code == 422
    [words] = answer.context["file"].errors["file"]
    assert words.endswith(".")
    assert not Evidence.objects.exists()
    assert not [path for path in folder.rglob("*") if path.is_file()]


def test_what_hides_in_a_picture_does_not_come_along(world: World, sign_in: SignIn) -> None:
    """A page or a zip behind a picture is left behind: the picture is drawn anew."""
    client = sign_in(world.coordinator)
    for hidden in (HTML, plain_zip(), PDF):
        assert send(client, world.profile, picture("PNG") + hidden, "foto.png").status_code == 302

    for row in Evidence.objects.all():
        kept = shelf.get(Evidence.FOLDER, row.stored)
        assert kept.startswith(b"\x89PNG")
        assert kept.endswith(b"IEND\xaeB`\x82")
        assert not zipfile.is_zipfile(io.BytesIO(kept))
        assert b"script" not in kept


def test_a_page_that_says_to_be_a_picture_is_given_back_as_what_it_is(world: World, sign_in: SignIn) -> None:
    """The browser's word for the kind, and the ending, count for nothing."""
    client = sign_in(world.coordinator)
    send(client, world.profile, PDF, "plan.html", content_type="text/html")

    row = Evidence.objects.get()
    answer = client.get(f"/profielen/{world.profile.pk}/checklist/vindplaats/{row.pk}/")

    assert (answer["Content-Type"], row.title) == ("application/pdf", "plan.pdf")
    assert answer["Content-Disposition"].startswith("attachment")


@pytest.mark.parametrize(
    "name",
    [
        "../../../etc/cron.d/x",
        "..\\..\\x",
        "/etc/passwd",
        "a/b/c.pdf",
        ".htaccess",
        "CON",
        "x\r\ny: z",
        "é\u202e",
    ],
)
def test_a_name_with_tricks_is_only_a_name(world: World, sign_in: SignIn, folder: Path, name: str) -> None:
    client = sign_in(world.coordinator)

    assert send(client, world.profile, PDF, name).status_code == 302

    row = Evidence.objects.get()
    answer = client.get(f"/profielen/{world.profile.pk}/checklist/vindplaats/{row.pk}/")
    assert {path.name for path in folder.rglob("*") if path.is_file()} == {row.stored}
    assert answer.status_code == 200
    assert "\n" not in answer["Content-Disposition"]
    assert not set("/\\") & set(row.title)


def test_another_schools_file_is_not_found_by_its_key(world: World, sign_in: SignIn) -> None:
    """Also not by who may see files of a school of their own, under the address of that school."""
    send(sign_in(world.coordinator), world.profile, PDF)
    row = Evidence.objects.get()
    other = Profile.objects.create(school=world.schools[2], round=world.round)
    client = sign_in(world.people["other_head"])

    for profile in (world.profile, other):
        address = f"/profielen/{profile.pk}/checklist/vindplaats/{row.pk}/"
        assert client.get(address).status_code == 404
        assert client.post(f"{address}weg/").status_code == 404
    assert Evidence.objects.exists()


def test_who_leaves_the_school_leaves_its_files(world: World, sign_in: SignIn) -> None:
    send(sign_in(world.coordinator), world.profile, PDF)
    address = f"/profielen/{world.profile.pk}/checklist/vindplaats/{Evidence.objects.get().pk}/"
    client = sign_in(world.staff)
    assert client.get(address).status_code == 200

    Membership.objects.filter(user=world.staff).delete()

    assert client.get(address).status_code == 404
    assert Client().get(address).status_code == 302


@pytest.mark.parametrize("stored", ["", "..", "../../../etc/passwd", "x" * 32, "0" * 31, "0" * 32])
def test_a_row_that_was_tampered_with_opens_nothing_else(world: World, sign_in: SignIn, stored: str) -> None:
    client = sign_in(world.coordinator)
    send(client, world.profile, PDF)
    Evidence.objects.update(stored=stored)

    address = f"/profielen/{world.profile.pk}/checklist/vindplaats/{Evidence.objects.get().pk}/"

    assert client.get(address).status_code == 404


def test_files_lie_under_no_address(world: World, sign_in: SignIn) -> None:
    send(sign_in(world.coordinator), world.profile, PDF)
    name = Evidence.objects.get().stored

    for guess in (
        f"/files/evidence/{name[:2]}/{name}",
        f"/media/evidence/{name[:2]}/{name}",
        f"/static/{name}",
    ):
        assert sign_in(world.head).get(guess).status_code == 404
