"""Improvement points: one press from what the profile already says, then made SMART."""

import pytest

from dekkend.audit.models import Event
from dekkend.profile.base.models import Profile
from dekkend.profile.models import ImprovementPoint
from dekkend.profile.writing import actions
from dekkend.profile.writing.proposals import Proposal, Source, proposals_of
from tests.profile.writing.shared import FMT, HALF, NO, POINTS, VISION, YES, SignIn, agreed, at, save
from tests.world import World

ITEM, OTHER, THIRD = FMT.items[:3]
AMBITION = next(field for field in VISION.fields if field.ambition)
SMART = {
    "title": "Vroeg zien",
    "sort": "professionalisation",
    "goal": "Elke leraar ziet het binnen zes weken.",
    "action": "Wij volgen een training.",
    "measure": "In juni klopt het bij negen van de tien.",
    "owner": "Intern begeleider",
    "start": "2027-09-01",
    "due": "2028-06-30",
    "state": "planned",
}


def press(world: World, sign_in: SignIn, key: str) -> int:
    return int(sign_in(world.head).post(at("points", world.profile), {"proposal": key}).status_code)


def test_what_is_in_development_and_what_is_not_there_is_proposed(world: World) -> None:
    agreed(world.profile, ITEM.id, HALF)
    agreed(world.profile, OTHER.id, YES)
    agreed(world.profile, THIRD.id, NO)
    assert [each.ref for each in proposals_of(world.profile)] == [ITEM.id, THIRD.id]


def test_one_press_makes_one_point_with_its_cause(world: World, sign_in: SignIn) -> None:
    agreed(world.profile, ITEM.id, HALF, owner="Directeur", due="2028-03-01")
    assert [press(world, sign_in, f"item.{ITEM.id}") for _ in range(2)] == [302, 302]
    point = world.profile.improvements.get()
    assert (point.title, point.owner, str(point.due)) == (ITEM.text[:200], "Directeur", "2028-03-01")
    page = sign_in(world.head).get(at("section", world.profile, POINTS.id)).content.decode()
    assert "Is een verbeterpunt" in page
    assert f"Checklist {ITEM.number}" in page


@pytest.mark.parametrize(
    ("agreed_on", "days"),
    [
        ("", ("2027-08-01", "2028-07-31")),
        ("2028-03-01", ("2027-08-01", "2028-03-01")),
        ("2027-06-15", ("None", "2027-06-15")),  # before the schooljaar begins
    ],
)
def test_a_point_begins_with_the_days_of_the_schooljaar(
    world: World, sign_in: SignIn, agreed_on: str, days: tuple[str, str]
) -> None:
    agreed(world.profile, ITEM.id, HALF, owner="Directeur", due=agreed_on or None)
    press(world, sign_in, f"item.{ITEM.id}")
    point = world.profile.improvements.get()
    assert (str(point.start), str(point.due)) == days


def test_what_is_in_order_makes_no_point(world: World, sign_in: SignIn) -> None:
    agreed(world.profile, ITEM.id, YES)
    assert press(world, sign_in, f"item.{ITEM.id}") == 423
    assert not world.profile.improvements.exists()


def test_the_ambition_is_offered_with_its_words(world: World, sign_in: SignIn) -> None:
    ambition = "Over drie jaar doet elk kind mee. Dat vraagt tijd."
    actions.write_text(world.profile, VISION, AMBITION, ambition, base=0, actor=world.head)
    press(world, sign_in, f"vision.{VISION.id}.{AMBITION.id}")
    point = world.profile.improvements.get()
    assert (point.title, point.goal) == ("Over drie jaar doet elk kind mee.", ambition)


def test_a_point_that_is_removed_is_proposed_again(world: World, sign_in: SignIn) -> None:
    agreed(world.profile, ITEM.id, HALF)
    press(world, sign_in, f"item.{ITEM.id}")
    point = world.profile.improvements.get()
    sign_in(world.head).post(at("row_removal", world.profile, POINTS.id, point.pk))
    assert proposals_of(world.profile)[0].point is None
    assert Event.objects.filter(act="remove").count() == 1


def test_a_point_of_ones_own(world: World, sign_in: SignIn) -> None:
    sign_in(world.head).post(at("rows_new", world.profile, POINTS.id), {"title": "Uit het jaarplan"})
    assert world.profile.improvements.get().source_kind == "other"
    answer = sign_in(world.head).post(at("rows_new", world.profile, POINTS.id), {"title": " "})
    assert answer.status_code == 423


def test_a_point_is_ready_when_it_is_smart(world: World, sign_in: SignIn) -> None:
    agreed(world.profile, ITEM.id, HALF)
    press(world, sign_in, f"item.{ITEM.id}")
    url = at("row_save", world.profile, POINTS.id, world.profile.improvements.get().pk)
    client = sign_in(world.head)
    told = save(client, url, revision="1", **{**SMART, "owner": ""}).json()
    assert told["state"][f"part-{POINTS.id}"] == "0 van 1 klaar"
    told = save(client, url, revision="2", **SMART).json()
    assert told["state"][f"part-{POINTS.id}"] == "klaar"


def test_who_sees_to_it_is_proposed_from_the_functions(world: World, sign_in: SignIn) -> None:
    client = sign_in(world.head)
    client.post(at("rows_new", world.profile, POINTS.id), {"title": "Rust"})
    page = client.get(at("section", world.profile, POINTS.id))
    told = page.context["owners"]
    assert told[:2] == ["Intern begeleider", "Directeur"]
    assert {each.label for each in FMT.audiences} <= set(told)
    assert len(told) == len(set(told))
    assert 'list="trekkers"' in page.content.decode()
    assert '<datalist id="trekkers">' in page.content.decode()
    assert (
        "trekkers" not in sign_in(world.staff).get(at("section", world.profile, POINTS.id)).content.decode()
    )


