"""The other pages of a wijk: one need, the list of wijken, the sheet; and taking an agreement back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from dekkend.accounts.models import User
from dekkend.audit.models import Event
from dekkend.neighbourhood.actions import add_agreement, remove_agreement
from dekkend.neighbourhood.models import AreaAgreement, SealedPlan
from dekkend.region.models import Alliance, Round, School
from tests.analysis.adopted import adopt, arrangement
from tests.world import World

pytestmark = pytest.mark.one_database

SignIn = Callable[[User], Client]
SEEN = ["area", "area_need", "area_csv"]


def address(world: World, name: str) -> str:
    return reverse(name, args=[world.areas[0].pk, *(["angst"] if name == "area_need" else [])])


def read(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize("name", SEEN)
@pytest.mark.parametrize("who", ["head", "coordinator", "adviser", "analyst", "administrator"])
def test_pages_are_seen_by_the_people_of_the_wijk(name: str, who: str, world: World, sign_in: SignIn) -> None:
    assert sign_in(world.people[who]).get(address(world, name)).status_code == 200


@pytest.mark.parametrize("name", SEEN)
@pytest.mark.parametrize("who", ["staff", "council", "board", "other_head", "sam"])
def test_pages_are_closed_for_others(name: str, who: str, world: World, sign_in: SignIn) -> None:
    assert sign_in(world.people[who]).get(address(world, name)).status_code == 404


@pytest.mark.parametrize("who", ["adviser", "analyst", "administrator"])
def test_the_alliance_sees_its_wijken(who: str, world: World, sign_in: SignIn) -> None:
    said = read(sign_in(world.people[who]), reverse("areas_of", args=[world.alliance.slug]))

    assert "Twee wijken plannen samen" in said
    assert address(world, "area") in said


@pytest.mark.parametrize("who", ["head", "coordinator", "staff", "council", "board", "sam"])
def test_others_do_not_see_the_wijken(who: str, world: World, sign_in: SignIn) -> None:
    page = reverse("areas_of", args=[world.alliance.slug])

    assert sign_in(world.people[who]).get(page).status_code == 404


def test_a_need_opens_onto_the_words_of_schools(world: World, sign_in: SignIn) -> None:
    adopt(world.schools[0], world.round, arrangements=[arrangement("angst", target="Voor groep 5.")])

    said = read(sign_in(world.head), address(world, "area_need"))

    assert "Voor groep 5." in said
    assert "Eén school biedt dit, voor zover bekend." in said
    assert "De Liniaal" not in said


def test_a_made_up_need_or_round_is_not_found(world: World, sign_in: SignIn) -> None:
    client = sign_in(world.head)

    assert client.get(reverse("area_need", args=[world.areas[0].pk, "onzin"])).status_code == 404
    assert client.get(f"{address(world, 'area')}?ronde=1999").status_code == 404


def test_a_head_gets_no_link_to_what_only_the_alliance_reads(world: World, sign_in: SignIn) -> None:
    profile = adopt(world.schools[1], world.round, arrangements=[arrangement("angst")]).profile
    link = reverse("adopted", args=[profile.pk])

    assert link not in read(sign_in(world.head), address(world, "area"))
    assert link in read(sign_in(world.analyst), address(world, "area"))


def test_the_sheet_holds_a_row_per_need_and_school(world: World, sign_in: SignIn) -> None:
    adopt(world.schools[0], world.round, arrangements=[arrangement("angst")])

    said = read(sign_in(world.head), address(world, "area_csv"))

    assert "Oost 1;Angst;99XA00;De Leesplank;arrangement;" in said
    assert "Oost 1;Angst;99XB00;De Inktpot;nog niet bekend;" in said
    assert "verzonnen" not in said


def test_an_example_is_invented_on_page_and_sheet(world: World, sign_in: SignIn) -> None:
    Alliance.objects.update(is_example=True, areas_note="Indeling bij benadering.")
    client = sign_in(world.head)

    assert "verzonnen voorbeeld, niet van deze school" in read(client, address(world, "area_csv"))
    assert "Verzonnen voorbeeld" in read(client, address(world, "area"))
    assert "Indeling bij benadering." in read(client, address(world, "area"))


def test_a_wijk_of_many_schools_comes_in_pages(world: World, sign_in: SignIn) -> None:
    for number in range(20):
        School.objects.create(
            alliance=world.alliance, board=world.boards[0], area=world.areas[0], brin6=f"98AA{number:02}",
            name=f"School {number:02}",
        )  # fmt: skip
    client = sign_in(world.head)

    assert (
        "School 19" not in read(client, address(world, "area")).partition("Grenzen")[0].partition("<table")[2]
    )
    assert "School 19" in read(client, f"{address(world, 'area')}?bladzijde=2")


def test_who_only_reads_gets_no_form(world: World, sign_in: SignIn) -> None:
    add_agreement(world.areas[0], world.round, actor=world.head, what="Samen een taalklas.")

    said = read(sign_in(world.analyst), address(world, "area"))

    assert "Samen een taalklas." in said
    assert "<textarea" not in said
    assert "Maak een afspraak" not in said
    assert "Leg het plan vast" not in said


def test_only_the_administrator_gets_the_button_to_seal(world: World, sign_in: SignIn) -> None:
    add_agreement(world.areas[0], world.round, actor=world.head)

    assert "Leg het plan vast" in read(sign_in(world.administrator), address(world, "area"))
    assert "Leg het plan vast" not in read(sign_in(world.head), address(world, "area"))


def test_sealing_a_plan_that_is_not_whole_says_why_and_files_nothing(world: World, sign_in: SignIn) -> None:
    add_agreement(world.areas[0], world.round, actor=world.head, what="Samen een taalklas.")
    page = reverse("plan_sealing", args=[world.areas[0].pk])

    answer = sign_in(world.administrator).post(page, {"ronde": "2027"}, follow=True)

    assert "Schrijf bij elke afspraak wat, wie en tot wanneer" in answer.content.decode()
    assert not SealedPlan.objects.exists()


@pytest.mark.parametrize(
    ("kind", "key", "words"),
    [("item", "ZOI-2", "Samen werken aan 3.2"), ("limit", "safety", "Wat wij samen doen")],
)
def test_an_agreement_begins_with_words(
    kind: str, key: str, words: str, world: World, sign_in: SignIn
) -> None:
    page = reverse("agreements", args=[world.areas[0].pk])

    sign_in(world.coordinator).post(page, {"ronde": "2027", "from": kind, "key": key})

    assert AreaAgreement.objects.get().what.startswith(words)


def test_what_was_taken_away_comes_back_once(world: World, sign_in: SignIn) -> None:
    agreement = add_agreement(world.areas[0], world.round, actor=world.head, need="angst", what="Samen.")
    client = sign_in(world.head)
    removed = client.post(reverse("agreement_removal", args=[world.areas[0].pk, agreement.pk]), follow=True)
    assert "Zet haar terug" in removed.content.decode()
    key = Event.objects.get(act="remove").pk
    page = reverse("agreement_return", args=[world.areas[0].pk])

    client.post(page, {"removal": key})

    back = AreaAgreement.objects.get()
    assert (back.need, back.what) == ("angst", "Samen.")
    assert client.post(page, {"removal": key}).status_code == 423
    assert AreaAgreement.objects.count() == 1


def test_a_stranger_and_another_wijk_bring_nothing_back(world: World, sign_in: SignIn) -> None:
    agreement = add_agreement(world.areas[0], world.round, actor=world.head, what="Samen.")
    event = remove_agreement(agreement, actor=world.head)

    own = reverse("agreement_return", args=[world.areas[0].pk])
    other = reverse("agreement_return", args=[world.areas[1].pk])
    assert sign_in(world.other_head).post(own, {"removal": event.pk}).status_code == 404
    assert sign_in(world.other_head).post(other, {"removal": event.pk}).status_code == 404
    assert sign_in(world.head).post(own, {"removal": "onzin"}).status_code == 404
    assert not AreaAgreement.objects.exists()


def test_two_people_in_one_agreement_see_both_texts(world: World, sign_in: SignIn) -> None:
    agreement = add_agreement(world.areas[0], world.round, actor=world.head, what="Samen.")
    page = reverse("agreement", args=[world.areas[0].pk, agreement.pk])
    json = {"accept": "application/json"}

    first = sign_in(world.head).post(page, {"revision": "1", "who": "De Leesplank"}, headers=json)
    second = sign_in(world.coordinator).post(page, {"revision": "1", "who": "De Inktpot"}, headers=json)

    assert (first.status_code, second.status_code) == (200, 409)
    assert second.json()["fields"]["who"]["theirs"] == "De Leesplank"


def test_the_plan_of_a_round_stays_with_its_round(world: World, sign_in: SignIn) -> None:
    add_agreement(world.areas[0], world.round, actor=world.head, what="Samen een taalklas.")
    Round.objects.create(
        alliance=world.alliance,
        first_year=2028,
        format_ref=world.round.format_ref,
        catalogue=world.round.catalogue,
    )
    client = sign_in(world.head)

    assert "Samen een taalklas." not in read(client, address(world, "area"))
    assert "Samen een taalklas." in read(client, f"{address(world, 'area')}?ronde=2027")


def test_need_and_list_cost_the_same_for_one_and_three_schools(  # type: ignore[no-untyped-def]
    world: World, sign_in: SignIn, django_assert_num_queries
) -> None:
    client = sign_in(world.administrator)
    for some in (world.schools[:1], world.schools):
        for school in some:
            School.objects.filter(pk=school.pk).update(area=world.areas[0])
            adopt(school, world.round, arrangements=[arrangement("angst")])
        with django_assert_num_queries(12):
            client.get(address(world, "area_need"))
        with django_assert_num_queries(8):
            client.get(reverse("areas_of", args=[world.alliance.slug]))
