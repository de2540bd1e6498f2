"""Another text for a paragraph: suggested by one, weighed by another, and saved as any text."""

from typing import Any

import pytest
from django.test import Client

from dekkend.accounts.models import User
from dekkend.audit.models import Event
from dekkend.process.engine import NotAllowed, Refused
from dekkend.profile.models import Comment
from dekkend.profile.writing import actions as writing
from dekkend.profile.writing.comments import actions
from dekkend.profile.writing.comments.tying import mark_of
from dekkend.profile.writing.comments.weighing import Weighed, weigh
from tests.profile.writing.comments.talking import LIST, ONE, OWN, REST, SPOT, said, text_at, write
from tests.profile.writing.shared import BASIS, LIMIT, SignIn, at
from tests.world import World

BETTER = LIST.replace("Twee keer", "Drie keer")
STRANGERS = ("council", "board", "adviser", "analyst", "administrator", "other_head", "sam")


@pytest.fixture(autouse=True)
def written(world: World) -> None:
    write(world, OWN, LIST, REST)


def suggested(world: World, actor: User, proposal: str = BETTER) -> Comment:
    told: dict[str, Any] = {"seen": LIST, "paragraph": f"1.{mark_of(LIST)}", "why": "Sinds dit jaar."}
    return actions.suggest(world.profile, text_at(world.profile), proposal, actor=actor, **told)


def weighed(world: World, row: Comment) -> Weighed:
    row.refresh_from_db()
    return weigh(row, text_at(world.profile, row.spot, row.field))


def accept(world: World, row: Comment, actor: User, seen: str = "") -> None:
    about = text_at(world.profile, row.spot, row.field)
    actions.accept(world.profile, row, about, seen=seen or weighed(world, row).seal, actor=actor)


def standing(world: World) -> list[str]:
    return text_at(world.profile).paragraphs


def test_another_takes_it_over_and_the_origin_stays(world: World) -> None:
    before = world.profile.texts.get(section=BASIS.id, field=ONE.id).traced.origins
    row = suggested(world, world.staff)
    accept(world, row, world.head)
    row.refresh_from_db()
    assert standing(world) == [OWN, BETTER, REST]
    assert world.profile.texts.get(section=BASIS.id, field=ONE.id).traced.origins == before
    assert (row.outcome, row.closed_by, row.words) == ("accepted", world.head.name, BETTER)
    event = Event.objects.get(act="accept_suggestion")
    assert event.data["suggested_by"] == world.staff.name
    assert Event.objects.filter(act="save", actor=world.head).count() == 1


@pytest.mark.parametrize("who", ["head", "coordinator"])
def test_nobody_decides_on_ones_own_suggestion(world: World, who: str) -> None:
    row = suggested(world, world.people[who])
    with pytest.raises(Refused, match="collega"):
        accept(world, row, world.people[who])
    with pytest.raises(Refused, match="collega"):
        actions.decline(world.profile, row, "Nee.", actor=world.people[who])
    assert standing(world) == [OWN, LIST, REST]


@pytest.mark.parametrize("who", ["staff", "colleague", *STRANGERS])
@pytest.mark.one_database
def test_only_head_and_coordinator_decide(world: World, who: str) -> None:
    row = suggested(world, world.coordinator)
    with pytest.raises(NotAllowed):
        accept(world, row, world.people[who])
    with pytest.raises(NotAllowed):
        actions.decline(world.profile, row, "Nee.", actor=world.people[who])


@pytest.mark.parametrize("who", STRANGERS)
def test_who_is_not_of_the_school_suggests_nothing(world: World, who: str) -> None:
    with pytest.raises(NotAllowed):
        suggested(world, world.people[who])


def test_it_is_declined_with_a_word(world: World) -> None:
    row = suggested(world, world.staff)
    with pytest.raises(Refused, match="waarom"):
        actions.decline(world.profile, row, " ", actor=world.head)
    actions.decline(world.profile, row, "Dat is nog niet zeker.", actor=world.head)
    row.refresh_from_db()
    assert row.outcome == "declined"
    assert row.replies.get().text == "Dat is nog niet zeker."
    assert standing(world) == [OWN, LIST, REST]
    for late in (
        lambda: accept(world, row, world.head),
        lambda: actions.decline(world.profile, row, "Nee.", actor=world.head),
        lambda: actions.reopen(world.profile, row, actor=world.head),
        lambda: actions.take_back(world.profile, row, actor=world.staff),
    ):
        with pytest.raises(Refused, match="al beslist"):
            late()


def test_a_change_elsewhere_in_the_paragraph_is_kept(world: World) -> None:
    row = suggested(world, world.staff)
    write(world, OWN, LIST.replace("nodig heeft", "kan gebruiken"), REST)
    found = weighed(world, row)
    assert (found.is_changed, found.is_clash) == (True, False)
    accept(world, row, world.head)
    assert standing(world)[1] == BETTER.replace("nodig heeft", "kan gebruiken")


def test_a_change_on_the_same_words_shows_both(world: World, sign_in: SignIn) -> None:
    row = suggested(world, world.staff)
    other = LIST.replace("Twee keer", "Vier keer")
    write(world, OWN, other, REST)
    assert weighed(world, row).is_clash
    html = sign_in(world.head).get(at("section", world.profile, BASIS.id)).content.decode()
    for text in (other, BETTER):
        assert text.replace("'", "&#x27;") in html
    accept(world, row, world.head)
    assert standing(world)[1] == BETTER


