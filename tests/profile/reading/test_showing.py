"""What of an old profile is shown: one part of the new one, what is still to be looked at, and the next of those."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from dekkend.profile.reading.file import Passage
from tests.profile.reading.shared import CELL, GOAL, LIMIT, LOOSE, PASSAGES, PERSON, TEXT, kept
from tests.profile.writing.shared import SignIn, at
from tests.world import World

GAP = Passage("gap", "Hier staat een afbeelding.", 9)
MANY = [*PASSAGES, GAP]


def shown(client: Client, world: World, **asked: object) -> list[int]:
    """Positions, in their order."""
    page = client.get(at("old_profile", world.profile), asked).content.decode()
    return [int(number) for number in re.findall(r'id="stuk-(\d+)"', page)]


def next_of(client: Client, world: World, **asked: object) -> str:
    page = client.get(at("old_profile", world.profile), asked).content.decode()
    foot = re.search(r'class="pace__row">(.*?)</div>', page, re.DOTALL)
    found = re.search(r'href="([^"]+)"', foot[1] if foot else "")
    return found[1].replace("&amp;", "&") if found else ""


@pytest.fixture
def client(world: World, sign_in: SignIn) -> Client:
    kept(world, MANY)
    return sign_in(world.head)


def press(client: Client, world: World, **what: object) -> str:
    return client.post(at("old_pieces", world.profile), what).url


def test_a_part_is_shown_with_the_headings_above_it(world: World, client: Client) -> None:
    assert shown(client, world) == list(range(1, 10))
    assert shown(client, world, deel="vision") == [1, TEXT, PERSON]
    assert shown(client, world, deel="boundaries") == [1, LIMIT]


def test_what_has_no_proposal_and_what_was_not_read_are_parts_too(world: World, client: Client) -> None:
    assert shown(client, world, deel="geen") == [1, LOOSE]
    assert shown(client, world, deel="gemist") == [1, len(MANY)]


def test_a_heading_under_which_nothing_is_shown_is_left_out(world: World, sign_in: SignIn) -> None:
    heads = [
        Passage("heading", "Visie", 1, 1),
        Passage("heading", "Leeg", 1, 2),
        Passage("heading", "Ouders", 1, 2),
    ]
    kept(world, [*heads, PASSAGES[TEXT - 1], Passage("heading", "Grenzen", 1, 1), PASSAGES[LIMIT - 1]])
    assert shown(sign_in(world.head), world, deel="vision") == [1, 3, 4]


def test_only_what_is_to_be_looked_at_is_shown_and_what_was_just_done(world: World, client: Client) -> None:
    """So that one sees what happened, and can take it back."""
    came_back = press(client, world, skip=TEXT, toon="open", deel="vision")
    assert came_back == f"{at('old_profile', world.profile)}?deel=vision&toon=open&stuk={TEXT}#stuk-{TEXT}"
    assert shown(client, world, toon="open", deel="vision", stuk=TEXT) == [1, TEXT, PERSON]
    assert shown(client, world, toon="open", deel="vision") == [1, PERSON]
    assert shown(client, world, deel="vision") == [1, TEXT, PERSON]


def test_next_goes_on_from_what_was_done_and_begins_again_at_the_end(world: World, client: Client) -> None:
    assert next_of(client, world, stuk=TEXT).endswith(f"?stuk={CELL}#stuk-{CELL}")
    press(client, world, skip=CELL)
    assert next_of(client, world, stuk=TEXT).endswith(f"?stuk={LIMIT}#stuk-{LIMIT}")
    assert next_of(client, world, stuk=LOOSE).endswith(f"?stuk={TEXT}#stuk-{TEXT}")
    assert next_of(client, world, deel="vision", stuk=TEXT).endswith(
        f"?deel=vision&stuk={PERSON}#stuk-{PERSON}"
    )


def test_page_says_how_many_are_left_and_when_all_is_done(world: World, client: Client) -> None:
    page = client.get(at("old_profile", world.profile), {"deel": "boundaries"}).content.decode()
    assert "Nog <b>1</b> te bekijken in 6 Grenzen" in page
    press(client, world, skip=LIMIT)
    page = client.get(
        at("old_profile", world.profile), {"deel": "boundaries", "toon": "open"}
    ).content.decode()
    assert "6 Grenzen: Alles is bekeken." in page
    assert "Hier is alles bekeken." in page
    assert next_of(client, world, deel="boundaries") == ""


def test_another_place_comes_back_to_the_same_choice(world: World, client: Client) -> None:
    page = client.get(at("old_profile", world.profile), {"deel": "geen", "toon": "open"}).content.decode()
    url = at("old_place", world.profile, LOOSE)
    assert f'href="{url}?deel=geen&amp;toon=open"' in page
    form = client.get(f"{url}?deel=geen&toon=open").content.decode()
    kept_in_form = dict(re.findall(r'<input type="hidden" name="(deel|toon)" value="(\w+)">', form))
    answer = client.post(url, {"target": "vision.concept", **kept_in_form})
    assert answer.url.endswith(f"?deel=geen&toon=open&stuk={LOOSE}#stuk-{LOOSE}")


@pytest.mark.parametrize(
    "asked", [{"deel": "weg"}, {"deel": "school' OR 1"}, {"toon": "x"}, {"stuk": "-1"}, {"stuk": "²"}]
)
def test_what_cannot_be_asked_shows_all(world: World, client: Client, asked: dict[str, str]) -> None:
    assert shown(client, world, **asked) == list(range(1, 10))


def test_sheets_keep_the_choice(world: World, sign_in: SignIn) -> None:
    kept(world, [PASSAGES[TEXT - 1]] * 130)
    client = sign_in(world.head)
    page = client.get(at("old_profile", world.profile), {"deel": "vision", "blad": 2}).content.decode()
    assert "?deel=vision&amp;blad=3#stukken" in page
    assert "Blad 2 van 3" in page
    assert shown(client, world, deel="vision", stuk=125)[0] == 121


def test_a_passage_of_another_part_does_not_decide_the_sheet(world: World, client: Client) -> None:
    assert shown(client, world, deel="vision", stuk=GOAL) == [1, TEXT, PERSON]
