import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from dekkend.accounts.models import User
from dekkend.process.engine import NotAllowed, Refused
from dekkend.profile.models import Profile
from dekkend.profile.version.keep import path_of
from dekkend.publication.actions import publish, withdraw
from dekkend.publication.models import Publication
from dekkend.publication.papers import ADDRESSES, are_kept, made
from dekkend.region.models import Round
from tests.publication.walking import adopt, content_of_example, open_to_all, submitted
from tests.world import World, build

SignIn = Callable[[User], Client]


def test_adoption_keeps_every_paper_under_its_hash(
    world: World, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        profile = adopt(world, world.profile, content_of_example(), papers="none")
    assert profile.adopted is not None
    assert are_kept(profile.adopted)
    papers = list(profile.adopted.papers.all())
    assert {(paper.kind, paper.form) for paper in papers} == set(ADDRESSES.values())
    assert all(path_of(paper.sha256).stat().st_size == paper.size for paper in papers)


@pytest.mark.django_db(transaction=True)
def test_a_disk_that_fails_stops_no_adoption(tmp_path: Path, settings: Any) -> None:
    settings.MEDIA_ROOT = tmp_path / "full"
    settings.MEDIA_ROOT.write_bytes(b"")  # no folder: nothing can be kept in it
    world = build()

    profile = adopt(world, world.profile, content_of_example(), papers="none")

    assert profile.adopted
    assert not are_kept(profile.adopted)


def test_never_public_are_the_answers_and_what_the_council_reads() -> None:
    assert {kind for kind, _ in ADDRESSES.values()} == {"sop", "guide", "poster", "profile"}


@pytest.mark.parametrize("name", ["mr.pdf", "checklist.pdf", "verslag.pdf"])
def test_what_is_not_public_has_no_public_address(name: str, published: Profile, client: Client) -> None:
    at = f"/scholen/{published.school.brin6}/2027-2028/"
    assert client.get(f"{at}{name}").status_code == 404
    assert client.get(f"{at}poster.pdf").status_code == 200


def test_the_kept_poster_opens_the_page_of_the_school(world: World, published: Profile) -> None:
    assert published.adopted is not None
    text = made(published.adopted)["poster", "txt"].decode()
    assert f"{settings.ADDRESS}/scholen/{published.school.brin6}/" in text


def test_without_papers_nobody_publishes_and_the_head_can_make_them(world: World, sign_in: SignIn) -> None:
    profile = adopt(world, world.profile, content_of_example(), papers="none")
    with pytest.raises(Refused, match="bestanden"):
        publish(profile, actor=world.head)
    client = sign_in(world.head)
    assert "Maak de bestanden" in client.get(f"/profielen/{profile.pk}/publicatie/").content.decode()
    client.post(f"/profielen/{profile.pk}/publicatie/bestanden/")
    publish(profile, actor=world.head)
    assert profile.state == "published"


def test_a_lost_file_stops_publishing(world: World, adopted: Profile) -> None:
    assert adopted.adopted is not None
    path_of(adopted.adopted.papers.get(kind="sop", form="pdf").sha256).unlink()
    with pytest.raises(Refused, match="bestanden"):
        publish(adopted, actor=world.head)


def test_publishing_notes_version_year_and_needs(world: World, published: Profile) -> None:
    publication = Publication.objects.get()
    assert publication.version == published.adopted
    assert publication.schooljaar == "2027-2028"
    needs = {row.need: row for row in publication.needs.all()}
    assert list(needs) == ["rekenen-dyscalculie", "taal-spraak", "gedrag", "prikkels-contact"]
    assert needs["rekenen-dyscalculie"].is_offered
    assert not needs["rekenen-dyscalculie"].is_short
    assert needs["taal-spraak"].sort == "specialisation"
    assert needs["prikkels-contact"].is_short
    assert not needs["prikkels-contact"].is_offered


@pytest.mark.parametrize(
    "who", ["coordinator", "staff", "council", "board", "analyst", "administrator", "sam"]
)
@pytest.mark.one_database
def test_only_the_head_publishes(world: World, adopted: Profile, who: str) -> None:
    with pytest.raises(NotAllowed):
        publish(adopted, actor=getattr(world, who))
    assert not Publication.objects.exists()


def test_a_submitted_profile_is_not_published(world: World) -> None:
    profile = submitted(world, world.profile, content_of_example())
    with pytest.raises(Refused):
        publish(profile, actor=world.head)


def test_withdrawing_needs_a_reason(world: World, published: Profile) -> None:
    with pytest.raises(Refused, match="waarom"):
        withdraw(published, actor=world.head, reason="  ")
    withdraw(published, actor=world.board, reason="Er stond een fout in.")
    publication = Publication.objects.get()
    assert published.state == "adopted"
    assert publication.reason == "Er stond een fout in."


def test_a_withdrawn_profile_can_be_published_again(world: World, published: Profile) -> None:
    withdraw(published, actor=world.head, reason="Even nakijken.")
    open_to_all(world, published)
    assert Publication.objects.count() == 2
    assert Publication.objects.in_force().count() == 1


def test_the_next_year_archives_this_one(world: World, published: Profile) -> None:
    later = Round.objects.create(
        alliance=world.alliance,
        first_year=2028,
        format_ref=world.round.format_ref,
        catalogue=world.round.catalogue,
    )
    profile = Profile.objects.create(school=world.school, round=later)
    open_to_all(world, adopt(world, profile, content_of_example()))
    first, second = Publication.objects.order_by("schooljaar")
    assert first.archived_on
    assert not second.archived_on
    assert Publication.objects.in_force().get() == second


def test_an_earlier_year_that_comes_late_is_archived_at_once(world: World) -> None:
    later = Round.objects.create(
        alliance=world.alliance,
        first_year=2028,
        format_ref=world.round.format_ref,
        catalogue=world.round.catalogue,
    )
    next_year = Profile.objects.create(school=world.school, round=later)
    open_to_all(world, adopt(world, next_year, content_of_example()))
    open_to_all(world, adopt(world, world.profile, content_of_example()))
    assert Publication.objects.in_force().get().schooljaar == "2028-2029"


def test_the_page_publishes_and_withdraws(world: World, adopted: Profile, sign_in: SignIn) -> None:
    client, address = sign_in(world.head), f"/profielen/{adopted.pk}/publicatie/"
    assert "Publiceer" in client.get(address).content.decode()
    assert client.post(address).status_code == 302
    assert "Het profiel is openbaar" in client.get(address).content.decode()
    empty = client.post(f"{address}intrekking/", {"reason": ""})
    assert "Schrijf op waarom" in empty.content.decode()
    client.post(f"{address}intrekking/", {"reason": "Een fout."})
    assert "ingetrokken op" in client.get(address).content.decode()


def test_who_only_sees_the_road_gets_no_button(world: World, adopted: Profile, sign_in: SignIn) -> None:
    address = f"/profielen/{adopted.pk}/publicatie/"
    page = sign_in(world.council).get(address)
    assert page.status_code == 200
    assert '<button class="button" type="submit">Publiceer' not in page.content.decode()
    assert sign_in(world.council).post(address).status_code == 404
    assert sign_in(world.sam).get(address).status_code == 404
    assert sign_in(world.council).get(f"{address}intrekking/").status_code == 404
    assert sign_in(world.sam).get(f"{address}bestanden/sop.pdf").status_code == 404


def test_json_holds_nothing_that_stays_in_the_school(client: Client, printed: Profile) -> None:
    data = client.get(f"/scholen/{printed.school.brin6}/2027-2028/profiel.json").content.decode()
    told = json.loads(data)
    assert told["arrangements"]
    assert told["improvements"][0]["title"]
    for private in (
        "checklist",
        "answers",
        "summaries",
        "owner",
        "evidence",
        'note":',
        "reason",
        "gap",
        "source",
    ):
        assert f'"{private}' not in data
    for secret in ("GEHEIM", "in_development", "uitvoert", 'Gedragsspecialist",'):
        assert secret not in data
