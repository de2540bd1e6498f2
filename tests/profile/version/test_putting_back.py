"""Agreed answers and the things of an arrangement go back as well; each with a twin that refuses."""

from __future__ import annotations

from typing import Any

import pytest

from dekkend.audit.models import Event
from dekkend.formats.model import Item
from dekkend.profile.dialogue.actions import agree
from dekkend.profile.models import Agreement, Arrangement, Profile, Thing
from dekkend.profile.version.actions import submit
from dekkend.profile.writing import actions
from dekkend.profile.writing.actions.things import stamp
from tests.profile.version.test_compare import SignIn, begun, page_of, said, send, word_of_yesterday
from tests.world import World


def an_item(profile: Profile, *, by_topic: bool = False) -> Item:
    return next(item for item in profile.format.items if bool(item.topics) == by_topic)


def agreement(profile: Profile, item: Item) -> Agreement:
    return Agreement.objects.get(profile=profile, item=item.id)


def other_value(profile: Profile, row: Agreement) -> str:
    return next(value.id for value in profile.format.scale.values if value.applies and value.id != row.value)


def changed(world: World, profile: Profile, item: Item, **changes: Any) -> Agreement:
    row = agreement(profile, item)
    return agree(profile, item, changes, base=row.revision, actor=world.head)[0].row  # type: ignore[no-any-return]


def test_an_agreed_answer_goes_back_with_its_event(world: World, sign_in: SignIn) -> None:
    profile = begun(world)
    item = an_item(profile)
    was = agreement(profile, item)
    row = changed(world, profile, item, value=other_value(profile, was), note="Nu anders.")
    client = sign_in(world.coordinator)

    page = said(page_of(client, world, van=word_of_yesterday()))
    assert f'name="stuk" value="answers/{item.id}/value"' in page
    assert send(client, world, f"answers/{item.id}/value", row.revision).status_code == 302

    now = agreement(profile, item)
    assert (now.value, now.note, now.revision) == (was.value, "Nu anders.", row.revision + 1)
    assert Event.objects.get(act="put_back").subject == now.subject


def test_topics_go_back_together(world: World, sign_in: SignIn) -> None:
    profile = begun(world)
    item = an_item(profile, by_topic=True)
    was = agreement(profile, item)
    topics = {topic.id: other_value(profile, was) for topic in item.topics}
    row = changed(world, profile, item, topics=topics)
    client = sign_in(world.head)

    assert send(client, world, f"answers/{item.id}/value", row.revision).status_code == 404
    assert send(client, world, f"answers/{item.id}/topics", row.revision - 1).status_code == 423
    assert agreement(profile, item).topics == topics
    assert send(client, world, f"answers/{item.id}/topics", row.revision).status_code == 302
    assert (agreement(profile, item).topics, agreement(profile, item).value) == (was.topics, was.value)


def test_an_answer_that_somebody_changed_since_shows_both(world: World, sign_in: SignIn) -> None:
    profile = begun(world)
    item = an_item(profile)
    was = agreement(profile, item)
    row = changed(world, profile, item, value=other_value(profile, was))
    third = next(
        value.id
        for value in profile.format.scale.values
        if value.applies and value.id not in (was.value, row.value)
    )
    changed(world, profile, item, value=third)

    assert send(sign_in(world.head), world, f"answers/{item.id}/value", row.revision).status_code == 409
    assert agreement(profile, item).value == third


@pytest.mark.parametrize("who", ["staff", "council", "other_head", "sam"])
def test_who_does_not_agree_puts_no_answer_back(world: World, sign_in: SignIn, who: str) -> None:
    profile = begun(world)
    item = an_item(profile)
    row = changed(world, profile, item, value=other_value(profile, agreement(profile, item)))

    answer = send(sign_in(world.people[who]), world, f"answers/{item.id}/value", row.revision)

    assert answer.status_code == 404
    assert agreement(profile, item).revision == row.revision


def things_of(row: Arrangement, column: str) -> list[Thing]:
    return list(Thing.objects.filter(arrangement=row, column=column).order_by("position", "pk"))


def a_column(profile: Profile) -> tuple[Arrangement, str, list[Thing]]:
    thing = Thing.objects.filter(arrangement__profile=profile).order_by("pk")[0]
    return thing.arrangement, thing.column, things_of(thing.arrangement, thing.column)


def told(things: list[Thing]) -> list[tuple[str, bool, bool]]:
    return [(each.what, each.is_needed, each.is_available) for each in things]


def upset(world: World, profile: Profile) -> tuple[str, Arrangement, str, list[Thing]]:
    """The first thing is gone, another came; what goes back, and how it was."""
    row, column, was = a_column(profile)
    actions.remove(was[0], profile=profile, actor=world.head)
    where = profile.format.section_of_kind("arrangements")
    assert where
    here = next(each for each in where.columns if each.id == column)
    actions.add_thing(row, here, what="Iets nieuws", pick=None, actor=world.head)
    return f"a{row.pk}/things/{column}", row, column, was


def test_the_things_of_a_column_go_back_as_one_list(world: World, sign_in: SignIn) -> None:
    profile = begun(world)
    before = told(a_column(profile)[2])
    piece, row, column, _ = upset(world, profile)
    client = sign_in(world.coordinator)
    assert f'name="stuk" value="{piece}"' in said(page_of(client, world, van=word_of_yesterday()))

    assert send(client, world, piece, stamp(things_of(row, column))).status_code == 302

    assert told(things_of(row, column)) == before
    assert Event.objects.get(act="put_back").subject == row.subject
    # What came in between can be read back.
    assert Event.objects.filter(act="remove", data__name="Iets nieuws").exists()


def test_a_list_that_somebody_changed_since_stays(world: World, sign_in: SignIn) -> None:
    profile = begun(world)
    seen = stamp(a_column(profile)[2])
    piece, row, column, _ = upset(world, profile)
    now = told(things_of(row, column))

    answer = send(sign_in(world.head), world, piece, seen)

    assert answer.status_code == 423
    assert "Intussen veranderde iemand deze lijst" in said(answer)
    assert told(things_of(row, column)) == now


def test_after_the_seal_nothing_goes_back(world: World, sign_in: SignIn) -> None:
    profile = begun(world)
    item = an_item(profile)
    answered = changed(world, profile, item, note="Nu anders.")
    piece, row, column, _ = upset(world, profile)
    submit(Profile.objects.with_places().get(pk=profile.pk), actor=world.head)
    client = sign_in(world.head)

    assert send(client, world, f"answers/{item.id}/note", answered.revision).status_code == 423
    assert send(client, world, piece, stamp(things_of(row, column))).status_code == 423
    assert not Event.objects.filter(act="put_back").exists()
