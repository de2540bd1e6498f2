from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from dekkend.accounts.models import User
from dekkend.adoption import actions
from dekkend.adoption.models import Advice, Decision, Reply
from dekkend.profile.base.models import Profile
from dekkend.profile.version.actions import recall, submit
from tests.adoption.roads import adopted, advised, asked, let_term_pass, replied, submitted
from tests.world import World

pytestmark = pytest.mark.one_database

SignIn = Callable[[User], Client]
TODAY = timezone.localdate()


def at(profile: Profile, page: str = "version", number: int = 1) -> str:
    return reverse(page, args=[profile.pk, number])


def read(client: Client, profile: Profile, number: int = 1) -> str:
    answer = client.get(at(profile, number=number))
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize("who", ["head", "coordinator", "staff", "council", "board"])
def test_school_council_and_board_read_the_version(who: str, world: World, sign_in: SignIn) -> None:
    page = read(sign_in(world.people[who]), submitted(world))

    assert "Wat er veranderde" in page or "niets om mee te vergelijken" in page
    assert "De checklist in één beeld" in page
    assert 'id="boundaries"' in page


@pytest.mark.parametrize("who", ["other_head", "adviser", "analyst", "administrator", "sam"])
def test_the_version_does_not_exist_for_others(who: str, world: World, sign_in: SignIn) -> None:
    assert sign_in(world.people[who]).get(at(submitted(world))).status_code == 404


def test_a_version_that_was_never_sealed_does_not_exist(world: World, sign_in: SignIn) -> None:
    assert sign_in(world.board).get(at(submitted(world), number=2)).status_code == 404


def test_each_reader_has_the_own_step(world: World, sign_in: SignIn) -> None:
    profile = asked(world)

    assert "Controleer het advies" in read(sign_in(world.council), profile)
    assert "Stuur een herinnering" in read(sign_in(world.board), profile)
    assert "Haal het profiel terug" in read(sign_in(world.head), profile)
    assert "<form class=" not in read(sign_in(world.staff), profile)


def test_council_checks_its_advice_before_it_is_given(world: World, sign_in: SignIn) -> None:
    profile = asked(world)
    client = sign_in(world.council)
    told = {"kind": "remarks", "text": "Zeg wie ouders bellen."}

    check = client.post(at(profile, "advice"), told).content.decode()

    assert "Klopt dit advies?" in check
    assert "Zeg wie ouders bellen." in check
    assert Advice.objects.get().kind == ""

    answer = client.post(at(profile, "advice"), {**told, "zeker": "1"})
    assert answer.status_code == 302
    assert Advice.objects.get().text == "Zeg wie ouders bellen."
    assert "Zeg wie ouders bellen." in read(client, profile)


def test_going_back_from_the_check_loses_nothing(world: World, sign_in: SignIn) -> None:
    profile = asked(world)

    page = sign_in(world.council).post(
        at(profile, "advice"), {"kind": "negative", "text": "Eerst meer handen.", "aanpassen": "1"}
    )

    assert page.status_code == 200
    assert "Eerst meer handen." in page.content.decode()
    assert Advice.objects.get().kind == ""


def test_an_advice_without_the_words_it_needs_comes_back(world: World, sign_in: SignIn) -> None:
    profile = asked(world)

    answer = sign_in(world.council).post(at(profile, "advice"), {"kind": "negative", "text": ""})

    assert answer.status_code == 422
    assert "Schrijf op wat de MR anders wil" in answer.content.decode()


@pytest.mark.parametrize("who", ["head", "board", "staff", "other_head", "sam"])
def test_others_cannot_send_an_advice(who: str, world: World, sign_in: SignIn) -> None:
    profile = asked(world)

    answer = sign_in(world.people[who]).post(at(profile, "advice"), {"kind": "positive", "zeker": "1"})

    assert answer.status_code == 404
    assert Advice.objects.get().kind == ""


def test_an_advice_on_an_earlier_version_is_refused(world: World, sign_in: SignIn) -> None:
    profile = asked(world)
    recall(profile, actor=world.head, reason="Foutje.")
    submit(profile, actor=world.head)
    actions.ask_advice(profile, actor=world.board, term_ends=TODAY + timedelta(weeks=6))

    answer = sign_in(world.council).post(at(profile, "advice"), {"kind": "positive", "zeker": "1"})

    assert answer.status_code == 423
    assert not Advice.objects.exclude(kind="").exists()


def test_board_asks_reminds_and_records_that_nothing_came(world: World, sign_in: SignIn) -> None:
    profile = submitted(world)
    client = sign_in(world.board)

    client.post(at(profile, "advice_request"), {"term_ends": TODAY + timedelta(weeks=6)})
    let_term_pass(profile)
    assert client.post(at(profile, "no_advice")).status_code == 423
    client.post(at(profile, "reminder"))
    assert "Leg vast dat er geen advies kwam" in read(client, profile)
    client.post(at(profile, "no_advice"))

    assert Advice.objects.get().kind == "none"
    assert "Binnen de termijn kwam er geen advies" in read(client, profile)


