"""The page with what came along, and the press that begins with last year."""

from __future__ import annotations

import pytest

from tests.profile.checklist.test_cost import queries
from tests.profile.version.test_carrying import FIELD, LAST, NOW, told, write
from tests.profile.version.yearly import adopt, fresh, next_year, written
from tests.profile.writing.shared import BASIS, LIMITS, VISION, SignIn, at, save
from tests.world import World

pytestmark = pytest.mark.one_database


def test_the_page_keeps_what_has_no_place(world: World, sign_in: SignIn) -> None:
    adopt(written(world, LAST, told()))
    now = next_year(world, NOW)
    now.carried.homeless = [{"where": "Deel 9, Tuin", "name": "De moestuin", "text": "Elke klas een bak."}]
    now.carried.save()

    page = sign_in(world.coordinator).get(at("last_year", now)).content.decode()

    assert "Verder vanaf 2026-2027" in page
    assert "Elke klas een bak." in page


@pytest.mark.parametrize("who", ["council", "board", "other_head", "sam"])
def test_a_stranger_does_not_see_it(world: World, sign_in: SignIn, who: str) -> None:
    adopt(written(world, LAST, told()))
    now = next_year(world, NOW)
    client = sign_in(getattr(world, who))
    assert client.get(at("last_year", now)).status_code == 404
    assert client.post(at("begin_from_last_year", now)).status_code == 404


def test_a_profile_that_began_empty_has_no_such_page(world: World, sign_in: SignIn) -> None:
    answer = sign_in(world.head).get(at("last_year", world.profile))
    assert answer.status_code == 302


def test_one_press_begins_with_a_version_that_came_later(world: World, sign_in: SignIn) -> None:
    before = written(world, LAST, told())
    client = sign_in(world.coordinator)
    section = at("section", world.profile, VISION.id)
    assert "Neem 2026-2027 mee" not in client.get(section).content.decode()
    adopt(before)
    assert "Neem 2026-2027 mee" in client.get(section).content.decode()
    assert "Neem 2026-2027 mee" not in sign_in(world.staff).get(section).content.decode()

    client.post(at("begin_from_last_year", world.profile))

    assert fresh(world.profile).texts.get(section=VISION.id, field=FIELD.id).text
    assert "Neem 2026-2027 mee" not in client.get(section).content.decode()


def test_last_year_is_offered_whole_only_where_nothing_stands(world: World, sign_in: SignIn) -> None:
    adopt(written(world, LAST, told()))
    client = sign_in(world.coordinator)
    world.profile.texts.create(section=VISION.id, field=FIELD.id, text="Wij zijn begonnen.", revision=1)

    def offers(key: str) -> bool:
        return "Neem 2026-2027 mee" in client.get(at("section", world.profile, key)).content.decode()

    assert not offers(VISION.id)
    assert offers(BASIS.id)


def test_rows_say_since_when_until_they_are_changed(world: World, sign_in: SignIn) -> None:
    adopt(written(world, LAST, told()))
    now = next_year(world, NOW)
    client, row = sign_in(world.coordinator), now.boundaries.all()[0]
    assert "ongewijzigd sinds 2026-2027" in client.get(at("section", now, LIMITS.id)).content.decode()
    fields = {"own": row.own, "still": row.still, "then": row.then}
    url = at("boundary", now, LIMITS.id, row.element)

    changed = save(client, url, revision="1", **{**fields, "own": "Anders."}).json()
    assert changed["state"][f"since-{row.pk}"] == ""
    back = save(client, url, revision="2", **fields).json()
    assert back["state"][f"since-{row.pk}"] == "ongewijzigd sinds 2026-2027"


def test_the_log_says_what_came_along(world: World, sign_in: SignIn) -> None:
    adopt(written(world, LAST, told()))
    now = next_year(world, NOW)
    write(world, now, "Anders.")
    page = sign_in(world.head).get(at("log", now)).content.decode()
    assert "heeft de teksten van vorig jaar meegenomen" in page


def test_the_page_costs_the_same_with_more_that_has_no_place(world: World, sign_in: SignIn) -> None:
    adopt(written(world, LAST, told()))
    now = next_year(world, NOW)
    client, url = sign_in(world.coordinator), at("last_year", now)
    seen = []
    for number in (1, 3):
        now.carried.homeless = [
            {"where": "Deel 9, Tuin", "name": str(each), "text": "Bak."} for each in range(number)
        ]
        now.carried.save()
        client.get(url)
        seen.append(len(queries(lambda: client.get(url))))
    assert seen == [14, 14]
