"""The strip: last year's words beside a text that is empty now or says something else."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client

from dekkend.audit.models import Event
from dekkend.profile.base.models import Profile
from dekkend.profile.models import Boundary, ColumnText, SectionText
from dekkend.profile.version.carrying import take_text
from dekkend.profile.writing import actions
from dekkend.profile.writing.origins import EARLIER
from dekkend.profile.writing.strip import LastYear, strip_of
from tests.profile.version.test_carrying import FIELD, LAST, NOW, text_of, told, write
from tests.profile.version.yearly import adopt, fresh, next_year, written
from tests.profile.writing.shared import LIMIT, LIMITS, OFFER, VISION, SignIn, at, save, submitted
from tests.world import World

pytestmark = pytest.mark.one_database

WORDS = "Elk kind hoort erbij.\n\nOuders denken met ons mee."
SPOT = f"veld.{VISION.id}.{FIELD.id}"
TEXTS = {VISION.id: {FIELD.id: WORDS}}
WALL = {"element": LIMIT.id, "own": "Wij tillen niet.", "still": "Samen zoeken.", "then": ""}


@pytest.fixture
def now(world: World) -> Profile:
    """A year that began with last year's words."""
    adopt(written(world, LAST, told(texts=TEXTS, boundaries=[WALL])))
    return next_year(world, NOW)


def strip(profile: Profile, row: Any = None) -> Any:
    return strip_of(fresh(profile), SPOT, row or text_of(profile))


def shown(client: Client, profile: Profile) -> str:
    """What a button of the strip on the page sends, "" without one."""
    page = client.get(at("section", profile, VISION.id)).content.decode()
    found = re.search(rf'name="take" value="({re.escape(SPOT)}:\w+)"', page)
    return found[1] if found else ""


def test_words_that_stand_there_have_no_strip(world: World, now: Profile) -> None:
    assert strip(now) is None


def test_an_empty_text_has_last_years_words_beside_it(world: World, now: Profile) -> None:
    write(world, now, "")
    found = strip(now)
    assert found.is_empty
    assert found.when == "Vorig jaar"
    assert found.words == (("", WORDS),)


def test_a_changed_text_has_them_too(world: World, now: Profile) -> None:
    write(world, now, "Iets anders.")
    assert not strip(now).is_empty


def test_a_year_in_between_is_named(world: World) -> None:
    adopt(written(world, 2024, told(texts=TEXTS)))
    assert strip_of(fresh(world.profile), SPOT, None).when == "In 2024-2025"


def test_a_school_without_last_year_has_no_strip(world: World) -> None:
    assert strip_of(fresh(world.profile), SPOT, None) is None


def test_one_press_takes_it_over_with_its_origins(world: World, now: Profile, sign_in: SignIn) -> None:
    write(world, now, "Iets anders.")
    ina = sign_in(world.coordinator)
    answer = ina.post(at("take_text", now), {"take": shown(ina, now)})

    assert answer.url.startswith(f"{at('section', now, VISION.id)}?genomen={SPOT}:")
    assert answer.url.endswith(f"#veld-{FIELD.id}")
    row = text_of(now)
    assert row.text == WORDS
    assert {(each.kind, each.since) for each in row.traced.origins} == {(EARLIER, "2026-2027")}
    assert Event.objects.get(act="take_text").data["schooljaar"] == "2026-2027"
    assert Event.objects.get(subject=row.subject, revision=2).data == {"text": "Iets anders."}
    assert shown(ina, now) == ""


def test_one_press_puts_back_what_stood_there(world: World, now: Profile, sign_in: SignIn) -> None:
    write(world, now, "Iets heel anders dan toen.")
    was, ina = text_of(now).origins, sign_in(world.coordinator)
    page = ina.post(at("take_text", now), {"take": shown(ina, now)}, follow=True).content.decode()
    undo = re.search(r'name="undo" value="([^"]+)"', page)
    assert undo
    ina.post(at("take_text", now), {"undo": undo[1]})
    assert (text_of(now).text, text_of(now).origins) == ("Iets heel anders dan toen.", was)


