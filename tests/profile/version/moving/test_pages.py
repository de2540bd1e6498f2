"""The page of the round, on which the administrator decides, and that of the school, on which it looks."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from dekkend.profile.checklist.codes import key_of
from dekkend.profile.models import Copy, Profile, Talk, Version
from dekkend.profile.version.moving.actions import undo_round
from dekkend.profile.version.moving.queries import open_items
from dekkend.region.models import Round
from tests.profile.checklist.test_cost import queries
from tests.profile.version.moving.moved import NEW, OLD, now, over
from tests.profile.version.moving.test_moving import breaks_off
from tests.world import World

pytestmark = pytest.mark.one_database


def at(world: World, name: str = "round_version", **more: Any) -> str:
    return reverse(name, args=[world.alliance.slug, world.round.first_year])


def test_the_page_shows_what_a_new_version_changes(half_way: World, sign_in: Any) -> None:
    page = sign_in(half_way.administrator).get(at(half_way)).content.decode()

    for words in (
        "gesplitst",
        "samengevoegd",
        "vervalt",
        "Elk kind weet waaraan het werkt.",
        "1 in voorbereiding",
    ):
        assert words in page
    assert "Zo doen wij" not in page  # nothing of what a school said (rulings 5)
    assert Round.objects.get().format_ref == OLD


def test_the_button_moves_the_round_and_another_brings_it_back(half_way: World, sign_in: Any) -> None:
    client = sign_in(half_way.administrator)

    told = client.post(at(half_way), {"naar": NEW}, follow=True).content.decode()
    assert "1 school ging mee" in told
    assert "Terug naar versie 2030.1" in told

    told = client.post(at(half_way, "round_version_undo"), follow=True).content.decode()
    assert "terug bij Kompas" in told
    assert Round.objects.get().format_ref == OLD


def test_a_school_in_a_talk_is_named(half_way: World, sign_in: Any) -> None:
    Talk.objects.update(state="running")
    page = sign_in(half_way.administrator).get(at(half_way)).content.decode()
    assert "De Leesplank. Er loopt nu een gesprek." in page


def test_a_school_that_stayed_behind_follows_by_itself(half_way: World, sign_in: Any) -> None:
    Profile.objects.filter(pk=half_way.profile.pk).update(state="submitted")
    over(half_way)
    Profile.objects.filter(pk=half_way.profile.pk).update(state="preparing")
    client, url = sign_in(half_way.administrator), reverse("profile_version", args=[half_way.profile.pk])

    assert "1 school kan alsnog mee" in client.get(at(half_way)).content.decode()
    assert sign_in(half_way.head).post(url).status_code == 404
    assert "De Leesplank ging mee" in client.post(url, follow=True).content.decode()
    assert now(half_way).format.ref == NEW
    assert client.post(url).status_code == 423


def test_who_is_back_already_is_not_behind(
    half_way: World, sign_in: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The way back broke off: the page says so and offers the rest of it, not the way there again."""
    Profile.objects.create(school=half_way.schools[1], round=half_way.round)
    over(half_way)
    breaks_off(half_way, monkeypatch, after=1)
    client = sign_in(half_way.administrator)

    page = client.get(at(half_way)).content.decode()
    assert "brak halverwege af" in page
    assert "1 school is al terug, 1 nog niet" in page
    assert "alsnog mee" not in page

    told = client.post(at(half_way, "round_version_undo"), follow=True).content.decode()
    assert "2 scholen" in told
    assert "brak halverwege af" not in told


def test_who_went_back_in_an_earlier_time_may_come_along(half_way: World, sign_in: Any) -> None:
    """There, back, and there again while this school had handed in: then it stayed behind like any other."""
    over(half_way)
    half_way.round.refresh_from_db()
    undo_round(half_way.round, actor=half_way.administrator)
    Profile.objects.filter(pk=half_way.profile.pk).update(state="submitted")
    over(half_way)
    Profile.objects.filter(pk=half_way.profile.pk).update(state="preparing")

    page = sign_in(half_way.administrator).get(at(half_way)).content.decode()

    assert "1 school kan alsnog mee" in page
    assert "brak halverwege af" not in page


