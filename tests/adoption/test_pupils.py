from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from dekkend.accounts.models import User
from dekkend.adoption.actions import tell_pupils
from dekkend.adoption.models import PupilVoice
from dekkend.adoption.queries import pupils_of
from dekkend.adoption.stations import pupils as progress
from dekkend.audit.models import Event
from dekkend.audit.revisions import Conflict
from dekkend.process.engine import NotAllowed, Refused
from dekkend.profile.base.models import Profile
from tests.adoption.roads import HEARD, tell
from tests.world import World

SignIn = Callable[[User], Client]


def test_what_pupils_said_is_kept_with_its_history(world: World) -> None:
    tell(world)

    row = PupilVoice.objects.get(profile=world.profile)
    assert (row.said, row.heard_on, row.revision) == ("Meer rust.", date(2026, 11, 2), 1)
    assert Event.objects.get(act="save", subject=row.subject).data["changed"] == "Een stille plek."


@pytest.mark.parametrize("who", ["staff", "council", "board", "other_head", "sam"])
def test_others_cannot_write_for_pupils(who: str, world: World) -> None:
    with pytest.raises(NotAllowed):
        tell_pupils(world.profile, actor=world.people[who], changes=HEARD, base=0)

    assert not PupilVoice.objects.exists()


def test_nothing_changes_once_the_profile_is_submitted(world: World) -> None:
    Profile.objects.filter(pk=world.profile.pk).update(state="submitted")
    world.profile.refresh_from_db()

    with pytest.raises(Refused, match="ingediend"):
        tell_pupils(world.profile, actor=world.head, changes=HEARD, base=0)


def test_two_who_write_the_same_words_both_keep_them(world: World) -> None:
    tell(world)
    tell_pupils(world.profile, actor=world.head, changes={"said": "Meer rust in de klas."}, base=1)

    with pytest.raises(Conflict) as conflict:
        tell_pupils(world.profile, actor=world.coordinator, changes={"said": "Minder drukte."}, base=1)

    assert (conflict.value.clashes["said"].mine, conflict.value.clashes["said"].theirs) == (
        "Minder drukte.",
        "Meer rust in de klas.",
    )


def test_the_station_is_done_when_all_four_are_told(world: World) -> None:
    tell_pupils(world.profile, actor=world.head, changes={"method": "In de kring."}, base=0)

    assert (
        progress(world.profile).open
        == "Schrijf nog op wat zij zeiden, wat dat veranderde en wanneer dat was."
    )

    tell_pupils(world.profile, actor=world.head, changes={**HEARD, "heard_on": date(2026, 11, 2)}, base=1)
    assert progress(world.profile).done


def test_the_voice_stands_in_the_content(world: World) -> None:
    assert pupils_of(world.profile) == {"method": "", "said": "", "changed": "", "heard_on": ""}

    tell(world)

    assert pupils_of(world.profile) == {**HEARD, "heard_on": "2026-11-02"}


def test_the_page_asks_for_no_names_and_says_why(world: World, sign_in: SignIn) -> None:
    page = sign_in(world.coordinator).get(reverse("pupils", args=[world.profile.pk])).content.decode()

    assert "Schrijf geen namen op" in page
    assert "artikel 13b" in page


def test_a_save_by_script_says_what_is_still_open(world: World, sign_in: SignIn) -> None:
    answer = sign_in(world.coordinator).post(
        reverse("pupils_text", args=[world.profile.pk]),
        {"revision": 0, **HEARD, "heard_on": ""},
        headers={"accept": "application/json"},
    )

    assert answer.json()["revision"] == 1
    assert answer.json()["state"] == {"open": "Schrijf nog op wanneer dat was."}


def test_a_day_to_come_is_refused_and_nothing_typed_is_lost(world: World, sign_in: SignIn) -> None:
    tomorrow = (timezone.localdate() + timedelta(days=1)).isoformat()

    answer = sign_in(world.coordinator).post(
        reverse("pupils_text", args=[world.profile.pk]), {"revision": 0, **HEARD, "heard_on": tomorrow}
    )

    assert answer.status_code == 422
    assert "moet nog komen" in answer.content.decode()
    assert "Een stille plek." in answer.content.decode()


def test_staff_reads_and_does_not_write(world: World, sign_in: SignIn) -> None:
    tell(world)
    client = sign_in(world.staff)

    page = client.get(reverse("pupils", args=[world.profile.pk])).content.decode()

    assert "Meer rust." in page
    assert "<textarea" not in page
    assert client.post(reverse("pupils_text", args=[world.profile.pk]), {"revision": 1}).status_code == 404


@pytest.mark.parametrize("who", ["council", "board", "analyst", "other_head", "sam"])
def test_the_page_does_not_exist_for_others(who: str, world: World, sign_in: SignIn) -> None:
    assert sign_in(world.people[who]).get(reverse("pupils", args=[world.profile.pk])).status_code == 404
