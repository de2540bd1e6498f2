import json
from collections.abc import Callable
from datetime import date, timedelta
from hashlib import sha256
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from dekkend.accounts.models import User
from dekkend.profile.models import Profile
from dekkend.profile.version.keep import path_of
from dekkend.publication.actions import withdraw
from dekkend.publication.models import Publication
from dekkend.publication.papers import ADDRESSES
from dekkend.region.models import Round, School
from tests.publication.walking import adopt, content_of_example, open_to_all, submitted
from tests.world import World

pytestmark = pytest.mark.one_database

SignIn = Callable[[User], Client]
YEAR = "2027-2028"


def address(profile: Profile, end: str = "") -> str:
    return f"/scholen/{profile.school.brin6}/{YEAR}/{end}"


def test_the_page_answers_first_then_needs_route_limits_and_files(client: Client, published: Profile) -> None:
    text = client.get(f"/scholen/{published.school.brin6}/").content.decode().split("<main")[1]
    places = [
        text.index(words)
        for words in (
            "Wat kan De Leesplank voor uw kind doen?",
            "Deze school biedt meer bij rekenen en dyscalculie, bij taal en spraak, en bij druk en boos gedrag.",
            "Rekenen lukt mijn kind niet",
            "U praat met de leraar van uw kind",
            "Dan doen wij dit",
            "Leerlingen vinden het fijn",
            "sop.pdf",
            "Wie hieraan meewerkte",
        )
    ]
    assert places == sorted(places)


def test_the_page_holds_nothing_private(client: Client, published: Profile) -> None:
    text = client.get(f"/scholen/{published.school.brin6}/").content.decode()
    for secret in ("GEHEIM", "Hanna Hoofd", "Bea Bestuur", "Mo Raad", "Zeven van de tien doelen"):
        assert secret not in text


@pytest.mark.parametrize("state", ["preparing", "submitted", "adopted"])
def test_what_is_not_published_is_not_public(client: Client, world: World, state: str) -> None:
    content = content_of_example()
    if state == "submitted":
        submitted(world, world.profile, content)
    if state == "adopted":
        adopt(world, world.profile, content)
    page = client.get(f"/scholen/{world.school.brin6}/")
    assert "nog niet gepubliceerd" in page.content.decode()
    assert "taalspecialist" not in page.content.decode()
    assert client.get(address(world.profile)).status_code == 404
    for end in ADDRESSES:
        assert client.get(address(world.profile, end)).status_code == 404


def test_a_school_without_profile_shows_its_register_and_no_unconfirmed_number(
    client: Client, world: World
) -> None:
    School.objects.filter(pk=world.school.pk).update(phone="06-11111111")
    page = client.get(f"/scholen/{world.school.brin6}/")
    text = page.content.decode()
    assert page.status_code == 200
    assert "212 (telling van 2025)" in text
    assert "Bron: DUO" in text
    assert "06-11111111" not in text
    School.objects.filter(pk=world.school.pk).update(phone_confirmed=True)
    assert "06-11111111" in client.get(f"/scholen/{world.school.brin6}/").content.decode()


def test_a_school_with_another_name_since_says_both(client: Client, published: Profile) -> None:
    """The profile keeps the name under which it was adopted; who found the new name must know that it is the same."""
    path = f"/scholen/{published.school.brin6}/"
    assert "heet nu" not in client.get(path).content.decode()

    School.objects.filter(pk=published.school_id).update(name="De Leesboom")
    text = client.get(path).content.decode()

    assert "Deze school heet nu De Leesboom." in text
    assert "Wat kan De Leesplank voor uw kind doen?" in text


def test_a_profile_of_a_school_that_closed_says_so(client: Client, published: Profile) -> None:
    path = f"/scholen/{published.school.brin6}/"
    assert "register van DUO" not in client.get(path).content.decode().split("<main")[1]

    School.objects.filter(pk=published.school_id).update(is_gone=True)

    assert "Deze school staat niet meer in het register van DUO." in client.get(path).content.decode()


