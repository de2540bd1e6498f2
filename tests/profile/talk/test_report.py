"""What a talk came to: as it stands while the talk goes on, and fixed when it is closed."""

import pytest
from django.test import Client
from django.utils import timezone

from dekkend.audit.models import Event
from dekkend.documents.papers import render
from dekkend.process import engine
from dekkend.profile.models import AgendaItem, Agreement, Talk
from dekkend.profile.talk.papers import report_paper
from dekkend.profile.talk.report import report_of
from dekkend.profile.version.compile import checklist_of
from tests.profile.checklist.people import FMT, HALF, ITEM, NO, SignIn, page, save
from tests.profile.checklist.test_rights import EDIT, EVERYBODY, SEE
from tests.world import World

OTHER = next(item for item in FMT.items if item != ITEM and not item.topics)


@pytest.fixture
def ina(world: World, sign_in: SignIn) -> Client:
    return sign_in(world.coordinator)


@pytest.fixture
def talk(world: World) -> Talk:
    made = Talk.objects.create(profile=world.profile, state="running", code="482913")
    for number, item in enumerate((ITEM, OTHER)):
        AgendaItem.objects.create(talk=made, item=item.id, position=number, minutes=5)
    Agreement.objects.create(
        profile=world.profile,
        item=ITEM.id,
        value=HALF,
        note="Elke leerling heeft een gesprek.",
        owner="intern begeleider",
        minority="Wij vinden dat het al op orde is.",
        revision=1,
    )
    return made


def close(client: Client, world: World, **sent: object) -> int:
    today = timezone.localdate().isoformat()
    fields = {"on": today, "roles": ["leerkrachten", "directeur"], **sent}
    return client.post(page("talk_close", world.profile), fields).status_code


def test_report_tells_what_was_agreed_and_what_remains_different(
    world: World, ina: Client, talk: Talk
) -> None:
    shown = ina.get(page("talk_report", world.profile, talk.pk)).content.decode()

    for words in (
        "Elke leerling heeft een gesprek.",
        "Intern begeleider pakt het op",
        "al op orde",
        OTHER.text,
    ):
        assert words in shown


def test_people_that_were_not_counted_are_not_said(world: World, talk: Talk) -> None:
    report = report_of(world.profile, talk)

    assert b"Aantal mensen: 12" in render(report_paper({**report, "people": 12}, is_closed=True), "txt")
    assert b"Aantal mensen" not in render(report_paper({**report, "people": 0}, is_closed=False), "txt")


def test_closed_report_stays_as_it_was(world: World, ina: Client, talk: Talk) -> None:
    assert close(ina, world, others="logopedist, ") == 302
    Agreement.objects.update(note="Later veranderd.")

    talk.refresh_from_db()
    shown = ina.get(page("talk_report", world.profile, talk.pk)).content.decode()

    assert (talk.state, talk.code, talk.roles) == ("closed", "", ["leerkrachten", "directeur", "logopedist"])
    assert "Elke leerling heeft een gesprek." in shown
    assert "logopedist" in shown
    assert "Later veranderd" not in shown
    assert Event.objects.filter(act="close_talk").count() == 1


@pytest.mark.parametrize("form", ["pdf", "docx", "odt"])
def test_report_and_agenda_are_papers_with_the_same_bytes_twice(
    form: str, world: World, ina: Client, talk: Talk
) -> None:
    sheet = ina.get(page("talk_sheet", world.profile, form))
    assert sheet.status_code == 200
    close(ina, world)
    one, two = (ina.get(page("talk_report_file", world.profile, talk.pk, form)) for _ in range(2))

    assert one.content == two.content
    assert ina.get(page("talk_report_file", world.profile, talk.pk, "exe")).status_code == 404


def test_who_asked_is_called_when_a_talk_is_closed(
    world: World, ina: Client, talk: Talk, monkeypatch: pytest.MonkeyPatch
) -> None:
    called = []
    monkeypatch.setattr(engine, "_after", {})
    engine.after("close_talk", lambda profile, *, made, actor: called.append((profile.pk, made.pk)))

    close(ina, world)

    assert called == [(world.profile.pk, talk.pk)]


def test_after_a_closed_talk_another_can_be_prepared(world: World, ina: Client, talk: Talk) -> None:
    close(ina, world)

    ina.post(page("talk_prepare", world.profile), {"minutes": "30", "people": "10"})

    assert Talk.objects.filter(state="planned").count() == 1
    assert ina.get(page("talk_close", world.profile)).status_code == 200


@pytest.mark.parametrize(
    "sent", [{"roles": []}, {"on": "2999-01-01"}, {"on": "gisteren"}, {"roles": ["Ina"]}]
)
def test_wrong_closing_is_explained_and_keeps_the_talk(
    sent: dict[str, object], world: World, ina: Client, talk: Talk
) -> None:
    assert close(ina, world, **sent) == 422
    talk.refresh_from_db()
    assert talk.state == "running"


@pytest.mark.parametrize("who", EVERYBODY)
@pytest.mark.one_database
def test_report_is_for_the_team_and_closing_for_head_and_coordinator(
    who: str, world: World, sign_in: SignIn, talk: Talk
) -> None:
    client = sign_in(world.people[who])
    for name, *args in (("talk_report", talk.pk), ("talk_report_file", talk.pk, "docx")):
        assert client.get(page(name, world.profile, *args)).status_code == (200 if who in SEE else 404)

    assert close(client, world) == (302 if who in EDIT else 404)


def test_report_of_another_school_is_not_found_here(world: World, ina: Client, talk: Talk) -> None:
    other = type(world.profile).objects.create(school=world.schools[1], round=world.round)
    strange = Talk.objects.create(profile=other)

    assert ina.get(page("talk_report", world.profile, strange.pk)).status_code == 404


def test_minority_is_saved_and_stays_in_the_school(world: World, ina: Client) -> None:
    save(ina, page("dialogue_agreement", world.profile, ITEM.id), value=NO, minority="Wij niet.")

    assert Agreement.objects.get().minority == "Wij niet."
    assert "Wij niet." not in str(checklist_of(world.profile))


def test_a_report_of_nothing_does_not_say_that_all_agree() -> None:
    nothing = {
        "school": "De Leesplank",
        "schooljaar": "2027-2028",
        "example": False,
        "on": "",
        "people": 2,
        "roles": [],
        "settled": 0,
        "items": 59,
        "agreed": [],
        "minority": [],
        "open": [],
    }
    said = render(report_paper(nothing, is_closed=False), "txt").decode()
    assert "nog niets afgesproken" in said
    assert "eens geworden" not in said
