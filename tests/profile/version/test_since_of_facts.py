"""What the school says of itself in section 1 tells since which schooljaar it reads so."""

from __future__ import annotations

import pytest

from dekkend.profile.base.models import Profile
from dekkend.profile.writing import actions
from dekkend.profile.writing.lines import fact_lines
from tests.profile.version.test_carrying import LAST, NOW, told
from tests.profile.version.yearly import adopt, fresh, next_year, written
from tests.profile.writing.shared import FMT, SignIn, at, save
from tests.world import World

FACTS = FMT.section_of_kind("facts")
assert FACTS
FIELD = next(field for field in FACTS.fields if field.source == "email")
ADDRESS = "kantoor@leesplank.example"


@pytest.fixture
def now(world: World) -> Profile:
    texts = told()["texts"]
    adopt(written(world, LAST, told(texts={**texts, FACTS.id: {FIELD.id: ADDRESS}})))
    return next_year(world, NOW)


def since(profile: Profile) -> dict[str, str]:
    return {fact.line.key: fact.line.since for fact in fact_lines(fresh(profile), FACTS)}


def test_a_fact_that_came_along_says_since_when(world: World, now: Profile, sign_in: SignIn) -> None:
    assert since(now)[FIELD.id] == "ongewijzigd sinds 2026-2027"
    shown = sign_in(world.coordinator).get(at("section", now, FACTS.id)).content.decode()
    assert "ongewijzigd sinds 2026-2027" in shown


def test_what_the_region_says_and_what_is_new_says_nothing(world: World, now: Profile) -> None:
    told = since(now)
    assert {key: words for key, words in told.items() if words} == {FIELD.id: "ongewijzigd sinds 2026-2027"}
    row = now.texts.get(section=FACTS.id, field=FIELD.id)
    actions.write_text(now, FACTS, FIELD, "nieuw@leesplank.example", base=row.revision, actor=world.head)
    assert since(now)[FIELD.id] == ""


def test_a_save_tells_the_page(world: World, now: Profile, sign_in: SignIn) -> None:
    client, url = sign_in(world.coordinator), at("section_field", now, FACTS.id, FIELD.id)
    row = now.texts.get(section=FACTS.id, field=FIELD.id)
    answer = save(client, url, revision=str(row.revision), text="nieuw@leesplank.example").json()
    assert answer["state"][f"since-{FIELD.id}"] == ""
    again = save(client, url, revision=str(row.revision + 1), text=ADDRESS).json()
    assert again["state"][f"since-{FIELD.id}"] == "ongewijzigd sinds 2026-2027"
