"""The margin on the page: what is shown, waved away, comes back, and who sees it."""

from __future__ import annotations

import pytest

from dekkend.audit.models import Event
from dekkend.profile.models import Profile
from dekkend.profile.writing import actions
from dekkend.profile.writing.models import ImprovementPoint, Waved
from dekkend.profile.writing.spots import gaps, open_spots
from tests.profile.writing.shared import (
    BASIS,
    LIMIT,
    LIMITS,
    OFFER,
    POINTS,
    SPECIAL,
    VISION,
    SignIn,
    at,
    save,
    submitted,
)
from tests.world import World

pytestmark = pytest.mark.one_database

FIELD = next(field for field in VISION.fields if not field.required)
SPOT = f"veld.{VISION.id}.{FIELD.id}"
VAGUE = "De leraar spreekt regelmatig met ouders."


def wrote(world: World, text: str, revision: int = 0) -> None:
    actions.write_text(world.profile, VISION, FIELD, text, base=revision, actor=world.head)


def wave(world: World, sign_in: SignIn, who: str = "head", place: int = 0) -> int:
    spot = next(spot for spot in open_spots(world.profile) if spot.key == SPOT)
    advice = spot.notes[place].advice
    url = at("advice_wave", world.profile, SPOT)
    answer = sign_in(world.people[who]).post(url, {"kind": advice.kind, "mark": advice.mark})
    return answer.status_code


def margin(world: World, sign_in: SignIn, spot: str = SPOT) -> str:
    return sign_in(world.head).get(at("advice", world.profile, spot)).content.decode()


def test_advice_stands_beside_its_text(world: World, sign_in: SignIn) -> None:
    wrote(world, VAGUE)
    page = sign_in(world.head).get(at("section", world.profile, VISION.id)).content.decode()
    assert "“regelmatig” kan van alles zijn" in page
    assert f'href="#id-{FIELD.id}-text"' in page


def test_advice_is_fresh_after_a_save(world: World, sign_in: SignIn) -> None:
    assert "Dit zegt nog weinig" not in margin(world, sign_in)
    save(sign_in(world.head), at("section_field", world.profile, VISION.id, FIELD.id), text=VAGUE)
    assert "Dit zegt nog weinig" in margin(world, sign_in)


def test_advice_waved_away_stays_away_until_its_words_change(world: World, sign_in: SignIn) -> None:
    wrote(world, VAGUE)
    assert wave(world, sign_in) == 302
    assert not open_spots(world.profile)
    wrote(world, f"Kort. {VAGUE}", 1)
    world.profile.refresh_from_db()
    assert not open_spots(world.profile)
    wrote(world, "De leraar spreekt waar nodig met ouders.", 2)
    assert [spot.key for spot in open_spots(world.profile)] == [SPOT]


def test_waving_leaves_an_event_without_the_words(world: World, sign_in: SignIn) -> None:
    wrote(world, VAGUE)
    wave(world, sign_in)
    event = Event.objects.get(act="wave")
    assert event.place == world.profile.place
    assert "regelmatig" not in str(event.data)


def test_waving_what_is_not_advised_changes_nothing(world: World, sign_in: SignIn) -> None:
    url = at("advice_wave", world.profile, SPOT)
    assert sign_in(world.head).post(url, {"kind": "vague", "mark": "x"}).status_code == 302
    assert not Waved.objects.exists()


@pytest.mark.parametrize("spot", ["veld.x.y", "x", f"veld.{VISION.id}.x", "punt.999"])
def test_a_spot_that_is_not_there_is_not_found(world: World, sign_in: SignIn, spot: str) -> None:
    assert sign_in(world.head).get(at("advice", world.profile, spot)).status_code == 404


@pytest.mark.parametrize("who", ["staff", "council", "board", "adviser", "sam"])
def test_only_who_writes_sees_and_waves_advice(world: World, sign_in: SignIn, who: str) -> None:
    wrote(world, VAGUE)
    assert wave(world, sign_in, who) == 404
    assert sign_in(world.people[who]).get(at("advice", world.profile, SPOT)).status_code == 404
    assert not Waved.objects.exists()


