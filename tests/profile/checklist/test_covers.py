"""A copy of some questions asks those, counts those, and takes answers to nothing else."""

from __future__ import annotations

from collections import Counter

import pytest
from django.test import Client

from dekkend.formats.queries import get_format
from dekkend.profile.base.road import Progress
from dekkend.profile.checklist.coverage import (
    choices_of,
    chosen,
    covering,
    for_audience,
    for_questions,
    proposals,
    words_for,
)
from dekkend.profile.checklist.queries import sheet_of, turnout_of
from dekkend.profile.checklist.sheet import Sheet, time_for
from dekkend.profile.checklist.station import progress
from dekkend.profile.models import Answer, Copy
from tests.formats.texts import OTHER
from tests.profile.checklist.people import (
    CODE,
    FMT,
    YES,
    SignIn,
    anonymous,
    answered,
    own,
    page,
    save,
    shared,
)
from tests.world import FORMAT, World

FIRST, SECOND = FMT.questions[:2]
ASKED, NOT_ASKED = FIRST.items[1], FIRST.items[0]


def partial(copy: Copy, *items: str) -> Copy:
    copy.covers = list(items) or [ASKED.id, SECOND.items[0].id]
    copy.save()
    return copy


def test_sheet_counts_only_what_it_covers(world: World) -> None:
    copy = partial(own(world.profile, world.staff))
    answered(copy, ASKED.id)

    sheet = sheet_of(Copy.objects.select_related("profile__round").get(pk=copy.pk))

    assert sheet.progress == "1 van de 2 onderdelen beantwoord"
    assert [[item.id for item in question.items] for question in sheet.questions] == [
        [ASKED.id],
        [SECOND.items[0].id],
    ]
    assert sheet.first_open() == sheet.questions[1]
    assert sheet.standing(FIRST).sentence == "klaar"
    assert {line.question.id for _, lines in sheet.by_aspect() for line in lines} == {FIRST.id, SECOND.id}
    assert not sheet.is_complete
    assert sheet.with_answer(Answer(item=SECOND.items[0].id, value=YES)).is_complete


def test_empty_covers_everything(world: World) -> None:
    sheet = Sheet(world.profile, Copy(profile=world.profile, kind="personal"), [])

    assert sheet.questions == FMT.questions
    assert sheet.total == len(FMT.items)


@pytest.mark.parametrize("by", ["account", "code"])
def test_pages_and_saves_keep_to_what_is_asked(by: str, world: World, sign_in: SignIn) -> None:
    if by == "account":
        copy = partial(own(world.profile, world.staff))
        client, name, key = sign_in(world.staff), "copy", copy.pk
    else:
        copy = partial(anonymous(world.profile))
        client, name, key = Client(), "anonymous_copy", CODE
    start = client.get(page(name, world.profile, key)).content.decode()
    shown = client.get(page(f"{name}_question", world.profile, key, FIRST.id)).content.decode()

    assert "Je krijgt 2 van de 59 onderdelen" in start
    assert ASKED.text in shown
    assert f'id="onderdeel-{NOT_ASKED.id}"' not in shown
    third = FMT.questions[2]
    assert client.get(page(f"{name}_question", world.profile, key, third.id)).status_code == 404
    assert save(client, page(f"{name}_answer", world.profile, key, ASKED.id), value=YES).status_code == 200
    assert (
        save(client, page(f"{name}_answer", world.profile, key, NOT_ASKED.id), value=YES).status_code == 404
    )
    assert [answer.item for answer in Answer.objects.all()] == [ASKED.id]


def test_turnout_knows_what_somebody_is_asked(world: World) -> None:
    assert not turnout_of(world.profile).asks(ASKED.id)

    partial(own(world.profile, world.staff))
    assert turnout_of(world.profile).asks(ASKED.id)
    assert not turnout_of(world.profile).asks(NOT_ASKED.id)

    own(world.profile, world.colleague)
    assert turnout_of(world.profile).asks(NOT_ASKED.id)


