"""The preview is the real document, from what is written now."""

import pytest

from dekkend.profile.models import Talk, Version
from dekkend.profile.version.compile import content_of
from dekkend.profile.version.content import seal
from dekkend.profile.version.papers import FROM_CONTENT
from dekkend.profile.writing import actions
from dekkend.profile.writing.queries import with_rows
from tests.profile.writing.shared import FMT, VISION, SignIn, at
from tests.profile.writing.test_cost import arranged, cost
from tests.world import World

pytestmark = pytest.mark.one_database

FIELD = next(field for field in VISION.fields if field.required)


@pytest.fixture(autouse=True)
def written(world: World) -> None:
    actions.write_text(world.profile, VISION, FIELD, "Elk kind **hoort** erbij.", base=0, actor=world.head)


def test_it_shows_the_words_and_what_is_open(world: World, sign_in: SignIn) -> None:
    page = sign_in(world.staff).get(at("preview", world.profile)).content.decode()
    assert "<strong>hoort</strong>" in page
    assert "Wat is nog open?" in page


@pytest.mark.parametrize(("who", "number"), [("coordinator", 1), ("head", 1), ("staff", 0)])
def test_who_writes_is_led_to_what_is_open_first(
    world: World, sign_in: SignIn, who: str, number: int
) -> None:
    page = sign_in(world.people[who]).get(at("preview", world.profile)).content.decode()
    assert page.count("Maak af: Dialoog") == number


def test_the_text_for_the_schoolgids_is_there_too(world: World, sign_in: SignIn) -> None:
    assert sign_in(world.head).get(at("preview", world.profile, "schoolgids")).status_code == 200
    assert sign_in(world.head).get(at("preview", world.profile, "geheim")).status_code == 404


@pytest.mark.parametrize(("form", "start"), [("pdf", b"%PDF"), ("docx", b"PK"), ("odt", b"PK")])
def test_the_concept_can_be_taken_along(world: World, sign_in: SignIn, form: str, start: bytes) -> None:
    answer = sign_in(world.head).get(at("preview_file", world.profile, "sop", form))
    assert answer.content.startswith(start)
    assert f"99XA00-2027-2028-sop-concept.{form}" in answer.headers["Content-Disposition"]


def test_another_form_is_not_there(world: World, sign_in: SignIn) -> None:
    assert sign_in(world.head).get(at("preview_file", world.profile, "sop", "exe")).status_code == 404


@pytest.mark.parametrize("who", ["council", "board", "analyst", "other_head", "sam"])
def test_a_stranger_sees_nothing(world: World, sign_in: SignIn, who: str) -> None:
    client = sign_in(world.people[who])
    assert client.get(at("preview", world.profile)).status_code == 404
    assert client.get(at("preview_file", world.profile, "sop", "pdf")).status_code == 404


def test_a_part_beside_its_text_is_only_the_paper(world: World, sign_in: SignIn) -> None:
    answer = sign_in(world.staff).get(at("section_preview", world.profile, VISION.id))
    assert "<strong>hoort</strong>" in answer.content.decode()
    assert "<html" not in answer.content.decode()


def test_what_the_asker_has_is_not_sent_again(world: World, sign_in: SignIn) -> None:
    client, url = sign_in(world.head), at("section_preview", world.profile, VISION.id)
    mark = client.get(url).headers["ETag"]
    assert client.get(url, headers={"If-None-Match": mark}).status_code == 304
    actions.write_text(world.profile, VISION, FIELD, "Nu anders.", base=1, actor=world.head)
    assert client.get(url, headers={"If-None-Match": mark}).status_code == 200


@pytest.mark.parametrize("section", FMT.sections, ids=lambda section: section.id)
def test_a_part_beside_its_text_costs_the_same_with_more_in_it(
    world: World, sign_in: SignIn, section
) -> None:
    arranged(world, 1)
    one = cost(world, sign_in, "section_preview", section.id)
    arranged(world, 3)
    assert cost(world, sign_in, "section_preview", section.id) == one <= 9


@pytest.mark.parametrize("who", ["council", "board", "analyst", "other_head", "sam"])
def test_a_stranger_sees_no_part_beside_its_text(world: World, sign_in: SignIn, who: str) -> None:
    assert sign_in(world.people[who]).get(at("section_preview", world.profile, VISION.id)).status_code == 404


def test_a_part_that_the_format_does_not_know_is_not_there(world: World, sign_in: SignIn) -> None:
    assert sign_in(world.head).get(at("section_preview", world.profile, "geheim")).status_code == 404


@pytest.mark.parametrize("kind", FROM_CONTENT)
def test_every_kind_of_paper_can_be_seen_and_taken_along(world: World, sign_in: SignIn, kind: str) -> None:
    client = sign_in(world.head)
    page = client.get(at("preview", world.profile, kind)).content.decode()
    assert at("preview_file", world.profile, kind, "pdf") in page
    assert client.get(at("preview_file", world.profile, kind, "pdf")).content.startswith(b"%PDF")


def test_the_report_of_a_talk_stands_beside_them_once_there_is_one(world: World, sign_in: SignIn) -> None:
    client, report = sign_in(world.head), at("talk_reports", world.profile)
    assert report not in client.get(at("preview", world.profile)).content.decode()
    Talk.objects.create(profile=world.profile, state=Talk.State.CLOSED)
    assert report in client.get(at("preview", world.profile)).content.decode()


def test_the_concept_for_the_council_is_laid_beside_what_was_submitted_before(
    world: World, sign_in: SignIn
) -> None:
    client, address = sign_in(world.head), at("preview", world.profile, "mr")
    assert "nog niets om mee te vergelijken" in client.get(address).content.decode()
    text, digest = seal(content_of(with_rows(world.profile)))
    Version.objects.create(profile=world.profile, number=1, content=text, sha256=digest, sealed_by="x")
    assert "Wat er veranderde sinds versie 1" in client.get(address).content.decode()