def test_asking_with_a_day_that_has_been_comes_back(world: World, sign_in: SignIn) -> None:
    answer = sign_in(world.board).post(at(submitted(world), "advice_request"), {"term_ends": "2020-01-01"})

    assert answer.status_code == 422
    assert "na vandaag" in answer.content.decode()


def test_board_replies_talks_and_adopts_on_the_page(world: World, sign_in: SignIn) -> None:
    profile = advised(world, "remarks")
    client = sign_in(world.board)
    told = {"text": "Dat nemen we deels over.", "departs": "yes"}

    assert "Klopt deze reactie?" in client.post(at(profile, "reply"), told).content.decode()
    client.post(at(profile, "reply"), {**told, "zeker": "1"})
    assert Reply.objects.get().departs
    assert "Leg het gesprek vast" in read(client, profile)
    client.post(at(profile, "talk"), {"on": TODAY, "outcome": "We begrijpen elkaar."})
    decide = {"on": TODAY, "valid_until": TODAY + timedelta(days=300), "remark": "Mooi."}
    assert "Stel je het profiel zo vast?" in client.post(at(profile, "decision"), decide).content.decode()
    client.post(at(profile, "decision"), {**decide, "zeker": "1"})

    assert Decision.objects.get().remark == "Mooi."
    assert "Dit profiel is vastgesteld op" in read(client, profile)


def test_deciding_too_early_says_what_is_needed(world: World, sign_in: SignIn) -> None:
    answer = sign_in(world.board).post(at(advised(world), "decision"), {"zeker": "1"})

    assert answer.status_code == 423
    assert "Reageer eerst schriftelijk" in answer.content.decode()


@pytest.mark.parametrize(
    ("on", "until", "words"),
    [
        (TODAY + timedelta(days=1), TODAY + timedelta(days=9), "Kies vandaag of een dag die is geweest"),
        (TODAY - timedelta(days=1), TODAY + timedelta(days=9), "Het besluit komt daarna"),
        (TODAY, TODAY + timedelta(days=4 * 366), "uiterlijk"),
        (TODAY, TODAY - timedelta(days=1), "Kies een dag na het besluit"),
        ("gisteren", TODAY, "Dit is geen datum"),
        ("", "", "Kies een datum"),
    ],
)
def test_a_decision_with_a_wrong_day_comes_back(
    on: object, until: object, words: str, world: World, sign_in: SignIn
) -> None:
    answer = sign_in(world.board).post(
        at(replied(world), "decision"),
        {"on": on, "valid_until": until, "remark": "Blijft staan.", "zeker": "1"},
    )

    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert "Blijft staan." in answer.content.decode()
    assert not Decision.objects.exists()


def test_returning_shows_the_reason_and_needs_it(world: World, sign_in: SignIn) -> None:
    profile = submitted(world)
    client = sign_in(world.board)

    assert client.post(at(profile, "return"), {"reason": " "}).status_code == 422
    client.post(at(profile, "return"), {"reason": "Deel 4 mist de route."})

    page = read(sign_in(world.head), profile)
    assert "Het bestuur gaf versie 1 terug" in page
    assert "Deel 4 mist de route." in page


def test_a_recalled_version_says_why(world: World, sign_in: SignIn) -> None:
    profile = submitted(world)
    recall(profile, actor=world.head, reason="Er ontbreekt een zin.")

    page = read(sign_in(world.council), profile)

    assert "Versie 1 is teruggehaald" in page
    assert "Er ontbreekt een zin." in page


def test_a_step_is_sent_not_visited(world: World, sign_in: SignIn) -> None:
    profile = asked(world)

    answer = sign_in(world.council).get(at(profile, "advice"))

    assert (answer.status_code, answer["Location"]) == (302, at(profile))


def test_the_second_version_is_laid_beside_the_first(world: World, sign_in: SignIn) -> None:
    profile = submitted(world)
    recall(profile, actor=world.head, reason="Er ontbreekt een zin.")
    actions.tell_pupils(
        profile, actor=world.head, changes={"said": "Meer rust en meer buiten spelen."}, base=1
    )
    submit(profile, actor=world.head)

    page = read(sign_in(world.council), profile, 2)

    assert "Wat er veranderde sinds versie 1" in page
    assert "<ins>rust en meer buiten spelen.</ins>" in page or "<ins>" in page
    assert "Ongewijzigd: gegevens" in page


@pytest.mark.parametrize(
    ("kind", "start"), [("sop.pdf", b"%PDF"), ("schoolgids.docx", b"PK"), ("checklist.pdf", b"%PDF")]
)
def test_the_version_comes_on_paper(kind: str, start: bytes, world: World, sign_in: SignIn) -> None:
    profile = submitted(world)

    answer = sign_in(world.council).get(reverse("version_paper", args=[profile.pk, 1, kind]))

    assert answer.content.startswith(start)
    assert "versie-1" in answer["Content-Disposition"]