def test_what_was_written_on_is_not_put_back(world: World, now: Profile, sign_in: SignIn) -> None:
    write(world, now, "")
    _, event = take_text(fresh(now), SPOT, seen=strip(now).seal, actor=world.head)
    assert event
    write(world, now, "Verder geschreven.")
    assert sign_in(world.head).post(at("take_text", now), {"undo": event.pk}).status_code == 423
    submitted(now)
    assert sign_in(world.head).post(at("take_text", now), {"undo": event.pk}).status_code == 423
    assert text_of(now).text == "Verder geschreven."


@pytest.mark.parametrize("key", ["", "x", "00000000-0000-4000-8000-000000000000"])
def test_what_was_never_taken_is_nowhere(world: World, now: Profile, sign_in: SignIn, key: str) -> None:
    assert sign_in(world.head).post(at("take_text", now), {"undo": key}).status_code == 404


def test_it_goes_into_a_profile_that_began_empty(world: World, sign_in: SignIn) -> None:
    """Adopted after this round was opened; nothing came along."""
    adopt(written(world, LAST, told(texts=TEXTS)))
    ina = sign_in(world.coordinator)
    ina.post(at("take_text", world.profile), {"take": shown(ina, world.profile)})
    assert text_of(world.profile).text == WORDS


def test_a_second_press_changes_nothing(world: World, now: Profile) -> None:
    write(world, now, "")
    seen = strip(now).seal
    for _ in range(2):
        take_text(fresh(now), SPOT, seen=seen, actor=world.head)
    assert Event.objects.filter(act="take_text").count() == 1


def test_who_did_not_see_what_stands_there_now_is_refused(
    world: World, now: Profile, sign_in: SignIn
) -> None:
    write(world, now, "")
    ina = sign_in(world.coordinator)
    told = {"take": shown(ina, now)}
    write(world, now, "Net geschreven.")
    answer = ina.post(at("take_text", now), told)
    assert answer.status_code == 423
    assert "De tekst is net veranderd." in answer.content.decode()
    assert text_of(now).text == "Net geschreven."


def test_it_is_refused_after_the_seal(world: World, now: Profile, sign_in: SignIn) -> None:
    write(world, now, "")
    ina = sign_in(world.coordinator)
    told = {"take": shown(ina, now)}
    submitted(now)
    assert ina.post(at("take_text", now), told).status_code == 423
    assert text_of(now).text == ""
    assert shown(ina, now) == ""


@pytest.mark.parametrize("who", ["staff", "sam", "other_head", "board"])
def test_who_may_not_write_takes_nothing(world: World, now: Profile, sign_in: SignIn, who: str) -> None:
    write(world, now, "")
    told = {"take": f"{SPOT}:{strip(now).seal}"}
    assert sign_in(getattr(world, who)).post(at("take_text", now), told).status_code == 404
    assert text_of(now).text == ""


@pytest.mark.parametrize(
    "spot", ["", "veld", "veld.x.y", f"veld.{VISION.id}.x", "voorziening.x", "grens.x", "punt.1", "kolom.².x"]
)
def test_a_spot_that_is_not_there_is_nowhere(world: World, now: Profile, sign_in: SignIn, spot: str) -> None:
    answer = sign_in(world.head).post(at("take_text", now), {"take": f"{spot}:x"})
    assert answer.status_code == 404


def test_a_basic_provision_and_a_boundary_come_back_whole(world: World, now: Profile) -> None:
    how, limit = now.provision_texts.get(), now.boundaries.get()
    actions.save(how, {"how": ""}, profile=now, base=how.revision, actor=world.head)
    actions.save(limit, {"own": "Anders.", "still": ""}, profile=now, base=limit.revision, actor=world.head)
    for spot, row in ((f"voorziening.{how.key}", how), (f"grens.{limit.element}", limit)):
        row.refresh_from_db()
        take_text(fresh(now), spot, seen=strip_of(fresh(now), spot, row).seal, actor=world.head)
        row.refresh_from_db()
    assert how.how == "Met een pestprotocol."
    assert limit.values() == {name: WALL[name] for name in ("own", "still", "then")}


