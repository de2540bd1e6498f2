from collections.abc import Callable

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from dekkend.accounts.models import User
from dekkend.adoption.models import PupilVoice
from dekkend.audit.models import Event
from dekkend.process.engine import NotAllowed, Refused
from dekkend.profile.models import Agreement, Boundary, ProvisionText, SectionText, Version
from dekkend.profile.version.actions import recall, submit
from dekkend.profile.version.missing import missing
from dekkend.region.models import Membership
from tests.adoption.roads import complete, submitted
from tests.world import World

SignIn = Callable[[User], Client]


def test_submit_seals_a_version(world: World) -> None:
    profile = complete(world)

    version = submit(profile, actor=world.head)

    assert (profile.state, profile.sealed, version.number) == ("submitted", version, 1)
    assert version.data["school"]["name"] == "De Leesplank"
    assert version.sealed_by == "Hanna Hoofd, directeur"
    assert Event.objects.get(act="submit").data == {"to": "submitted"}


def test_what_is_written_later_does_not_change_the_version(world: World) -> None:
    profile = submitted(world)
    before = Version.objects.get().content

    SectionText.objects.filter(profile=profile).update(text="Anders.")

    assert Version.objects.get().content == before


@pytest.mark.parametrize("who", ["coordinator", "staff", "council", "board", "other_head", "sam"])
def test_only_the_head_submits(who: str, world: World) -> None:
    profile = complete(world)

    with pytest.raises(NotAllowed):
        submit(profile, actor=world.people[who])

    assert not Version.objects.exists()


def test_submitting_twice_is_refused(world: World) -> None:
    profile = submitted(world)

    with pytest.raises(Refused, match="ingediend"):
        submit(profile, actor=world.head)


@pytest.mark.parametrize("gone", [PupilVoice, ProvisionText, Agreement])
def test_an_unfinished_profile_is_refused(gone: type, world: World) -> None:
    profile = complete(world)
    gone.objects.filter(profile=profile).delete()  # type: ignore[attr-defined]

    with pytest.raises(Refused, match="Nog niet alles is klaar"):
        submit(profile, actor=world.head)

    assert not Version.objects.exists()


def test_what_is_missing_leads_to_where_it_is_repaired(world: World) -> None:
    profile = complete(world)
    PupilVoice.objects.all().delete()
    ProvisionText.objects.all().delete()
    SectionText.objects.filter(section="vision").delete()
    Boundary.objects.filter(profile=profile).update(then="")  # warns elsewhere, does not block (rulings 20)

    found = {place.name: place.url for place in missing(profile)}

    assert found == {
        "Deel 2, Visie": reverse("section", args=[profile.pk, "vision"]),
        "Basisvoorzieningen": reverse("provisions", args=[profile.pk]),
        "Leerlingen": reverse("pupils", args=[profile.pk]),
    }


def test_the_page_has_no_button_while_something_is_missing(world: World, sign_in: SignIn) -> None:
    page = sign_in(world.head).get(reverse("submit", args=[world.profile.pk])).content.decode()

    assert "ontbreekt nog iets" in page
    assert "Dien versie" not in page


def test_the_page_submits_with_one_button(
    world: World, sign_in: SignIn, django_capture_on_commit_callbacks: object
) -> None:
    profile = complete(world)
    client = sign_in(world.head)
    address = reverse("submit", args=[profile.pk])

    assert "Dien versie 1 in" in client.get(address).content.decode()
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        answer = client.post(reverse("hand_in", args=[profile.pk]))

    assert answer["Location"] == reverse("version", args=[profile.pk, 1])
    assert mail.outbox[0].to == ["board@voorbeeld.example"]
    assert mail.outbox[0].subject == "Er ligt een profiel klaar: De Leesplank"


def test_sending_the_button_of_an_unfinished_profile_says_why_not(world: World, sign_in: SignIn) -> None:
    answer = sign_in(world.head).post(reverse("hand_in", args=[world.profile.pk]))

    assert answer.status_code == 423
    assert "Nog niet alles is klaar" in answer.content.decode()


def test_who_wrote_it_sees_who_can_submit_and_tells_them_once_a_day(
    world: World, sign_in: SignIn, django_capture_on_commit_callbacks: object
) -> None:
    profile = complete(world)
    client = sign_in(world.coordinator)
    address = reverse("submit", args=[profile.pk])

    page = client.get(address).content.decode()
    assert "Hanna Hoofd kan het indienen" in page
    assert "Dien versie" not in page
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        answer = client.post(reverse("tell_head", args=[profile.pk]), follow=True)

    assert "Ina Begeleider liet dat op" in answer.content.decode()
    (letter,) = mail.outbox
    assert (letter.to, letter.subject) == (
        ["head@voorbeeld.example"],
        "Het profiel ligt klaar om in te dienen: De Leesplank",
    )
    again = client.post(reverse("tell_head", args=[profile.pk]))
    assert again.status_code == 423
    assert "kreeg vandaag al bericht" in again.content.decode()
    # What was told is about what lay ready then: a version that came back is told anew.
    submit(profile, actor=world.head)
    recall(profile, actor=world.head, reason="Nog iets vergeten.")
    assert "Laat het weten" in client.get(address).content.decode()


def test_who_wrote_it_cannot_submit(world: World, sign_in: SignIn) -> None:
    profile = complete(world)

    assert sign_in(world.coordinator).post(reverse("hand_in", args=[profile.pk])).status_code == 404
    assert not Version.objects.exists()


def test_nobody_is_told_that_an_unfinished_profile_is_ready(world: World, sign_in: SignIn) -> None:
    client = sign_in(world.coordinator)

    assert "Laat het weten" not in client.get(reverse("submit", args=[world.profile.pk])).content.decode()
    answer = client.post(reverse("tell_head", args=[world.profile.pk]))

    assert answer.status_code == 423
    assert "Nog niet alles is klaar" in answer.content.decode()
    assert not mail.outbox


def test_a_school_without_a_head_hears_whom_to_ask(world: World, sign_in: SignIn) -> None:
    profile = complete(world)
    Membership.objects.filter(role="head", school=world.school).delete()

    page = sign_in(world.coordinator).get(reverse("submit", args=[profile.pk])).content.decode()

    assert "Er is nog geen directeur" in page
    assert "Laat het weten" not in page


@pytest.mark.parametrize("who", ["head", "staff", "council", "board", "other_head", "sam"])
@pytest.mark.one_database
def test_only_who_wrote_it_tells_the_head(who: str, world: World, sign_in: SignIn) -> None:
    profile = complete(world)

    assert sign_in(world.people[who]).post(reverse("tell_head", args=[profile.pk])).status_code == 404


@pytest.mark.parametrize("who", ["staff", "council", "board", "other_head", "sam"])
def test_the_page_does_not_exist_for_others(who: str, world: World, sign_in: SignIn) -> None:
    assert sign_in(world.people[who]).get(reverse("submit", args=[world.profile.pk])).status_code == 404