def test_an_unknown_count_is_said_to_be_unknown(client: Client, world: World) -> None:
    text = client.get(f"/scholen/{world.schools[2].brin6}/").content.decode()
    assert "<dd>onbekend</dd>" in text


def test_every_file_has_its_type_hash_and_age(client: Client, printed: Profile) -> None:
    types = {
        "pdf": "application/pdf",
        "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "odt": "application/vnd.oasis.opendocument.text",
        "html": "text/html; charset=utf-8",
        "txt": "text/plain; charset=utf-8",
        "json": "application/json; charset=utf-8",
    }
    for end in ADDRESSES:
        answer = client.get(address(printed, end))
        assert answer.status_code == 200, end
        assert answer["Content-Type"] == types[end.split(".")[1]]
        assert answer["ETag"] == f'"{sha256(answer.content).hexdigest()}"'
        assert "max-age" in answer["Cache-Control"]
        again = client.get(address(printed, end), headers={"If-None-Match": answer["ETag"]})
        assert again.status_code == 304


def test_the_web_paper_may_use_its_own_style_and_no_other(client: Client, printed: Profile) -> None:
    policy = client.get(address(printed, "sop.html"))["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "style-src 'sha256-" in policy
    assert "unsafe" not in policy


def test_a_file_that_was_changed_on_disk_is_not_given(client: Client, published: Profile) -> None:
    assert published.adopted is not None
    path = path_of(published.adopted.papers.get(kind="guide", form="txt").sha256)
    path.write_bytes(path.read_bytes()[:-1] + b"x")
    answer = client.get(address(published, "schoolgids.txt"))
    assert answer.status_code == 503
    assert "niet meer zoals het bij de vaststelling is bewaard" in answer.content.decode()
    assert client.get(address(published, "schoolgids.html")).status_code == 200


@pytest.mark.parametrize(
    "end", ["sop.exe", "checklist.pdf", "..%2f..%2fsettings.py", "sop.pdf/", "profile.json", "SOP.PDF"]
)
def test_other_files_do_not_exist(client: Client, published: Profile, end: str) -> None:
    assert client.get(address(published, end)).status_code == 404


def test_other_schools_and_years_do_not_exist(client: Client, published: Profile) -> None:
    for path in (
        "/scholen/00AA00/",
        "/scholen/onzin/",
        "/scholen/%00%00%00%00%00%00/",
        f"/scholen/{published.school.brin6}/2026-2027/",
    ):
        assert client.get(path).status_code == 404
    assert client.get(f"/scholen/{published.school.brin6}/2026-2027/sop.pdf").status_code == 404
    assert client.get(f"/scholen/{published.school.brin6.lower()}/").status_code == 200


def test_a_withdrawn_profile_answers_gone_with_reason_and_contact(
    client: Client, world: World, published: Profile
) -> None:
    withdraw(published, actor=world.head, reason="Er stond een <b>fout</b> in.")
    for path in (f"/scholen/{published.school.brin6}/", address(published), address(published, "sop.pdf")):
        answer = client.get(path)
        assert answer.status_code == 410
        assert "Er stond een &lt;b&gt;fout&lt;/b&gt; in." in answer.content.decode()
        assert "Leerlaan 1" in answer.content.decode()
    open_to_all(world, published)
    assert client.get(address(published, "sop.pdf")).status_code == 200


def test_an_expired_profile_says_so_and_a_valid_one_does_not(client: Client, published: Profile) -> None:
    path = f"/scholen/{published.school.brin6}/"
    assert "Verlopen" not in client.get(path).content.decode()
    Publication.objects.update(valid_until=timezone.localdate() - timedelta(days=1))
    assert "Verlopen" in client.get(path).content.decode()


def test_last_year_stays_at_its_address_and_points_to_the_new_one(
    client: Client, world: World, published: Profile
) -> None:
    later = Round.objects.create(
        alliance=world.alliance,
        first_year=2028,
        format_ref=world.round.format_ref,
        catalogue=world.round.catalogue,
    )
    profile = Profile.objects.create(school=world.school, round=later)
    open_to_all(world, adopt(world, profile, content_of_example()))
    assert "Sinds" in client.get(address(published)).content.decode()
    newest = client.get(f"/scholen/{published.school.brin6}/").content.decode()
    assert "schooljaar 2028-2029" in newest
    assert f'href="{address(published)}"' in newest
    assert client.get(address(published, "sop.pdf")).status_code == 200


def test_invented_content_says_so_and_stays_out_of_search_engines(client: Client, world: World) -> None:
    open_to_all(world, adopt(world, world.profile, content_of_example(example=True), papers="real"))
    answer = client.get(f"/scholen/{world.school.brin6}/")
    assert "Verzonnen voorbeeld, niet van deze school" in answer.content.decode()
    assert '<meta name="robots" content="noindex">' in answer.content.decode()
    paper = client.get(address(world.profile, "sop.txt"))
    assert paper["X-Robots-Tag"] == "noindex"
    assert "niet van deze school" in paper.content.decode()
    assert json.loads(client.get(address(world.profile, "profiel.json")).content)["example"] is True


def test_a_real_profile_may_be_found(client: Client, published: Profile, settings: Any) -> None:
    settings.DEMO = False
    answer = client.get(f"/scholen/{published.school.brin6}/")
    assert "noindex" not in answer.content.decode()
    assert "X-Robots-Tag" not in answer


def test_public_pages_set_no_cookie_and_need_no_script(client: Client, published: Profile) -> None:
    brin6 = published.school.brin6
    for path in (
        "/",
        "/scholen/",
        "/scholen/?behoefte=gedrag",
        f"/scholen/{brin6}/",
        address(published, "sop.pdf"),
    ):
        assert not client.get(path).cookies, path
    assert not client.cookies


def test_who_is_signed_in_goes_from_the_front_door_to_the_own_work(world: World, sign_in: SignIn) -> None:
    assert sign_in(world.head).get("/")["Location"] == "/mijn-werk/"
    assert Client().get("/").status_code == 200


def test_the_page_costs_the_same_with_one_and_with_three_years(
    client: Client, world: World, published: Profile, django_assert_num_queries: Any
) -> None:
    path = f"/scholen/{published.school.brin6}/"
    with django_assert_num_queries(5):
        client.get(path)
    for first_year in (2028, 2029):
        later = Round.objects.create(
            alliance=world.alliance,
            first_year=first_year,
            format_ref=world.round.format_ref,
            catalogue=world.round.catalogue,
        )
        profile = Profile.objects.create(school=world.school, round=later)
        open_to_all(world, adopt(world, profile, content_of_example()))
    with django_assert_num_queries(5):
        client.get(path)


def test_the_colours_of_the_alliance_come_as_a_style_sheet(
    client: Client, world: World, published: Profile
) -> None:
    page = f"/scholen/{published.school.brin6}/"
    assert "huisstijl" not in client.get(page).content.decode()
    world.alliance.accent = "#14563c"
    world.alliance.save()
    assert "/huisstijl/voorbeeld.css?14563c" in client.get(page).content.decode()
    css = client.get("/huisstijl/voorbeeld.css")
    assert css["Content-Type"] == "text/css; charset=utf-8"
    assert "--accent:#14563c" in css.content.decode()
    assert client.get("/huisstijl/onbekend.css").status_code == 404


def test_dates_of_the_road_are_those_of_the_decisions(client: Client, published: Profile) -> None:
    text = client.get(f"/scholen/{published.school.brin6}/").content.decode()
    assert "De leerlingen, 20\N{NO-BREAK SPACE}januari 2027" in text
    assert date(2027, 1, 20).isoformat() not in text


def test_a_signed_in_page_wears_the_colours_of_its_profile(
    world: World, adopted: Profile, sign_in: SignIn
) -> None:
    client, path = sign_in(world.head), f"/profielen/{adopted.pk}/publicatie/"
    assert "/huisstijl/voorbeeld.css" not in client.get(path).content.decode()
    world.alliance.accent = "#14563c"
    world.alliance.save()
    assert "/huisstijl/voorbeeld.css?14563c" in client.get(path).content.decode()
