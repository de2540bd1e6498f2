"""The margin: where each paragraph came from, what changed at its source, and the two answers to that."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from dekkend.audit.actions import SYSTEM
from dekkend.audit.models import Event
from dekkend.audit.revisions import revise
from dekkend.formats.model import Item
from dekkend.profile.base.road import day
from dekkend.profile.models import Agreement
from dekkend.profile.writing import actions
from dekkend.profile.writing.blocks import expanded
from dekkend.profile.writing.margin import first_words
from tests.profile.checklist.test_cost import queries
from tests.profile.writing.shared import BASIS, FMT, HALF, NO, OFFER, YES, SignIn, agreed, at, save, submitted
from tests.world import World

pytestmark = pytest.mark.one_database

ITEMS = [each for each in expanded(FMT, BASIS.draws) if isinstance(each, Item)]
ITEM = ITEMS[0]
ONE = next(field for field in BASIS.fields if field.kind == "text")
WORDS = "Twee keer per jaar gaan we na wie iets extra's nodig heeft."
NEW = "Drie keer per jaar gaan we na wie iets extra's nodig heeft, ook in groep 1."
OWN = "Op onze school kennen we elk kind bij de naam."
TAKE, LEAVE = f'name="take" value="{ITEM.id}:', f'name="leave" value="{ITEM.id}:'


@pytest.fixture
def ina(world: World, sign_in: SignIn) -> Client:
    """The coordinator, who put a block in the text and wrote a paragraph before it."""
    agreed(world.profile, ITEM.id, YES, WORDS)
    client = sign_in(world.coordinator)
    write(client, world, OWN)
    client.post(at("section_blocks", world.profile, BASIS.id), {"source": ITEM.id, "target": ONE.id})
    return client


def field(world: World) -> str:
    return at("section_field", world.profile, BASIS.id, ONE.id)


def write(client: Client, world: World, text: str) -> Any:
    row = world.profile.texts.filter(section=BASIS.id, field=ONE.id).first()
    return save(client, field(world), revision=str(row.revision if row else 0), text=text).json()


def page(client: Client, world: World) -> str:
    return " ".join(client.get(at("section", world.profile, BASIS.id)).content.decode().split())


def again(world: World, **changes: Any) -> None:
    row = Agreement.objects.get(item=ITEM.id)
    revise(row, changes, base=row.revision, actor=SYSTEM)


def seal(client: Client, world: World) -> str:
    """Of what the page shows now; "" when it shows no change."""
    found = re.search(rf"{re.escape(LEAVE)}(\w+)", page(client, world))
    return found[1] if found else ""


def answer(client: Client, world: World, word: str, *, by: Client | None = None, seen: str = "") -> Any:
    told = {word: f"{ITEM.id}:{seen or seal(client, world)}"}
    return (by or client).post(at("field_source", world.profile, BASIS.id, ONE.id), told)


def text(world: World) -> str:
    return str(world.profile.texts.get(section=BASIS.id, field=ONE.id).text)


def test_each_paragraph_says_where_it_came_from(world: World, ina: Client) -> None:
    shown, today = page(ina, world), day(timezone.localdate())
    assert f"geschreven door Ina Begeleider, intern begeleider, {today}" in shown
    assert f"<b>{ITEM.number}</b>" in shown
    assert f"afgesproken op {today}</p>" in shown
    assert "zelf aangepast" not in shown


def test_a_paragraph_names_the_talk_in_which_it_was_agreed(world: World, ina: Client) -> None:
    today = timezone.localdate()
    talk = world.profile.talks.create(on=today)
    talk.agenda.create(item=ITEMS[1].id, position=0, minutes=5)
    agreed(world.profile, ITEMS[1].id, YES, "Elk kind telt mee in de groep.")
    told = {"source": ITEMS[1].id, "target": ONE.id}
    ina.post(at("section_blocks", world.profile, BASIS.id), told)
    shown = page(ina, world)
    assert shown.count(f"afgesproken in het gesprek van {day(today)}") == 2  # the margin, and the block
    assert f"afgesproken op {day(today)}" in shown  # the other one was not on the agenda


def test_an_edited_paragraph_says_so(world: World, ina: Client) -> None:
    write(ina, world, f"{OWN}\n\n{WORDS.replace('Twee', 'Drie')}")
    assert "zelf aangepast" in page(ina, world)


def test_a_save_answers_with_the_margin(world: World, ina: Client) -> None:
    told = write(ina, world, f"{OWN}\n\n{WORDS.replace('Twee', 'Drie')}")
    assert "zelf aangepast" in told["pieces"][f"margin-{ONE.id}"]
    assert "csrf" not in told["pieces"][f"margin-{ONE.id}"]


def test_an_empty_text_has_no_margin(world: World, ina: Client) -> None:
    assert "origins" not in write(ina, world, "")["pieces"][f"margin-{ONE.id}"]


def test_words_of_people_stay_words(world: World, ina: Client) -> None:
    told = write(ina, world, "<script>alert(1)</script> en nog <b>veel</b> meer woorden")
    assert "<script" not in told["pieces"][f"margin-{ONE.id}"]
    assert "&lt;script" in told["pieces"][f"margin-{ONE.id}"]


def test_a_changed_source_is_told_and_changes_nothing(world: World, ina: Client) -> None:
    assert "is veranderd" not in page(ina, world)
    again(world, note=NEW)
    shown = page(ina, world)
    assert f"{ITEM.number} is veranderd" in shown
    assert "<del>Twee</del> <ins>Drie</ins>" in shown
    assert TAKE in shown
    assert LEAVE in shown
    assert text(world) == f"{OWN}\n\n{WORDS}"


def test_taking_over_replaces_that_paragraph_alone(world: World, ina: Client) -> None:
    again(world, note=NEW)
    assert answer(ina, world, "take").url.endswith(f"#veld-{ONE.id}")
    assert text(world) == f"{OWN}\n\n{NEW}"
    assert "is veranderd" not in page(ina, world)
    assert Event.objects.filter(act="take_source", data__source=ITEM.id).count() == 1


def test_leaving_it_is_remembered_until_the_next_change(world: World, ina: Client) -> None:
    again(world, note=NEW)
    answer(ina, world, "leave")
    assert text(world) == f"{OWN}\n\n{WORDS}"
    shown = page(ina, world)
    assert "is veranderd" not in shown
    assert "zelf aangepast" in shown
    again(world, note="Vier keer per jaar gaan we dat na.")
    assert "is veranderd" in page(ina, world)


def test_who_edited_the_paragraph_sees_what_would_be_replaced(world: World, ina: Client) -> None:
    write(ina, world, f"{OWN}\n\n{WORDS} Dat doen we samen met ouders.")
    again(world, note=NEW)
    shown = page(ina, world)
    assert "Jullie pasten deze alinea zelf aan" in shown
    assert "Dat doen we samen met ouders.</del>" in shown
    answer(ina, world, "take")
    assert text(world) == f"{OWN}\n\n{NEW}"


def test_a_split_paragraph_is_taken_over_as_one(world: World, ina: Client) -> None:
    half = WORDS.replace(" wie ", "\n\nWie ")
    write(ina, world, f"{half}\n\n{OWN}")
    again(world, note=NEW)
    assert page(ina, world).count("is veranderd") == 1
    answer(ina, world, "take")
    assert text(world) == f"{NEW}\n\n{OWN}"


def test_another_answer_with_the_same_words_can_only_be_seen(world: World, ina: Client) -> None:
    again(world, value=HALF)
    shown = page(ina, world)
    assert "Het antwoord was" in shown
    assert TAKE not in shown
    answer(ina, world, "leave")
    assert "is veranderd" not in page(ina, world)


def test_an_answer_without_words_is_not_taken_over(world: World, ina: Client) -> None:
    again(world, value=NO, note="Dat doen we niet.")
    assert TAKE not in page(ina, world)
    assert answer(ina, world, "take").status_code == 423
    assert text(world) == f"{OWN}\n\n{WORDS}"


def test_what_is_no_longer_agreed_is_told_once(world: World, ina: Client) -> None:
    again(world, value="", note="", gap="We praten verder.")
    assert f"{ITEM.number} is niet meer afgesproken" in page(ina, world)
    answer(ina, world, "leave")
    assert "is niet meer afgesproken" not in page(ina, world)


def test_a_paragraph_that_is_gone_is_refused_in_words(world: World, ina: Client) -> None:
    again(world, note=NEW)
    write(ina, world, OWN)
    refused = answer(ina, world, "take")
    assert refused.status_code == 423
    assert "Laad de bladzijde opnieuw" in refused.content.decode()
    assert answer(ina, world, "leave", seen="zomaar").status_code == 423
    assert text(world) == OWN


def test_an_answer_is_about_what_was_seen(world: World, ina: Client) -> None:
    """A colleague wrote on, or the team agreed anew, while the page was open."""
    again(world, note=NEW)
    seen = seal(ina, world)
    write(ina, world, f"{OWN}\n\n{WORDS} Dat doen we samen.")
    refused = answer(ina, world, "take", seen=seen)
    assert refused.status_code == 423
    assert "is net veranderd" in refused.content.decode()
    seen = seal(ina, world)
    again(world, note="Vier keer per jaar gaan we dat na.")
    assert answer(ina, world, "leave", seen=seen).status_code == 423
    assert "is veranderd" in page(ina, world)
    assert text(world) == f"{OWN}\n\n{WORDS} Dat doen we samen."


@pytest.mark.parametrize("who", ["staff", "council", "board", "other_head", "sam"])
def test_who_does_not_write_answers_nothing(world: World, ina: Client, sign_in: SignIn, who: str) -> None:
    again(world, note=NEW)
    for word in ("take", "leave"):
        assert answer(ina, world, word, by=sign_in(getattr(world, who))).status_code in (403, 404)
    assert text(world) == f"{OWN}\n\n{WORDS}"


def test_after_submitting_nothing_is_taken_over(world: World, ina: Client) -> None:
    again(world, note=NEW)
    seen = seal(ina, world)
    submitted(world.profile)
    for word in ("take", "leave"):
        assert answer(ina, world, word, seen=seen).status_code in (403, 423)
    assert text(world) == f"{OWN}\n\n{WORDS}"


def test_staff_reads_the_margin_without_buttons(world: World, ina: Client, sign_in: SignIn) -> None:
    again(world, note=NEW)
    shown = page(sign_in(world.staff), world)
    assert f"{ITEM.number} is veranderd" in shown
    assert TAKE not in shown
    assert LEAVE not in shown


def test_a_column_has_a_margin_too(world: World, ina: Client) -> None:
    arrangement = actions.add_arrangement(world.profile, FMT.offer.needs[0], actor=world.head)
    source = next(
        each for each in expanded(FMT, OFFER.draws) if isinstance(each, Item) and each.id != ITEM.id
    )
    row = agreed(world.profile, source.id, YES, "Elk plan noemt een doel.")
    column = OFFER.columns[1].id
    ina.post(
        at("column_blocks", world.profile, OFFER.id, arrangement.pk), {"source": source.id, "target": column}
    )
    revise(row, {"note": "Elk plan noemt twee doelen."}, base=1, actor=SYSTEM)
    shown = ina.get(at("arrangement", world.profile, OFFER.id, arrangement.pk)).content.decode()
    assert f"{source.number} is veranderd" in shown
    (told,) = re.findall(rf'name="take" value="({source.id}:\w+)"', shown)
    ina.post(at("column_source", world.profile, OFFER.id, arrangement.pk, column), {"take": told})
    assert arrangement.column_texts.get().text == "Elk plan noemt twee doelen."


def test_a_section_says_what_it_did_not_use(world: World, ina: Client) -> None:
    assert "Alle bouwstenen zijn gebruikt" in page(ina, world)
    agreed(world.profile, ITEMS[1].id, YES, "Elk kind telt mee.")
    agreed(world.profile, ITEMS[2].id, NO, "Nee.")
    assert "Nog 1 van 2 bouwstenen niet gebruikt" in page(ina, world)
    write(ina, world, "")
    assert "Nog geen van de 2 bouwstenen gebruikt" in page(ina, world)


def test_an_answer_says_which_texts_rest_on_it(world: World, ina: Client) -> None:
    shown = ina.get(at("dialogue_item", world.profile, ITEM.id)).content.decode()
    url = at("section", world.profile, BASIS.id)
    assert f'Staat in deel {BASIS.number}, <a href="{url}#veld-{ONE.id}">{ONE.label}</a>' in shown
    other = ina.get(at("dialogue_item", world.profile, ITEMS[1].id)).content.decode()
    assert "Staat in deel" not in other


def test_the_history_of_an_answer_says_it_too(world: World, ina: Client) -> None:
    save(ina, at("checklist_answer", world.profile, ITEM.id), value=YES)
    shown = ina.get(at("checklist_history", world.profile, ITEM.id)).content.decode()
    assert f"Staat in deel {BASIS.number}" in shown


def test_a_margin_costs_the_same_with_one_and_with_three_sources(world: World, ina: Client) -> None:
    url = at("section", world.profile, BASIS.id)
    ina.get(url)
    one = len(queries(lambda: ina.get(url)))
    for item in ITEMS[1:3]:
        agreed(world.profile, item.id, YES, f"Bij {item.number} hoort een eigen zin van ons.")
        ina.post(at("section_blocks", world.profile, BASIS.id), {"source": item.id, "target": ONE.id})
    assert len(queries(lambda: ina.get(url))) == one


def test_first_words_leave_out_signs_and_the_rest() -> None:
    assert first_words("- Een\n- **twee** drie") == "Een twee drie"
    assert first_words("een twee drie vier vijf zes. zeven") == "een twee drie vier vijf zes…"
