"""Spreadsheets that were made to break the reader: words, never a fault, and nothing is saved."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from dekkend.accounts.models import User
from dekkend.profile.checklist.queries import shared_sheet
from dekkend.profile.checklist.workbook import shape
from dekkend.profile.models import Answer
from tests.profile.checklist.books import changed, filled
from tests.profile.checklist.people import page
from tests.world import World

pytestmark = pytest.mark.one_database

SignIn = Callable[[User], Client]
Change = Callable[[bytes], bytes]
LIST, FACTS = "xl/worksheets/sheet2.xml", "xl/worksheets/sheet3.xml"  # behind the guide


def repacked(data: bytes, change: dict[str, Change], **more: bytes) -> bytes:
    """The same box, with some of its parts in another way."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change.get(name, bytes)(old.read(name)))
        for name, content in more.items():
            new.writestr(name, content)
    return made.getvalue()


def sub(pattern: bytes, by: bytes) -> Change:
    return lambda old: re.sub(pattern, lambda _: by, old, count=1, flags=re.DOTALL)


def rows(count: int, cells: bytes = b"") -> Change:
    """Rows that no list has, behind those that are there."""
    return lambda old: old.replace(
        b"</sheetData>",
        b"".join(b'<row r="%d">%s</row>' % (n, cells) for n in range(100, 100 + count)) + b"</sheetData>",
    )


OWN_WORDS = sub(rb"<workbook", b"<!DOCTYPE a><workbook")
BROKEN: dict[str, Callable[[bytes], bytes]] = {
    "half a list": lambda data: repacked(data, {LIST: lambda old: old[: len(old) // 2]}),
    "half the facts": lambda data: repacked(data, {FACTS: lambda old: old[: len(old) // 2]}),
    "no list": lambda data: repacked(data, {LIST: lambda old: b""}),
    "no xml": lambda data: repacked(data, {LIST: lambda old: b"\x00\xff" * 500}),
    "words of its own": lambda data: repacked(data, {"xl/workbook.xml": OWN_WORDS}),
    "the same in two bytes": lambda data: repacked(
        data, {"xl/workbook.xml": lambda old: OWN_WORDS(old).decode().encode("utf-16")}
    ),
    "a deep well": lambda data: repacked(data, {LIST: sub(rb"<sheetData>", b"<sheetData>" + b"<a>" * 100_000)}),
    "a bomb": lambda data: repacked(data, {}, **{"xl/media/a.xml": b" " * 30_000_000}),
    "a thousand parts": lambda data: repacked(data, {}, **{f"xl/{n}.xml": b"<a/>" for n in range(1000)}),
    "too large": lambda data: data + b"\0" * 100_000_000,
    "a list of rows without end": lambda data: repacked(data, {LIST: rows(200_000, b'<c><v>1</v></c>')}),
    "macros": lambda data: repacked(
        data,
        {"[Content_Types].xml": lambda old: old.replace(b"spreadsheetml.sheet", b"ms-excel.sheet.macroEnabled")},
    ),
    "macros under another name": lambda data: repacked(data, {}, **{"xl/vbaProject.bin": b"\0"}),
    "a formula of elsewhere": lambda data: changed(data, lambda book: put(book, "C4", "='[1]Blad'!A1")),
    "a formula that was worked out": lambda data: repacked(
        data, {LIST: sub(rb'<c r="D4"[^>]*?(/>|>.*?</c>)', b'<c r="D4" t="str"><f>1+1</f><v>2</v></c>')}
    ),
    "a table of formulas": lambda data: repacked(
        data, {LIST: sub(rb'<c r="D4"[^>]*?(/>|>.*?</c>)', b'<c r="D4"><f t="array" ref="D4:D9">A1</f><v>2</v></c>')}
    ),
    "a revision that is no number": lambda data: changed(data, lambda book: put(book, f"{shape.REVISION}4", "²")),
    "a revision below nought": lambda data: changed(data, lambda book: put(book, f"{shape.REVISION}4", -1)),
    "a revision of a thousand": lambda data: changed(data, lambda book: put(book, f"{shape.REVISION}4", 1000)),
    "a key of elsewhere": lambda data: changed(data, lambda book: put(book, f"{shape.KEY}4", "../x")),
    "two rows of one item": lambda data: changed(
        data, lambda book: put(book, f"{shape.KEY}5", book[shape.LIST][f"{shape.KEY}4"].value)
    ),
    "a string that is not there": lambda data: repacked(
        data, {LIST: sub(rb'<c r="D4"[^>]*?(/>|>.*?</c>)', b'<c r="D4" t="s"><v>99999</v></c>')}
    ),
    "a value that is no number": lambda data: repacked(
        data, {LIST: sub(rb'<c r="D4"[^>]*?(/>|>.*?</c>)', b'<c r="D4"><v>een</v></c>')}
    ),
    "merged answers": lambda data: changed(data, lambda book: book[shape.LIST].merge_cells("C4:C9")),
}  # fmt: skip


def put(book: Any, place: str, value: Any) -> None:
    book[shape.LIST][place] = value


def send(client: Client, world: World, data: bytes, name: str = "checklist.xlsx") -> Any:
    return client.post(page("checklist_upload", world.profile), {"file": SimpleUploadedFile(name, data)})


def test_a_broken_sheet_gets_words_and_nothing_is_saved(world: World, sign_in: SignIn) -> None:
    client, whole = sign_in(world.head), filled(shared_sheet(world.profile), D4="Een zin.")

    told = {name: send(client, world, spoil(whole)).status_code for name, spoil in BROKEN.items()}

    assert {name for name, status in told.items() if status != 422} == set()
    assert not Answer.objects.exclude(revision=0).exists()


@pytest.mark.parametrize(
    "data",
    [
        lambda data: changed(data, lambda book: setattr(book[shape.LIST].row_dimensions[4], "hidden", True)),
        lambda data: changed(
            data, lambda book: setattr(book[shape.LIST].column_dimensions["D"], "hidden", True)
        ),
        lambda data: repacked(
            data, {LIST: sub(rb"<sheetData>", b"<a>" * 50_000 + b"</a>" * 50_000 + b"<sheetData>")}
        ),
        lambda data: repacked(data, {LIST: rows(1, b"<c/>" * 400_000)}),
    ],
    ids=["a hidden row", "a hidden column", "deep", "wide"],
)
def test_what_a_program_hides_is_shown_before_it_is_taken(
    world: World, sign_in: SignIn, data: Callable[[bytes], bytes]
) -> None:
    answer = send(sign_in(world.head), world, data(filled(shared_sheet(world.profile), D4="Een zin.")))

    assert answer.status_code == 200
    assert "Een zin." in answer.content.decode()
    assert not Answer.objects.exclude(revision=0).exists()
