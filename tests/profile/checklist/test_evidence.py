import io
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.test import Client
from PIL import Image

from dekkend.audit.models import Event
from dekkend.kit import backup
from dekkend.profile.checklist.actions.finding import MOST
from dekkend.profile.models import Answer, Evidence
from tests.kit.files import PDF, docx, located
from tests.profile.checklist.people import ITEM, QUESTION, SignIn, answered, page, shared
from tests.profile.checklist.test_cost import queries
from tests.world import World

pytestmark = pytest.mark.one_database

LINK = "https://school.example/plan"
OUTSIDE = ("council", "board", "adviser", "analyst", "administrator", "other_head", "sam")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, settings: Any) -> Path:
    settings.MEDIA_ROOT = tmp_path
    return tmp_path / Evidence.FOLDER


@pytest.fixture
def ina(world: World, sign_in: SignIn) -> Client:
    return sign_in(world.coordinator)


def send(client: Client, world: World, data: bytes = PDF, name: str = "Plan.pdf", item: str = ITEM.id) -> Any:
    url = page("evidence_add_file", world.profile, item)
    return client.post(url, {"file": SimpleUploadedFile(name, data)})


def link(client: Client, world: World, url: str = LINK, title: str = "", item: str = ITEM.id) -> Any:
    return client.post(page("evidence_link", world.profile, item), {"url": url, "title": title})


def kept(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def test_a_link_stands_at_its_item(world: World, ina: Client) -> None:
    assert link(ina, world, title="Het plan").status_code == 302

    row = Evidence.objects.get()
    assert (row.answer.item, row.url, row.host) == (ITEM.id, LINK, "school.example")
    shown = ina.get(page("checklist_question", world.profile, QUESTION.id)).content.decode()
    assert f'<a href="{LINK}" rel="noopener noreferrer">Het plan</a>' in shown
    event = Event.objects.get(act="add_evidence")
    assert (event.actor, event.place, event.data["url"]) == (world.coordinator, world.profile.place, LINK)


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("http://school.example/plan", "https://"),
        ("javascript:alert(1)", "geen link"),
        ("javascript://school.example/%0aalert(1)", "geen link"),
        ("data:text/html,x", "geen link"),
        ("https://naam:geheim@school.example/", "wachtwoord"),
        ("https://school", "geen link"),
        ("https://localhost/x", "geen link"),
        ("https://127.0.0.1/x", "geen link"),
        ("https://[::1]/x", "geen link"),
        ("https://[", "geen link"),
        ("https://school.example/a b", "geen link"),
        ("https://school.example/" + "x" * 600, "te lang"),
        ("", "Plak hier een link"),
    ],
)
def test_a_wrong_link_is_said_and_stays_in_its_field(world: World, ina: Client, url: str, says: str) -> None:
    answer = link(ina, world, url=url, title="Mijn woorden")

    assert answer.status_code == 422
    assert says in answer.content.decode()
    assert "Mijn woorden" in answer.content.decode()
    assert not Evidence.objects.exists()


def test_a_link_without_its_beginning_gets_it(world: World, ina: Client) -> None:
    link(ina, world, url="school.example/plan")

    assert Evidence.objects.get().url == LINK


def test_a_file_is_kept_and_given_back_as_what_it_is(world: World, ina: Client, folder: Path) -> None:
    assert send(ina, world).status_code == 302

    row = Evidence.objects.get()
    answer = ina.get(page("evidence_file", world.profile, row.pk))
    assert answer.content == PDF
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == 'attachment; filename="Plan.pdf"'
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert "no-store" in answer["Cache-Control"]
    assert [path.name for path in kept(folder)] == [row.stored]
    assert "Plan" not in str(kept(folder)[0])


def test_several_stand_beside_each_other(world: World, ina: Client) -> None:
    answered(shared(world.profile), evidence="Ondersteuningsplan, bladzijde 12")
    link(ina, world)
    send(ina, world)
    send(ina, world, docx(), "Protocol.docx")

    shown = ina.get(page("checklist_evidence", world.profile, ITEM.id)).content.decode()
    for words in ("Ondersteuningsplan, bladzijde 12", LINK, "Plan.pdf", "Protocol.docx"):
        assert words in shown


def test_a_photograph_is_drawn_anew(world: World, ina: Client) -> None:
    send(ina, world, located(), "foto.jpg")

    answer = ina.get(page("evidence_file", world.profile, Evidence.objects.get().pk))
    with Image.open(io.BytesIO(answer.content)) as drawn:
        assert not drawn.getexif()


