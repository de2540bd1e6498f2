"""Beheer: only the administrator of this samenwerkingsverband; everybody else gets 404."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from dekkend.accounts.models import User
from dekkend.audit.models import Event
from dekkend.profile.base.models import Profile
from dekkend.region.models import Alliance, Area, Membership, Round, School
from tests.world import PASSWORD, World

pytestmark = pytest.mark.one_database

SignIn = Callable[[User], Client]
DATA = Path(__file__).parents[2] / "src/dekkend/desk/demo/data"
PAGES = (
    "region", "schools", "schools_csv", "assignments", "school_new", "duo", "pupil_counts", "people",
    "areas", "shapes", "round_new",
)  # fmt: skip


@pytest.fixture
def client(world: World, sign_in: SignIn) -> Client:
    return sign_in(world.administrator)


@pytest.mark.parametrize("name", PAGES)
def test_administrator_sees(name: str, world: World, client: Client) -> None:
    assert client.get(reverse(name, args=[world.alliance.slug])).status_code == 200


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("who", ["head", "coordinator", "council", "board", "adviser", "analyst", "sam"])
def test_nobody_else_sees(name: str, who: str, world: World, sign_in: SignIn) -> None:
    page = reverse(name, args=[world.alliance.slug])

    assert sign_in(world.people[who]).get(page).status_code == 404


def test_duo_is_shown_before_it_is_done(world: World, client: Client) -> None:
    raw = (DATA / "duo-scholen-almere-2026-08.csv").read_bytes()
    upload = {"file": SimpleUploadedFile("scholen.csv", raw), "gemeente": "ALMERE"}

    shown = client.post(reverse("duo", args=[world.alliance.slug]), upload)

    assert "75 nieuw" in shown.content.decode()
    assert School.objects.count() == 3
    client.post(reverse("duo_confirmation", args=[world.alliance.slug]), said_yes(shown))
    assert School.objects.count() == 78


def said_yes(page: Any) -> dict[str, str]:
    """What the button under a preview sends."""
    return {"preview": page.context["mark"]}


def test_duo_of_one_alliance_is_not_done_in_another(world: World, client: Client) -> None:
    """One person looks after two; the page of the first is still open."""
    other = Alliance.objects.create(slug="ander", name="Een ander")
    Membership.objects.create(user=world.administrator, role="administrator", alliance=other)
    raw = (DATA / "duo-scholen-almere-2026-08.csv").read_bytes()
    yes = [
        said_yes(
            client.post(
                reverse("duo", args=[slug]),
                {"file": SimpleUploadedFile("scholen.csv", raw), "gemeente": "ALMERE"},
            )
        )
        for slug in (world.alliance.slug, "ander")
    ]

    for slug, told in ((world.alliance.slug, yes[0]), (world.alliance.slug, yes[1]), ("ander", yes[0])):
        answer = client.post(reverse("duo_confirmation", args=[slug]), told, follow=True)
        assert "Kies eerst een bestand" in answer.content.decode()
    assert School.objects.count() == 3

    client.post(reverse("duo_confirmation", args=["ander"]), yes[1])
    assert other.schools.count() == 75


def test_duo_without_a_preview_changes_nothing(world: World, client: Client) -> None:
    client.post(reverse("duo_confirmation", args=[world.alliance.slug]))

    assert School.objects.count() == 3


def test_duo_says_what_is_wrong_with_a_file(world: World, client: Client) -> None:
    upload = {"file": SimpleUploadedFile("x.csv", b"a;b\n1;2\n"), "gemeente": ""}

    answer = client.post(reverse("duo", args=[world.alliance.slug]), upload)

    assert "ontbreekt de kolom" in answer.content.decode()


def test_a_school_gets_another_area(world: World, client: Client) -> None:
    field = f"school-{world.school.pk}"

    client.post(reverse("assignments", args=[world.alliance.slug]), {field: world.areas[1].pk})

    world.school.refresh_from_db()
    assert world.school.area == world.areas[1]
    assert Event.objects.get(act="assign").data == {"from": "Oost 1", "to": "Oost 2"}


def test_areas_come_from_a_file(world: World, client: Client) -> None:
    file = SimpleUploadedFile("wijken.csv", b"vestigingscode;wijk\n99XA00;Oost 2\n99XB00;\n")

    client.post(reverse("assignments", args=[world.alliance.slug]), {"file": file})

    found = dict(School.objects.values_list("brin6", "area__name"))
    assert found == {"99XA00": "Oost 2", "99XB00": None, "99XC00": "Oost 2"}


def test_a_file_with_one_wrong_line_changes_nothing(world: World, client: Client) -> None:
    file = SimpleUploadedFile("wijken.csv", b"vestigingscode;wijk\n99XA00;Oost 2\n99XB00;Atlantis\n")

    answer = client.post(reverse("assignments", args=[world.alliance.slug]), {"file": file})

    assert "Regel 3: er is geen wijk Atlantis" in answer.content.decode()
    assert School.objects.get(brin6="99XA00").area == world.areas[0]


def test_inviting_gives_a_role_and_a_letter(
    world: World, client: Client, django_capture_on_commit_callbacks
) -> None:
    told = {
        "name": "Nel",
        "email": "nel@voorbeeld.example",
        "role": "head",
        "place": f"school-{world.school.pk}",
    }

    with django_capture_on_commit_callbacks(execute=True):
        client.post(reverse("people", args=[world.alliance.slug]), told)

    assert Membership.objects.get(user__email="nel@voorbeeld.example").school == world.school
    assert mail.outbox[0].to == ["nel@voorbeeld.example"]
    assert "/uitnodiging/" in mail.outbox[0].body


def test_a_role_at_the_wrong_place_is_refused(world: World, client: Client) -> None:
    told = {"name": "Nel", "email": "nel@voorbeeld.example", "role": "head", "place": ""}

    answer = client.post(reverse("people", args=[world.alliance.slug]), told)

    assert "waar deze rol bij hoort" in answer.content.decode()
    assert not User.objects.filter(email="nel@voorbeeld.example").exists()


def test_a_role_is_taken_away(world: World, client: Client) -> None:
    member = world.staff.memberships.get()

    client.post(reverse("member_removal", args=[world.alliance.slug, member.pk]))

    assert not world.staff.memberships.exists()


def test_the_last_administrator_stays(world: World, client: Client) -> None:
    """Nobody would be left who could invite another one."""
    member = world.administrator.memberships.get()
    page = reverse("member_removal", args=[world.alliance.slug, member.pk])
    # Invited, and never came: no help.
    late = User.objects.create_user("laat@voorbeeld.example", name="Laat")
    Membership.objects.create(user=late, role="administrator", alliance=world.alliance)

    answer = client.post(page)

    assert answer.status_code == 423
    assert "enige beheerder" in answer.content.decode()
    assert world.administrator.memberships.exists()

    late.set_password(PASSWORD)
    late.save(update_fields=["password"])
    client.post(page)
    assert not world.administrator.memberships.exists()


def test_a_new_round_gives_every_school_a_profile(world: World, client: Client) -> None:
    told = {"first_year": 2028, "format_ref": "almere-po/2026.1", "catalogue": world.round.catalogue_id}

    client.post(reverse("round_new", args=[world.alliance.slug]), told)

    assert Profile.objects.filter(round__first_year=2028).count() == 3


def test_a_new_round_does_not_write_over_one_that_is_there(world: World, client: Client) -> None:
    told = {"first_year": 2027, "format_ref": "almere-po/2026.1", "catalogue": world.round.catalogue_id}

    answer = client.post(reverse("round_new", args=[world.alliance.slug]), told)

    assert "De ronde 2027-2028 is er al" in answer.content.decode()
    assert Round.objects.get().dates["checklist"] == "2026-12-11"


def test_a_list_of_areas_without_its_columns_says_which_file_to_choose(world: World, client: Client) -> None:
    file = SimpleUploadedFile("wijken.csv", b"school;wijk\n99XX00;Oost\n")

    answer = client.post(reverse("assignments", args=[world.alliance.slug]), {"file": file})

    assert "Lijst als rekenblad" in answer.content.decode()
    assert "DUO het geeft" not in answer.content.decode()


def test_a_school_that_is_there_is_not_added_twice(world: World, client: Client) -> None:
    answer = client.post(reverse("school_new", args=[world.alliance.slug]), {"brin6": world.school.brin6})

    assert "Deze school staat er al" in answer.content.decode()


def test_dates_in_the_wrong_order_are_refused(world: World, client: Client) -> None:
    told = {"until_checklist": "2027-02-01", "until_dialogue": "2027-01-01"}

    answer = client.post(reverse("round_edit", args=[world.alliance.slug, 2027]), told)

    assert "komt later op de weg" in answer.content.decode()
    assert Round.objects.get().dates["checklist"] == "2026-12-11"


def test_areas_come_from_geojson(world: World, client: Client) -> None:
    file = SimpleUploadedFile("w.geojson", (DATA / "cbs-wijken-almere-2023.geojson").read_bytes())

    client.post(reverse("shapes", args=[world.alliance.slug]), {"district": "Almere", "file": file})

    assert Area.objects.filter(district__name="Almere").count() == 71


def test_a_school_is_corrected(world: World, client: Client) -> None:
    page = reverse("school_edit", args=[world.alliance.slug, "99XA00"])
    told = {"name": "De Nieuwe Leesplank", "kind": "bo", "board": world.boards[0].pk, "phone": "036-1234567"}

    client.post(page, told)

    world.school.refresh_from_db()
    assert (world.school.name, world.school.brin6) == ("De Nieuwe Leesplank", "99XA00")


@pytest.mark.parametrize("rows", [1, 3])
def test_list_of_schools_costs_the_same_for_one_and_three(
    rows: int, world: World, client: Client, django_assert_num_queries
) -> None:
    School.objects.exclude(pk__in=[school.pk for school in world.schools[:rows]]).filter(
        profiles=None
    ).delete()
    page = reverse("schools", args=[world.alliance.slug])
    client.get(page)

    with django_assert_num_queries(8):
        client.get(page)