@pytest.mark.parametrize("kind", ["sop.exe", "geheim.pdf", "sop"])
def test_a_paper_that_is_not_there_does_not_exist(kind: str, world: World, sign_in: SignIn) -> None:
    profile = submitted(world)

    assert sign_in(world.council).get(reverse("version_paper", args=[profile.pk, 1, kind])).status_code == 404


def test_the_page_costs_the_same_with_more_versions(
    world: World, sign_in: SignIn, django_assert_max_num_queries: Callable[[int], object]
) -> None:
    profile = asked(world)
    client = sign_in(world.council)
    read(client, profile)
    with django_assert_max_num_queries(20):  # type: ignore[attr-defined]
        read(client, profile)
    for _ in range(3):
        actions.return_profile(profile, actor=world.board, reason="Nog eens.")
        submit(profile, actor=world.head)
    with django_assert_max_num_queries(20):  # type: ignore[attr-defined]
        read(client, profile, 4)


def test_stations_lead_to_the_sealed_version(world: World, sign_in: SignIn) -> None:
    profile = submitted(world)

    for station in ("council", "adoption"):
        answer = sign_in(world.staff).get(reverse(station, args=[profile.pk]))
        assert (answer.status_code, answer["Location"]) == (302, at(profile))


def test_before_anything_is_sealed_the_station_says_so(world: World, sign_in: SignIn) -> None:
    page = sign_in(world.council).get(reverse("council", args=[world.profile.pk])).content.decode()
    assert "Dit profiel is nog niet ingediend" in page

    answer = sign_in(world.head).get(reverse("council", args=[world.profile.pk]))
    assert answer["Location"] == reverse("submit", args=[world.profile.pk])


@pytest.mark.parametrize("who", ["analyst", "administrator"])
def test_the_alliance_reads_what_is_adopted_without_the_notes(
    who: str, world: World, sign_in: SignIn
) -> None:
    profile = adopted(world)

    page = sign_in(world.people[who]).get(reverse("adopted", args=[profile.pk])).content.decode()

    assert "Het profiel van De Leesplank" in page
    assert "Alle antwoorden" not in page
    assert "Dank voor het advies." not in page


def test_the_alliance_does_not_read_what_is_not_adopted(world: World, sign_in: SignIn) -> None:
    profile = replied(world)

    assert sign_in(world.analyst).get(reverse("adopted", args=[profile.pk])).status_code == 404


@pytest.mark.parametrize("who", ["adviser", "other_head", "sam"])
def test_the_adopted_page_is_not_for_others(who: str, world: World, sign_in: SignIn) -> None:
    profile = adopted(world)

    assert sign_in(world.people[who]).get(reverse("adopted", args=[profile.pk])).status_code == 404


@pytest.mark.parametrize("who", ["head", "coordinator", "staff", "council", "board"])
def test_readers_of_the_version_take_the_paper_for_the_council_along(
    who: str, world: World, sign_in: SignIn
) -> None:
    profile = asked(world)
    client = sign_in(world.people[who])
    page = read(client, profile)

    for form, start in (("pdf", b"%PDF"), ("docx", b"PK")):
        address = reverse("version_paper", args=[profile.pk, 1, f"mr.{form}"])
        assert address in page
        assert client.get(address).content.startswith(start)


def test_the_paper_for_the_council_says_until_when_and_of_which_version(
    world: World, sign_in: SignIn
) -> None:
    profile = asked(world)
    address = reverse("version_paper", args=[profile.pk, 1, "mr.txt"])
    text = " ".join(sign_in(world.council).get(address).content.decode().split())

    assert "vraagt u om advies over versie 1" in text
    assert f"Advies uiterlijk: {date_format(Advice.objects.get().term_ends, 'j F Y')}" in text


def test_the_paper_of_a_later_version_says_what_changed(world: World, sign_in: SignIn) -> None:
    profile = asked(world)
    recall(profile, actor=world.head, reason="Foutje.")
    submit(profile, actor=world.head)
    address = reverse("version_paper", args=[profile.pk, 2, "mr.txt"])

    assert "Wat er veranderde sinds versie 1" in sign_in(world.council).get(address).content.decode()


@pytest.mark.parametrize("who", ["other_head", "adviser", "analyst", "administrator", "sam"])
@pytest.mark.parametrize("kind", ["mr", "checklist", "poster"])
def test_the_papers_of_a_version_do_not_exist_for_others(
    who: str, kind: str, world: World, sign_in: SignIn
) -> None:
    address = reverse("version_paper", args=[asked(world).pk, 1, f"{kind}.pdf"])
    assert sign_in(world.people[who]).get(address).status_code == 404


@pytest.mark.parametrize("name", ["verslag.pdf", "geheim.pdf", "mr.exe", "mr"])
def test_what_cannot_be_made_of_a_version_is_not_there(name: str, world: World, sign_in: SignIn) -> None:
    address = reverse("version_paper", args=[asked(world).pk, 1, name])
    assert sign_in(world.council).get(address).status_code == 404