def test_what_was_taken_in_a_row_that_is_gone_is_not_put_back_elsewhere(
    world: World, now: Profile, sign_in: SignIn
) -> None:
    """Somebody took the boundary away meanwhile, and another one stands at that spot."""
    limit, spot = now.boundaries.get(), f"grens.{LIMIT.id}"
    actions.save(limit, {"own": "Anders."}, profile=now, base=limit.revision, actor=world.head)
    limit.refresh_from_db()
    seen = strip_of(fresh(now), spot, limit).seal
    _, event = take_text(fresh(now), spot, seen=seen, actor=world.head)
    assert event
    limit.refresh_from_db()
    actions.remove(limit, profile=fresh(now), actor=world.coordinator)
    Boundary.objects.create(profile=now, element=LIMIT.id, own=WALL["own"], still=WALL["still"])

    answer = sign_in(world.head).post(at("take_text", now), {"undo": event.pk})

    assert answer.status_code == 423
    assert "net veranderd" in answer.content.decode()
    assert now.boundaries.get().own == WALL["own"]


def test_words_where_last_year_had_none_have_no_strip_and_stay(world: World, now: Profile) -> None:
    limit, spot = now.boundaries.get(), f"grens.{LIMIT.id}"
    actions.save(limit, {"then": "Wij bellen."}, profile=now, base=limit.revision, actor=world.head)
    limit.refresh_from_db()
    assert strip_of(fresh(now), spot, limit) is None

    actions.save(limit, {"own": "Anders."}, profile=now, base=limit.revision, actor=world.head)
    limit.refresh_from_db()
    found = strip_of(fresh(now), spot, limit)
    assert found
    take_text(fresh(now), spot, seen=found.seal, actor=world.head)
    limit.refresh_from_db()
    assert (limit.own, limit.then) == (WALL["own"], "Wij bellen.")


def test_a_column_of_an_arrangement_has_a_strip_too(world: World, now: Profile, sign_in: SignIn) -> None:
    row = ColumnText.objects.filter(arrangement__profile=now).exclude(text="").first()
    assert row
    text, origins, where = row.text, row.origins, row.arrangement
    column = next(each for each in OFFER.columns if each.id == row.column)
    page, ina = at("arrangement", now, OFFER.id, where.pk), sign_in(world.coordinator)
    assert 'value="kolom.' not in ina.get(page).content.decode()
    emptied = save(ina, at("column", now, OFFER.id, where.pk, column.id), revision=str(row.revision), text="")
    spot = f"kolom.{where.pk}.{column.id}"
    assert "Neem over" in emptied.json()["pieces"][f"strip-{spot}"]
    button = re.search(r'name="take" value="(kolom[^"]+)"', ina.get(page).content.decode())
    assert button
    answer = ina.post(at("take_text", now), {"take": button[1]})
    assert answer.url.startswith(f"{page}?genomen={spot}:")
    row.refresh_from_db()
    assert (row.text, row.origins) == (text, origins)


def test_an_arrangement_that_last_year_had_twice_has_none(world: World, now: Profile) -> None:
    row = now.arrangements.all()[0]
    last = LastYear(
        2026, {"arrangements": [{"id": str(n), "need": row.need, "title": row.title} for n in (1, 2)]}
    )
    assert last.column(row, OFFER.columns[0].id) == ("", "")


def test_a_save_brings_the_strip_along(world: World, now: Profile, sign_in: SignIn) -> None:
    url = at("section_field", now, VISION.id, FIELD.id)
    client, piece = sign_in(world.head), f"strip-{SPOT}"
    emptied = save(client, url, revision="1", text="").json()["pieces"][piece]
    assert "Ouders denken met ons mee." in emptied
    assert save(client, url, revision="2", text=WORDS).json()["pieces"][piece].strip() == ""
    limit = save(
        client, at("boundary", now, LIMITS.id, LIMIT.id), revision="1", own="Anders.", still="", then=""
    ).json()["pieces"]
    assert "Wij tillen niet." in limit[f"other-grens.{LIMIT.id}"]


def test_an_answer_keeps_its_tie_when_the_words_come_back(world: World, now: Profile) -> None:
    """Emptied and taken over again: the margin knows what the paragraph rested on last year."""
    was = SectionText.objects.get(pk=text_of(now).pk).origins
    write(world, now, "")
    take_text(fresh(now), SPOT, seen=strip(now).seal, actor=world.head)
    assert text_of(now).origins == was
