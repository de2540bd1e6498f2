"""Comments on the pages: beside each text, in one list, on the desk, and before submitting."""

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from dekkend.profile.models import Comment
from dekkend.profile.writing import actions as writing
from dekkend.profile.writing.comments import actions
from dekkend.profile.writing.comments.tying import mark_of
from tests.profile.checklist.test_cost import queries
from tests.profile.writing.comments.talking import LIST, ONE, OWN, REST, SPOT, WORDS, said, write
from tests.profile.writing.shared import BASIS, FMT, LIMIT, LIMITS, OFFER, POINTS, SignIn, at, submitted
from tests.world import World

pytestmark = pytest.mark.one_database

PAGE = ("section", BASIS.id)
STRANGERS = ("council", "board", "adviser", "analyst", "administrator", "other_head", "sam")


@pytest.fixture(autouse=True)
def written(world: World) -> None:
    write(world, OWN, LIST, REST)


def page(client: Client, world: World, *where: Any) -> str:
    name, *keys = where or PAGE
    answer = client.get(at(name, world.profile, *keys))
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def place(client: Client, world: World, text: str = WORDS, about: str = "", **more: str) -> Any:
    asked = about or f"text:1.{mark_of(LIST)}"
    url = at("comment_new", world.profile, SPOT)
    return client.post(url, {"text": text, "about": asked, **more})


