from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from dekkend.accounts.models import User
from dekkend.profile.base import extensions
from dekkend.profile.base.models import Profile
from tests.world import World

SignIn = Callable[[User], Client]
LATER = date(2099, 1, 29)


def test_the_administrator_answers_what_a_school_asked(world: World, sign_in: SignIn) -> None:
    extensions.ask(world.profile, actor=world.head, station="checklist", until=LATER, reason="Ziekte.")
    asked = world.profile.extensions.get()
    bo = sign_in(world.administrator)
    page = bo.get(reverse("followed", args=[world.profile.pk])).content.decode()
    assert "De school vraagt uitstel voor Checklist" in page

    path = reverse("extension_granted", args=[world.profile.pk, asked.pk])
    assert bo.post(path, {}).status_code == 422
    told = {f"vraag-{asked.pk}-until": LATER.isoformat(), f"vraag-{asked.pk}-reason": "Goed."}
    assert bo.post(path, told).status_code == 302

    assert Profile.objects.get(pk=world.profile.pk).until("checklist") == LATER


def test_an_adviser_sees_where_a_school_is_and_changes_nothing(world: World, sign_in: SignIn) -> None:
    bas = sign_in(world.adviser)
    told = {"station": "checklist", "until": LATER.isoformat(), "reason": "Zo."}

    assert "Herinnering sturen" not in bas.get(reverse("followed", args=[world.profile.pk])).content.decode()
    assert bas.post(reverse("extension_given", args=[world.profile.pk]), told).status_code == 404
    assert bas.post(reverse("school_reminder", args=[world.profile.pk])).status_code == 404


@pytest.mark.parametrize("who", ["head", "staff", "council", "board", "sam"])
def test_the_page_of_the_alliance_is_not_for_others(who: str, world: World, sign_in: SignIn) -> None:
    assert sign_in(world.people[who]).get(reverse("followed", args=[world.profile.pk])).status_code == 404


def test_the_board_of_schools_can_be_narrowed_and_sorted(world: World, sign_in: SignIn) -> None:
    Profile.objects.create(school=world.schools[2], round=world.round, station="council")
    bo = sign_in(world.administrator)
    address = reverse("progress_board", args=[world.alliance.slug])

    assert "De Leesplank" in bo.get(address).content.decode()
    for narrow in ({"station": "mr"}, {"bestuur": world.boards[1].pk}, {"wijk": world.areas[1].pk}):
        page = bo.get(address, narrow | {"volgorde": "datum"}).content.decode()
        assert "De Liniaal" in page
        assert "De Leesplank" not in page
    assert "Geen school past" in bo.get(address, {"laat": "1"}).content.decode()
    assert bo.get(address, {"bestuur": "²", "station": "onzin", "volgorde": "x"}).status_code == 200
    rows = bo.get(reverse("board_csv", args=[world.alliance.slug]), {"station": "mr"}).content.decode()
    assert "De Liniaal" in rows
    assert "De Leesplank" not in rows


@pytest.mark.parametrize("number", [1, 3])
def test_the_board_of_schools_costs_the_same(
    number: int, world: World, sign_in: SignIn, django_assert_num_queries: Callable[[int], object]
) -> None:
    for school in world.schools[1:number]:
        Profile.objects.create(school=school, round=world.round)
    bo = sign_in(world.administrator)

    with django_assert_num_queries(12):  # type: ignore[attr-defined]
        bo.get(reverse("progress_board", args=[world.alliance.slug]))


def test_the_administrator_sees_at_the_desk_that_a_school_asks(world: World, sign_in: SignIn) -> None:
    bo = sign_in(world.administrator)
    assert "vraagt uitstel" not in bo.get(reverse("desk")).content.decode()

    extensions.ask(world.profile, actor=world.head, station="checklist", until=LATER, reason="Ziekte.")

    assert "Eén school vraagt uitstel" in bo.get(reverse("desk")).content.decode()
    assert "vraagt uitstel" not in sign_in(world.analyst).get(reverse("desk")).content.decode()