def test_what_changed_since_it_was_shown_is_not_replaced(world: World) -> None:
    row = suggested(world, world.staff)
    seen = weighed(world, row).seal
    write(world, OWN, LIST.replace("Twee keer", "Vier keer"), REST)
    with pytest.raises(Refused, match="net veranderd"):
        accept(world, row, world.head, seen)


def test_of_a_paragraph_that_is_gone_nothing_is_taken_over(world: World) -> None:
    row = suggested(world, world.staff)
    write(world, OWN, REST)
    with pytest.raises(Refused, match="staat er niet meer"):
        accept(world, row, world.head)


def test_a_wholly_new_text_takes_along_what_was_said(world: World) -> None:
    other = said(world, world.colleague)
    accept(world, suggested(world, world.staff, "Iets heel anders.\n\nIn twee alinea's."), world.head)
    other.refresh_from_db()
    assert standing(world) == [OWN, "Iets heel anders.", "In twee alinea's.", REST]
    assert (other.words, other.position) == ("Iets heel anders.", 1)


def test_a_text_without_origins_takes_it_as_well(world: World) -> None:
    row = writing.switch_on(world.profile, LIMIT, actor=world.head)
    writing.save(row, {"own": LIST}, profile=world.profile, base=1, actor=world.head)
    about = text_at(world.profile, f"grens.{LIMIT.id}", "own")
    told: dict[str, Any] = {"seen": LIST, "paragraph": "0.", "why": "", "actor": world.staff}
    accept(world, actions.suggest(world.profile, about, BETTER, **told), world.coordinator)
    row.refresh_from_db()
    assert row.own == BETTER


def test_a_suggestion_is_not_just_closed(world: World) -> None:
    with pytest.raises(Refused, match="voorstel"):
        actions.resolve(world.profile, suggested(world, world.staff), actor=world.head)


def send(client: Client, world: World, name: str = "suggestion_new", **fields: str) -> Any:
    about = {"about": f"text:1.{mark_of(LIST)}", "seen": LIST, "text": ""}
    return client.post(at(name, world.profile, SPOT), about | fields)


def test_it_goes_over_the_pages(world: World, sign_in: SignIn) -> None:
    thijs, ina = sign_in(world.staff), sign_in(world.coordinator)
    form = send(thijs, world, "comment_new", suggest="1", text="Sinds dit jaar.")
    assert form.status_code == 200
    assert "Een andere tekst bij" in form.content.decode()
    assert "Sinds dit jaar." in form.content.decode()
    answer = send(thijs, world, proposal=BETTER, text="Sinds dit jaar.")
    row = Comment.objects.get()
    assert answer.url.endswith(f"#opmerking-{row.pk}")
    assert "<ins>Drie</ins>" in ina.get(answer.url).content.decode()
    assert "Neem over" not in thijs.get(answer.url).content.decode()
    url = at("suggestion_settle", world.profile, row.pk)
    assert thijs.post(url, {"take": "x"}).status_code == 404
    assert ina.post(url, {"text": ""}).status_code == 422
    ina.post(url, {"take": weighed(world, row).seal})
    assert standing(world)[1] == BETTER
    told = ina.get(at("comments", world.profile)).content.decode()
    assert "Voorstel, overgenomen" in told


def test_it_is_declined_over_the_pages(world: World, sign_in: SignIn) -> None:
    row = suggested(world, world.staff)
    ina = sign_in(world.coordinator)
    ina.post(at("suggestion_settle", world.profile, row.pk), {"text": "Nog niet zeker."})
    told = sign_in(world.staff).get(at("comments", world.profile)).content.decode()
    assert "Voorstel, niet overgenomen" in told
    assert "Nog niet zeker." in told


@pytest.mark.parametrize(
    ("proposal", "told"),
    [("", "Schrijf de tekst"), (LIST, "wat er al staat"), ("Sem is vaak boos.", "“Sem”")],
)
def test_what_cannot_be_suggested_is_told_and_kept(
    world: World, sign_in: SignIn, proposal: str, told: str
) -> None:
    answer = send(sign_in(world.staff), world, proposal=proposal, text="Omdat.")
    html = answer.content.decode()
    assert answer.status_code == 422
    assert told in html
    assert "Omdat." in html


def test_a_suggestion_needs_a_paragraph(world: World, sign_in: SignIn) -> None:
    answer = send(sign_in(world.staff), world, "comment_new", suggest="1", about="text:", text="Korter.")
    assert answer.status_code == 422
    assert "Kies eerst voor welke alinea" in answer.content.decode()
    assert "Korter." in answer.content.decode()
    assert 'name="suggest"' in answer.content.decode()  # the choice made, one goes on from here


def test_the_one_paragraph_of_a_text_needs_no_choice(world: World, sign_in: SignIn) -> None:
    client = sign_in(world.staff)
    write(world, "")
    answer = send(client, world, "comment_new", suggest="1", about="text:")
    assert "Hier staat nog geen tekst" in answer.content.decode()
    assert 'name="suggest"' not in answer.content.decode()
    write(world, LIST)

    answer = send(client, world, "comment_new", suggest="1", about="text:")

    assert answer.status_code == 200
    assert f'name="about" value="text:0.{mark_of(LIST)}"' in answer.content.decode()


@pytest.mark.parametrize("who", STRANGERS)
def test_a_stranger_finds_no_suggestions(world: World, sign_in: SignIn, who: str) -> None:
    row = suggested(world, world.staff)
    client = sign_in(world.people[who])
    assert send(client, world, proposal=BETTER).status_code == 404
    assert client.post(at("suggestion_settle", world.profile, row.pk), {"text": "x"}).status_code == 404
