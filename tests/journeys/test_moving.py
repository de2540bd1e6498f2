"""The administrator looks what a new version changes and moves the round; the school looks what it changed for them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.urls import reverse

from dekkend.formats.actions import load_format
from tests.profile.version.moving.moved import FOLDERS, OLD, filled, known_formats
from tests.world import World, build


@pytest.fixture
def world(transactional_db: None) -> Iterator[World]:
    known_formats()
    for folder in FOLDERS:
        load_format(folder)
    half_way = build(OLD)
    half_way.profile = filled(half_way)
    yield half_way
    known_formats()


def test_a_round_moves_and_the_school_looks(visit: Any, world: World) -> None:
    page = visit(world.administrator)
    page.open(reverse("round_version", args=[world.alliance.slug, world.round.first_year]))
    page.look()
    page.look_large()
    page.look_large()
    page.open(page.page.url.removeprefix(page.address))
    page.page.get_by_role("button", name="Ga over naar versie 2031.1").click()
    page.page.get_by_role("button", name="Terug naar versie 2030.1").wait_for()
    page.look()

    school = visit(world.coordinator)
    school.open(reverse("moved", args=[world.profile.pk]))
    school.look()
    school.page.locator("form[action$='/rust_binnen/'] button").click()
    school.page.get_by_text("Ba klopt. Nog 2 na te kijken.").wait_for()
    school.look_large()
