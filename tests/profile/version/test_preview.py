"""The preview is the real document, from what is written now."""

import pytest

from dekkend.profile.writing import actions
from tests.profile.writing.shared import VISION, SignIn, at
from tests.world import World

FIELD = next(field for field in VISION.fields if field.required)


@pytest.fixture(autouse=True)
def written(world: World) -> None:
    actions.write_text(world.profile, VISION, FIELD, "Elk kind **hoort** erbij.", base=0, actor=world.head)


def test_it_shows_the_words_and_what_is_open(world: World, sign_in: SignIn) -> None:
    page = sign_in(world.staff).get(at("preview", world.profile)).content.decode()
    assert "<strong>hoort</strong>" in page
    assert "Wat is nog open?" in page


def test_the_text_for_the_schoolgids_is_there_too(world: World, sign_in: SignIn) -> None:
    assert sign_in(world.head).get(at("preview", world.profile, "schoolgids")).status_code == 200
    assert sign_in(world.head).get(at("preview", world.profile, "geheim")).status_code == 404


@pytest.mark.parametrize(("form", "start"), [("pdf", b"%PDF"), ("docx", b"PK")])
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
