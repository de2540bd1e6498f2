"""The page of the samenwerkingsverband: who sees it, what it says, and the file that comes out."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from dekkend.accounts.models import User
from dekkend.profile.models import Profile
from dekkend.publication.gathering import jobs
from dekkend.publication.gathering.queries import KEPT, SILENT
from dekkend.publication.models import Gathering
from dekkend.region.models import Alliance, Membership, Round
from tests.publication.walking import adopt, content_of_example
from tests.world import World

pytestmark = pytest.mark.one_database

SignIn = Callable[[User], Client]

OUTSIDE = ["adviser", "head", "coordinator", "staff", "council", "board", "other_head", "sam"]


def at(world: World, name: str = "round_papers", first_year: int = 2027) -> str:
    return reverse(name, args=[world.alliance.slug, first_year])


def read(client: Client, world: World) -> str:
    answer = client.get(at(world))
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def made(world: World, client: Client) -> Gathering:
    client.post(at(world, "gather_papers"))
    jobs.gather_due(processes=0)
    return Gathering.objects.get()


@pytest.fixture
def client(world: World, sign_in: SignIn) -> Client:
    return sign_in(world.analyst)


@pytest.mark.parametrize("who", ["analyst", "administrator"])
def test_analyst_and_administrator_ask_and_take(
    who: str, world: World, two: list[Profile], sign_in: SignIn
) -> None:
    client = sign_in(world.people[who])
    assert client.get(at(world)).status_code == 200
    assert client.post(at(world, "gather_papers")).status_code == 302
    jobs.gather_due(processes=0)
    assert client.get(at(world, "gathered")).status_code == 200


@pytest.mark.parametrize("who", OUTSIDE)
def test_nobody_else_does(who: str, world: World, two: list[Profile], sign_in: SignIn) -> None:
    made(world, sign_in(world.analyst))
    client = sign_in(world.people[who])
    assert client.get(at(world)).status_code == 404
    assert client.post(at(world, "gather_papers")).status_code == 404
    assert client.get(at(world, "gathered")).status_code == 404


def test_an_analyst_of_another_alliance_gets_nothing(
    world: World, two: list[Profile], sign_in: SignIn
) -> None:
    made(world, sign_in(world.analyst))
    other = Alliance.objects.create(slug="ander", name="Ander verband")
    Membership.objects.create(user=world.sam, role="analyst", alliance=other)
    client = sign_in(world.sam)

    assert client.get(at(world, "gathered")).status_code == 404
    assert client.get(reverse("gathered", args=["ander", 2027])).status_code == 404


def test_a_round_that_is_not_there_is_404(world: World, client: Client) -> None:
    assert client.get(at(world, first_year=1999)).status_code == 404
    assert client.get(at(world, "gathered")).status_code == 404


def test_without_an_adopted_profile_there_is_no_button(world: World, client: Client) -> None:
    said = read(client, world)

    assert "nog geen profiel vastgesteld" in said
    assert "<form" not in said.partition("<main")[2].partition("</main>")[0]
    assert client.post(at(world, "gather_papers")).status_code == 423


def test_the_page_counts_the_schools_and_names_who_is_not_there(
    world: World, two: list[Profile], client: Client
) -> None:
    Profile.objects.create(school=world.schools[2], round=world.round)

    said = read(client, world)

    assert "Van 2 scholen is het profiel voor schooljaar 2027-2028 vastgesteld." in said
    assert "De Liniaal" in said
    assert "Maak het bestand" in said


def test_while_it_is_made_the_page_says_how_far(world: World, two: list[Profile], client: Client) -> None:
    client.post(at(world, "gather_papers"))
    assert "Meestal binnen een minuut" in read(client, world)
    jobs.claim(timezone.now())
    Gathering.objects.update(done=1, total=2)

    said = read(client, world)

    assert "<b>1</b> van 2 scholen" in said
    assert 'value="1" max="2"' in said
    assert "Kijk opnieuw" in said  # without scripts
    assert "data-busy" in said
    assert "Maak het" not in said
    assert "wordt al gemaakt" in client.post(at(world, "gather_papers"), follow=True).content.decode()
    assert Gathering.objects.count() == 1


def test_who_was_killed_leaves_a_button(world: World, two: list[Profile], client: Client) -> None:
    client.post(at(world, "gather_papers"))
    jobs.claim(timezone.now())
    Gathering.objects.update(seen_at=timezone.now() - SILENT * 2)

    said = read(client, world)

    assert "Het maken is gestopt" in said
    assert "Begin opnieuw" in said
    assert "data-busy" not in said


def test_the_file_is_a_zip_that_nobody_else_keeps(world: World, two: list[Profile], client: Client) -> None:
    gathering = made(world, client)
    said = read(client, world)
    answer: Any = client.get(at(world, "gathered"), headers={"Accept-Encoding": "gzip"})
    data = b"".join(answer.streaming_content)

    assert "Download het bestand" in said
    assert f"{gathering.files} bestanden" in said
    assert answer.headers["Content-Disposition"] == 'attachment; filename="papieren-voorbeeld-2027-2028.zip"'
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert answer.headers["Content-Length"] == str(len(data)) == str(gathering.size)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None


def test_schools_that_failed_stand_on_the_page_with_the_reason(
    world: World, two: list[Profile], client: Client
) -> None:
    made(world, client)
    Gathering.objects.update(failed=[{"school": "De Inktpot (99XB00)", "fault": "Er is iets <b>mis</b>."}])

    said = read(client, world)

    assert "1 school zit er niet in" in said
    assert "De Inktpot (99XB00)" in said
    assert "&lt;b&gt;mis" in said


def test_a_file_that_is_gone_can_be_made_again(world: World, two: list[Profile], client: Client) -> None:
    gathering = made(world, client)
    jobs.zip_of(gathering.name).unlink()

    assert client.get(at(world, "gathered")).status_code == 404
    assert "Download" not in read(client, world)
    assert "Maak het" in read(client, world)


def test_after_a_week_it_is_not_offered_even_when_no_timer_ran(
    world: World, two: list[Profile], client: Client
) -> None:
    made(world, client)
    Gathering.objects.update(finished_at=timezone.now() - KEPT - timedelta(hours=1))

    assert client.get(at(world, "gathered")).status_code == 404
    assert "Download" not in read(client, world)


def test_only_a_press_begins(world: World, two: list[Profile], client: Client) -> None:
    assert client.get(at(world, "gather_papers")).status_code == 405
    assert not Gathering.objects.exists()


def test_other_years_are_one_press_away(world: World, two: list[Profile], client: Client) -> None:
    Round.objects.create(
        alliance=world.alliance,
        first_year=2026,
        format_ref=world.round.format_ref,
        catalogue=world.round.catalogue,
    )

    assert at(world, first_year=2026) in read(client, world)


@pytest.mark.parametrize(("who", "name"), [("analyst", "alliance"), ("administrator", "region")])
def test_the_way_to_it(who: str, name: str, world: World, sign_in: SignIn) -> None:
    page = sign_in(world.people[who]).get(reverse(name, args=[world.alliance.slug])).content.decode()

    assert at(world) in page


def test_the_adviser_is_not_shown_the_way(world: World, sign_in: SignIn) -> None:
    page = sign_in(world.adviser).get(reverse("alliance", args=[world.alliance.slug])).content.decode()

    assert at(world) not in page


def test_queries_do_not_grow(world: World, client: Client, django_assert_num_queries: Any) -> None:
    content = content_of_example()
    for number, school in enumerate(world.schools):
        profile = world.profile if number == 0 else Profile.objects.create(school=school, round=world.round)
        adopt(world, profile, content)
        if number in (0, 2):
            with django_assert_num_queries(11):
                client.get(at(world))
