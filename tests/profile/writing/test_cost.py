"""What a page costs in queries: the same with one and with three."""

import pytest

from dekkend.profile.writing import actions
from tests.profile.checklist.test_cost import queries
from tests.profile.writing.shared import BASIS, FMT, HALF, OFFER, POINTS, VISION, SignIn, agreed, at, save
from tests.world import World

pytestmark = pytest.mark.one_database


def arranged(world: World, number: int) -> int:
    for place in range(number):
        row = actions.add_arrangement(world.profile, FMT.offer.needs[place], actor=world.head)
        for column in OFFER.columns:
            for _ in range(number):
                actions.add_thing(row, column, what="Handen", pick=None, actor=world.head)
            actions.write_column(row, column, "Tekst.", base=0, actor=world.head)
        if not world.profile.agreements.filter(item=FMT.items[place].id).exists():
            agreed(world.profile, FMT.items[place].id, HALF)
        actions.add_specialisation(world.profile, title=f"Taalplein {place}", actor=world.head)
    return int(world.profile.arrangements.first().pk)


def cost(world: World, sign_in: SignIn, *where: object) -> int:
    client = sign_in(world.head)
    url = at(*where[:1], world.profile, *where[1:])  # type: ignore[arg-type]
    client.get(url)
    return len(queries(lambda: client.get(url)))


@pytest.mark.parametrize("section", FMT.sections, ids=lambda section: section.id)
def test_a_section_costs_the_same_with_more_in_it(world: World, sign_in: SignIn, section) -> None:
    arranged(world, 1)
    one = cost(world, sign_in, "section", section.id)
    arranged(world, 3)
    assert cost(world, sign_in, "section", section.id) == one <= 10


def test_an_arrangement_costs_the_same_with_more_things(world: World, sign_in: SignIn) -> None:
    row = arranged(world, 1)
    one = cost(world, sign_in, "arrangement", OFFER.id, row)
    arranged(world, 3)
    assert cost(world, sign_in, "arrangement", OFFER.id, row) == one <= 11


@pytest.mark.parametrize("number", [1, 3])
def test_the_table_costs_the_same_with_more_arrangements(world: World, sign_in: SignIn, number: int) -> None:
    arranged(world, number)
    assert cost(world, sign_in, "arrangements_table", OFFER.id) == 7


def test_bouwstenen_cost_the_same_however_many(world: World, sign_in: SignIn) -> None:
    agreed(world.profile, "ZOI-2")
    one = cost(world, sign_in, "section", BASIS.id)
    for item in FMT.items[:30]:
        if not world.profile.agreements.filter(item=item.id).exists():
            agreed(world.profile, item.id)
    assert cost(world, sign_in, "section", BASIS.id) == one


def test_the_points_cost_the_same_however_many(world: World, sign_in: SignIn) -> None:
    arranged(world, 1)
    one = cost(world, sign_in, "section", POINTS.id)
    arranged(world, 3)
    client = sign_in(world.head)
    for item in FMT.items[:3]:
        client.post(at("points", world.profile), {"proposal": f"item.{item.id}"})
    assert cost(world, sign_in, "section", POINTS.id) == one


def test_a_save_costs_little(world: World, sign_in: SignIn) -> None:
    client = sign_in(world.head)
    field = next(field for field in VISION.fields if field.required)
    url = at("section_field", world.profile, VISION.id, field.id)
    save(client, url, text="Een.")
    seen = queries(lambda: save(client, url, revision="1", text="Een en twee."))
    assert len(seen) <= 17, seen
