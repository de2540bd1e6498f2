"""The page with all questions stays light: at most 50 kB without the fonts, also on a first visit (rulings 19)."""

from pathlib import Path

import pytest

from tests.profile.checklist.people import QUESTION, SignIn, everything, own, page, shared
from tests.profile.checklist.years import all_alike, last_year
from tests.web.weight import fonts, weight
from tests.world import World

pytestmark = pytest.mark.one_database


@pytest.mark.parametrize("kind", ["shared", "own", "with last year"])
def test_document_with_all_questions_is_light(
    kind: str, world: World, sign_in: SignIn, on_the_line: Path
) -> None:
    copy = own(world.profile, world.staff) if kind == "own" else shared(world.profile)
    if kind == "with last year":
        last_year(world, all_alike())
    else:
        everything(copy)
    person, where = (
        (world.staff, page("copy_question", world.profile, copy.pk, QUESTION.id))
        if kind == "own"
        else (world.coordinator, page("checklist_question", world.profile, QUESTION.id))
    )

    size = weight(sign_in(person).get(where).content, on_the_line)
    assert size <= 50_000
    assert size + fonts(on_the_line) <= 130_000
