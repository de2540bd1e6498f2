"""Bouwstenen beside the basic provisions, several in one press, and back in one press."""

import pytest

from dekkend.audit.models import Event
from dekkend.profile.models import ProvisionText
from dekkend.profile.writing.origins import ITEM
from dekkend.region.models import Provision
from tests.profile.writing.shared import BASIS, FMT, NO, OFFER, YES, SignIn, agreed, at
from tests.world import World

ASKED = next(each for each in FMT.provisions if len(each.draws) > 2)
FIRST, SECOND, THIRD = ASKED.draws[:3]


@pytest.fixture
def asked(world: World) -> str:
    Provision.objects.create(
        catalogue=world.profile.round.catalogue, key=ASKED.id, title="Zo kijken wij", text="Elk kind."
    )
    for source in (FIRST, SECOND):
        agreed(world.profile, source, YES, f"Zo doen wij {source}.")
    return ASKED.id


def how(world: World) -> ProvisionText:
    return world.profile.provision_texts.get(key=ASKED.id)


def put(client, world: World, **told: str):
    return client.post(at("provision_blocks", world.profile, ASKED.id), told, follow=True)


def test_a_provision_shows_its_items_and_no_other(world: World, sign_in: SignIn, asked: str) -> None:
    page = sign_in(world.head).get(at("provisions", world.profile))
    other, mine = (
        next(each for each in page.context["provided"] if (each.provision.key == asked) is wanted)
        for wanted in (False, True)
    )
    assert [each.block.source for each in mine.blocks] == [FIRST, SECOND]
    assert mine.unanswered == tuple(FMT.item(each).number for each in ASKED.draws[2:])
    assert not other.blocks
    assert not other.unanswered


def test_one_press_puts_it_in_with_its_tie_and_not_twice(world: World, sign_in: SignIn, asked: str) -> None:
    ina = sign_in(world.head)
    assert "Haal het weer weg" in put(ina, world, source=FIRST).content.decode()
    row = how(world)
    (origin,) = row.traced.origins
    assert (row.how, origin.kind, origin.source, origin.value) == (
        f"Zo doen wij {FIRST}.",
        ITEM,
        FIRST,
        YES,
    )
    assert "stond al in" in put(ina, world, source=FIRST).content.decode()
    assert how(world).revision == row.revision


def test_all_at_once_and_back_at_once(world: World, sign_in: SignIn, asked: str) -> None:
    ina = sign_in(world.head)
    ina.post(at("provision", world.profile, asked), {"how": "Eerst kijken.", "revision": 0})
    put(ina, world, all="yes")
    assert [origin.source for origin in how(world).traced.origins] == ["", FIRST, SECOND]
    event = Event.objects.get(act="insert")
    page = put(ina, world, undo=str(event.pk)).content.decode()
    assert how(world).how == "Eerst kijken."
    assert "Weer weggehaald." in page
    assert "veranderd" not in page


def test_what_was_changed_since_stays_and_that_is_said(world: World, sign_in: SignIn, asked: str) -> None:
    ina = sign_in(world.head)
    put(ina, world, all="yes")
    row = how(world)
    told = {"how": row.how.replace(f"wij {FIRST}", f"wij elke week {FIRST}"), "revision": row.revision}
    ina.post(at("provision", world.profile, asked), told)
    event = Event.objects.get(act="insert")
    assert (
        "1 alinea is daarna veranderd en blijft staan."
        in put(ina, world, undo=str(event.pk)).content.decode()
    )
    assert how(world).how == f"Zo doen wij elke week {FIRST}."
    assert "daarna veranderd of weggehaald" in put(ina, world, undo=str(event.pk)).content.decode()


def test_a_changed_agreement_is_told_and_taken(world: World, sign_in: SignIn, asked: str) -> None:
    ina = sign_in(world.head)
    put(ina, world, source=FIRST)
    row = world.profile.agreements.get(item=FIRST)
    row.note = "Zo doen wij het nu."
    row.save()
    page = ina.get(at("provisions", world.profile))
    (margin,) = [each.line.margin for each in page.context["provided"] if each.provision.key == asked]
    change = margin.notes[0].change
    ina.post(
        at("provision_source", world.profile, asked), {"take": f"{change.source}:{change.seal}"}, follow=True
    )
    assert how(world).how == "Zo doen wij het nu."


def test_only_what_is_ticked(world: World, sign_in: SignIn) -> None:
    field = next(each for each in BASIS.fields if each.kind == "text")
    items = [each for each in BASIS.draws if FMT.has_item(each)][:3]
    for source in items:
        agreed(world.profile, source, YES, f"Zo doen wij {source}.")
    ina, url = sign_in(world.head), at("section_blocks", world.profile, BASIS.id)
    refused = ina.post(url, {"target": field.id, "ticked": "yes"})
    assert refused.status_code == 423
    ina.post(url, {"target": field.id, "ticked": "yes", "tick": [items[2], items[0]]})
    row = world.profile.texts.get(section=BASIS.id, field=field.id)
    assert [origin.source for origin in row.traced.origins] == [items[0], items[2]]


def test_what_offers_no_text_is_not_among_all(world: World, sign_in: SignIn) -> None:
    first, second = [each for each in OFFER.draws if FMT.has_item(each)][:2]
    agreed(world.profile, first, YES, "Zo doen wij het.")
    agreed(world.profile, second, NO, "Dat doen we niet.", reason="Past niet.")
    ina = sign_in(world.head)
    ina.post(at("rows_new", world.profile, OFFER.id), {"need": FMT.offer.needs[0].id})
    arrangement = world.profile.arrangements.get()
    url = at("column_blocks", world.profile, OFFER.id, arrangement.pk)
    ina.post(url, {"target": OFFER.columns[0].id, "all": "yes"})
    assert arrangement.column_texts.get().text == "Zo doen wij het."
    event = Event.objects.get(act="insert")
    ina.post(url, {"undo": str(event.pk)})
    assert arrangement.column_texts.get().text == ""


def test_an_undo_of_another_profile_is_not_there(world: World, sign_in: SignIn, asked: str) -> None:
    ina = sign_in(world.head)
    put(ina, world, source=FIRST)
    event = Event.objects.get(act="insert")
    Event.objects.filter(pk=event.pk).update(place="profile/0")
    assert put(ina, world, undo=str(event.pk)).status_code == 404
    assert how(world).how


def test_who_only_reads_sees_no_buttons_and_puts_nothing(world: World, sign_in: SignIn, asked: str) -> None:
    thijs = sign_in(world.staff)
    page = thijs.get(at("provisions", world.profile))
    assert page.status_code == 200
    assert at("provision_blocks", world.profile, asked) not in page.content.decode()
    put(thijs, world, source=FIRST)
    assert not world.profile.provision_texts.exclude(how="").exists()
