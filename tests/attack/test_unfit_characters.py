"""NUL and other controls: PostgreSQL refuses them with a fault, so they are gone before a view sees them."""

from collections.abc import Callable

import pytest
from django.test import Client

from dekkend.accounts.models import User
from dekkend.profile.models import Answer, Specialisation
from tests.attack.everything import section_of
from tests.world import World

SignIn = Callable[[User], Client]


def test_a_note_keeps_all_but_the_control_characters(world: World, sign_in: SignIn) -> None:
    item = world.profile.format.questions[0].items[0].id

    answer = sign_in(world.head).post(
        f"/profielen/{world.profile.pk}/checklist/onderdeel/{item}/",
        {"revision": "0", "note": "Rust\x00 in\x1b\x7f de\tklas.\nOok buiten."},
    )

    assert answer.status_code == 302
    assert Answer.objects.get().note == "Rust in de\tklas.\nOok buiten."


def test_a_title_that_no_form_checks_is_cleaned_too(world: World, sign_in: SignIn) -> None:
    section = section_of(world.profile, "specialisations")

    sign_in(world.head).post(
        f"/profielen/{world.profile.pk}/profiel/{section}/rijen/", {"title": "Ho\x00ren"}
    )

    assert Specialisation.objects.get().title == "Horen"


@pytest.mark.parametrize("path", ["/scholen/?woorden=a%00b", "/scholen/?waar=%00&behoefte=%00", "/?x=%00"])
def test_a_question_with_a_nul_is_answered(world: World, client: Client, path: str) -> None:
    assert client.get(path).status_code == 200


@pytest.mark.parametrize(
    "path", ["/beheer/voorbeeld/scholen/%00/wijzigen/", "/profielen/1/dialoog/a%00/", "/%00"]
)
def test_an_address_with_a_nul_is_nowhere(world: World, sign_in: SignIn, path: str) -> None:
    assert sign_in(world.administrator).get(path).status_code == 404
