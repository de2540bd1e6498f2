"""Facts: what the region knows, unless the school says otherwise."""

import pytest

from dekkend.profile.version.compile import content_of
from tests.profile.writing.shared import FACTS, SignIn, at, save
from tests.world import World

BY_SOURCE = {field.source: field for field in FACTS.fields if field.source}


def address(world: World, source: str) -> str:
    return at("section_field", world.profile, FACTS.id, BY_SOURCE[source].id)


def page(world: World, sign_in: SignIn) -> str:
    return str(sign_in(world.head).get(at("section", world.profile, FACTS.id)).content.decode())


def test_the_region_proposes(world: World, sign_in: SignIn) -> None:
    shown = page(world, sign_in)
    assert 'value="De Leesplank"' in shown
    assert 'value="212"' in shown


def test_the_school_says_otherwise_and_can_go_back(world: World, sign_in: SignIn) -> None:
    client = sign_in(world.head)
    save(client, address(world, "name"), text="Leesplank Oost")
    assert content_of(world.profile)["texts"][FACTS.id] == {BY_SOURCE["name"].id: "Leesplank Oost"}
    assert "In het register staat “De Leesplank”" in page(world, sign_in)

    client.post(address(world, "name"), {"text": "", "revision": "1"})
    assert FACTS.id not in content_of(world.profile)["texts"]


def test_what_the_region_says_is_not_kept_as_own_word(world: World, sign_in: SignIn) -> None:
    save(sign_in(world.head), address(world, "name"), text="De Leesplank")
    world.school.name = "De Leesplank aan de Laan"
    world.school.save()
    assert FACTS.id not in content_of(world.profile)["texts"]


def test_a_phone_number_waits_for_the_school(world: World, sign_in: SignIn) -> None:
    world.school.phone = "036-1234567"
    world.school.save()
    shown = page(world, sign_in)
    assert "Dat kan een privénummer zijn" in shown
    assert content_of(world.profile)["school"]["phone"] == ""

    sign_in(world.head).post(address(world, "phone"), {"text": "036-1234567", "revision": "0"})
    assert content_of(world.profile)["texts"][FACTS.id] == {BY_SOURCE["phone"].id: "036-1234567"}


def test_a_confirmed_number_is_proposed_like_the_rest(world: World, sign_in: SignIn) -> None:
    world.school.phone, world.school.phone_confirmed = "036-1234567", True
    world.school.save()
    assert 'value="036-1234567"' in page(world, sign_in)


def test_the_key_of_a_school_is_not_written(world: World, sign_in: SignIn) -> None:
    assert save(sign_in(world.head), address(world, "brin6"), text="11AA11").status_code == 404


@pytest.mark.parametrize(
    ("source", "wrong", "right"),
    [
        ("email", "info at school", "info@school.example"),
        ("website", "javascript:alert(1)", "www.school.example/hulp"),
        ("postcode", "13 15", "1315 ab"),
    ],
)
def test_a_mistyped_fact_is_refused_with_how_to_write_it(
    world: World, sign_in: SignIn, source: str, wrong: str, right: str
) -> None:
    client = sign_in(world.head)
    refused = save(client, address(world, source), text=wrong)
    assert refused.status_code == 422
    assert "Schrijf" in refused.content.decode()
    assert FACTS.id not in content_of(world.profile)["texts"]

    assert save(client, address(world, source), text=right).status_code == 200
    assert content_of(world.profile)["texts"][FACTS.id] == {BY_SOURCE[source].id: right}
