"""Who sees which page of the samenwerkingsverband; that every figure opens; what each page says."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from dekkend.accounts.models import User
from dekkend.profile.base.models import Profile
from dekkend.region.models import Alliance, Area, District, Membership, Round, School
from tests.analysis.adopted import adopt, arrangement, thing
from tests.world import World

SignIn = Callable[[User], Client]

PROGRESS = {
    "alliance": (), "progress_csv": (), "alliance_station": ("dialoog",),
}  # fmt: skip
COVERAGE = {
    "table_csv": ("dekking",), "offer_all": ("angst",), "offer_all_csv": ("angst",), "offer": ("angst", "wijk"),
    "offer_csv": ("angst", "wijk"), "standard": ("ZOI",), "standard_item": ("ZOI", "ZOI-2"),
    "standard_csv": ("ZOI",),
}  # fmt: skip
OUTSIDE = ["head", "coordinator", "staff", "council", "board", "other_head", "sam"]


def address(world: World, name: str) -> str:
    rest = (PROGRESS | COVERAGE)[name]
    place = f"wijk-{world.areas[0].pk}"
    return reverse(name, args=[world.alliance.slug, *(place if one == "wijk" else one for one in rest)])


def read(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.fixture
def client(world: World, sign_in: SignIn) -> Client:
    return sign_in(world.analyst)


@pytest.mark.parametrize("name", PROGRESS | COVERAGE)
@pytest.mark.parametrize("who", ["analyst", "administrator"])
@pytest.mark.one_database
def test_analyst_and_administrator_see_everything(name: str, who: str, world: World, sign_in: SignIn) -> None:
    assert sign_in(world.people[who]).get(address(world, name)).status_code == 200


@pytest.mark.parametrize("name", PROGRESS | COVERAGE)
@pytest.mark.parametrize("who", OUTSIDE)
@pytest.mark.one_database
def test_nobody_outside_the_alliance_sees_anything(
    name: str, who: str, world: World, sign_in: SignIn
) -> None:
    assert sign_in(world.people[who]).get(address(world, name)).status_code == 404


@pytest.mark.parametrize("name", PROGRESS)
def test_the_adviser_sees_where_schools_are(name: str, world: World, sign_in: SignIn) -> None:
    assert sign_in(world.adviser).get(address(world, name)).status_code == 200


@pytest.mark.parametrize("name", COVERAGE)
@pytest.mark.one_database
def test_the_adviser_does_not_see_what_they_offer(name: str, world: World, sign_in: SignIn) -> None:
    assert sign_in(world.adviser).get(address(world, name)).status_code == 404


def test_the_overview_of_the_adviser_holds_no_figures_of_offer(world: World, sign_in: SignIn) -> None:
    adopt(world.school, world.round, arrangements=[arrangement("angst")])

    said = read(sign_in(world.adviser), address(world, "alliance"))

    assert "Waar de scholen nu zijn" in said
    assert "De Leesplank" in said
    assert "Angst" not in said
    assert "standaarden" not in said


def test_an_analyst_of_another_alliance_sees_nothing(world: World, sign_in: SignIn) -> None:
    other = Alliance.objects.create(slug="ander", name="Ander verband")
    Membership.objects.create(user=world.sam, role="analyst", alliance=other)

    assert sign_in(world.sam).get(address(world, "alliance")).status_code == 404


def test_who_is_not_signed_in_goes_to_the_door(world: World, client: Client) -> None:
    assert Client().get(address(world, "alliance")).status_code == 302


def test_an_alliance_without_a_round_says_what_comes(world: World, client: Client) -> None:
    Profile.objects.all().delete()
    Round.objects.all().delete()

    assert "Er is nog geen ronde" in read(client, address(world, "alliance"))
    assert client.get(address(world, "offer_all")).status_code == 404


def test_the_newest_round_is_shown_unless_another_is_asked(world: World, client: Client) -> None:
    Round.objects.create(
        alliance=world.alliance,
        first_year=2026,
        format_ref=world.round.format_ref,
        catalogue=world.round.catalogue,
    )
    path = address(world, "alliance")

    assert "Schooljaar 2027-2028" in read(client, path)
    assert "Schooljaar 2026-2027" in read(client, f"{path}?ronde=2026")
    assert "?ronde=2026" in read(client, f"{path}?ronde=2026")
    assert client.get(f"{path}?ronde=1999").status_code == 404
    assert client.get(f"{path}?ronde=nu").status_code == 404


def test_white_spots_stand_in_words_and_open(world: World, client: Client) -> None:
    needs = [need.id for need in world.round.format.offer.needs if need.id != "angst"]
    for school in world.schools:
        adopt(school, world.round, arrangements=[arrangement(need) for need in needs])

    said = read(client, address(world, "alliance"))

    assert "Eén behoefte is niet overal gedekt" in said
    assert "Op twee plekken is er niemand." in said
    assert "560 leerlingen" in said
    assert f'href="{address(world, "offer")}"' in said


def test_unknown_pupils_and_schools_without_an_area_are_said(world: World, client: Client) -> None:
    School.objects.filter(pk=world.schools[0].pk).update(area=None)

    said = read(client, address(world, "alliance"))

    assert "Van één school is het aantal leerlingen niet bekend" in said
    assert "Eén school staat nog niet in een wijk" in said
    assert "DUO Open Onderwijsdata, telling 2025" in said


def test_an_example_says_that_it_is_invented_on_page_and_sheet(world: World, client: Client) -> None:
    plain = read(client, address(world, "table_csv"))
    Alliance.objects.update(is_example=True, areas_note="Indeling bij benadering.")

    said = read(client, address(world, "alliance"))

    assert "verzonnen" not in plain
    assert "Verzonnen voorbeeld" in said
    assert "Indeling bij benadering." in said
    assert "verzonnen voorbeeld, niet van deze school" in read(client, address(world, "table_csv"))


def test_a_cell_opens_onto_its_schools_with_their_sentences(world: World, client: Client) -> None:
    adopt(world.schools[0], world.round, arrangements=[arrangement("angst", target="Voor **groep 5**.")])
    short = arrangement("angst", thing("Rots en Water-trainer", available=False))
    adopt(world.schools[1], world.round, arrangements=[short])

    said = read(client, address(world, "offer"))

    assert "Bieden dit" in said
    assert "<strong>groep 5</strong>" in said
    assert "Wat nog ontbreekt: Rots en Water-trainer." in said
    assert "De Liniaal" not in said  # another area


def test_schools_without_offer_and_unknown_ones_stand_apart(world: World, client: Client) -> None:
    adopt(world.schools[0], world.round)

    said = read(client, address(world, "offer"))

    assert said.index("Bieden dit niet") < said.index("De Leesplank") < said.index("De Inktpot")
    assert "Nog niet bekend: 1 van de 2 scholen" in said


def test_a_draft_is_nowhere(world: World, client: Client) -> None:
    world.profile.arrangements.create(need="angst", target="GEHEIM", revision=1)

    assert "GEHEIM" not in read(client, address(world, "offer"))
    assert "GEHEIM" not in read(client, address(world, "offer_csv"))


def test_unknown_names_in_an_address_are_404(world: World, client: Client) -> None:
    slug = world.alliance.slug
    for name, rest in (
        ("offer_all", ["onzin"]), ("offer", ["angst", "wijk-999999"]), ("offer", ["angst", "onzin"]),
        ("standard", ["ONZIN"]), ("standard_item", ["ZOI", "VEI-1"]), ("alliance_station", ["onzin"]),
        ("table_csv", ["onzin"]),
    ):  # fmt: skip
        assert client.get(reverse(name, args=[slug, *rest])).status_code == 404


def test_a_standard_opens_onto_its_schools_and_items(world: World, client: Client) -> None:
    adopt(world.schools[0], world.round, answers={"ZOI-2": {"value": "no"}})

    whole, item = read(client, address(world, "standard")), read(client, address(world, "standard_item"))

    assert "Eén school: in ontwikkeling. Twee scholen: nog niet bekend." in " ".join(whole.split())
    assert "Eén school: nee." in " ".join(item.split())
    assert "De scholen bij 3.2" in item


def test_a_station_opens_onto_its_schools(world: World, client: Client) -> None:
    path = reverse("alliance_station", args=[world.alliance.slug, "checklist"])

    assert "Checklist: één school" in read(client, path)
    assert "De Leesplank" in read(client, path)
    assert "De Leesplank" not in read(client, address(world, "alliance_station"))


def test_sheets_hold_the_figures(world: World, client: Client) -> None:
    adopt(world.schools[0], world.round, arrangements=[arrangement("angst", target="Voor groep 5")])
    adopt(world.schools[1], world.round)

    table = read(client, address(world, "table_csv"))
    offer = read(client, address(world, "offer_csv"))

    assert "Angst;Oost 1;2;2;560;0;1;0;kwetsbaar" in table
    assert "99XA00;De Leesplank;Oost 1;Angst;Bieden dit;arrangement;;Voor groep 5;ja" in offer
    assert "99XB00;De Inktpot;Oost 1;Angst;Bieden dit niet" in offer
    assert "99XA00;De Leesplank;Oost 1;Publicatie;" in read(client, address(world, "progress_csv"))
    assert "99XA00;De Leesplank;Oost 1;Ja;Ja" in read(client, address(world, "standard_csv"))
    standards = read(client, reverse("table_csv", args=[world.alliance.slug, "standaarden"]))
    assert ";2;0;0;1;" in standards


def test_above_twenty_areas_the_table_is_by_district(world: World, client: Client) -> None:
    west = District.objects.create(alliance=world.alliance, name="West", position=5)
    for number in range(19):
        Area.objects.create(alliance=world.alliance, district=west, name=f"West {number}")

    assert "per behoefte en stadsdeel" in read(client, address(world, "alliance"))


@pytest.mark.parametrize(
    ("name", "queries"),
    [("alliance", 21), ("offer", 18), ("offer_all", 12), ("standard", 13), ("alliance_station", 8)],
)
def test_queries_do_not_grow(  # type: ignore[no-untyped-def]
    name: str, queries: int, world: World, client: Client, django_assert_num_queries
) -> None:
    for some in (world.schools[:1], world.schools):
        for school in some:
            adopt(school, world.round, arrangements=[arrangement("angst"), arrangement("bewegen")])
        Profile.objects.update(station="dialogue")
        with django_assert_num_queries(queries):
            assert client.get(address(world, name)).status_code == 200


def test_a_known_school_opens_its_adopted_profile(world: World, client: Client) -> None:
    profile = adopt(world.schools[0], world.round, arrangements=[arrangement("angst")]).profile

    for name in ("offer", "standard", "alliance"):
        assert f'href="{reverse("adopted", args=[profile.pk])}"' in read(client, address(world, name))


def test_the_adviser_gets_no_link_to_it(world: World, sign_in: SignIn) -> None:
    profile = adopt(world.schools[0], world.round).profile

    assert reverse("adopted", args=[profile.pk]) not in read(
        sign_in(world.adviser), address(world, "alliance")
    )
