"""Paragraphs keep their origin in what people do: inserting, writing, merging, taking away, putting back."""

from typing import Any

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.test import Client

from dekkend.formats.model import Item
from dekkend.profile.models import ColumnText, SectionText
from dekkend.profile.writing import actions
from dekkend.profile.writing.blocks import expanded
from dekkend.profile.writing.origins import Origin
from tests.profile.writing.shared import BASIS, FMT, OFFER, VISION, YES, SignIn, agreed, at, save
from tests.world import World

ITEMS = [each for each in expanded(FMT, BASIS.draws) if isinstance(each, Item)]
ONE, TWO = [field for field in BASIS.fields if field.kind == "text"][:2]
WORDS = "Twee keer per jaar gaan we na wie iets extra's nodig heeft."
OWN = "Op onze school kennen we elk kind bij de naam."


def write(client: Client, world: World, text: str, field: Any = ONE) -> None:
    row = world.profile.texts.filter(section=BASIS.id, field=field.id).first()
    url = at("section_field", world.profile, BASIS.id, field.id)
    assert save(client, url, revision=str(row.revision if row else 0), text=text).status_code == 200


def put(client: Client, world: World, source: str, target: str = ONE.id) -> None:
    client.post(at("section_blocks", world.profile, BASIS.id), {"source": source, "target": target})


def origins(world: World, field: Any = ONE) -> tuple[Origin, ...]:
    return tuple(world.profile.texts.get(section=BASIS.id, field=field.id).traced.origins)


def kinds(world: World, field: Any = ONE) -> list[tuple[str, str]]:
    return [(each.kind, each.source or each.who) for each in origins(world, field)]


@pytest.fixture
def ina(world: World, sign_in: SignIn) -> Client:
    agreed(world.profile, ITEMS[0].id, YES, WORDS)
    return sign_in(world.coordinator)


def test_a_block_keeps_item_answer_and_day(world: World, ina: Client) -> None:
    put(ina, world, ITEMS[0].id)
    (origin,) = origins(world)
    assert (origin.kind, origin.source, origin.value, origin.words) == ("item", ITEMS[0].id, YES, WORDS)
    assert origin.day is not None


def test_what_is_written_keeps_name_role_and_day(world: World, ina: Client) -> None:
    write(ina, world, OWN)
    (origin,) = origins(world)
    assert (origin.kind, origin.who, origin.role) == ("hand", "Ina Begeleider", "intern begeleider")
    assert origin.day is not None


def test_a_block_of_two_paragraphs_is_of_one_item(world: World, ina: Client) -> None:
    agreed(
        world.profile,
        ITEMS[1].id,
        YES,
        "Elk kind telt mee in de groep.\n\nOuders weten waar ze terecht kunnen.",
    )
    put(ina, world, ITEMS[1].id)
    assert kinds(world) == [("item", ITEMS[1].id)] * 2


def test_two_people_at_once_keep_the_ties_of_both(world: World, ina: Client, sign_in: SignIn) -> None:
    write(ina, world, OWN)
    put(ina, world, ITEMS[0].id)
    url = at("section_field", world.profile, BASIS.id, ONE.id)
    hanna = sign_in(world.head)
    save(hanna, url, revision="2", text=f"{OWN}\n\n{WORDS}\n\nOuders lezen mee wat wij doorgeven.")
    answer = save(ina, url, revision="2", text=f"{OWN.replace('elk', 'ieder')}\n\n{WORDS}")
    assert answer.status_code == 200
    assert kinds(world) == [("hand", "Ina Begeleider"), ("item", ITEMS[0].id), ("hand", "Hanna Hoofd")]


def test_a_paragraph_that_moves_to_another_field_takes_its_origin_along(world: World, ina: Client) -> None:
    put(ina, world, ITEMS[0].id)
    write(ina, world, "")
    write(ina, world, f"{OWN}\n\n{WORDS}", TWO)
    assert kinds(world, TWO) == [("hand", "Ina Begeleider"), ("item", ITEMS[0].id)]


def test_another_school_gives_no_origin(world: World, ina: Client, sign_in: SignIn) -> None:
    from dekkend.profile.base.models import Profile

    put(ina, world, ITEMS[0].id)
    other = Profile.objects.create(school=world.schools[2], round=world.round)
    actions.write_text(other, BASIS, ONE, WORDS, base=0, actor=world.other_head)
    (origin,) = other.texts.get().traced.origins
    assert (origin.kind, origin.who) == ("hand", "Otto Ander")