def test_station_waits_for_what_nobody_was_asked(world: World, sign_in: SignIn) -> None:
    copy = partial(own(world.profile, world.staff), *(item.id for item in FMT.items[2:]))
    copy.is_finished = True
    copy.save()
    world.profile.refresh_from_db()

    assert progress(world.profile) == Progress(
        False, "Nog 2 onderdelen die aan niemand gevraagd zijn: vul ze in het gedeelde exemplaar in."
    )
    shown = sign_in(world.head).get(page("team", world.profile)).content.decode()
    assert f"{FMT.items[0].number}, {FMT.items[1].number}. Vul deze" in shown

    for item in FMT.items[:2]:
        answered(shared(world.profile), item.id)
    assert progress(world.profile).done


def test_choices_say_what_they_mean() -> None:
    everybody = [item.id for item in FMT.items]

    assert covering(FMT, everybody) == []
    assert covering(FMT, [everybody[3], everybody[1], "gone"]) == [everybody[1], everybody[3]]
    assert chosen(FMT, "all") == []
    assert (
        chosen(FMT, "own", [FIRST.id]) == for_questions(FMT, [FIRST.id]) == [item.id for item in FIRST.items]
    )
    for audience in FMT.audiences:
        covers = for_audience(FMT, audience.id)
        assert covers == chosen(FMT, audience.id)
        if covers:
            assert words_for(FMT, covers).endswith(f"onderdelen, voor {audience.plural}")
    assert words_for(FMT, []) == f"alle {len(everybody)} onderdelen"
    assert words_for(FMT, everybody[:1]) == "1 onderdeel, zelf gekozen"


@pytest.mark.parametrize(
    ("team", "anonymous", "proposed"),
    [
        ({"teacher": 4, "coordinator": 1, "head": 1}, False, {"teacher": 4, "all": 1, "head": 1}),
        ({"teacher": 4, "assistant": 3, "": 3, "head": 1}, True, {"teacher": 4, "assistant": 3, "all": 4}),
        ({"teacher": 4, "assistant": 3, "head": 1}, True, {"teacher": 4, "all": 4}),
        ({"teacher": 4, "head": 1}, True, {"all": 5}),
        ({"teacher": 3}, True, {"teacher": 3}),
        ({"teacher": 2}, True, {"all": 2}),
        ({}, True, {}),
    ],
)
def test_a_proposal_never_singles_out_who_answers_anonymously(
    team: dict[str, int], anonymous: bool, proposed: dict[str, int]
) -> None:
    people = {(audience, n): audience for audience, number in team.items() for n in range(number)}

    found = Counter(proposals(FMT, people, anonymous=anonymous).values())

    assert found == proposed


def test_a_format_without_audiences_offers_everything_or_a_choice_by_hand() -> None:
    from dataclasses import replace

    bare = replace(get_format(FORMAT), audiences=())

    assert [value for value, _ in choices_of(bare)] == ["all", "own"]
    assert for_audience(bare, "teacher") == []


def test_another_format_brings_its_own_audiences() -> None:
    from dekkend.formats.reader import read

    other = read(OTHER)

    assert [value for value, _ in choices_of(other, by_hand=False)] == ["all", "makers", "hoeders"]
    assert for_audience(other, "hoeders") == [
        "klas_hulp",
        "sfeer_plein",
        "sfeer_rust",
        "buren_zorg",
        "buren_ouders",
    ]


@pytest.mark.parametrize(
    ("items", "words"),
    [
        (59, "ongeveer een kwartier"),
        (16, "ongeveer 4 minuten"),
        (1, "ongeveer 2 minuten"),
        (120, "ongeveer 30 minuten"),
    ],
)
def test_time_is_a_fair_guess(items: int, words: str) -> None:
    assert time_for(items) == words
