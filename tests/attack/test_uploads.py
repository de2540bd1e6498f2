"""Files that were made to break the reader: a clear error, nothing kept, and no public page that breaks later."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from dekkend.accounts.models import User
from dekkend.region.models import Area, PupilCount, School
from tests.world import World

pytestmark = pytest.mark.one_database

SignIn = Callable[[User], Client]
COLUMNS = (
    "BEVOEGD GEZAG NUMMER;VESTIGINGSCODE;VESTIGINGSNAAM;STRAATNAAM;HUISNUMMER-TOEVOEGING;POSTCODE;PLAATSNAAM;"
    "GEMEENTENAAM;DENOMINATIE;TELEFOONNUMMER;INTERNETADRES\r\n"
)
SQUARE = [[[5.1, 52.3], [5.2, 52.3], [5.2, 52.4], [5.1, 52.3]]]


def school(
    code: str = "99ZZ00", name: str = "School", board: str = "12345", phone: str = "036", site: str = "x.nl"
) -> str:
    return f"{board};{code};{name};Straat;1;1315 AB;ALMERE;ALMERE;Openbaar;{phone};{site}\r\n"


def send(client: Client, page: str, data: bytes, **more: str) -> Any:
    file = SimpleUploadedFile("bestand", data)
    return client.post(f"/beheer/voorbeeld/{page}/", {"file": file, **more})


def shape(coordinates: Any, name: str = "Nieuwe wijk", sort: str = "Polygon") -> bytes:
    feature = {"properties": {"naam": name}, "geometry": {"type": sort, "coordinates": coordinates}}
    return json.dumps({"type": "FeatureCollection", "features": [feature]}).encode()


@pytest.mark.parametrize(
    "rows",
    [
        school(name="N" * 500),
        school(board="1234567890"),
        school(phone="0" * 50),
        school(site="w" * 500),
        school(name=""),
        school() + school(name="Nog een"),
        school(name='"' + "x" * 200_000),
        school() * 60 + school(code="99ZY00", name="a\0b"),
    ],
)
def test_a_wrong_row_of_duo_is_said_with_its_line(world: World, sign_in: SignIn, rows: str) -> None:
    client = sign_in(world.administrator)

    answer = send(client, "duo", (COLUMNS + rows).encode("cp1252"))
    client.post("/beheer/voorbeeld/duo/bevestiging/")

    assert answer.context["form"].errors["file"]
    assert School.objects.count() == 3


@pytest.mark.parametrize("told", ["²", "9" * 20, "9" * 5000, "-1", "vijf"])
def test_a_number_of_pupils_is_a_number(world: World, sign_in: SignIn, told: str) -> None:
    raw = f"VESTIGINGSCODE;GEMEENTENAAM_VESTIGING;LEERLINGEN_2024;LEERLINGEN_laatst\r\n99XA00;A;{told};7\r\n"

    answer = send(sign_in(world.administrator), "leerlingen", raw.encode())

    assert answer.context["form"].errors["file"]
    assert not PupilCount.objects.filter(year=2024).exists()


@pytest.mark.parametrize(
    "raw",
    [
        shape("abc"),
        shape(None),
        shape(5),
        shape([[["a"]]]),
        shape([[[1]]]),
        shape([[]]),
        shape([[[float("nan"), 1], [2, float("inf")], [1, 1], [1, 1]]]),
        shape([[[10**400, 1], [1, 1], [1, 2], [1, 1]]]),
        shape(5, sort="MultiPolygon"),
        shape([[[5.0, 52.0]] * 30_000]),
        shape(SQUARE, name="W" * 500),
        b"[" * 100_000,
        b'{"type":"FeatureCollection","features":5}',
        b'{"type":"FeatureCollection","features":[5]}',
        b'{"type":"FeatureCollection","features":[{"properties":[1]}]}',
        b'{"type":"FeatureCollection","features":[' + b"9" * 5000 + b"]}",
        b"\xff\xfe" + "tekst".encode("utf-16"),
        b"PK\x03\x04" + bytes(200),
        b"",
    ],
)
def test_a_wrong_shape_is_refused_and_the_public_map_stands(
    world: World, sign_in: SignIn, raw: bytes
) -> None:
    answer = send(sign_in(world.administrator), "wijken/geojson", raw, district="Oost")

    assert answer.context["form"].errors["file"]
    assert Area.objects.count() == 2
    assert Client().get("/scholen/").status_code == 200


@pytest.mark.parametrize("name", ["a\0b", "a\ud800b", "<svg onload=alert(1)>"])
def test_a_strange_name_of_a_shape_is_kept_as_plain_words(world: World, sign_in: SignIn, name: str) -> None:
    send(sign_in(world.administrator), "wijken/geojson", shape(SQUARE, name=name), district="Oost")

    area = Area.objects.exclude(pk__in=[each.pk for each in world.areas]).get()
    assert area.name in ("ab", "<svg onload=alert(1)>")
    world.school.area = area
    world.school.save()
    page = Client().get("/scholen/")
    assert page.status_code == 200
    assert "<svg onload" not in page.content.decode()


@pytest.mark.parametrize("raw", [b"", b"\0" * 10, b"a;b\r\n", b'vestigingscode;wijk\r\n"' + b"x" * 200_000])
def test_a_wrong_list_of_areas_is_refused(world: World, sign_in: SignIn, raw: bytes) -> None:
    answer = send(sign_in(world.administrator), "scholen/wijken", raw)

    assert answer.context["form"].errors["file"]
