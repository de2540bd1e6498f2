"""An arrangement with everything of another: of this year, or of last year's adopted version."""

from typing import Any

from dekkend.audit.models import Event
from dekkend.profile.models import Arrangement, Profile, Version
from dekkend.profile.version.compile import arrangement_of
from dekkend.profile.version.content import seal
from dekkend.profile.writing import actions
from tests.profile.checklist.test_cost import queries
from tests.profile.checklist.years import last_year
from tests.profile.writing.shared import FMT, NEED, OFFER, SignIn, at
from tests.world import FORMAT, World

FIRST, SECOND = (need.id for need in FMT.offer.needs[:2])
COLUMN = OFFER.columns[0].id


def told(key: str, need: str, **more: Any) -> dict[str, Any]:
    thing = {"what": "Groepje", "frequency": "two-weekly", "minutes": 60, "group_size": 4, "available": True}
    columns = {COLUMN: {"text": "Twee keer per week.", "things": [thing, {"what": "Stille plek"}]}}
    return {"id": key, "need": need, "title": "", "target": "Voor wie leest.", "columns": columns} | more


def adopted(world: World, *arrangements: dict[str, Any]) -> Profile:
    profile = last_year(world, {})
    text, digest = seal({"format": FORMAT, "arrangements": list(arrangements)})
    Version.objects.filter(pk=profile.adopted_id).update(content=text, sha256=digest)
    return profile


def take(world: World, sign_in: SignIn, key: str = "") -> Any:
    url = at("rows_of_last_year", world.profile, OFFER.id)
    return sign_in(world.head).post(url, {"from": key} if key else {})


def filled(world: World) -> Arrangement:
    row = actions.add_arrangement(world.profile, FMT.offer.needs[0], actor=world.head)
    Arrangement.objects.filter(pk=row.pk).update(places=12, until="juli 2029", target="Voor wie leest.")
    row.refresh_from_db()
    thing = actions.add_thing(row, OFFER.columns[0], what="Groepje", pick=None, actor=world.head)
    type(thing).objects.filter(pk=thing.pk).update(minutes=60, group_size=4, basis="fixed")
    actions.write_column(row, OFFER.columns[0], "Uitleg.", base=0, actor=world.head)
    return row


def test_a_copy_has_everything_and_says_that_it_is_one(world: World, sign_in: SignIn) -> None:
    row = filled(world)
    answer = sign_in(world.head).post(at("row_copy", world.profile, OFFER.id, row.pk))
    copy = world.profile.arrangements.exclude(pk=row.pk).get()
    assert answer.url == at("arrangement", world.profile, OFFER.id, copy.pk)
    assert copy.title == f"{FMT.offer.needs[0].label} (kopie)"
    one, other = (arrangement_of(each, FMT) for each in (row, copy))
    for name in ("need", "target", "places", "until", "columns"):
        assert one[name] == other[name], name
    assert Event.objects.filter(act="add", subject=copy.subject).count() == 1
    assert list(world.profile.arrangements.all()) == [row, copy]


def test_the_name_of_a_copy_fits(world: World) -> None:
    row = filled(world)
    Arrangement.objects.filter(pk=row.pk).update(title="a" * 120)
    row.refresh_from_db()
    copy = actions.copy_arrangement(row, actor=world.head)
    assert copy.title.endswith("a (kopie)")
    assert len(copy.title) == 120


def test_an_arrangement_of_last_year_comes_with_everything(world: World, sign_in: SignIn) -> None:
    adopted(world, told("a1", FIRST, places=6), told("a2", SECOND))
    answer = take(world, sign_in, "a1")
    row = world.profile.arrangements.get()
    assert answer.url == at("arrangement", world.profile, OFFER.id, row.pk)
    assert (row.need, row.target, row.places) == (FIRST, "Voor wie leest.", 6)
    first, second = row.things.all()
    assert (first.what, first.frequency, first.minutes, first.group_size) == ("Groepje", "two-weekly", 60, 4)
    assert second.is_short
    assert row.column_texts.get().text == "Twee keer per week."


def test_all_that_are_not_here_yet_come_in_one_press(world: World, sign_in: SignIn) -> None:
    adopted(world, told("a1", FIRST), told("a2", SECOND), told("a3", FIRST, title="Ook lezen"))
    take(world, sign_in, "a2")
    take(world, sign_in)
    assert sorted(row.need for row in world.profile.arrangements.all()) == sorted([FIRST, FIRST, SECOND])
    answer = take(world, sign_in)
    assert answer.status_code == 423
    assert "Dit staat er al." in answer.content.decode()


def test_the_page_offers_what_is_not_here(world: World, sign_in: SignIn) -> None:
    adopted(world, told("a1", FIRST), told("a2", SECOND))
    client, url = sign_in(world.head), at("section", world.profile, OFFER.id)
    assert "Neem ze alle 2 over" in client.get(url).content.decode()
    take(world, sign_in, "a1")
    page = client.get(url).content.decode()
    assert "Staat er" in page
    assert page.count('name="from"') == 1


def test_without_a_last_year_nothing_is_offered_or_taken(world: World, sign_in: SignIn) -> None:
    assert (
        "Vorig jaar" not in sign_in(world.head).get(at("section", world.profile, OFFER.id)).content.decode()
    )
    assert take(world, sign_in, "a1").status_code == 404
    assert not world.profile.arrangements.exists()


def test_an_older_content_reads_and_a_column_that_is_gone_comes_into_the_first(
    world: World, sign_in: SignIn
) -> None:
    gone = {"text": "Twee.", "things": [{"what": "Ding"}]}
    old = {"id": "a1", "need": NEED, "columns": {COLUMN: {"text": "Een."}, "vroeger": gone}}
    adopted(world, old, {"id": "a2", "need": "van-vroeger"})
    take(world, sign_in)
    row = world.profile.arrangements.get()
    assert row.column_texts.get().text == "Een.\n\nTwee."
    assert [(thing.column, thing.what) for thing in row.things.all()] == [(COLUMN, "Ding")]


def test_other_rows_have_no_copy(world: World, sign_in: SignIn) -> None:
    special = next(section for section in FMT.sections if section.kind == "specialisations")
    row = actions.add_specialisation(world.profile, title="Taalplein", actor=world.head)
    answer = sign_in(world.head).post(at("row_copy", world.profile, special.id, row.pk))
    assert answer.status_code == 404
    assert world.profile.specialisations.count() == 1


def test_last_year_costs_the_same_with_one_and_with_three(world: World, sign_in: SignIn) -> None:
    earlier = adopted(world, told("a1", FIRST))
    client, url = sign_in(world.head), at("section", world.profile, OFFER.id)
    client.get(url)
    one = len(queries(lambda: client.get(url)))
    rows = [told(f"a{number}", need.id) for number, need in enumerate(FMT.offer.needs[:3])]
    text, digest = seal({"format": FORMAT, "arrangements": rows})
    Version.objects.filter(pk=earlier.adopted_id).update(content=text, sha256=digest)
    assert len(queries(lambda: client.get(url))) == one == 8
