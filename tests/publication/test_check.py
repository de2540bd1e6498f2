import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from dekkend.accounts.models import User
from dekkend.cli import parser
from dekkend.profile.models import Paper, Profile
from dekkend.profile.version.keep import read
from dekkend.publication.actions import withdraw
from dekkend.publication.check import receive
from dekkend.publication.models import Publication
from tests.publication.walking import content_of_example, submitted
from tests.world import World

pytestmark = pytest.mark.one_database

SignIn = Callable[[User], Client]
PAGE = "/controleren/"


def send(client: Client, data: bytes, name: str = "sop.pdf") -> Any:
    return client.post(PAGE, {"bestand": SimpleUploadedFile(name, data)})


def bytes_of(profile: Profile, kind: str = "sop", form: str = "pdf") -> bytes:
    return read(Paper.objects.get(version=profile.adopted, kind=kind, form=form))


def said(response: Any) -> str:
    return " ".join(response.content.decode().split())


@pytest.mark.parametrize(
    ("kind", "form"),
    [("sop", "pdf"), ("sop", "docx"), ("guide", "html"), ("guide", "txt"), ("profile", "json")],
)
def test_a_kept_file_is_known(kind: str, form: str, published: Profile, client: Client) -> None:
    page = said(send(client, bytes_of(published, kind, form)))

    assert "Ja, dit is de vastgestelde versie" in page
    assert "De Leesplank (99XA00)" in page
    assert "Zij geldt nu." in page
    assert reverse("public_year", args=["99XA00", "2027-2028"]) in page


def test_another_byte_makes_it_unknown(published: Profile, client: Client) -> None:
    page = said(send(client, bytes_of(published) + b" "))

    assert "Dit bestand kennen wij niet" in page
    assert "De Leesplank" not in page


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"archived_on": timezone.localdate()}, "Echt, en vervangen"),
        ({"valid_until": "2026-01-01"}, "Echt, en verlopen"),
    ],
)
def test_a_file_that_no_longer_holds_says_so(
    change: dict[str, Any], words: str, published: Profile, client: Client
) -> None:
    Publication.objects.update(**change)

    assert words in said(send(client, bytes_of(published)))


def test_a_withdrawn_file_says_so(world: World, published: Profile, client: Client) -> None:
    withdraw(published, actor=world.head, reason="Fout.")

    assert "Echt, en ingetrokken" in said(send(client, bytes_of(published)))


@pytest.mark.parametrize(
    ("who", "knows"),
    [
        ("head", True),
        ("council", True),
        ("board", True),
        ("analyst", True),
        ("other_head", False),
        ("sam", False),
    ],
)
def test_a_version_that_is_not_public_is_told_to_its_people_alone(
    who: str, knows: bool, world: World, adopted: Profile, sign_in: SignIn
) -> None:
    page = said(send(sign_in(world.people[who]), bytes_of(adopted)))

    assert ("Vastgesteld, en nog niet openbaar" in page) is knows
    assert ("De Leesplank" in page) is knows


def test_a_stranger_hears_nothing_of_it(adopted: Profile, client: Client) -> None:
    assert adopted.adopted is not None
    for page in (
        send(client, bytes_of(adopted)),
        client.get(PAGE, {"kenmerk": adopted.adopted.sha256}),
        client.get(PAGE, {"kenmerk": adopted.adopted.sha256[:16]}),
    ):
        assert "kennen wij niet" in said(page)
        assert "De Leesplank" not in said(page)


def test_a_submitted_version_is_not_called_adopted(world: World, sign_in: SignIn) -> None:
    profile = submitted(world, world.profile, content_of_example())
    assert profile.sealed is not None

    page = said(send(sign_in(world.coordinator), profile.sealed.content.encode(), "inhoud.json"))

    assert "Ingediend, en niet vastgesteld" in page


@pytest.mark.parametrize("cut", [64, 16])
def test_the_sign_on_paper_finds_the_version(cut: int, published: Profile, client: Client) -> None:
    assert published.adopted is not None
    sha = published.adopted.sha256[:cut]
    spaced = " ".join(sha[start : start + 4] for start in range(0, cut, 4)).upper()

    page = said(client.get(PAGE, {"kenmerk": spaced}))

    assert "Ja, dit is de vastgestelde versie" in page
    assert ("Alleen het kenmerk is nagekeken" in page) is (cut == 16)


@pytest.mark.parametrize("sign", ["x", "1234", "g" * 64, "a" * 65])
def test_what_is_no_sign_is_said_and_stays(sign: str, published: Profile, client: Client) -> None:
    response = client.get(PAGE, {"kenmerk": sign})

    assert response.status_code == 422
    assert "Een kenmerk heeft 16 of 64 tekens" in said(response)
    assert f'value="{sign}"' in said(response)


def html(brin6: str, version: int = 2, short: str = "0" * 16) -> bytes:
    return f'<meta name="keywords" content="dekkend:{brin6}:2027-2028:{version}:{short}">'.encode()


def packed(name: str, part: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, part)
    return file.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        html("99XA00"),
        b"%PDF-1.7\n" + html("99XA00"),
        packed("docProps/core.xml", html("99XA00")),
        packed("meta.xml", html("99XA00")),
        json.dumps({"school": {"brin6": "99XA00"}, "schooljaar": "2027-2028", "version": 2}).encode(),
    ],
    ids=["html", "pdf", "docx", "odt", "json"],
)
def test_a_changed_file_says_what_it_claims_and_nothing_is_confirmed(
    data: bytes, published: Profile, client: Client
) -> None:
    page = said(send(client, data))

    assert "Dit bestand zegt versie 2 van De Leesplank voor schooljaar 2027-2028 te zijn." in page
    assert "niet zoals het is vastgesteld" in page
    assert reverse("public_year", args=["99XA00", "2027-2028"]) in page


