"""Going along what came from last year: part by part, and answer by answer."""

from __future__ import annotations

import pytest

from dekkend.process.engine import NotAllowed, Refused
from dekkend.profile.base.models import Profile
from dekkend.profile.version.carrying.walking import Step, steps
from dekkend.profile.writing import actions
from dekkend.profile.writing.actions.tracing import for_each_paragraph
from dekkend.profile.writing.blocks import dug, named
from dekkend.profile.writing.margin import margin_of
from dekkend.profile.writing.origins import ITEM, Origin
from dekkend.profile.writing.queries import with_rows
from dekkend.profile.writing.unchanged import year_of
from tests.profile.checklist.test_cost import queries
from tests.profile.version.test_carrying import FIELD, LAST, NOW, text_of, told, write
from tests.profile.version.yearly import adopt, fresh, next_year, written
from tests.profile.writing.shared import FMT, LIMITS, POINTS, VISION, SignIn, agreed, at, save
from tests.world import World

pytestmark = pytest.mark.one_database

ITEMS = [item for item in FMT.items if not item.topics]


def begun(world: World) -> Profile:
    """Last year one text of the vision rested on the first item."""
    before, item = written(world, LAST, told()), ITEMS[0]
    was = before.agreements.get(item=item.id)
    words = was.note.strip() or item.sentence(was.value)
    actions.write_text(
        before, VISION, FIELD, words, base=text_of(before).revision, actor=world.head,
        given=for_each_paragraph(words, Origin(ITEM, item.id, words=words, value=was.value)),
    )  # fmt: skip
    adopt(before)
    return next_year(world, NOW)


def other_than(profile: Profile, item: str) -> str:
    content = profile.carried.version.data
    was = content["checklist"]["answers"][item]["value"]
    return next(value.id for value in FMT.scale.values if value.id != was)


def state(profile: Profile, key: str) -> str:
    profile = with_rows(fresh(profile))
    return year_of(profile, profile.carried, key).state


def walked(profile: Profile) -> list[Step]:
    profile = with_rows(fresh(profile))
    return steps(profile, profile.carried)


def test_a_part_is_not_looked_at_until_somebody_says_so(world: World) -> None:
    now = begun(world)
    assert {state(now, section.id) for section in FMT.sections} == {"open"}

    actions.confirm_part(now, LIMITS.id, holds=True, actor=world.coordinator)
    assert state(now, LIMITS.id) == "holds"
    actions.confirm_part(now, LIMITS.id, holds=False, actor=world.coordinator)
    assert state(now, LIMITS.id) == "open"


def test_a_part_is_changed_as_long_as_its_words_are_others(world: World) -> None:
    now = begun(world)
    was = text_of(now).text
    write(world, now, "Anders.")
    assert state(now, VISION.id) == "changed"
    write(world, now, was)
    assert state(now, VISION.id) == "open"
    row = now.boundaries.all()[0]
    actions.switch_off(row, profile=now, actor=world.head)
    assert state(now, LIMITS.id) == "changed"
    actions.switch_on(now, FMT.offer.element(row.element), actor=world.head)
    assert state(now, LIMITS.id) == "open"


def test_answered_points_that_run_on_change_nothing(world: World) -> None:
    now = begun(world)
    for row in now.improvements.all():
        actions.answer_point(row, "running", profile=now, actor=world.head)
    assert state(now, POINTS.id) == "open"


def test_an_answer_that_is_another_now_is_a_step(world: World) -> None:
    now = begun(world)
    assert walked(now) == []  # nothing is agreed yet
    first, second = ITEMS[0].id, ITEMS[1].id
    agreed(now, first, other_than(now, first), "Nu anders.")
    agreed(now, second, other_than(now, second))

    one, two = walked(now)

    assert (one.item, [rest.name for rest in one.places]) == (first, [FIELD.label])
    assert (two.item, two.places) == (second, ())
    assert not one.is_walked
    assert not two.is_walked


def test_an_answer_that_stayed_is_no_step(world: World) -> None:
    now = begun(world)
    for item in ITEMS[:2]:
        was = now.carried.version.data["checklist"]["answers"][item.id]
        agreed(now, item.id, was["value"], was.get("note", ""))
    assert walked(now) == []


