"""Last year, history, evidence and presence with other questions and another scale: nothing here knows Almere."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from dekkend.formats.actions import load_format
from dekkend.formats.queries import get_format
from dekkend.profile.models import Answer
from tests.formats.texts import OTHER
from tests.profile.checklist.people import SCRIPT, SignIn, page, save
from tests.profile.checklist.years import last_year
from tests.world import World, build


@pytest.fixture
def other(db: None) -> Iterator[World]:
    get_format.cache_clear()
    load_format(OTHER)
    yield build("anders/2030.1")
    get_format.cache_clear()


def test_last_year_goes_per_question(other: World, sign_in: SignIn) -> None:
    fmt, client = other.profile.format, sign_in(other.coordinator)
    value = fmt.scale.values[-1].id
    told = {
        item.id: {"value": value, "reason": "Daarom.", "topics": {topic.id: value for topic in item.topics}}
        for item in fmt.items
    }
    last_year(other, told, format_ref=fmt.ref)

    for question in fmt.questions:
        client.post(page("checklist_last_year_question", other.profile, question.id))

    assert Answer.objects.exclude(value="").count() == len(fmt.items)


def test_every_page_shows_and_every_value_goes_back(other: World, sign_in: SignIn) -> None:
    profile, fmt, client = other.profile, other.profile.format, sign_in(other.coordinator)
    for item in fmt.items:
        for revision, value in enumerate(fmt.scale.values[:2]):
            sent = {f"topics.{topic.id}": value.id for topic in item.topics} or {"value": value.id}
            save(client, page("checklist_answer", profile, item.id), revision=str(revision), **sent)
        assert client.get(page("checklist_evidence", profile, item.id)).status_code == 200
        shown = client.get(page("checklist_history", profile, item.id))
        first = shown.context["steps"][-1].event
        assert fmt.scale.values[0].label in shown.content.decode()

        client.post(page("checklist_put_back", profile, item.id), {"event": str(first.pk), "revision": "2"})

        assert Answer.objects.get(item=item.id).value == fmt.scale.values[0].id


def test_presence_names_the_number_of_this_format(other: World, sign_in: SignIn) -> None:
    item = other.profile.format.items[0]
    url = page("checklist_presence", other.profile)
    sign_in(other.head).post(url, {"item": item.id})

    told = json.loads(sign_in(other.coordinator).post(url, headers=SCRIPT).content)

    assert told["people"][0]["where"] == item.number
