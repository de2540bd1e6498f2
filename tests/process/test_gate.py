from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from dekkend.accounts.models import User
from dekkend.profile.base.models import Profile
from dekkend.region.models import PupilCount
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


@pytest.mark.parametrize(
    ("fault", "is_told"),
    [
        ("a row that is not there", True),
        ("a second one", True),
        ("nothing at all", False),
        ("below nought", False),
    ],
)
def test_what_nobody_else_can_have_done_is_a_fault(
    world: World, sign_in: SignIn, monkeypatch: pytest.MonkeyPatch, fault: str, is_told: bool
) -> None:
    """A row or its owner can be gone, and two can make the same; a field left out is a mistake of the program."""
    make = {
        "a row that is not there": lambda: Profile.objects.get(pk=0),
        "a second one": lambda: Profile.objects.create(school=world.school, round=world.round),
        "nothing at all": lambda: Profile.objects.filter(pk=world.profile.pk).update(state=None),
        "below nought": lambda: PupilCount.objects.filter(school=world.school).update(year=-1),
    }[fault]

    def broken(*told: Any, **more: Any) -> None:
        with transaction.atomic():
            make()

    monkeypatch.setattr("dekkend.profile.writing.actions.add_specialisation", broken)
    section = world.profile.format.section_of_kind("specialisations")
    assert section
    client = sign_in(world.head)
    client.raise_request_exception = False

    answer = client.post(reverse("rows_new", args=[world.profile.pk, section.id]), {"title": "Judo"})

    assert answer.status_code == (423 if is_told else 500)
