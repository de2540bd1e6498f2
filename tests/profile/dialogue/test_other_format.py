"""Stations 1 and 2 with other questions and another scale: nothing here knows Almere."""

from collections.abc import Iterator

import pytest

from dekkend.formats.actions import load_format
from dekkend.formats.queries import get_format
from dekkend.profile.checklist.station import progress as checklist_progress
from dekkend.profile.dialogue.queries import Picture
from dekkend.profile.dialogue.station import progress as dialogue_progress
from tests.formats.texts import OTHER
from tests.profile.checklist.people import SignIn, own, page, save
from tests.world import World, build


@pytest.fixture
def other(db: None) -> Iterator[World]:
    get_format.cache_clear()
    load_format(OTHER)
    yield build("anders/2030.1")
    get_format.cache_clear()


def test_both_stations_are_walked(other: World, sign_in: SignIn) -> None:
    profile, fmt, client = other.profile, other.profile.format, sign_in(other.coordinator)
    values = [value.id for value in fmt.scale.values]
    for number, item in enumerate(fmt.items):
        value = values[number % len(values)]
        sent = {f"topics.{topic.id}": value for topic in item.topics} or {"value": value}
        saved = save(client, page("checklist_answer", profile, item.id), **sent, reason="Daarom.")
        assert saved.status_code == 200
    assert checklist_progress(profile).done

    client.post(page("dialogue_take", profile))

    assert dialogue_progress(profile).done
    profile.refresh_from_db()
    assert profile.station == "profile"


def test_every_page_shows(other: World, sign_in: SignIn) -> None:
    profile, client = other.profile, sign_in(other.staff)
    copy = own(profile, other.staff)
    for question in profile.format.questions:
        assert client.get(page("checklist_question", profile, question.id)).status_code == 200
        assert client.get(page("copy_question", profile, copy.pk, question.id)).status_code == 200
    for item in profile.format.items:
        assert client.get(page("dialogue_item", profile, item.id)).status_code == 200


def test_its_own_functions_are_proposed_and_asked(other: World, sign_in: SignIn) -> None:
    profile, client = other.profile, sign_in(other.coordinator)
    client.post(page("team_naming", profile), {"asking": "parts", "naming": "named"})
    other.colleague.memberships.update(function="Hoeder van het plein")

    client.post(page("team_ask", profile), {"people": [other.staff.pk, other.colleague.pk]})

    numbers = {
        copy.person_id: [profile.format.item(item).number for item in copy.covers]
        for copy in profile.copies.filter(kind="personal")
    }
    assert numbers[other.staff.pk] == ["Aa", "Ab", "Ac", "Ba", "Bb", "Cb"]
    assert numbers[other.colleague.pk] == ["Ac", "Ba", "Bb", "Ca", "Cb"]


def test_a_worked_example_stands_beside_its_question(other: World, sign_in: SignIn) -> None:
    client = sign_in(other.staff)

    shown = client.get(page("checklist_question", other.profile, "klas")).content.decode()

    assert "De tijd volgt het werk." in shown
    # All questions stand in the one document; of these only some have an example.
    assert shown.count("example__body") == sum(bool(each.example) for each in other.profile.format.questions)


def test_a_longer_scale_has_finer_steps(other: World) -> None:
    fmt = other.profile.format
    applying = [value.id for value in fmt.scale.values if value.applies]
    first, second = (own(other.profile, person) for person in (other.staff, other.colleague))
    item = next(item for item in fmt.items if not item.topics)
    first.answers.create(item=item.id, value=applying[0], revision=1)
    second.answers.create(item=item.id, value=applying[1], revision=1)
    other.profile.refresh_from_db()

    [row] = Picture(other.profile).divided

    assert row.spread
    assert row.spread.disagreement == pytest.approx(1 / (len(applying) - 1))
