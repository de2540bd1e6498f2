"""Bouwstenen: offered where the format says, put in a text once, as a paragraph of its own."""

import pytest

from dekkend.audit.models import Event
from dekkend.formats.model import Item
from dekkend.process.engine import Refused
from dekkend.profile.models import SectionText
from dekkend.profile.writing import actions
from dekkend.profile.writing.blocks import expanded, quarry_of
from tests.profile.writing.shared import (
    BASIS,
    FMT,
    HALF,
    NO,
    NOT,
    OFFER,
    YES,
    SignIn,
    agreed,
    at,
    save,
    summed,
)
from tests.world import World

DRAWN = list(expanded(FMT, BASIS.draws))
ITEMS = [each for each in DRAWN if isinstance(each, Item)]
QUESTION = next(each for each in DRAWN if not isinstance(each, Item))
PIECES = [field for field in BASIS.fields if field.kind == "text"]


def put(client, world: World, source: str, target: str = PIECES[0].id):
    return client.post(at("section_blocks", world.profile, BASIS.id), {"source": source, "target": target})


def text(world: World, field: str = PIECES[0].id) -> str:
    return str(world.profile.texts.get(section=BASIS.id, field=field).text)


def test_a_whole_question_is_its_summary_and_then_its_items() -> None:
    place = DRAWN.index(QUESTION)
    assert tuple(DRAWN[place + 1 : place + 1 + len(QUESTION.items)]) == QUESTION.items


def test_blocks_come_in_the_order_of_the_format(world: World) -> None:
    summed(world.profile, QUESTION.id, "Zo dragen wij over.")
    for item in reversed(ITEMS):
        agreed(world.profile, item.id, YES, f"Tekst bij {item.number}")
    found = quarry_of(world.profile, BASIS)
    assert [block.source for block in found.blocks] == [each.id for each in DRAWN]
    assert found.unanswered == ()


def test_the_note_goes_before_the_sentence_of_the_format(world: World) -> None:
    agreed(world.profile, ITEMS[0].id, YES, "Zo doen wij het.")
    agreed(world.profile, ITEMS[1].id, HALF)
    first, second = quarry_of(world.profile, BASIS).blocks
    assert first.text == "Zo doen wij het."
    assert second.text == ITEMS[1].sentence(HALF) != ""
    assert first.origin.startswith("afgesproken op ")


@pytest.mark.parametrize("value", [NO, NOT])
def test_no_is_shown_and_not_offered(world: World, sign_in: SignIn, value: str) -> None:
    agreed(world.profile, ITEMS[0].id, value, "Dat doen we niet.", reason="Past niet.")
    (block,) = quarry_of(world.profile, BASIS).blocks
    assert not block.is_offered
    answer = put(sign_in(world.head), world, ITEMS[0].id)
    assert answer.status_code == 423
    assert not SectionText.objects.exclude(text="").exists()


def test_what_is_not_agreed_is_named(world: World) -> None:
    agreed(world.profile, ITEMS[0].id)
    assert quarry_of(world.profile, BASIS).unanswered == tuple(item.number for item in ITEMS[1:])


def test_one_press_adds_a_paragraph_and_loses_nothing(world: World, sign_in: SignIn) -> None:
    agreed(world.profile, ITEMS[0].id, YES, "Twee keer per jaar.")
    client = sign_in(world.head)
    save(client, at("section_field", world.profile, BASIS.id, PIECES[0].id), text="Zelf geschreven.")
    answer = put(client, world, ITEMS[0].id)
    assert answer.url.endswith(f"#veld-{PIECES[0].id}")
    assert text(world) == "Zelf geschreven.\n\nTwee keer per jaar."
    assert Event.objects.filter(act="insert", data__source=ITEMS[0].id).count() == 1
    page = client.get(at("section", world.profile, BASIS.id)).content.decode()
    assert f"Staat in “{PIECES[0].label}”" in page


