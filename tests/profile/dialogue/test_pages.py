import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dekkend.accounts.models import User
from dekkend.profile.base.models import Profile
from dekkend.profile.dialogue.queries import Picture
from dekkend.profile.models import Agreement
from tests.profile.checklist.people import (
    FMT,
    HALF,
    ITEM,
    NO,
    YES,
    SignIn,
    anonymous,
    answered,
    everything,
    own,
    page,
    save,
    shared,
)
from tests.profile.checklist.test_cost import FRAME
from tests.profile.checklist.test_rights import EDIT, EVERYBODY, SEE
from tests.world import World

pytestmark = pytest.mark.one_database

NOTES = ("Bij ons in groep 3 wel.", "Het komt er niet van.", "Wie het doet, doet het zelf.")


def team(profile: Profile, *values: str, closed: bool = True) -> None:
    for number, value in enumerate(values):
        answered(anonymous(profile, f"code-{number}"), value=value, note=NOTES[number % 3])
    Profile.objects.filter(pk=profile.pk).update(team_closed=closed)


@pytest.mark.parametrize("who", EVERYBODY)
def test_dialogue_is_seen_by_the_team(who: str, world: World, sign_in: SignIn) -> None:
    client, expected = sign_in(world.people[who]), 200 if who in SEE else 404

    assert client.get(page("dialogue", world.profile)).status_code == expected
    assert client.get(page("dialogue_item", world.profile, ITEM.id)).status_code == expected


@pytest.mark.parametrize("who", EVERYBODY)
def test_head_and_coordinator_agree(who: str, world: World, sign_in: SignIn) -> None:
    everything(shared(world.profile))
    client = sign_in(world.people[who])
    codes = [
        save(client, page("dialogue_agreement", world.profile, ITEM.id), value=YES).status_code,
        client.post(page("agreement_take", world.profile, FMT.items[1].id)).status_code,
        client.post(page("dialogue_take", world.profile)).status_code,
    ]

    assert codes == ([200, 302, 302] if who in EDIT else [404, 404, 404])
    assert Agreement.objects.exists() == (who in EDIT)


def test_staff_reads_what_was_agreed_without_a_form(world: World, sign_in: SignIn) -> None:
    Agreement.objects.create(
        profile=world.profile, item=ITEM.id, value=HALF, note="Voor de kerst.", revision=1
    )

    shown = sign_in(world.staff).get(page("dialogue_item", world.profile, ITEM.id)).content.decode()

    assert "Voor de kerst." in shown
    assert "data-autosave" not in shown


def test_unknown_item_is_not_found(world: World, sign_in: SignIn) -> None:
    assert sign_in(world.head).get(page("dialogue_item", world.profile, "GEEN-1")).status_code == 404


def test_most_divided_comes_first(world: World) -> None:
    first, second, third = [item.id for item in FMT.items if not item.topics][:3]
    for person, values in ((world.staff, (YES, HALF, YES)), (world.colleague, (YES, YES, NO))):
        copy = own(world.profile, person)
        for item, value in zip((first, second, third), values, strict=True):
            answered(copy, item, value)
    world.profile.refresh_from_db()

    picture = Picture(world.profile)

    assert [row.item.id for row in picture.divided] == [third, second]
    assert [row.item.id for row in picture.agreeing] == [first]


def test_named_answers_show_who_and_why(world: World, sign_in: SignIn) -> None:
    copy = own(world.profile, world.staff)
    copy.label = "Leerkracht groep 7"
    copy.save()
    answered(copy, note=NOTES[0])

    shown = sign_in(world.colleague).get(page("dialogue_item", world.profile, ITEM.id)).content.decode()

    assert NOTES[0] in shown
    assert shown.count("Leerkracht groep 7") == 2


def test_anonymous_answers_show_why_and_never_who(world: World, sign_in: SignIn) -> None:
    team(world.profile, YES, HALF, NO)

    shown = sign_in(world.coordinator).get(page("dialogue_item", world.profile, ITEM.id)).content.decode()

    assert all(note in shown for note in NOTES)
    assert "words__who" not in shown
    assert "Wie antwoordde wat" not in shown


def test_anonymous_answers_are_hidden_until_the_team_is_closed(world: World, sign_in: SignIn) -> None:
    team(world.profile, YES, HALF, NO, closed=False)

    shown = sign_in(world.coordinator).get(page("dialogue_item", world.profile, ITEM.id)).content.decode()

    assert "Het team vult nog in" in shown
    assert "spread-counts" not in shown
    assert not any(note in shown for note in NOTES)


def test_fewer_than_three_anonymous_answers_are_hidden_with_their_words(
    world: World, sign_in: SignIn
) -> None:
    team(world.profile, YES, NO)

    shown = sign_in(world.coordinator).get(page("dialogue_item", world.profile, ITEM.id)).content.decode()

    assert "spread-counts" not in shown
    assert not any(note in shown for note in NOTES)


def test_anonymous_explanations_do_not_stand_in_the_order_of_the_copies(
    world: World, sign_in: SignIn
) -> None:
    for number in range(12):
        answered(anonymous(world.profile, f"code-{number}"), note=f"Woord {number:02d}.")
    Profile.objects.filter(pk=world.profile.pk).update(team_closed=True)

    shown = sign_in(world.coordinator).get(page("dialogue_item", world.profile, ITEM.id)).content.decode()

    order = re.findall(r"Woord (\d\d)\.", shown)
    assert len(order) == 12
    assert order != sorted(order)


def test_page_costs_the_same_for_a_small_and_a_large_team(world: World, sign_in: SignIn) -> None:
    client = sign_in(world.coordinator)

    def cost() -> int:
        with CaptureQueriesContext(connection) as seen:
            client.get(page("dialogue", world.profile))
        return len([query for query in seen.captured_queries if not query["sql"].startswith(FRAME)])

    everything(shared(world.profile))
    everything(own(world.profile, world.staff))
    small = cost()
    for number in range(5):
        everything(
            own(world.profile, User.objects.create_user(f"n{number}@voorbeeld.example", name=f"Nr {number}"))
        )

    # session, person, roles, profile; shared answers, agreements, spreads, turnout; one item from nearby;
    # two for the road; the help of the samenwerkingsverband; last year and the talks;
    # three for what rests on the open item
    assert (small, cost()) == (17, 17)


def test_save_of_an_agreement_costs_as_much_as_one_of_an_answer(world: World, sign_in: SignIn) -> None:
    Agreement.objects.create(profile=world.profile, item=ITEM.id, value=HALF, revision=1)
    client = sign_in(world.coordinator)

    with CaptureQueriesContext(connection) as seen:
        save(client, page("dialogue_agreement", world.profile, ITEM.id), revision="1", note="Een zin.")

    # session, person, roles, profile, agreements; is it still open, the row under its lock; the row, the event
    assert len([query for query in seen.captured_queries if not query["sql"].startswith(FRAME)]) == 9