def plain(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_staff_comments_beside_the_text(world: World, sign_in: SignIn) -> None:
    client = sign_in(world.staff)
    assert "Plaats een opmerking" in page(client, world)
    answer = place(client, world)
    row = Comment.objects.get()
    assert row.words == LIST
    assert answer.url == f"{at(*PAGE[:1], world.profile, BASIS.id)}?bij={SPOT}#opmerking-{row.pk}"
    html = client.get(answer.url).content.decode()
    assert f'id="opmerkingen-{SPOT}" open' in html
    assert "1 opmerking" in plain(html)
    assert WORDS in html
    assert "Thijs Teamlid" in html


def test_all_conversation_goes_over_the_pages(world: World, sign_in: SignIn) -> None:
    staff, ina = sign_in(world.staff), sign_in(world.coordinator)
    place(staff, world)
    row = Comment.objects.get()
    ina.post(at("comment_reply", world.profile, row.pk), {"text": "Goed gezien."})
    assert "Goed gezien." in page(staff, world)
    ina.post(at("comment_state", world.profile, row.pk), {})
    assert WORDS not in page(staff, world)
    told = page(staff, world, "comments")
    assert "Geen open opmerkingen" in told
    assert "Gesloten door Ina Begeleider" in told
    ina.post(at("comment_state", world.profile, row.pk), {"to": "open"})
    assert "1 open opmerking" in page(ina, world, "comments")


def test_one_takes_back_ones_own_words(world: World, sign_in: SignIn) -> None:
    staff, ina = sign_in(world.staff), sign_in(world.coordinator)
    place(staff, world)
    row = Comment.objects.get()
    assert ina.post(at("comment_removal", world.profile, row.pk)).status_code == 423
    ina.post(at("comment_reply", world.profile, row.pk), {"text": "Goed gezien."})
    ina.post(at("comment_removal", world.profile, row.pk), {"reply": str(row.replies.get().pk)})
    assert not row.replies.exists()
    staff.post(at("comment_removal", world.profile, row.pk))
    assert not Comment.objects.exists()


@pytest.mark.parametrize(
    ("text", "said"), [("", "Schrijf eerst op"), ("a" * 2001, "te lang"), ("Sem is vaak boos.", "“Sem”")]
)
def test_a_comment_that_cannot_be_is_told_so_and_kept(
    world: World, sign_in: SignIn, text: str, said: str
) -> None:
    answer = place(sign_in(world.staff), world, text)
    html = answer.content.decode()
    assert answer.status_code == 422
    assert said in html
    assert text in html
    assert f'value="text:1.{mark_of(LIST)}" selected' in html
    assert not Comment.objects.exists()


def test_what_is_no_name_of_a_child_can_be_said_all_the_same(world: World, sign_in: SignIn) -> None:
    place(sign_in(world.staff), world, "Sem is vaak boos.", sure="on")
    assert Comment.objects.count() == 1


def test_an_answer_that_cannot_be_is_told_so_and_kept(world: World, sign_in: SignIn) -> None:
    row = said(world, world.staff)
    answer = sign_in(world.head).post(at("comment_reply", world.profile, row.pk), {"text": "a" * 2001})
    assert answer.status_code == 422
    assert "te lang" in answer.content.decode()
    assert WORDS in answer.content.decode()


def test_a_paragraph_that_is_gone_keeps_its_old_words(world: World, sign_in: SignIn) -> None:
    said(world, world.staff)
    write(world, OWN, REST)
    told = page(sign_in(world.staff), world)
    assert "Deze alinea staat er niet meer" in told
    assert LIST.replace("'", "&#x27;") in told


def test_what_was_said_of_a_text_that_is_gone_stands_in_the_list(world: World, sign_in: SignIn) -> None:
    by = {"actor": world.coordinator}
    boundary = writing.switch_on(world.profile, LIMIT, **by)
    ina = sign_in(world.coordinator)
    ina.post(at("comment_new", world.profile, f"grens.{LIMIT.id}"), {"text": WORDS, "about": "own:"})
    assert WORDS in page(ina, world, "section", LIMITS.id)
    writing.remove(boundary, profile=world.profile, **by)
    assert "Bij een tekst die weg is" in page(ina, world, "comments")
    row = Comment.objects.get()
    answer = ina.post(at("comment_reply", world.profile, row.pk), {"text": "Klopt."})
    assert answer.url == f"{at('comments', world.profile)}#opmerking-{row.pk}"


def test_every_kind_of_text_takes_comments(world: World, sign_in: SignIn) -> None:
    by = {"actor": world.coordinator}
    arrangement = writing.add_arrangement(world.profile, FMT.offer.needs[0], **by)
    writing.switch_on(world.profile, LIMIT, **by)
    client = sign_in(world.coordinator)
    client.post(at("rows_new", world.profile, POINTS.id), {"title": "Meer lezen"})
    point = world.profile.improvements.get()
    spots = {
        f"kolom.{arrangement.pk}.{OFFER.columns[0].id}": ("arrangement", OFFER.id, arrangement.pk),
        f"grens.{LIMIT.id}": ("section", LIMITS.id),
        f"punt.{point.pk}": ("section", POINTS.id),
        "voorziening.dyslexie": ("provisions",),
        SPOT: PAGE,
    }
    for spot, where in spots.items():
        answer = client.post(at("comment_new", world.profile, spot), {"text": f"Over {spot}."})
        assert answer.url.startswith(at(where[0], world.profile, *where[1:]))
        assert f"Over {spot}." in page(client, world, *where)
    assert Comment.objects.count() == 5


@pytest.mark.parametrize("who", STRANGERS)
def test_a_stranger_finds_no_comments(world: World, sign_in: SignIn, who: str) -> None:
    row = said(world, world.staff)
    client = sign_in(world.people[who])
    assert client.get(at("comments", world.profile)).status_code == 404
    assert place(client, world).status_code == 404
    for name in ("comment_reply", "comment_state", "comment_removal"):
        assert client.post(at(name, world.profile, row.pk), {"text": "x"}).status_code == 404
    assert Comment.objects.count() == 1


def test_staff_closes_nothing(world: World, sign_in: SignIn) -> None:
    row = said(world, world.staff)
    client = sign_in(world.staff)
    assert "Sluit<span" not in page(client, world)
    assert client.post(at("comment_state", world.profile, row.pk)).status_code == 404


def test_a_comment_of_another_profile_is_not_found(world: World, sign_in: SignIn) -> None:
    row = said(world, world.staff)
    world.profile.round.profiles.create(school=world.schools[1])
    row.profile = world.profile.round.profiles.get(school=world.schools[1])
    row.save()
    client = sign_in(world.head)
    assert client.post(at("comment_reply", world.profile, row.pk), {"text": "x"}).status_code == 404


def test_what_is_submitted_takes_no_comments_and_shows_them(world: World, sign_in: SignIn) -> None:
    said(world, world.staff)
    submitted(world.profile)
    client = sign_in(world.head)
    assert place(client, world).status_code == 423
    html = page(client, world)
    assert WORDS in html
    assert "Plaats" not in html


def test_comments_never_leave_the_school(world: World, sign_in: SignIn) -> None:
    """Neither the words nor that there were any: the board reads the log as well."""
    row = said(world, world.staff)
    actions.reply(world.profile, row, "Goed gezien.", actor=world.head)
    log = at("log", world.profile)
    assert "opmerking" in sign_in(world.head).get(log).content.decode()
    assert "opmerking" not in sign_in(world.board).get(log).content.decode()


def test_the_coordinator_sees_how_many_wait(world: World, sign_in: SignIn) -> None:
    said(world, world.staff)
    actions.resolve(world.profile, said(world, world.staff, OWN), actor=world.head)
    desk = plain(sign_in(world.coordinator).get(reverse("desk")).content.decode())
    assert "1 opmerking van het team" in desk
    assert "van het team" not in plain(sign_in(world.staff).get(reverse("desk")).content.decode())


def test_submitting_is_told_of_open_comments(world: World, sign_in: SignIn) -> None:
    said(world, world.staff)
    html = plain(sign_in(world.head).get(at("submit", world.profile)).content.decode())
    assert "Eén opmerking van het team staat nog open" in html


@pytest.mark.parametrize("where", [PAGE, ("comments",)])
def test_the_pages_cost_the_same_however_many(world: World, sign_in: SignIn, where: tuple[str, ...]) -> None:
    client = sign_in(world.head)
    url = at(where[0], world.profile, *where[1:])
    for part in (OWN, LIST, REST):
        actions.reply(world.profile, said(world, world.staff, part), "Ja.", actor=world.head)
        client.get(url)
        seen = len(queries(lambda: client.get(url)))
        assert seen == (8 if where == PAGE else 9), seen


def test_a_page_of_its_own_for_who_has_no_form(world: World, sign_in: SignIn) -> None:
    html = sign_in(world.staff).get(at("comment_new", world.profile, SPOT)).content.decode()
    assert f"Opmerking bij {ONE.label}" in html
    assert sign_in(world.staff).get(at("comment_new", world.profile, "veld.x.y")).status_code == 404