def test_a_second_press_adds_nothing(world: World, sign_in: SignIn) -> None:
    agreed(world.profile, ITEMS[0].id, YES, "Twee keer per jaar.")
    client = sign_in(world.head)
    put(client, world, ITEMS[0].id)
    save(
        client,
        at("section_field", world.profile, BASIS.id, PIECES[0].id),
        revision="1",
        text="Drie keer per jaar.",
    )
    put(client, world, ITEMS[0].id)
    assert text(world) == "Drie keer per jaar."


def test_the_same_block_may_stand_in_another_field(world: World, sign_in: SignIn) -> None:
    agreed(world.profile, ITEMS[0].id, YES, "Twee keer per jaar.")
    client = sign_in(world.head)
    put(client, world, ITEMS[0].id)
    put(client, world, ITEMS[0].id, PIECES[1].id)
    assert text(world, PIECES[1].id) == "Twee keer per jaar."


def test_who_cleared_the_text_may_begin_again(world: World, sign_in: SignIn) -> None:
    agreed(world.profile, ITEMS[0].id, YES, "Twee keer per jaar.")
    client = sign_in(world.head)
    put(client, world, ITEMS[0].id)
    save(client, at("section_field", world.profile, BASIS.id, PIECES[0].id), revision="1", text="")
    put(client, world, ITEMS[0].id)
    assert text(world) == "Twee keer per jaar."


def test_words_that_stand_there_already_are_not_put_in(world: World, sign_in: SignIn) -> None:
    agreed(world.profile, ITEMS[0].id, YES, "Twee keer per jaar.")
    client = sign_in(world.head)
    save(
        client,
        at("section_field", world.profile, BASIS.id, PIECES[0].id),
        text="Wij kijken. Twee keer\nper jaar.",
    )
    put(client, world, ITEMS[0].id)
    assert text(world) == "Wij kijken. Twee keer\nper jaar."


def test_an_insertion_meets_somebody_who_types(world: World, sign_in: SignIn) -> None:
    """The save of who typed on the text from before is merged with the new paragraph."""
    agreed(world.profile, ITEMS[0].id, YES, "Twee keer per jaar.")
    client = sign_in(world.head)
    url = at("section_field", world.profile, BASIS.id, PIECES[0].id)
    save(client, url, text="Wij kijken goed naar elk kind.")
    put(client, world, ITEMS[0].id)
    answer = save(client, url, revision="1", text="Wij kijken heel goed naar elk kind.")
    assert answer.status_code == 200
    assert text(world) == "Wij kijken heel goed naar elk kind.\n\nTwee keer per jaar."


def test_a_block_of_another_section_is_not_there(world: World, sign_in: SignIn) -> None:
    other = next(item for item in FMT.items if item.id not in {each.id for each in DRAWN})
    agreed(world.profile, other.id, YES, "Elders.")
    assert put(sign_in(world.head), world, other.id).status_code == 404


def test_a_block_goes_into_a_column_once(world: World, sign_in: SignIn) -> None:
    arrangement = actions.add_arrangement(world.profile, FMT.offer.needs[0], actor=world.head)
    source = next(each for each in expanded(FMT, OFFER.draws) if isinstance(each, Item))
    agreed(world.profile, source.id, YES, "Elk plan noemt een doel.")
    url = at("column_blocks", world.profile, OFFER.id, arrangement.pk)
    told = {"source": source.id, "target": OFFER.columns[1].id}
    client = sign_in(world.head)
    client.post(url, told)
    client.post(url, told)
    assert arrangement.column_texts.get(column=OFFER.columns[1].id).text == "Elk plan noemt een doel."


def test_a_block_without_words_is_refused(world: World) -> None:
    agreed(world.profile, ITEMS[0].id, NO)
    (block,) = quarry_of(world.profile, BASIS).blocks
    with pytest.raises(Refused):
        actions.insert(world.profile, BASIS, PIECES[0], [block], actor=world.head)
