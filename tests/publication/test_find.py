from typing import Any

import pytest
from django.test import Client

from dekkend.profile.models import Profile
from dekkend.publication.find import Wish, find
from dekkend.publication.stems import asked, index
from dekkend.region.models import School
from tests.publication.walking import adopt, content_of_example, open_to_all
from tests.world import World

HERE = {"1315": (52.3712, 5.2178), "1355": (52.3466, 5.2180), "1338": (52.4, 5.29)}
# One polygon around all of them.
SQUARE = [[[[5.1, 52.3], [5.4, 52.3], [5.4, 52.45], [5.1, 52.45], [5.1, 52.3]]]]


@pytest.fixture
def town(world: World) -> World:
    """Three schools at three points in two areas with a shape."""
    for school, (postcode, (latitude, longitude)) in zip(world.schools, HERE.items(), strict=True):
        school.postcode, school.latitude, school.longitude = f"{postcode} AB", latitude, longitude
        school.save()
    for area in world.areas:
        area.shape = SQUARE
        area.save()
    return world


@pytest.fixture
def one(town: World) -> World:
    open_to_all(town, adopt(town, town.profile, content_of_example()))
    return town


@pytest.fixture
def three(one: World) -> World:
    for school in one.schools[1:]:
        profile = Profile.objects.create(school=school, round=one.round)
        open_to_all(one, adopt(one, profile, content_of_example(specialisations={"none": True, "rows": []})))
    return one


def names(wish: Wish) -> list[str]:
    return [row.school.name for row in find(wish).results]


def test_without_a_wish_every_present_school_is_there_by_name(town: World) -> None:
    assert names(Wish()) == ["De Inktpot", "De Leesplank", "De Liniaal"]
    School.objects.filter(name="De Liniaal").update(is_gone=True)
    assert names(Wish()) == ["De Inktpot", "De Leesplank"]


def test_a_need_finds_who_offers_it_and_nobody_else(one: World) -> None:
    assert names(Wish(need="taal-spraak")) == ["De Leesplank"]
    assert names(Wish(need="bewegen")) == []


def test_an_offer_that_is_not_complete_shows_as_such(client: Client, one: World) -> None:
    assert "nog niet alles is er" in client.get("/scholen/?behoefte=prikkels-contact").content.decode()
    assert "nog niet alles is er" not in client.get("/scholen/?behoefte=rekenen-dyscalculie").content.decode()


def test_words_are_found_by_their_stem_without_accents_or_case(one: World) -> None:
    for words in ("taalspecialisten", "Rúst en houvast", "pictogram", "uitdaagkisten"):
        assert names(Wish(words=words)) == ["De Leesplank"], words
    assert names(Wish(words="zwembad")) == []
    assert names(Wish(words="taalspecialist zwembad")) == []


def test_a_name_is_found_also_without_a_profile(town: World) -> None:
    assert names(Wish(words="inktpot")) == ["De Inktpot"]


def test_private_words_are_not_found(one: World) -> None:
    # From notes and summaries of the checklist and from the advice: never in the public text.
    for words in ("kringgesprekken", "overblijf", "geheim", "kopieerhok overblijf"):
        assert names(Wish(words=words)) == []
    assert names(Wish(words="kopieerhok")) == ["De Leesplank"]


def test_a_postcode_sorts_by_distance_and_says_kilometres(client: Client, town: World) -> None:
    assert names(Wish(where="1315 AB"))[0] == "De Leesplank"
    assert names(Wish(where="1338"))[0] == "De Liniaal"
    text = client.get("/scholen/?waar=1315ab").content.decode()
    assert "minder dan 1 km" in text
    assert "ongeveer 3 km" in text
    assert "Bron: GeoNames" in text


def test_a_place_or_area_is_found_by_its_words(town: World) -> None:
    assert names(Wish(where="oost 2")) == ["De Liniaal"]
    assert len(names(Wish(where="Voorbeeld"))) == 3
    assert names(Wish(where="Rotterdam")) == []


