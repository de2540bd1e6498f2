"""Boundaries: switched on one by one, with own words; opening and closing always stand there."""

import pytest

from dekkend.audit.models import Event
from dekkend.profile.writing import actions
from dekkend.profile.writing.advice.whole import advise
from dekkend.profile.writing.parts import parts_of
from tests.profile.writing.shared import FMT, LIMIT, LIMITS, SignIn, at, save
from tests.world import World

ALWAYS = [element for element in FMT.offer.elements if element.kind != "boundary"]


def page(world: World, sign_in: SignIn) -> str:
    return str(sign_in(world.head).get(at("section", world.profile, LIMITS.id)).content.decode())


def test_opening_closing_and_statement_always_stand_there(world: World, sign_in: SignIn) -> None:
    shown = page(world, sign_in)
    assert all(element.starter[:40] in shown for element in ALWAYS)
    assert LIMITS.statement[:40] in shown


def test_they_cannot_be_switched(world: World, sign_in: SignIn) -> None:
    client = sign_in(world.head)
    for element in ALWAYS:
        url = at("boundary_switch", world.profile, LIMITS.id, element.id)
        assert client.post(url, {"on": "yes"}).status_code == 404


def test_on_makes_a_row_and_asks_for_own_words(world: World, sign_in: SignIn) -> None:
    sign_in(world.head).post(at("boundary_switch", world.profile, LIMITS.id, LIMIT.id), {"on": "yes"})
    assert world.profile.boundaries.get().element == LIMIT.id
    part = next(part for part in parts_of(world.profile) if part.key == LIMITS.id)
    assert part.words == "1 grens, 1 zonder eigen woorden"


def test_off_asks_nothing_and_on_brings_the_words_back(world: World, sign_in: SignIn) -> None:
    client = sign_in(world.head)
    row = actions.switch_on(world.profile, LIMIT, actor=world.head)
    save(
        client,
        at("boundary", world.profile, LIMITS.id, LIMIT.id),
        revision="1",
        own="Bij ons.",
        then="Wij bellen.",
    )
    client.post(at("boundary_switch", world.profile, LIMITS.id, LIMIT.id), {"on": "no"})
    assert not world.profile.boundaries.exists()
    assert Event.objects.get(act="remove", subject=row.subject).data["values"]["own"] == "Bij ons."

    client.post(at("boundary_switch", world.profile, LIMITS.id, LIMIT.id), {"on": "yes"})
    back = world.profile.boundaries.get()
    assert (back.own, back.then) == ("Bij ons.", "Wij bellen.")


def test_twice_on_is_once(world: World) -> None:
    first = actions.switch_on(world.profile, LIMIT, actor=world.head)
    assert actions.switch_on(world.profile, LIMIT, actor=world.head) == first


def test_the_starter_begins_and_never_overwrites(world: World, sign_in: SignIn) -> None:
    client = sign_in(world.head)
    actions.switch_on(world.profile, LIMIT, actor=world.head)
    client.post(at("boundary_start", world.profile, LIMITS.id, LIMIT.id))
    row = world.profile.boundaries.get()
    assert {"own": row.own, "still": row.still, "then": row.then} == LIMIT.starters
    assert row.revision == 2
    save(
        client,
        at("boundary", world.profile, LIMITS.id, LIMIT.id),
        revision="2",
        own="Eigen.",
        still="",
        then="",
    )
    client.post(at("boundary_start", world.profile, LIMITS.id, LIMIT.id), {"only": "then"})
    row = world.profile.boundaries.get()
    assert (row.own, row.still, row.then) == ("Eigen.", "", LIMIT.then)


def test_a_field_with_words_is_offered_no_starter(world: World, sign_in: SignIn) -> None:
    row = actions.switch_on(world.profile, LIMIT, actor=world.head)
    row.own = "Eigen."
    row.save()
    client = sign_in(world.head)
    switches = client.get(at("section", world.profile, LIMITS.id)).context["switches"]
    (told,) = [each.starters for each in switches if each.row]
    assert [name for name, _, _ in told] == ["still", "then"]


@pytest.mark.parametrize("element", FMT.offer.elements, ids=lambda element: element.id)
def test_nothing_is_advised_against_a_starter(element) -> None:
    for text in element.starters.values():
        assert advise(text, is_boundary=True) == []
    assert set(element.starters) == ({"own", "still", "then"} if element.kind == "boundary" else {"own"})


def test_what_we_do_then_warns_and_does_not_block(world: World, sign_in: SignIn) -> None:
    actions.switch_on(world.profile, LIMIT, actor=world.head)
    url = at("boundary", world.profile, LIMITS.id, LIMIT.id)
    told = save(sign_in(world.head), url, revision="1", own="Bij ons.").json()["state"]
    assert told[f"then-{LIMIT.id}"].startswith("Nog niet gezegd")
    assert "Nog niet gezegd" in page(world, sign_in)
    part = next(part for part in parts_of(world.profile) if part.key == LIMITS.id)
    assert not part.missing
    told = save(sign_in(world.head), url, revision="2", own="Bij ons.", then="Wij bellen.").json()["state"]
    assert told[f"then-{LIMIT.id}"] == ""
