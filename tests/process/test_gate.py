from __future__ import annotations

from collections.abc import Callable

from django.test import Client
from django.urls import reverse

from dekkend.accounts.models import User
from tests.world import World

SignIn = Callable[[User], Client]


def test_opening_the_address_of_a_form_explains_itself(world: World, sign_in: SignIn) -> None:
    answer = sign_in(world.coordinator).get(reverse("dialogue_take", args=[world.profile.pk]))

    assert answer.status_code == 405
    assert answer["Allow"] == "POST"
    assert "Dit adres hoort bij een knop" in answer.content.decode()


def test_opening_the_address_of_a_form_is_still_404_for_a_stranger(world: World, sign_in: SignIn) -> None:
    answer = sign_in(world.sam).get(reverse("dialogue_take", args=[world.profile.pk]))

    assert answer.status_code == 404


def test_who_was_signed_out_goes_on_at_the_page_of_the_form(world: World, client: Client) -> None:
    page = f"http://testserver{reverse('dialogue', args=[world.profile.pk])}"

    answer = client.post(reverse("dialogue_take", args=[world.profile.pk]), HTTP_REFERER=page)

    assert answer.status_code == 302
    assert "dialoog/overname" not in answer["Location"]
    assert reverse("dialogue", args=[world.profile.pk]) in answer["Location"]


def test_signing_in_never_leads_to_another_site(world: World, client: Client) -> None:
    answer = client.post(
        reverse("dialogue_take", args=[world.profile.pk]), HTTP_REFERER="https://elders.example/dialoog/"
    )

    assert answer["Location"].endswith("?next=/")