def test_an_unknown_postcode_is_said_and_nothing_typed_is_lost(client: Client, one: World) -> None:
    text = client.get("/scholen/?waar=9999&woorden=taalspecialist&behoefte=taal-spraak").content.decode()
    assert "Postcode 9999 kennen we hier niet" in text
    assert 'value="9999"' in text
    assert 'value="taalspecialist"' in text
    assert "De Leesplank" in text
    assert "De Inktpot" not in text


def test_a_need_that_does_not_exist_is_said(client: Client, town: World) -> None:
    assert "Deze behoefte kennen we niet" in client.get("/scholen/?behoefte=onzin").content.decode()


@pytest.mark.parametrize(
    "text",
    [
        "' OR 1=1 --",
        "%",
        "_",
        "\\",
        "<script>alert(1)</script>",
        "((((",
        "de het een",
        "a" * 119,
        "🙂",
        "\x00",
        "1315'",
    ],
)
def test_odd_words_do_no_harm(client: Client, one: World, text: str) -> None:
    answer = client.get("/scholen/", {"woorden": text, "waar": text, "bladzijde": text})
    assert answer.status_code == 200
    assert "<script>alert" not in answer.content.decode()
    assert text == "\x00" or len(names(Wish(words=text))) <= 1


def test_too_long_is_said(client: Client, town: World) -> None:
    assert (
        "Zoek met een paar woorden" in client.get("/scholen/", {"woorden": "woord " * 100}).content.decode()
    )


def test_list_and_map_say_the_same_numbers(client: Client, town: World) -> None:
    text = client.get("/scholen/").content.decode()
    for number, name in enumerate(("De Inktpot", "De Leesplank", "De Liniaal"), 1):
        assert f'id="school-{number}"' in text
        assert f'href="#school-{number}" aria-label="{number}, {name}"' in text
    assert "Bron: CBS/PDOK en GeoNames." in text


def test_without_shapes_there_is_a_list_and_no_map(client: Client, world: World) -> None:
    text = client.get("/scholen/").content.decode()
    assert "De Leesplank" in text
    assert "<figure" not in text


def test_schools_of_one_postcode_do_not_hide_each_other(town: World) -> None:
    School.objects.update(latitude=52.37, longitude=5.22)
    found = find(Wish())
    assert found.map is not None
    spots = [(dot.x, dot.y) for dot in found.map.dots]
    for number, (x, y) in enumerate(spots):
        assert all((x - p) ** 2 + (y - q) ** 2 > 30**2 for p, q in spots[:number])


def test_a_long_list_comes_in_parts_of_twenty_five(client: Client, town: World) -> None:
    school = town.schools[0]
    for number in range(30):
        School.objects.create(
            alliance=town.alliance,
            board=school.board,
            area=school.area,
            brin6=f"98X{'AB'[number % 2]}{number:02}",
            name=f"School {number:02}",
        )
    first = client.get("/scholen/?waar=Oost").content.decode()
    assert first.count('class="result"') == 25
    assert "?waar=Oost&amp;bladzijde=2" in first
    second = client.get("/scholen/?waar=Oost&bladzijde=2").content.decode()
    assert 'id="school-26"' in second


def test_one_and_three_schools_cost_the_same(
    client: Client, one: World, django_assert_num_queries: Any
) -> None:
    path = "/scholen/?behoefte=taal-spraak&waar=1315&woorden=taal"
    with django_assert_num_queries(9):
        client.get(path)
    for school in one.schools[1:]:
        profile = Profile.objects.create(school=school, round=one.round)
        open_to_all(one, adopt(one, profile, content_of_example()))
    with django_assert_num_queries(9):
        assert client.get(path).content.decode().count('class="result"') == 3
    with django_assert_num_queries(9):
        client.get("/scholen/")


def test_the_front_door_says_how_many(client: Client, one: World) -> None:
    assert "3 scholen, waarvan 1 met een gepubliceerd profiel" in " ".join(
        client.get("/").content.decode().split()
    )


def test_stems_keep_no_empty_words_and_no_more_than_twelve() -> None:
    assert asked("de het een") == []
    assert len(asked(" ".join(f"woord{n}" for n in range(40)))) == 12
    assert index(["Rustige plekken", "rustige plek"]) == index(["rustige plek"])