def test_a_step_is_ticked_for_this_answer(world: World) -> None:
    now, item = begun(world), ITEMS[1].id
    row = agreed(now, item, other_than(now, item))
    (step,) = walked(now)
    actions.walk_change(now, item, step.seal, is_walked=True, actor=world.coordinator)
    assert walked(now)[0].is_walked
    actions.walk_change(now, item, step.seal, is_walked=False, actor=world.coordinator)
    assert not walked(now)[0].is_walked
    actions.walk_change(now, item, step.seal, is_walked=True, actor=world.coordinator)
    row.delete()
    agreed(now, item, other_than(now, item), "Nog weer anders.")
    assert not walked(now)[0].is_walked


def test_answering_in_the_margin_walks_the_step(world: World) -> None:
    now, item = begun(world), ITEMS[0].id
    agreed(now, item, other_than(now, item), "Nu anders.")
    block = dug(now, named(FMT, [item]))[item]
    (note,) = margin_of(FMT, text_of(now).traced, {item: block}).notes
    assert note.change
    actions.leave_source(text_of(now), item, block, seen=note.change.seal, profile=now, actor=world.head)
    (step,) = walked(now)
    assert (step.is_settled, step.is_ticked) == (True, False)


def test_only_who_writes_may_go_along(world: World, sign_in: SignIn) -> None:
    now = begun(world)
    for person in (world.staff, world.council, world.board, world.sam):
        with pytest.raises(NotAllowed):
            actions.confirm_part(now, LIMITS.id, holds=True, actor=person)
        with pytest.raises(NotAllowed):
            actions.walk_change(now, ITEMS[0].id, "x", is_walked=True, actor=person)
        client = sign_in(person)
        assert client.post(at("confirm_part", now), {"part": LIMITS.id, "holds": "yes"}).status_code == 404
        assert client.post(at("walk_change", now), {"step": f"{ITEMS[0].id}:x"}).status_code == 404
    Profile.objects.filter(pk=now.pk).update(state="submitted")
    with pytest.raises(Refused, match="ingediend"):
        actions.confirm_part(now, LIMITS.id, holds=True, actor=world.head)


def test_a_profile_that_began_empty_has_nothing_to_go_along(world: World) -> None:
    with pytest.raises(Refused, match="begon leeg"):
        actions.confirm_part(world.profile, LIMITS.id, holds=True, actor=world.head)


def test_one_press_on_the_page_and_one_back(world: World, sign_in: SignIn) -> None:
    now, client, item = begun(world), sign_in(world.coordinator), ITEMS[1].id
    agreed(now, item, other_than(now, item))
    page = client.get(at("last_year", now)).content.decode()
    assert "nog niet bekeken" in page
    assert "Alles klopt nog" in page
    assert "1 van 1 nog na te lopen" in page

    client.post(at("confirm_part", now), {"part": LIMITS.id, "holds": "yes"})
    (step,) = walked(now)
    client.post(at("walk_change", now), {"step": f"{item}:{step.seal}", "walked": "yes"})
    page = client.get(at("last_year", now)).content.decode()
    assert "alles nagelopen" in page
    assert "Klopt nog, zei Ina Begeleider" in client.get(at("section", now, LIMITS.id)).content.decode()
    answer = client.post(at("confirm_part", now), {"part": LIMITS.id, "holds": "no", "from": "part"})
    assert answer.url == at("section", now, LIMITS.id)
    assert client.post(at("confirm_part", now), {"part": "weg", "holds": "yes"}).status_code == 404


def test_the_list_of_parts_follows_a_save(world: World, sign_in: SignIn) -> None:
    now, client = begun(world), sign_in(world.coordinator)
    told = save(client, at("section_field", now, VISION.id, FIELD.id), revision="1", text="Anders.").json()
    assert told["state"][f"year-{VISION.id}"] == "gewijzigd"
    assert told["state"][f"holds-{VISION.id}"] == "Gewijzigd sinds 2026-2027."
    assert told["state"][f"press-{VISION.id}"] == "Bekeken"


def test_the_page_costs_the_same_with_more_steps(world: World, sign_in: SignIn) -> None:
    now, client = begun(world), sign_in(world.head)
    agreed(now, ITEMS[0].id, other_than(now, ITEMS[0].id))
    client.get(at("last_year", now))
    one = len(queries(lambda: client.get(at("last_year", now))))
    for item in ITEMS[1:4]:
        agreed(now, item.id, other_than(now, item.id))
    assert len(queries(lambda: client.get(at("last_year", now)))) == one