def test_given_origins_are_kept(world: World) -> None:
    earlier = Origin("earlier", since="2026-2027", words=OWN)
    actions.write_text(
        world.profile, BASIS, ONE, f"{OWN}\n\nNieuw.", base=0, actor=world.head, given={OWN: earlier}
    )
    assert [each.kind for each in origins(world)] == ["earlier", "hand"]
    assert origins(world)[0] == earlier


def test_a_field_that_is_no_text_keeps_no_origins(world: World, ina: Client) -> None:
    choice = next(field for field in BASIS.fields if field.kind == "choice")
    save(ina, at("section_field", world.profile, BASIS.id, choice.id), text=choice.choices[0][0])
    assert SectionText.objects.get().origins == []


def test_a_column_keeps_its_origins_when_it_is_put_back(world: World, ina: Client) -> None:
    arrangement = actions.add_arrangement(world.profile, FMT.offer.needs[0], actor=world.head)
    source = next(each for each in expanded(FMT, OFFER.draws) if isinstance(each, Item))
    agreed(world.profile, source.id, YES, "Elk plan noemt een doel.")
    told = {"source": source.id, "target": OFFER.columns[1].id}
    ina.post(at("column_blocks", world.profile, OFFER.id, arrangement.pk), told)
    event = actions.remove(arrangement, profile=world.profile, actor=world.head)
    actions.put_back(world.profile, event, actor=world.head)
    (origin,) = ColumnText.objects.get().traced.origins
    assert (origin.kind, origin.source) == ("item", source.id)


def test_what_was_there_before_has_no_origin_and_gets_none(world: World, ina: Client) -> None:
    SectionText.objects.create(profile=world.profile, section=BASIS.id, field=ONE.id, text=OWN, revision=1)
    write(ina, world, f"{OWN}\n\nOuders lezen mee wat wij doorgeven.")
    assert kinds(world) == [("", ""), ("hand", "Ina Begeleider")]


def test_origins_stay_out_of_the_sealed_content(world: World, ina: Client) -> None:
    from dekkend.profile.version.compile import texts_of

    put(ina, world, ITEMS[0].id)
    assert texts_of(world.profile)[BASIS.id] == {ONE.id: WORDS}


def test_staff_writes_nothing(world: World, sign_in: SignIn) -> None:
    url = at("section_field", world.profile, VISION.id, VISION.fields[0].id)
    assert save(sign_in(world.staff), url, text="x").status_code in (403, 404)
    assert not SectionText.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_insertions_become_origins_where_the_words_stand(world: World, pytestconfig: pytest.Config) -> None:
    if pytestconfig.getoption("nomigrations"):
        pytest.skip("the tables are made without migrations")
    agreed(world.profile, ITEMS[0].id, YES, WORDS)
    agreed(world.profile, ITEMS[1].id, YES)
    sentence = ITEMS[1].sentence(YES)
    executor = MigrationExecutor(connection)
    newest = executor.loader.graph.leaf_nodes()
    try:
        executor.migrate([("profile", "0012_points_with_more_causes")])
        old = executor.loader.project_state([("profile", "0012_points_with_more_causes")]).apps
        texts, insertions = old.get_model("profile", "SectionText"), old.get_model("profile", "Insertion")
        row = texts.objects.create(
            profile_id=world.profile.pk,
            section=BASIS.id,
            field=ONE.id,
            text=f"{OWN}\n\n{WORDS}\n\n{sentence}",
        )
        edited = texts.objects.create(
            profile_id=world.profile.pk, section=BASIS.id, field=TWO.id, text="Anders gezegd."
        )
        for text, source in ((row, ITEMS[0].id), (row, ITEMS[1].id), (edited, ITEMS[0].id)):
            insertions.objects.create(text=text, source=source)
    finally:
        executor = MigrationExecutor(connection)
        executor.migrate(newest)
    assert kinds(world) == [("", ""), ("item", ITEMS[0].id), ("item", ITEMS[1].id)]
    assert kinds(world, TWO) == [("", "")]
