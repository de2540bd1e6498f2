"""The page: the file comes in, and each passage stands beside where it can go."""

import io
import re

import pytest
from django.test import Client

from dekkend.profile.models import OldPassage, Reading, SectionText
from dekkend.profile.reading import actions
from dekkend.profile.reading.file import Passage
from tests.profile.reading.oldprofiles import GOAL as GOAL_TEXT
from tests.profile.reading.oldprofiles import as_docx
from tests.profile.reading.refusals import REFUSED
from tests.profile.reading.shared import DAY, LIMIT, LOOSE, PASSAGES, PERSON, TEXT, kept, passage
from tests.profile.writing.shared import SignIn, at, submitted
from tests.world import World

pytestmark = pytest.mark.one_database


def sent(data: bytes, name: str = "SOP 2023.docx") -> io.BytesIO:
    file = io.BytesIO(data)
    file.name = name
    return file


def bring(client: Client, world: World, data: bytes, name: str = "SOP 2023.docx"):
    return client.post(at("old_profile", world.profile), {"file": sent(data, name)})


def press(client: Client, world: World, **what: object):
    return client.post(at("old_pieces", world.profile), what)


def test_file_comes_in_and_stands_beside_the_new_profile(world: World, sign_in: SignIn) -> None:
    client = sign_in(world.coordinator)
    answer = bring(client, world, as_docx())
    assert answer.status_code == 302
    page = client.get(answer.url).content.decode()
    assert "SOP 2023.docx" in page
    assert GOAL_TEXT in page
    assert "Staat onder de kop “6 Ambities”." in page
    assert "telefoonnummer “036 123 45 67”" in page


@pytest.mark.parametrize("name", ["old word", "picture", "macro", "scan", "locked pdf", "bomb"])
def test_file_that_is_refused_leaves_nothing(world: World, sign_in: SignIn, name: str) -> None:
    make, words = REFUSED[name]
    answer = bring(sign_in(world.head), world, make())
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert not Reading.objects.exists()


def test_form_without_a_file_says_so(world: World, sign_in: SignIn) -> None:
    answer = sign_in(world.head).post(at("old_profile", world.profile), {})
    assert answer.status_code == 422
    assert "Kies eerst een bestand." in answer.content.decode()


def test_file_without_a_text_is_refused(world: World, sign_in: SignIn) -> None:
    answer = bring(sign_in(world.head), world, as_docx([("h1", "Visie")]))
    assert "staat geen tekst" in answer.content.decode()
    assert not Reading.objects.exists()


def test_what_could_not_be_read_is_said_and_not_taken(world: World, sign_in: SignIn) -> None:
    kept(world, [Passage("gap", "Hier staat een afbeelding.", 3), PASSAGES[TEXT - 1]])
    client = sign_in(world.head)
    page = client.get(at("old_profile", world.profile)).content.decode()
    assert "Bladzijde 3. Hier staat een afbeelding." in page
    assert "nog 1 te bekijken" in page
    press(client, world, take=1)
    assert passage(world.profile, 1).state == "open"


def test_press_takes_over_and_comes_back_to_the_passage(world: World, sign_in: SignIn) -> None:
    kept(world)
    client = sign_in(world.head)
    answer = press(client, world, take=TEXT)
    assert answer.url == f"{at('old_profile', world.profile)}?stuk={TEXT}#stuk-{TEXT}"
    assert "Maak ongedaan" in client.get(answer.url).content.decode()
    press(client, world, undo=TEXT)
    assert SectionText.objects.get(profile=world.profile, field="inclusive").text == ""


def test_press_for_a_part_takes_all_of_it(world: World, sign_in: SignIn) -> None:
    kept(world)
    press(sign_in(world.head), world, all="boundaries")
    assert passage(world.profile, LIMIT).state == "taken"
    assert passage(world.profile, TEXT).state == "open"


def test_press_for_a_part_goes_back_in_one_press(world: World, sign_in: SignIn) -> None:
    kept(world)
    client = sign_in(world.head)
    url = press(client, world, all="boundaries").url
    assert url == f"{at('old_profile', world.profile)}#delen"
    page = client.get(url).content.decode()
    button = re.search(r'name="undo_all" value="([^"]+)">Maak 1 stuk ongedaan', page)
    assert button
    assert "na het overnemen veranderd" not in page
    assert press(client, world, undo_all=button[1]).url == url
    assert passage(world.profile, LIMIT).state == "open"
    assert "undo_all" not in client.get(url).content.decode()


def test_page_says_how_many_were_changed_and_stay(world: World, sign_in: SignIn) -> None:
    url = at("old_profile", world.profile)
    kept(world)
    client = sign_in(world.head)
    assert "2 stukken zijn na het overnemen veranderd" in client.get(f"{url}?bleef=2").content.decode()
    assert "na het overnemen veranderd" not in client.get(f"{url}?bleef=x").content.decode()