def test_who_reads_along_has_no_margin(world: World, sign_in: SignIn) -> None:
    wrote(world, VAGUE)
    page = sign_in(world.staff).get(at("section", world.profile, VISION.id)).content.decode()
    assert "data-advice" not in page
    assert "Laat zo staan" not in page


def test_advice_on_what_is_submitted_is_not_waved_away(world: World, sign_in: SignIn) -> None:
    wrote(world, VAGUE)
    submitted(world.profile)
    assert wave(world, sign_in) == 423


def test_three_are_shown_and_the_rest_is_folded(world: World, sign_in: SignIn) -> None:
    words = ("regelmatig", "geregeld", "waar nodig", "tijdig", "periodiek")
    wrote(world, " ".join(f"Zij komen {word}." for word in words))
    shown, _, folded = margin(world, sign_in).partition("<details")
    assert (shown.count("advice__title"), folded.count("advice__title")) == (3, 2)
    assert "Nog 2" in folded


def test_every_sort_of_text_has_its_margin(world: World, sign_in: SignIn) -> None:
    profile, head, client = world.profile, world.head, sign_in(world.head)
    arrangement = actions.add_arrangement(profile, profile.format.offer.needs[0], actor=head)
    actions.write_column(arrangement, OFFER.columns[0], VAGUE, base=0, actor=head)
    actions.write_provision(profile, profile.round.catalogue.provisions.first(), VAGUE, base=0, actor=head)
    row = actions.switch_on(profile, LIMIT, actor=head)
    actions.save(row, {"own": "Geen kinderen met ADHD."}, profile=profile, base=row.revision, actor=head)
    client.post(at("rows_new", profile, POINTS.id), {"title": "Rust"})
    point = profile.improvements.get()
    actions.save(point, {"goal": "Meer rust."}, profile=profile, base=point.revision, actor=head)
    pages = [
        at("arrangement", profile, OFFER.id, arrangement.pk),
        at("provisions", profile),
        at("section", profile, LIMITS.id),
        at("section", profile, POINTS.id),
    ]
    titles = (
        "Dit zegt nog weinig",
        "Dit zegt nog weinig",
        "Een diagnose is geen grens",
        "Nog niet te controleren",
    )
    for page, title in zip(pages, titles, strict=True):
        assert title in client.get(page).content.decode()


def test_a_boundary_beside_an_offer_for_the_same_need_is_pointed_at(world: World, sign_in: SignIn) -> None:
    profile, head = world.profile, world.head
    element = next(each for each in profile.format.offer.elements if each.kind == "boundary" and each.needs)
    need = profile.format.offer.need(element.needs[0])
    arrangement = actions.add_arrangement(profile, need, actor=head)
    actions.switch_on(profile, element, actor=head)
    spot = f"grens.{element.id}"
    assert "spreekt elkaar tegen" not in margin(world, sign_in, spot)
    thing = actions.add_thing(
        arrangement, OFFER.columns[0], what="Handen", pick=None, is_available=False, actor=head
    )
    actions.save(thing, {"is_available": True}, profile=profile, base=thing.revision, actor=head)
    assert "spreekt elkaar tegen" in margin(world, sign_in, spot)


def test_the_page_of_submitting_counts_what_is_open(world: World, sign_in: SignIn) -> None:
    wrote(world, VAGUE)
    field = next(field for field in BASIS.fields if field.kind == "text")
    actions.write_text(world.profile, BASIS, field, f"{VAGUE} Zij belt tijdig.", base=0, actor=world.head)
    page = sign_in(world.head).get(at("submit", world.profile)).content.decode()
    assert "3 adviezen staan nog open" in page
    assert "Ze houden niets tegen" in page
    assert at("section", world.profile, BASIS.id) in page


@pytest.mark.parametrize(("state", "number"), [("planned", 4), ("done", 0), ("dropped", 0)])
def test_a_point_that_is_over_has_no_gaps(world: World, state: str, number: int) -> None:
    point = ImprovementPoint(profile=world.profile, title="Rust", goal="Meer rust.", state=state)
    assert len(gaps(point)) == number


CALL = "Bel Jan: 06 12345678"


def spot(world: World, key: str) -> list[tuple[str, str]]:
    """Kind and field of what is advised there; nothing when there is no such spot."""
    found = next((spot for spot in open_spots(world.profile) if spot.key == key), None)
    return [(note.advice.kind, note.control) for note in found.notes] if found else []


