"""The line per question and aspect, one press per question, and what stands ready as an improvement point."""

import pytest

from dekkend.profile.dialogue.queries import Picture
from dekkend.profile.models import Agreement
from dekkend.profile.writing.proposals import proposals_of
from tests.profile.checklist.people import (
    FMT,
    HALF,
    ITEM,
    NO,
    NOT,
    QUESTION,
    YES,
    SignIn,
    answered,
    everything,
    own,
    page,
    shared,
)
from tests.profile.checklist.test_rights import EDIT, EVERYBODY
from tests.world import World


def test_question_is_the_mean_of_what_may_be_seen(world: World) -> None:
    first, second = [item.id for item in QUESTION.items if not item.topics][:2]
    for person, value in ((world.staff, YES), (world.colleague, HALF)):
        copy = own(world.profile, person)
        answered(copy, first, value)
        answered(copy, second, YES)
    world.profile.refresh_from_db()

    lines = [line for _, _, questions in Picture(world.profile).groups for line in questions]
    seen = [line for line in lines if line.disagreement is not None]

    assert [(line.question, line.disagreement, line.word) for line in seen] == [
        (QUESTION, 0.25, "Bijna eens")
    ]


@pytest.mark.parametrize("who", EVERYBODY)
def test_one_press_agrees_on_one_question_alone(who: str, world: World, sign_in: SignIn) -> None:
    everything(shared(world.profile))

    code = sign_in(world.people[who]).post(page("question_take", world.profile, QUESTION.id)).status_code

    assert code == (302 if who in EDIT else 404)
    agreed = set(Agreement.objects.values_list("item", flat=True))
    assert agreed == ({item.id for item in QUESTION.items} if who in EDIT else set())


def test_unknown_question_is_not_found(world: World, sign_in: SignIn) -> None:
    assert sign_in(world.head).post(page("question_take", world.profile, "GEEN")).status_code == 404


@pytest.mark.parametrize(("value", "ready"), [(HALF, True), (NO, True), (YES, False), (NOT, False)])
def test_what_is_not_there_yet_stands_ready_as_improvement(
    value: str, ready: bool, world: World, sign_in: SignIn
) -> None:
    Agreement.objects.create(profile=world.profile, item=ITEM.id, value=value, reason="Daarom.", revision=1)

    shown = sign_in(world.staff).get(page("dialogue_item", world.profile, ITEM.id)).content.decode()

    assert [each.ref for each in proposals_of(world.profile)] == ([ITEM.id] if ready else [])
    assert ("Staat klaar als verbeterpunt" in shown) == ready


def test_format_decides_which_values_improve() -> None:
    assert [value.id for value in FMT.scale.values if value.may_improve] == [HALF, NO]