@pytest.mark.django_db(transaction=True)
def test_what_is_removed_is_gone_from_the_disk(sign_in: SignIn, folder: Path) -> None:
    from tests.world import build

    world = build()
    ina = sign_in(world.coordinator)
    send(ina, world)
    row = Evidence.objects.get()

    assert ina.post(page("evidence_remove", world.profile, row.pk)).status_code == 302

    assert not kept(folder)
    assert not Evidence.objects.exists()
    assert Event.objects.filter(act="remove_evidence").count() == 1
    assert not Event.objects.filter(data__icontains="Plan.pdf").exists()  # nor its name
    assert ina.get(page("evidence_file", world.profile, row.pk)).status_code == 404
    assert ina.post(page("evidence_remove", world.profile, row.pk)).status_code == 404


@pytest.mark.django_db(transaction=True)
def test_a_back_up_brings_the_files_along(sign_in: SignIn, folder: Path, tmp_path: Path) -> None:
    from tests.world import build

    world = build()
    send(sign_in(world.coordinator), world)
    row = Evidence.objects.get()
    assert backup.write(tmp_path / "kopie.zip", print) == 0
    call_command("flush", interactive=False, verbosity=0)
    kept(folder)[0].unlink()

    assert backup.read(tmp_path / "kopie.zip", print) == 0

    answer = sign_in(world.coordinator).get(page("evidence_file", world.profile, row.pk))
    assert answer.content == PDF


def test_a_file_that_is_gone_from_the_disk_is_not_found(world: World, ina: Client, folder: Path) -> None:
    send(ina, world)
    kept(folder)[0].unlink()

    assert ina.get(page("evidence_file", world.profile, Evidence.objects.get().pk)).status_code == 404


def test_a_link_is_no_file(world: World, ina: Client) -> None:
    link(ina, world)

    assert ina.get(page("evidence_file", world.profile, Evidence.objects.get().pk)).status_code == 404


def test_an_item_holds_so_many_and_no_more(world: World, ina: Client, folder: Path) -> None:
    for number in range(MOST):
        link(ina, world, url=f"{LINK}/{number}")

    shown = ina.get(page("checklist_evidence", world.profile, ITEM.id)).content.decode()
    assert "Haal er eerst een weg" in shown
    assert "Zet de link erbij" not in shown
    assert link(ina, world).status_code == 423
    assert send(ina, world).status_code == 423
    assert Evidence.objects.count() == MOST
    assert not kept(folder)


def test_a_missing_file_is_said(world: World, ina: Client) -> None:
    answer = ina.post(page("evidence_add_file", world.profile, ITEM.id))

    assert answer.status_code == 422
    assert "Kies eerst een bestand." in answer.content.decode()


@pytest.mark.parametrize("who", OUTSIDE)
def test_evidence_is_of_the_school(world: World, sign_in: SignIn, ina: Client, who: str) -> None:
    send(ina, world)
    row = Evidence.objects.get()
    client = sign_in(world.people[who])

    assert client.get(page("evidence_file", world.profile, row.pk)).status_code == 404
    assert client.get(page("checklist_evidence", world.profile, ITEM.id)).status_code == 404
    assert link(client, world).status_code == 404
    assert send(client, world).status_code == 404
    assert client.post(page("evidence_remove", world.profile, row.pk)).status_code == 404
    assert Evidence.objects.count() == 1


def test_staff_reads_evidence_and_changes_none(world: World, sign_in: SignIn, ina: Client) -> None:
    send(ina, world)
    row, thijs = Evidence.objects.get(), sign_in(world.staff)

    assert thijs.get(page("evidence_file", world.profile, row.pk)).status_code == 200
    shown = thijs.get(page("checklist_evidence", world.profile, ITEM.id))
    assert shown.status_code == 200
    assert b"Haal weg" not in shown.content
    assert link(thijs, world).status_code == 404
    assert send(thijs, world).status_code == 404
    assert thijs.post(page("evidence_remove", world.profile, row.pk)).status_code == 404


def test_nothing_is_added_or_removed_when_the_profile_is_submitted(
    world: World, ina: Client, folder: Path
) -> None:
    send(ina, world)
    row = Evidence.objects.get()
    type(world.profile).objects.filter(pk=world.profile.pk).update(state="submitted")

    assert link(ina, world).status_code == 423
    assert send(ina, world).status_code == 423
    assert ina.post(page("evidence_remove", world.profile, row.pk)).status_code == 423
    assert ina.get(page("evidence_file", world.profile, row.pk)).status_code == 200
    assert len(kept(folder)) == 1


def test_evidence_alone_is_no_answer(world: World, ina: Client) -> None:
    link(ina, world)

    assert Answer.objects.get().revision == 0
    assert "0 van de" in ina.get(page("checklist", world.profile)).content.decode()


def test_the_page_costs_the_same_with_one_and_with_three(world: World, ina: Client) -> None:
    url = page("checklist_evidence", world.profile, ITEM.id)
    link(ina, world)
    one = len(queries(lambda: ina.get(url)))
    for number in range(2):
        link(ina, world, url=f"{LINK}/{number}")

    # session, person, roles, profile, answers, evidence; two for the road
    assert (one, len(queries(lambda: ina.get(url)))) == (8, 8)
