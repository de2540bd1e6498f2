"""Which items come on the agenda, for how long, and how it is changed."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from dekkend.audit.models import Event
from dekkend.profile.base.models import Profile
from dekkend.profile.dialogue.queries import Picture
from dekkend.profile.models import AgendaItem, Agreement, Talk
from dekkend.profile.talk.agenda import CLOSING, OPENING, drop, minutes_for, proposal
from dekkend.profile.talk.changing import changed
from tests.profile.checklist.people import FMT, HALF, NO, YES, SignIn, anonymous, answered, own, page
from tests.profile.checklist.test_cost import FRAME
from tests.profile.checklist.test_rights import EDIT, EVERYBODY, SEE
from tests.world import World

PLAIN = [item.id for item in FMT.items if not item.topics]


def team(profile: Profile, items: list[str], *values: str, note: str = "") -> None:
    for number, value in enumerate(values):
        copy = anonymous(profile, f"code-{number}")
        for item in items:
            answered(copy, item, value, note=note)
    Profile.objects.filter(pk=profile.pk).update(team_closed=True)
    profile.refresh_from_db()


@pytest.fixture
def ina(world: World, sign_in: SignIn) -> Client:
    return sign_in(world.coordinator)


def prepared(world: World, ina: Client, minutes: int = 60) -> Talk:
    ina.post(page("talk_prepare", world.profile), {"minutes": str(minutes), "people": "10"})
    return Talk.objects.get()


def items_of(talk: Talk) -> list[str]:
    return list(talk.agenda.values_list("item", flat=True))


@pytest.mark.parametrize("minutes", [10, 20, 45, 60, 240])
def test_agenda_fits_in_the_time_with_opening_and_closing(minutes: int, world: World) -> None:
    team(world.profile, PLAIN[:20], YES, HALF, NO, YES)

    found = proposal(Picture(world.profile), minutes=minutes, people=12)

    assert found
    assert OPENING + CLOSING + sum(point.minutes for point in found) <= minutes


def test_minutes_grow_with_people_disagreement_and_explanations(world: World) -> None:
    team(world.profile, PLAIN[:1], YES, NO, NO, YES)
    apart = Picture(world.profile).spreads[PLAIN[0]]

    assert minutes_for(None, 0, people=5) == 3
    assert minutes_for(None, 0, people=25) == 5
    assert minutes_for(apart, 0, people=5) == 5
    assert minutes_for(apart, 3, people=5) == 6
    assert minutes_for(apart, 60, people=5) == 7


def test_items_of_one_question_stand_together_in_checklist_order(world: World) -> None:
    team(world.profile, PLAIN[:12], YES, HALF, NO, YES)

    found = [point.item.id for point in proposal(Picture(world.profile), minutes=240, people=4)]

    assert found == PLAIN[:12]


def test_short_time_begins_with_the_most_divided_question(world: World) -> None:
    first, last = PLAIN[0], PLAIN[-1]
    for number, (one, other) in enumerate(((YES, YES), (YES, YES), (HALF, NO), (HALF, NO))):
        copy = anonymous(world.profile, f"code-{number}")
        answered(copy, first, one)
        answered(copy, last, other)
        answered(copy, PLAIN[1], one)
    Profile.objects.filter(pk=world.profile.pk).update(team_closed=True)
    world.profile.refresh_from_db()

    found = proposal(Picture(world.profile), minutes=10, people=4)

    assert [point.item.id for point in found] == [last, first][: len(found)]
    assert found[0].item.id == last


def test_what_all_say_and_what_is_agreed_stay_off(world: World) -> None:
    team(world.profile, PLAIN[:1], YES, YES, YES)
    assert proposal(Picture(world.profile), minutes=60, people=4) == []


def test_agreed_item_stays_off(world: World) -> None:
    team(world.profile, PLAIN[:2], YES, NO, YES)
    Agreement.objects.create(profile=world.profile, item=PLAIN[0], value=YES, revision=1)

    found = proposal(Picture(world.profile), minutes=60, people=4)

    assert [point.item.id for point in found] == [PLAIN[1]]


def test_many_who_do_not_know_bring_an_item_on_the_agenda(world: World) -> None:
    team(world.profile, PLAIN[:1], YES, YES, "unsure")

    [point] = proposal(Picture(world.profile), minutes=60, people=4)

    assert point.reasons == ("Veel collega’s weten het niet",)


def test_anonymous_answers_give_no_agenda_before_the_team_is_closed(world: World) -> None:
    team(world.profile, PLAIN[:3], YES, NO, HALF)
    Profile.objects.filter(pk=world.profile.pk).update(team_closed=False)
    world.profile.refresh_from_db()

    assert proposal(Picture(world.profile), minutes=60, people=4) == []


@pytest.mark.parametrize(
    ("before", "now", "fell"),
    [(YES, NO, 1.0), (YES, HALF, 0.5), (NO, YES, 0.0), (YES, YES, 0.0), ("", NO, 0.0)],
)
def test_drop_is_a_share_of_the_scale(before: str, now: str, fell: float) -> None:
    assert drop(FMT, before, now) == fell


@pytest.mark.parametrize(
    ("command", "expected"),
    [
        ("up:b", ["b", "a", "c"]),
        ("down:b", ["a", "c", "b"]),
        ("up:a", ["a", "b", "c"]),
        ("down:c", ["a", "b", "c"]),
        ("remove:b", ["a", "c"]),
        ("remove:x", ["a", "b", "c"]),
        ("add", ["a", "b", "c", "d"]),
        ("", ["a", "b", "c"]),
    ],
)
def test_a_button_changes_the_order(command: str, expected: list[str]) -> None:
    now = changed([("a", 1), ("b", 2), ("c", 3)], command, {"c": 9}, ("d", 4))

    assert [item for item, _ in now] == expected
    assert dict(now).get("c", 9) == 9


def test_one_press_prepares_a_talk(world: World, ina: Client) -> None:
    team(world.profile, PLAIN[:3], YES, NO, HALF)

    talk = prepared(world, ina)

    assert (talk.state, talk.minutes, talk.people) == ("planned", 60, 10)
    assert items_of(talk) == PLAIN[:3]
    assert Event.objects.get(act="prepare_talk").data["items"] == PLAIN[:3]
    assert ina.get(page("talk", world.profile)).status_code == 200


def test_again_gives_a_new_agenda_of_the_same_talk(world: World, ina: Client) -> None:
    team(world.profile, PLAIN[:9], YES, NO, HALF)
    prepared(world, ina)

    talk = prepared(world, ina, 10)

    assert len(items_of(talk)) == 1


def test_running_talk_is_not_prepared_again(world: World, ina: Client) -> None:
    prepared(world, ina)
    Talk.objects.update(state="running")

    answer = ina.post(page("talk_prepare", world.profile), {"minutes": "30", "people": "10"})

    assert answer.status_code == 423
    assert Talk.objects.get().minutes == 60


@pytest.mark.parametrize(
    ("name", "value"), [("minutes", "veel"), ("minutes", "5"), ("people", "1"), ("on", "x")]
)
def test_wrong_input_is_said_and_kept(name: str, value: str, world: World, ina: Client) -> None:
    answer = ina.post(page("talk_prepare", world.profile), {"minutes": "60", "people": "10", name: value})

    assert answer.status_code == 422
    assert f'value="{value}"' in answer.content.decode()
    assert not Talk.objects.exists()


def test_buttons_change_the_stored_agenda_and_keep_minutes_that_were_typed(world: World, ina: Client) -> None:
    team(world.profile, PLAIN[:3], YES, NO, HALF)
    talk, (first, second, third) = prepared(world, ina), PLAIN[:3]

    def press(do: str, **more: str) -> None:
        ina.post(page("talk_change", world.profile), {"do": do, **more})

    press(f"down:{first}", **{f"minutes.{second}": "11"})
    press(f"remove:{third}")
    press("add", extra=PLAIN[7])
    press("add", extra="GEEN-1")

    assert items_of(talk) == [second, first, PLAIN[7]]
    assert AgendaItem.objects.get(item=second).minutes == 11


def test_wrong_minutes_change_nothing_and_are_shown_as_they_were_typed(world: World, ina: Client) -> None:
    team(world.profile, PLAIN[:2], YES, NO, HALF)
    talk = prepared(world, ina)
    before = list(talk.agenda.values_list("item", "minutes"))
    (first, _), (second, _) = before

    sent = {"do": "add", "extra": PLAIN[3], f"minutes.{first}": "veel", f"minutes.{second}": "11"}
    answer = ina.post(page("talk_change", world.profile), sent)

    assert answer.status_code == 422
    shown = answer.content.decode()
    assert "1 tot en met 120" in shown
    assert 'value="veel" aria-invalid="true"' in shown
    assert 'value="11">' in shown
    assert f'<option value="{PLAIN[3]}" selected>' in shown
    assert list(talk.agenda.values_list("item", "minutes")) == before


@pytest.mark.parametrize("who", EVERYBODY)
@pytest.mark.one_database
def test_pages_are_for_the_team_and_changes_for_head_and_coordinator(
    who: str, world: World, sign_in: SignIn
) -> None:
    Talk.objects.create(profile=world.profile)
    client = sign_in(world.people[who])
    seen = 200 if who in SEE else 404

    for name, *args in (("talk",), ("talk_sheet", "pdf"), ("talk_reports",)):
        assert client.get(page(name, world.profile, *args)).status_code == seen
    codes = [
        client.post(page("talk_prepare", world.profile), {"minutes": "30"}).status_code,
        client.post(page("talk_change", world.profile), {"do": ""}).status_code,
        client.get(page("talk_close", world.profile)).status_code,
    ]
    assert codes == ([302, 302, 200] if who in EDIT else [404, 404, 404])
    assert (Talk.objects.get().minutes == 30) == (who in EDIT)


def test_page_costs_the_same_for_one_and_many_items(world: World, ina: Client) -> None:
    team(world.profile, PLAIN[:30], YES, NO, HALF)

    def cost(items: list[str]) -> int:
        talk, _ = Talk.objects.get_or_create(profile=world.profile)
        AgendaItem.objects.all().delete()
        for number, item in enumerate(items):
            AgendaItem.objects.create(talk=talk, item=item, position=number, minutes=3)
        with CaptureQueriesContext(connection) as seen:
            ina.get(page("talk", world.profile))
        return len([query for query in seen.captured_queries if not query["sql"].startswith(FRAME)])

    # session, person, roles, profile; the talk, earlier talks, the agenda; shared answers, agreements, spreads,
    # turnout; explanations, last year; three for the road
    assert (cost(PLAIN[:1]), cost(PLAIN[:30])) == (16, 16)


def test_named_team_of_two_gets_an_agenda(world: World) -> None:
    for person, value in ((world.staff, YES), (world.colleague, NO)):
        answered(own(world.profile, person), PLAIN[0], value)
    world.profile.refresh_from_db()

    assert [point.item.id for point in proposal(Picture(world.profile), minutes=30, people=2)] == PLAIN[:1]