def test_when_there_is_no_way_back_any_more_who_is_back_may_come_along(
    half_way: World, sign_in: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    Profile.objects.create(school=half_way.schools[1], round=half_way.round)
    over(half_way)
    breaks_off(half_way, monkeypatch, after=1)
    left = Profile.objects.get(format_ref=NEW)
    Version.objects.create(profile=left, number=1, content="{}", sha256="0" * 64, sealed_at=timezone.now())

    page = sign_in(half_way.administrator).get(at(half_way)).content.decode()

    assert "Terug kan niet meer" in page
    assert "1 school kan alsnog mee" in page


def test_a_version_that_is_not_there_is_explained(half_way: World, sign_in: Any) -> None:
    answer = sign_in(half_way.administrator).post(at(half_way), {"naar": "geen/1.1"})
    assert answer.status_code == 423
    assert "Kies een versie uit de lijst" in answer.content.decode()


def test_nobody_else_finds_the_page_of_the_round(half_way: World, sign_in: Any) -> None:
    for person in (half_way.head, half_way.adviser, half_way.analyst, half_way.board, half_way.sam):
        client = sign_in(person)
        assert client.get(at(half_way)).status_code == 404
        assert client.post(at(half_way), {"naar": NEW}).status_code == 404
        assert client.post(at(half_way, "round_version_undo")).status_code == 404
    assert Round.objects.get().format_ref == OLD


def test_the_school_sees_what_to_look_at_and_what_is_gone(half_way: World, sign_in: Any) -> None:
    profile = over(half_way)
    page = sign_in(half_way.coordinator).get(reverse("moved", args=[profile.pk])).content.decode()

    for words in (
        "Kijk 3 antwoorden na", "Een kind krijgt de tijd die het nodig heeft.", "Zo doen wij klas_tempo.",
        "Ooit een boomhut.", "Zo doen wij klas_doel.", "Het rooster buigt mee.",
    ):  # fmt: skip
        assert words in page


def test_one_press_says_that_an_answer_holds(half_way: World, sign_in: Any) -> None:
    profile = over(half_way)
    url = reverse("move_confirmed", args=[profile.pk, "rust_binnen"])

    assert sign_in(half_way.staff).post(url).status_code == 404
    told = sign_in(half_way.head).post(url, follow=True).content.decode()

    assert "Ba klopt. Nog 2 na te kijken." in told
    assert "rust_binnen" not in open_items(profile)
    assert sign_in(half_way.head).post(reverse("move_confirmed", args=[profile.pk, "weg"])).status_code == 404


def test_strangers_do_not_find_the_page_of_the_school(half_way: World, sign_in: Any) -> None:
    url = reverse("moved", args=[over(half_way).pk])
    for person in (half_way.sam, half_way.other_head, half_way.council, half_way.administrator):
        assert sign_in(person).get(url).status_code == 404
    assert sign_in(half_way.staff).get(url).status_code == 200


def test_a_profile_that_never_moved_says_so(half_way: World, sign_in: Any) -> None:
    page = sign_in(half_way.head).get(reverse("moved", args=[half_way.profile.pk])).content.decode()
    assert "Er kwam geen nieuwe versie." in page


def cost(client: Any, url: str) -> int:
    client.get(url)
    return len(queries(lambda: client.get(url)))


def test_the_page_of_the_round_costs_the_same_with_more_schools(half_way: World, sign_in: Any) -> None:
    """Before the move, after it, and with schools that stayed behind; one school, then three."""
    client, url = sign_in(half_way.administrator), at(half_way)
    others = Profile.objects.exclude(pk=half_way.profile.pk)
    others.update(state="submitted")
    before = cost(client, url)
    over(half_way)
    after = cost(client, url)
    assert (before, after) == (11, 12)
    undo_round(half_way.round, actor=half_way.administrator)
    for school in half_way.schools[1:3]:
        Profile.objects.update_or_create(school=school, round=half_way.round, defaults={"state": "preparing"})
    assert cost(client, url) == before
    over(half_way)
    assert cost(client, url) == after


def test_the_page_of_the_school_costs_the_same_with_more_that_is_lost(half_way: World, sign_in: Any) -> None:
    profile = over(half_way)
    client, url = sign_in(half_way.coordinator), reverse("moved", args=[profile.pk])
    one = cost(client, url)
    assert one == 15
    for _ in range(2):
        row = profile.arrangements.create(need="onrust", revision=1)
        row.things.create(column="spullen", pick="hut", what="Hut", revision=1)
        row.column_texts.create(column="doen", text="Samen.", revision=1)
    assert cost(client, url) == one


PAGES = (
    "road", "checklist", "team", "dialogue", "moved", "preview", "submit", "log", "compare", "talk", "provisions",
)  # fmt: skip


@pytest.mark.parametrize("back", [False, True])
def test_every_page_of_a_school_works_after_a_move_and_after_the_way_back(
    half_way: World, sign_in: Any, back: bool
) -> None:
    profile = over(half_way)
    if back:
        undo_round(half_way.round, actor=half_way.administrator)
        profile = now(half_way)
    client, fmt = sign_in(half_way.head), profile.format
    pages = [reverse(name, args=[profile.pk]) for name in PAGES]
    pages += [reverse("section", args=[profile.pk, section.id]) for section in fmt.sections]
    pages += [reverse("section_preview", args=[profile.pk, section.id]) for section in fmt.sections]
    pages += [reverse("checklist_question", args=[profile.pk, question.id]) for question in fmt.questions]
    pages += [reverse("dialogue_item", args=[profile.pk, item.id]) for item in fmt.items]

    answers = {page: client.get(page).status_code for page in pages}

    assert {page: status for page, status in answers.items() if status != 200} == {}


TYPED = "Wat ik net typte toen de checklist veranderde."
DOORS = {
    "the shared checklist": ("coordinator", "checklist/onderdeel/{item}/", "note"),
    "an agreement": ("coordinator", "dialoog/{item}/afspraak/", "note"),
    "an own copy": ("staff", "checklist/{own}/onderdeel/{item}/", "note"),
    "an anonymous copy": (None, "c/{code}/onderdeel/{item}/", "note"),
}


@pytest.mark.parametrize("door", DOORS)
def test_what_was_typed_on_an_open_page_is_shown_when_its_item_went_away(
    half_way: World, sign_in: Any, client: Any, door: str
) -> None:
    who, path, field = DOORS[door]
    own = Copy.objects.get(kind="personal", person=half_way.staff)
    Copy.objects.create(profile=half_way.profile, kind="personal", key=key_of("ABCDEFGH"), label="Strookje 1")
    over(half_way)
    browser = sign_in(half_way.people[who]) if who else client

    def send(item: str, **headers: str) -> Any:
        address = path.format(item=item, own=own.pk, code="ABCDEFGH")
        told = {"revision": "0", field: TYPED}
        return browser.post(f"/profielen/{half_way.profile.pk}/{address}", told, headers=headers)

    page, told = send("klas_doel"), send("klas_doel", accept="application/json")

    assert (page.status_code, told.status_code) == (423, 423)
    assert "nieuwe versie" in page.content.decode()
    assert TYPED in page.content.decode()
    assert "nieuwe versie" in told.json()["error"]
    assert send("nooit_gevraagd").status_code == 404