def test_an_end_before_the_beginning_is_refused(world: World, sign_in: SignIn) -> None:
    agreed(world.profile, ITEM.id, HALF)
    press(world, sign_in, f"item.{ITEM.id}")
    url = at("row_save", world.profile, POINTS.id, world.profile.improvements.get().pk)
    answer = save(sign_in(world.head), url, revision="1", **{**SMART, "due": "2027-08-01"})
    assert answer.json()["errors"]["due"] == ["Dit ligt voor de dag waarop het begint. Kies een latere dag."]


def test_points_move_among_their_own_sort(world: World, sign_in: SignIn) -> None:
    client = sign_in(world.head)
    for title in ("Een", "Twee", "Drie"):
        client.post(at("rows_new", world.profile, POINTS.id), {"title": title})
    one, two, three = world.profile.improvements.all()
    save(client, at("row_save", world.profile, POINTS.id, two.pk), revision="1", **{**SMART, "title": "Twee"})
    client.post(at("row_move", world.profile, POINTS.id, three.pk), {"to": "up"})
    unsorted = [each.title for each in world.profile.improvements.filter(sort="")]
    assert unsorted == ["Drie", "Een"]
    assert one.sort == ""


def test_one_point_answers_several_causes(world: World, sign_in: SignIn) -> None:
    agreed(world.profile, ITEM.id, HALF)
    agreed(world.profile, THIRD.id, NO)
    press(world, sign_in, f"item.{ITEM.id}")
    point = world.profile.improvements.get()
    client = sign_in(world.head)
    told = {"proposal": f"item.{THIRD.id}", "point": point.pk}
    assert [client.post(at("points", world.profile), told).status_code for _ in range(2)] == [302, 302]
    point.refresh_from_db()
    assert point.causes == [("item", ITEM.id), ("item", THIRD.id)]
    assert {each.point for each in proposals_of(world.profile)} == {point.pk}
    page = client.get(at("section", world.profile, POINTS.id)).content.decode()
    assert f"Checklist {THIRD.number}" in page


def test_a_cause_that_is_taken_away_is_offered_again(world: World, sign_in: SignIn) -> None:
    agreed(world.profile, ITEM.id, HALF)
    agreed(world.profile, THIRD.id, NO)
    press(world, sign_in, f"item.{ITEM.id}")
    point = world.profile.improvements.get()
    client = sign_in(world.head)
    client.post(at("points", world.profile), {"proposal": f"item.{THIRD.id}", "point": point.pk})
    client.post(at("cause_removal", world.profile, point.pk), {"cause": f"item.{THIRD.id}"})
    assert [each.point for each in proposals_of(world.profile)] == [point.pk, None]


def test_a_cause_goes_to_no_point_of_another_school(world: World, sign_in: SignIn) -> None:
    agreed(world.profile, ITEM.id, HALF)
    theirs = Profile.objects.create(school=world.schools[2], round=world.round)
    strange = ImprovementPoint.objects.create(profile=theirs, title="Van een ander")
    client, told = sign_in(world.head), {"proposal": f"item.{ITEM.id}"}
    for point in (strange.pk, "geen-getal", 999_999):
        assert client.post(at("points", world.profile), {**told, "point": point}).status_code == 404
    url = at("cause_removal", world.profile, strange.pk)
    assert client.post(url, {"cause": f"item.{ITEM.id}"}).status_code == 404
    assert sign_in(world.staff).post(url, {"cause": "item.x"}).status_code == 404
    strange.refresh_from_db()
    assert strange.more_sources == []


def test_a_point_that_is_dropped_says_why_and_waits_for_nothing(world: World, sign_in: SignIn) -> None:
    client = sign_in(world.head)
    client.post(at("rows_new", world.profile, POINTS.id), {"title": "Uit het jaarplan"})
    point = world.profile.improvements.get()
    url = at("row_save", world.profile, POINTS.id, point.pk)
    told = {
        "title": point.title,
        "state": "dropped",
        "source_kind": "year_plan",
        "source_text": "bladzijde 12",
    }
    answer = save(client, url, revision="1", **told)
    assert answer.json()["errors"] == {
        "dropped_because": ["Zeg in een paar woorden waarom dit punt vervalt."]
    }
    told["dropped_because"] = "De methode is vervangen."
    assert save(client, url, revision="1", **told).json()["state"][f"part-{POINTS.id}"] == "klaar"
    page = client.get(at("section", world.profile, POINTS.id)).content.decode()
    assert "Jaarplan, bladzijde 12" in page
    paper = client.get(at("section_preview", world.profile, POINTS.id)).content.decode()
    assert "Uit het jaarplan" not in paper


def test_a_document_is_named_on_paper(world: World, sign_in: SignIn) -> None:
    client = sign_in(world.head)
    client.post(at("rows_new", world.profile, POINTS.id), {"title": "Beter zien"})
    url = at("row_save", world.profile, POINTS.id, world.profile.improvements.get().pk)
    told = {**SMART, "source_kind": "inspection", "source_text": "maart 2027, bladzijde 4"}
    save(client, url, revision="1", **told)
    paper = client.get(at("section_preview", world.profile, POINTS.id)).content.decode()
    assert "Uit het rapport van de inspectie, maart 2027, bladzijde 4" in paper


def test_a_long_name_is_cut_at_a_word_and_kept_whole(world: World) -> None:
    long = "Elke leraar " + "ziet het vroeg " * 20
    point = actions.make_point(world.profile, Proposal(Source.SHORTAGE, "t1", long.strip()), actor=world.head)
    assert long.startswith(point.title.replace("…", " "))
    assert len(point.title) <= 200
    assert point.goal == long.strip()