def test_a_specialisation_is_read_too(world: World, sign_in: SignIn) -> None:
    row = world.profile.specialisations.create(title="Bewegend leren", target=VAGUE, who=CALL)
    key = f"specialisatie.{row.pk}"
    assert spot(world, key) == [("private", f"id-{row.pk}-who"), ("vague", f"id-{row.pk}-target")]
    page = sign_in(world.head).get(at("section", world.profile, SPECIAL.id)).content.decode()
    assert f'href="#id-{row.pk}-who"' in page
    assert "Bel Jan" not in sign_in(world.sam).get(at("advice", world.profile, key)).content.decode()


def test_for_whom_an_arrangement_is_and_its_things_are_read_too(world: World, sign_in: SignIn) -> None:
    row = world.profile.arrangements.create(need="", title=CALL, target=VAGUE)
    thing = row.things.create(column=OFFER.columns[0].id, what=CALL, is_available=True)
    assert spot(world, f"arrangement.{row.pk}") == [
        ("private", f"id-{row.pk}-title"),
        ("vague", f"id-{row.pk}-target"),
    ]
    assert spot(world, f"kolom.{row.pk}.{OFFER.columns[0].id}") == [("private", f"id-ding-{thing.pk}-what")]
    page = sign_in(world.head).get(at("arrangement", world.profile, OFFER.id, row.pk)).content.decode()
    assert all(f'id="{name}"' in page and f'href="#{name}"' in page for name in (f"id-{row.pk}-target",))


def test_a_name_or_a_line_without_a_person_gets_no_advice(world: World) -> None:
    row = world.profile.specialisations.create(title="Regelmatig bewegen", who="De gymleraar")
    assert spot(world, f"specialisatie.{row.pk}") == []


def lacking(world: World) -> list[str]:
    return [
        spot.key
        for spot in open_spots(Profile.objects.with_places().get(pk=world.profile.pk))
        for note in spot.notes
        if note.advice.kind == "unavailable"
    ]


def test_an_arrangement_with_only_shortages_is_warned_about(world: World, sign_in: SignIn) -> None:
    row = actions.add_arrangement(world.profile, world.profile.format.offer.needs[0], actor=world.head)
    assert lacking(world) == []
    for what in ("Handen", "Tijd"):
        actions.add_thing(row, OFFER.columns[0], what=what, pick=None, is_available=False, actor=world.head)
    assert lacking(world) == [f"arrangement.{row.pk}"]
    why = "Alles wat nodig is, ontbreekt nog."
    client = sign_in(world.head)
    page = client.get(at("arrangement", world.profile, OFFER.id, row.pk)).content.decode()
    assert why in page
    assert f'href="#id-ding-{row.things.first().pk}-is_available"' in page
    assert why in client.get(at("submit", world.profile)).content.decode()


def test_one_thing_that_is_there_takes_the_warning_away(world: World) -> None:
    row = actions.add_arrangement(world.profile, world.profile.format.offer.needs[0], actor=world.head)
    actions.add_thing(row, OFFER.columns[0], what="Tijd", pick=None, is_available=False, actor=world.head)
    actions.add_thing(row, OFFER.columns[0], what="Handen", pick=None, actor=world.head)
    assert lacking(world) == []


def test_the_warning_can_be_waved_away_until_something_else_lacks(world: World, sign_in: SignIn) -> None:
    row = actions.add_arrangement(world.profile, world.profile.format.offer.needs[0], actor=world.head)
    actions.add_thing(row, OFFER.columns[0], what="Tijd", pick=None, is_available=False, actor=world.head)
    spot = f"arrangement.{row.pk}"
    note = next(each for each in open_spots(world.profile) if each.key == spot).notes[0]
    told = {"kind": note.advice.kind, "mark": note.advice.mark}
    client = sign_in(world.head)
    client.post(at("advice_wave", world.profile, spot), told)
    assert lacking(world) == []
    assert "Alles wat nodig is" not in client.get(at("submit", world.profile)).content.decode()
    actions.add_thing(row, OFFER.columns[0], what="Rust", pick=None, is_available=False, actor=world.head)
    assert lacking(world) == [spot]
