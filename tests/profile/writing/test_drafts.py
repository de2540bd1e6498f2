"""A first draft on the page: made in one press, marked until somebody touched it, and submitting waits for that."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client

from dekkend.audit.actions import SYSTEM
from dekkend.audit.models import Event
from dekkend.audit.revisions import revise
from dekkend.formats.actions import load_format
from dekkend.formats.queries import get_format
from dekkend.process.engine import Refused
from dekkend.profile.base.models import Profile
from dekkend.profile.models import SectionText
from dekkend.profile.version.actions import submit
from dekkend.profile.writing import actions
from dekkend.profile.writing.parts import parts_of
from dekkend.profile.writing.queries import with_rows
from tests.adoption import roads
from tests.formats.texts import OTHER
from tests.profile.checklist.test_cost import queries
from tests.profile.writing.shared import BASIS, HALF, NO, OFFER, YES, SignIn, agreed, at, save, submitted
from tests.world import World, build

pytestmark = pytest.mark.one_database

FIELD = next(field for field in BASIS.fields if field.id == "systematic")
OTHER_FIELD = next(field for field in BASIS.fields if field.id == "prevention")
COLUMN = next(column for column in OFFER.columns if column.id == "partners")
FIRST = "Twee keer per jaar gaan we na wie iets extra’s nodig heeft."
LAST = "Na acht weken kijken we samen terug."
DRAFT = f"{FIRST}\n\n{LAST}"
READERS = ["staff", "council", "board", "other_head", "sam"]


@pytest.fixture
def ina(world: World, sign_in: SignIn) -> Client:
    """The coordinator of a school that agreed two answers for this field, and one that says nothing."""
    agreed(world.profile, "ZOI-2", YES, FIRST)
    agreed(world.profile, "ZOI-5", HALF, LAST)
    agreed(world.profile, "HGW-1", NO, "Dat doen we niet.")
    return sign_in(world.coordinator)


def answer(client: Client, world: World, do: str, value: str = "yes", field: Any = FIELD) -> Any:
    return client.post(at("field_draft", world.profile, BASIS.id, field.id), {do: value})


def page(client: Client, world: World) -> str:
    return " ".join(client.get(at("section", world.profile, BASIS.id)).content.decode().split())


def row(world: World, field: Any = FIELD) -> SectionText:
    return SectionText.objects.get(profile=world.profile, section=BASIS.id, field=field.id)


def write(client: Client, world: World, text: str) -> Any:
    url = at("section_field", world.profile, BASIS.id, FIELD.id)
    return save(client, url, revision=str(row(world).revision), text=text).json()


def state(world: World) -> Any:
    return next(
        part for part in parts_of(with_rows(Profile.objects.get(pk=world.profile.pk))) if part.key == BASIS.id
    )


def test_an_empty_field_offers_a_draft_and_says_of_what(world: World, ina: Client) -> None:
    shown = page(ina, world)
    assert shown.count("Maak een eerste opzet") == 1  # of the other fields nothing is agreed
    assert "uit wat is afgesproken bij 3.2, 3.5" in shown


def test_one_press_fills_it_and_marks_every_paragraph(world: World, ina: Client) -> None:
    assert answer(ina, world, "make").url.endswith(f"#veld-{FIELD.id}")
    assert row(world).text == DRAFT
    first, last = row(world).traced.origins
    assert (first.kind, first.source, first.value, first.words) == ("draft", "ZOI-2", YES, FIRST)
    assert (last.source, last.value) == ("ZOI-5", HALF)
    shown = page(ina, world)
    assert shown.count("eerste opzet, nog niet bekeken") == 2
    assert "Nog niet gebruikt: 4.1 (nee)." in shown
    event = Event.objects.get(act="draft")
    assert event.data == {"sources": ["ZOI-2", "ZOI-5"]}


def test_a_second_press_changes_nothing(world: World, ina: Client) -> None:
    answer(ina, world, "make")
    answer(ina, world, "make")
    assert (row(world).text, row(world).revision) == (DRAFT, 1)


def test_it_never_comes_beside_words_that_stand_there(world: World, ina: Client) -> None:
    actions.write_text(world.profile, BASIS, FIELD, "Ons eigen woord.", base=0, actor=world.head)
    assert "Maak een eerste opzet" not in page(ina, world)
    answer(ina, world, "make")
    assert row(world).text == "Ons eigen woord."
    assert "Hier stond al tekst" in page(ina, world)


def test_without_answers_there_is_nothing_to_make(world: World, sign_in: SignIn) -> None:
    client = sign_in(world.coordinator)
    assert "3.2 (geen antwoord), 3.5 (geen antwoord), 4.1 (geen antwoord)" in page(client, world)
    refused = answer(client, world, "make")
    assert refused.status_code == 423
    assert "Spreek ze eerst af" in refused.content.decode()
    assert not world.profile.texts.exists()


def test_the_mark_of_an_edited_paragraph_goes_and_of_the_other_stays(world: World, ina: Client) -> None:
    answer(ina, world, "make")
    piece = write(ina, world, DRAFT.replace("Twee keer", "Drie keer"))["pieces"][f"margin-{FIELD.id}"]
    assert piece.count("nog niet bekeken") == 1
    assert "eerste opzet, zelf aangepast" in piece
    assert (
        write(ina, world, "Iets heel anders van onszelf.")["pieces"][f"margin-{FIELD.id}"].count("opzet") == 0
    )


def test_one_paragraph_is_approved_by_its_own_button(world: World, ina: Client) -> None:
    answer(ina, world, "make")
    seals = re.findall(r'name="accept" value="(\w+)"', page(ina, world))
    assert len(seals) == 2
    answer(ina, world, "accept", seals[0])
    shown = page(ina, world)
    assert shown.count("nog niet bekeken") == 1
    assert "nagekeken door Ina Begeleider, intern begeleider" in shown
    assert row(world).text == DRAFT
    assert Event.objects.filter(act="accept_draft").count() == 1
    assert answer(ina, world, "accept", seals[0]).status_code == 423


def test_all_of_a_field_is_approved_in_one_press(world: World, ina: Client) -> None:
    answer(ina, world, "make")
    answer(ina, world, "accept", "")
    assert "nog niet bekeken" not in page(ina, world)
    assert row(world).traced.unread == []
    assert answer(ina, world, "drop").status_code == 423
    assert row(world).text == DRAFT


def test_an_approval_is_about_what_was_seen(world: World, ina: Client) -> None:
    answer(ina, world, "make")
    seal = re.findall(r'name="accept" value="(\w+)"', page(ina, world))[0]
    write(ina, world, DRAFT.replace("Twee keer", "Drie keer"))
    assert answer(ina, world, "accept", seal).status_code == 423
    assert len(row(world).traced.unread) == 1


def test_an_approval_stays_when_the_text_around_it_changes(world: World, ina: Client) -> None:
    answer(ina, world, "make")
    answer(ina, world, "accept", "")
    write(ina, world, f"Vooraf iets van onszelf.\n\n{LAST}\n\n{FIRST}")
    assert row(world).traced.unread == []


def test_a_draft_goes_away_in_one_press_and_can_come_again(world: World, ina: Client) -> None:
    answer(ina, world, "make")
    answer(ina, world, "drop")
    assert row(world).text == ""
    assert Event.objects.filter(act="drop_draft").count() == 1
    assert answer(ina, world, "drop").status_code == 423
    answer(ina, world, "make")
    assert row(world).text == DRAFT
    assert len(row(world).traced.unread) == 2


def test_taking_a_draft_away_leaves_what_was_touched(world: World, ina: Client) -> None:
    answer(ina, world, "make")
    own = FIRST.replace("Twee", "Drie")
    write(ina, world, f"{own}\n\n{LAST}")
    answer(ina, world, "drop")
    assert row(world).text == own


LATER = "Na zes weken kijken we samen terug."


def agreed_anew(world: World) -> None:
    agreed(world.profile, "ZOI-5", HALF, LATER)


def test_an_untouched_draft_is_made_anew_when_what_was_agreed_changed(world: World, ina: Client) -> None:
    answer(ina, world, "make")
    assert "Maak haar opnieuw" not in page(ina, world)
    agreed_anew(world)
    assert "Maak haar opnieuw" in page(ina, world)
    answer(ina, world, "renew")
    assert row(world).text == f"{FIRST}\n\n{LATER}"
    first, last = row(world).traced.origins
    assert (first.words, last.words, last.source, last.value) == (FIRST, LATER, "ZOI-5", HALF)
    assert len(row(world).traced.unread) == 2
    assert "Maak haar opnieuw" not in page(ina, world)
    assert answer(ina, world, "renew").status_code == 423


def test_what_is_agreed_for_the_first_time_comes_into_the_draft(world: World, ina: Client) -> None:
    answer(ina, world, "make")
    agreed(world.profile, "HGW-1", YES, "Elke groep werkt met drie groepjes.")
    assert "Maak haar opnieuw" in page(ina, world)
    answer(ina, world, "renew")
    assert "Elke groep werkt met drie groepjes." in row(world).text


def test_making_anew_is_undone_in_one_press_and_can_be_done_again(world: World, ina: Client) -> None:
    answer(ina, world, "make")
    before = row(world).traced
    agreed_anew(world)
    url = answer(ina, world, "renew").url
    assert url.endswith(f"&opzet={FIELD.id}#veld-{FIELD.id}")
    shown = ina.get(url).content.decode()
    (key,) = re.findall(r'name="back" value="([\w-]+)"', shown)
    answer(ina, world, "back", key)
    assert (row(world).text, row(world).traced.origins) == (DRAFT, before.origins)
    assert answer(ina, world, "back", key).status_code == 423
    assert "Maak haar opnieuw" in page(ina, world)
    answer(ina, world, "renew")
    assert LATER in row(world).text


@pytest.mark.parametrize("touch", ["write", "add", "approve"])
def test_a_draft_that_was_touched_is_never_made_anew(world: World, ina: Client, touch: str) -> None:
    answer(ina, world, "make")
    agreed_anew(world)
    if touch == "approve":
        answer(ina, world, "accept", re.findall(r'name="accept" value="(\w+)"', page(ina, world))[0])
    else:
        write(
            ina, world, DRAFT.replace("Twee", "Drie") if touch == "write" else f"{DRAFT}\n\nOns eigen woord."
        )
    before = row(world).text
    shown = page(ina, world)
    assert "De afspraken zijn daarna veranderd" in shown
    assert "Maak haar opnieuw" not in shown
    assert answer(ina, world, "renew").status_code == 423
    assert row(world).text == before


def test_words_that_came_after_making_anew_are_not_undone(world: World, ina: Client) -> None:
    answer(ina, world, "make")
    agreed_anew(world)
    answer(ina, world, "renew")
    key = str(Event.objects.get(act="renew_draft").pk)
    own = f"{FIRST}\n\nNa zeven weken kijken we samen terug."
    write(ina, world, own)
    assert answer(ina, world, "back", key).status_code == 423
    assert row(world).text == own


def test_a_paragraph_that_somebody_took_out_stays_out(world: World, ina: Client) -> None:
    answer(ina, world, "make")
    write(ina, world, LAST)
    assert "Maak haar opnieuw" not in page(ina, world)
    agreed_anew(world)
    answer(ina, world, "renew")
    assert row(world).text == LATER


def test_only_an_own_making_anew_can_be_undone(world: World, ina: Client) -> None:
    answer(ina, world, "make")
    agreed_anew(world)
    answer(ina, world, "renew")
    made = Event.objects.get(act="draft")
    for key in (str(made.pk), "geen", "00000000-0000-0000-0000-000000000000"):
        assert answer(ina, world, "back", key).status_code == 404
    assert LATER in row(world).text


def test_one_press_fills_all_empty_fields_of_a_section(world: World, ina: Client) -> None:
    agreed(world.profile, "AAN-1", YES, "Elk kind krijgt lichte hulp.")
    assert "Maak overal een eerste opzet" in page(ina, world)
    url = at("section_draft", world.profile, BASIS.id)
    assert "in 2 stukken" in ina.post(url, follow=True).content.decode()
    assert row(world).text == DRAFT
    assert row(world, OTHER_FIELD).text == "Elk kind krijgt lichte hulp."
    assert "geen leeg stuk" in ina.post(url, follow=True).content.decode()
    assert "Maak overal" not in page(ina, world)


def test_a_draft_says_that_what_was_agreed_changed_since(world: World, ina: Client) -> None:
    answer(ina, world, "make")
    assert "De afspraken zijn daarna veranderd" not in page(ina, world)
    told = world.profile.agreements.get(item="ZOI-2")
    revise(told, {"note": "Drie keer per jaar gaan we dat na."}, base=told.revision, actor=SYSTEM)
    assert "De afspraken zijn daarna veranderd" in page(ina, world)


def test_a_block_that_a_draft_used_counts_as_used(world: World, ina: Client) -> None:
    answer(ina, world, "make")
    assert "Alle bouwstenen zijn gebruikt" in page(ina, world)
    shown = ina.get(at("dialogue_item", world.profile, "ZOI-5")).content.decode()
    assert f"Staat in deel {BASIS.number}" in shown


def test_a_column_of_an_arrangement_is_drafted_for_its_need(world: World, ina: Client) -> None:
    agreed(world.profile, "OTE-5", YES, "De logopedist komt elke dinsdag.")
    arrangement = actions.add_arrangement(
        world.profile, world.profile.format.offer.needs[0], actor=world.head
    )
    where = at("arrangement", world.profile, OFFER.id, arrangement.pk)
    url = at("column_draft", world.profile, OFFER.id, arrangement.pk, COLUMN.id)
    assert "uit wat is afgesproken bij 13.5" in " ".join(ina.get(where).content.decode().split())
    ina.post(url, {"make": "yes"})
    assert arrangement.column_texts.get().text == "De logopedist komt elke dinsdag."
    assert "eerste opzet, nog niet bekeken" in ina.get(where).content.decode()
    agreed(world.profile, "OTE-5", YES, "De logopedist komt elke woensdag.")
    back = ina.post(url, {"renew": "yes"}).url
    assert arrangement.column_texts.get().text == "De logopedist komt elke woensdag."
    assert 'name="back"' in ina.get(back).content.decode()
    ina.post(url, {"accept": ""})
    assert arrangement.column_texts.get().traced.unread == []
    all_at_once = at("arrangement_draft", world.profile, OFFER.id, arrangement.pk)
    assert "geen leeg stuk" in ina.post(all_at_once, follow=True).content.decode()


def test_a_field_without_rules_has_no_draft(world: World, ina: Client) -> None:
    date = next(field for field in BASIS.fields if field.kind == "date")
    assert answer(ina, world, "make", field=date).status_code == 404


@pytest.mark.parametrize("who", READERS)
def test_who_does_not_write_drafts_nothing(world: World, ina: Client, sign_in: SignIn, who: str) -> None:
    client = sign_in(getattr(world, who))
    assert answer(client, world, "make").status_code in (403, 404)
    assert client.post(at("section_draft", world.profile, BASIS.id)).status_code in (403, 404)
    assert not world.profile.texts.exists()
    answer(ina, world, "make")
    for do, value in (("accept", ""), ("drop", "yes"), ("renew", "yes"), ("back", "yes")):
        assert answer(client, world, do, value).status_code in (403, 404)
    assert len(row(world).traced.unread) == 2


def test_after_submitting_nothing_is_drafted_or_approved(world: World, ina: Client) -> None:
    answer(ina, world, "make")
    submitted(world.profile)
    for do, value in (("make", "yes"), ("accept", ""), ("drop", "yes"), ("renew", "yes")):
        assert answer(ina, world, do, value).status_code in (403, 423)
    assert len(row(world).traced.unread) == 2


def test_staff_sees_the_mark_and_no_buttons(world: World, ina: Client, sign_in: SignIn) -> None:
    answer(ina, world, "make")
    shown = page(sign_in(world.staff), world)
    assert shown.count("eerste opzet, nog niet bekeken") == 2
    assert "Zo is het goed" not in shown
    assert "Haal de opzet weg" not in shown


def test_a_part_with_an_unread_draft_is_not_done(world: World, ina: Client) -> None:
    answer(ina, world, "make")
    found = state(world)
    assert f"Kijk de eerste opzet van “{FIELD.label}” na." in found.missing
    assert found.words.endswith(", 1 na te kijken")
    answer(ina, world, "accept", "")
    assert "na te kijken" not in state(world).words


def unread(world: World) -> Any:
    """A complete profile in which one field was emptied and drafted anew."""
    profile = roads.complete(world)
    actions.write_text(profile, BASIS, FIELD, "", base=row(world).revision, actor=world.head)


def test_submitting_is_refused_while_a_draft_is_unread(world: World, sign_in: SignIn) -> None:
    unread(world)
    client = sign_in(world.head)
    answer(client, world, "make")
    shown = client.get(at("submit", world.profile)).content.decode()
    assert "Op één plek ontbreekt nog iets" in shown
    assert f"#veld-{FIELD.id}" in shown
    assert f"Kijk de eerste opzet van “{FIELD.label}” na." in shown
    with pytest.raises(Refused, match="eerste opzet die niemand heeft bekeken"):
        submit(Profile.objects.with_places().get(), actor=world.head)
    answer(client, world, "accept", "")
    assert "klaar om in te dienen" in client.get(at("submit", world.profile)).content.decode()
    assert submit(Profile.objects.with_places().get(), actor=world.head).number == 1


def test_an_unread_draft_in_an_arrangement_is_refused_too(world: World, sign_in: SignIn) -> None:
    profile, client = roads.complete(world), sign_in(world.head)
    arrangement = actions.add_arrangement(profile, profile.format.offer.needs[0], actor=world.head)
    client.post(at("column_draft", profile, OFFER.id, arrangement.pk, COLUMN.id), {"make": "yes"})
    shown = client.get(at("submit", profile)).content.decode()
    assert f"#kolom-{COLUMN.id}" in shown
    with pytest.raises(Refused, match=re.escape(COLUMN.title)):
        submit(Profile.objects.with_places().get(), actor=world.head)


def test_a_page_costs_the_same_with_one_and_with_three_drafts(world: World, ina: Client) -> None:
    answer(ina, world, "make")
    url = at("section", world.profile, BASIS.id)
    ina.get(url)
    one = len(queries(lambda: ina.get(url)))
    agreed(world.profile, "AAN-1")
    agreed(world.profile, "OTE-5")
    ina.post(at("section_draft", world.profile, BASIS.id))
    ina.get(url)
    assert page(ina, world).count("Haal de opzet weg") == 3
    assert len(queries(lambda: ina.get(url))) == one <= 21


def test_the_page_of_submitting_costs_the_same_with_one_and_with_three_drafts(
    world: World, ina: Client, sign_in: SignIn
) -> None:
    head, url = sign_in(world.head), at("submit", world.profile)
    answer(ina, world, "make")
    head.get(url)
    one = len(queries(lambda: head.get(url)))
    agreed(world.profile, "AAN-1")
    agreed(world.profile, "OTE-5")
    ina.post(at("section_draft", world.profile, BASIS.id))
    assert len(queries(lambda: head.get(url))) == one <= 30


def test_another_format_drafts_by_its_own_rules(db: None, sign_in: SignIn) -> None:
    get_format.cache_clear()
    load_format(OTHER)
    other = build("anders/2030.1")
    section = other.profile.format.section("koers")
    agreed(other.profile, "klas_tempo", "missing")
    client = sign_in(other.head)
    client.post(at("field_draft", other.profile, section.id, "koers"), {"make": "yes"})
    assert other.profile.texts.get().text == "Tijd geven wij nog niet genoeg."
    shown = client.get(at("section", other.profile, section.id)).content.decode()
    assert "eerste opzet, nog niet bekeken" in " ".join(shown.split())
    get_format.cache_clear()


def both(world: World, ina: Client) -> str:
    """A draft in two fields; what the page of reading shows."""
    agreed(world.profile, "AAN-1", YES, "Elk kind krijgt lichte hulp.")
    ina.post(at("section_draft", world.profile, BASIS.id))
    return " ".join(ina.get(at("unread", world.profile)).content.decode().split())


def seals_in(shown: str) -> list[str]:
    return list(dict.fromkeys(re.findall(r'name="seen" value="([^"]+)"', shown)))


def unread_of(world: World) -> int:
    return sum(len(row.traced.unread) for row in SectionText.objects.filter(profile=world.profile))


def test_all_drafts_are_read_on_one_page_and_approved_in_one_press(world: World, ina: Client) -> None:
    shown = both(world, ina)
    assert FIRST in shown
    assert "achter elkaar na" in page(ina, world)
    before = unread_of(world)
    assert len(seals_in(shown)) == before > 2
    done = ina.post(at("unread", world.profile), {"seen": seals_in(shown)}, follow=True).content.decode()
    assert "tellen nu als nagekeken" in done
    assert "Alle eerste opzetten zijn nagekeken" in done
    assert unread_of(world) == 0
    assert row(world).text == DRAFT
    assert Event.objects.filter(act="accept_draft").count() == SectionText.objects.exclude(text="").count()


def test_what_changed_since_it_was_shown_is_not_approved_along(world: World, ina: Client) -> None:
    seals = seals_in(both(world, ina))
    agreed_anew(world)
    answer(ina, world, "renew")
    ina.post(at("unread", world.profile), {"seen": seals})
    assert [part for part, _ in row(world).traced.unread] == [LATER]
    assert unread_of(world) == 1


def test_approving_what_was_approved_already_is_refused(world: World, ina: Client) -> None:
    seals = seals_in(both(world, ina))
    assert ina.post(at("unread", world.profile), {"seen": seals}).status_code == 302
    refused = ina.post(at("unread", world.profile), {"seen": seals})
    assert refused.status_code == 423
    assert "al bekeken" in refused.content.decode()
    assert ina.post(at("unread", world.profile)).status_code == 423


def test_an_approval_is_of_the_text_that_was_shown_and_no_other(world: World, ina: Client) -> None:
    seals = seals_in(both(world, ina))
    other = SectionText.objects.exclude(field=FIELD.id).exclude(text="").first()
    assert other is not None
    moved = [f"{other.subject}:{seal.rpartition(':')[2]}" for seal in seals if row(world).subject in seal]
    assert ina.post(at("unread", world.profile), {"seen": moved}).status_code == 423


@pytest.mark.parametrize("who", READERS)
def test_who_does_not_write_approves_nothing(world: World, ina: Client, sign_in: SignIn, who: str) -> None:
    seals = seals_in(both(world, ina))
    before = unread_of(world)
    assert sign_in(getattr(world, who)).post(at("unread", world.profile), {"seen": seals}).status_code in (
        403,
        404,
    )
    assert unread_of(world) == before