def test_what_was_changed_since_is_not_taken_back_by_the_press(world: World, sign_in: SignIn) -> None:
    kept(world)
    client = sign_in(world.head)
    press(client, world, all="boundaries")
    world.profile.boundaries.update(own="Anders.", revision=9)
    key = passage(world.profile, LIMIT).made["press"]
    answer = press(client, world, undo_all=key)
    assert answer.status_code == 423
    assert "daarna veranderd" in answer.content.decode()
    assert world.profile.boundaries.get().own == "Anders."


def test_skipped_passage_can_be_looked_at_again(world: World, sign_in: SignIn) -> None:
    kept(world)
    client = sign_in(world.head)
    press(client, world, skip=PERSON)
    assert "Toch bekijken" in client.get(at("old_profile", world.profile)).content.decode()
    press(client, world, back=PERSON)
    assert passage(world.profile, PERSON).state == "open"


def test_another_place_is_chosen_and_taken(world: World, sign_in: SignIn) -> None:
    kept(world)
    client = sign_in(world.head)
    url = at("old_place", world.profile, LOOSE)
    assert "De rest van dit stuk" in client.get(url).content.decode()
    client.post(url, {"target": "vision.concept", "take": "yes"})
    assert SectionText.objects.get(profile=world.profile, field="concept").text


def test_place_that_is_not_in_the_list_is_refused(world: World, sign_in: SignIn) -> None:
    kept(world)
    answer = sign_in(world.head).post(at("old_place", world.profile, LOOSE), {"target": "school.name"})
    assert answer.status_code == 422
    assert "Kies een plek uit de lijst." in answer.content.decode()


def test_refused_press_says_why(world: World, sign_in: SignIn) -> None:
    kept(world)
    answer = press(sign_in(world.head), world, take=LOOSE)
    assert answer.status_code == 423
    assert "Kies eerst waar dit stuk hoort." in answer.content.decode()


def test_finished_profile_makes_place_for_another(world: World, sign_in: SignIn) -> None:
    kept(world)
    client = sign_in(world.head)
    client.post(at("old_finish", world.profile))
    assert "Lees het bestand" in client.get(at("old_profile", world.profile)).content.decode()


@pytest.mark.parametrize("who", ["staff", "council", "board", "sam", "adviser"])
def test_who_may_not_write_sees_nothing(world: World, sign_in: SignIn, who: str) -> None:
    kept(world)
    client = sign_in(getattr(world, who))
    assert client.get(at("old_profile", world.profile)).status_code == 404
    assert client.get(at("old_place", world.profile, TEXT)).status_code == 404
    assert press(client, world, take=TEXT).status_code == 404
    assert client.post(at("old_finish", world.profile)).status_code == 404
    assert passage(world.profile, TEXT).state == "open"


def test_passage_that_is_not_there_is_not_found(world: World, sign_in: SignIn) -> None:
    client = sign_in(world.head)
    assert press(client, world, take=TEXT).status_code == 404
    kept(world)
    for told in ("99", "x", "²", ""):
        assert press(client, world, take=told).status_code == 404
    assert press(client, world, all="weg").status_code == 404
    assert press(client, world).status_code == 404


def test_submitted_profile_has_no_page(world: World, sign_in: SignIn) -> None:
    kept(world)
    submitted(world.profile)
    assert sign_in(world.head).get(at("old_profile", world.profile)).status_code == 423


def test_long_profile_comes_in_pages_that_begin_with_a_heading(world: World, sign_in: SignIn) -> None:
    pieces = [
        Passage("heading", f"Kop {number}", 1, 1)
        if number % 10 == 5
        else Passage("paragraph", f"Stuk {number}.", 1)
        for number in range(1, 131)
    ]
    kept(world, pieces)
    client = sign_in(world.head)
    first = client.get(at("old_profile", world.profile)).content.decode()
    assert "Stuk 54." in first
    assert "Kop 55" not in first
    assert "Blad 1 van 3" in first
    second = client.get(at("old_profile", world.profile), {"blad": "2"}).content.decode()
    assert "Kop 55" in second
    came_back = client.get(press(client, world, skip=60).url).content.decode()
    assert "Blad 2 van 3" in came_back


QUERIES = 9


@pytest.mark.parametrize("number", [1, 3])
def test_page_costs_the_same_however_long_the_profile(
    world: World, sign_in: SignIn, number: int, django_assert_num_queries
) -> None:
    client = sign_in(world.head)
    actions.keep(world.profile, "sop.docx", PASSAGES[1 : 1 + number], on=DAY, actor=world.head)
    client.get(at("old_profile", world.profile))
    with django_assert_num_queries(QUERIES):
        client.get(at("old_profile", world.profile))
    assert OldPassage.objects.count() == number


def test_writer_finds_the_page_from_the_profile_and_a_reader_does_not(world: World, sign_in: SignIn) -> None:
    url = at("old_profile", world.profile)
    first = at("section", world.profile, "vision")
    assert url in sign_in(world.head).get(first).content.decode()
    assert url not in sign_in(world.staff).get(first).content.decode()