def test_a_claim_about_what_is_not_public_shows_no_way(adopted: Profile, client: Client) -> None:
    page = said(send(client, html("99XA00")))

    assert "zegt versie 2 van De Leesplank" in page
    assert "/scholen/99XA00/2027-2028/" not in page


def test_a_printed_sign_is_read_back_from_text(published: Profile, client: Client) -> None:
    assert published.adopted is not None
    sha = published.adopted.sha256
    groups = " ".join(sha[start : start + 4] for start in range(0, 16, 4))

    page = said(send(client, f"Kenmerk van de inhoud: {groups}\n".encode(), "sop.txt"))

    assert "zegt versie 1 van De Leesplank" in page


@pytest.mark.parametrize(
    "data",
    [b"PK\x03\x04rommel", b"{" * 100_000, b"<" * 200_000, b'{"school": []}', b"\0\1\2", packed("x", b"y")],
)
def test_whatever_comes_in_gets_an_answer(data: bytes, world: World, client: Client) -> None:
    assert "Dit bestand kennen wij niet" in said(send(client, data))


def test_a_zip_that_lists_too_much_is_not_opened(world: World, client: Client) -> None:
    data = bytearray(packed("meta.xml", html("99XA00")))
    end = data.rfind(b"PK\x05\x06")
    data[end + 12 : end + 16] = (50_000_000).to_bytes(4, "little")

    assert "Dit bestand kennen wij niet" in said(send(client, bytes(data)))


def test_without_a_file_the_page_says_what_to_do(world: World, client: Client) -> None:
    assert "Kies eerst een bestand" in said(client.post(PAGE))
    assert "Dit bestand is leeg" in said(send(client, b""))


def test_a_file_that_is_too_large_is_refused(world: World, client: Client, monkeypatch: Any) -> None:
    monkeypatch.setattr(receive, "LARGEST", 1000)

    response = send(client, b"x" * 1001)

    assert response.status_code == 422
    assert "groter dan 20 MB" in said(response)


def test_nothing_is_written_and_no_cookie_is_set(published: Profile, client: Client, settings: Any) -> None:
    before = sorted(Path(settings.MEDIA_ROOT).rglob("*"))

    response = send(client, b"x" * 3_000_000)

    assert not response.cookies
    assert not client.get(PAGE).cookies
    assert sorted(Path(settings.MEDIA_ROOT).rglob("*")) == before


def test_many_files_from_one_place_have_to_wait(world: World, client: Client, settings: Any) -> None:
    settings.ACCOUNT_RATE_LIMITS = {"check_file": "1/m/ip"}
    send(client, b"x")

    response = send(client, b"x")

    assert response.status_code == 429
    assert "Wacht een minuut" in said(response)


def test_a_check_asks_the_same_whatever_it_finds(
    published: Profile, client: Client, django_assert_num_queries: Any
) -> None:
    known, claiming = bytes_of(published), html("99XA00")

    with django_assert_num_queries(2):
        send(client, known)
    with django_assert_num_queries(4):
        send(client, claiming)
    with django_assert_num_queries(2):
        send(client, b"x")


def test_the_public_page_leads_to_it(published: Profile, client: Client) -> None:
    assert f'href="{PAGE}"' in said(client.get(reverse("public_school", args=["99XA00"])))


def test_the_command_says_the_same(published: Profile, tmp_path: Path, capsys: Any) -> None:
    (tmp_path / "goed.pdf").write_bytes(bytes_of(published))
    (tmp_path / "fout.pdf").write_bytes(b"x")

    def run(*words: str) -> int:
        chosen = parser().parse_args(["verify", *words])
        return int(chosen.run(chosen))

    assert run(str(tmp_path / "goed.pdf"), "--chain") == 0
    assert "Ja, dit is de vastgestelde versie" in capsys.readouterr().out
    assert run(str(tmp_path / "fout.pdf")) == 1
    assert "Dit bestand kennen wij niet" in capsys.readouterr().out
    assert run(str(tmp_path / "weg.pdf")) == 1
    assert "Kijk of de naam klopt" in capsys.readouterr().out
    assert run() == 1


def test_real_papers_carry_their_claim(printed: Profile, client: Client) -> None:
    for kind, form in (("sop", "pdf"), ("guide", "pdf"), ("sop", "docx"), ("sop", "html"), ("sop", "txt")):
        data = bytes_of(printed, kind, form)
        assert "Ja, dit is" in said(send(client, data)), form
        changed = data + b" " if form != "docx" else data[:-2] + b"\x01\x00 "
        assert "zegt versie 1 van De Leesplank" in said(send(client, changed)), (kind, form)
    assert b"/controleren/" in bytes_of(printed, "sop", "html")


@pytest.mark.parametrize(
    ("own_place", "told"), [(0, "Ja, dit is de vastgestelde versie"), (1, "kennen wij niet")]
)
def test_of_two_files_the_first_is_looked_at(
    own_place: int, told: str, published: Profile, client: Client
) -> None:
    files = [SimpleUploadedFile("bijlage.pdf", b"%PDF-1.7")]
    files.insert(own_place, SimpleUploadedFile("sop.pdf", bytes_of(published)))

    assert told in said(client.post(PAGE, {"bestand": files}))


def test_a_length_that_is_no_number_is_no_fault(db: None, client: Client) -> None:
    answer = client.post(PAGE, {"bestand": SimpleUploadedFile("sop.pdf", b"x")}, CONTENT_LENGTH="veel")

    assert answer.status_code == 422
