"""The team comments on the texts of a profile, by keyboard and on a phone."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests.profile.writing.comments.talking import LIST, OWN, REST, SPOT, WORDS, said, write
from tests.profile.writing.shared import BASIS
from tests.world import World

pytestmark = pytest.mark.journey


def test_a_comment_is_placed_answered_and_closed_by_keyboard(world: World, visit: Any) -> None:
    write(world, OWN, LIST, REST)
    thijs = visit(world.staff)
    page = thijs.open(reverse("section", args=[world.profile.pk, BASIS.id]))
    page.locator(f"[id='opmerkingen-{SPOT}'] > summary").press("Enter")
    form = page.locator(f"[id='opmerkingen-{SPOT}'] form")
    form.get_by_label("Waar gaat het over?").select_option(index=2)
    form.get_by_label("Je opmerking").fill(WORDS)
    thijs.look()
    form.get_by_role("button", name="Plaats opmerking").press("Enter")
    expect(page.get_by_text(WORDS)).to_be_visible()
    thijs.look()

    ina = visit(world.coordinator)
    page = ina.open(reverse("desk"))
    ina.look()
    page.get_by_role("link", name="Lezen", exact=False).first.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("1 open opmerking")
    ina.look()
    page.locator(".comment__do summary").press("Enter")
    page.get_by_label("Je antwoord").fill("Goed gezien, ik pas het aan.")
    ina.look()
    page.get_by_role("button", name="Plaats antwoord").press("Enter")
    expect(page.get_by_text("Goed gezien")).to_be_visible()
    page.get_by_role("button", name="Sluit de opmerking van Thijs Teamlid").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Geen open opmerkingen")
    ina.look()


def test_nothing_sticks_out_with_large_letters(world: World, visit: Any) -> None:
    write(world, OWN, LIST, REST)
    said(world, world.staff)
    write(world, OWN, REST)
    ina = visit(world.coordinator)
    for page in (
        reverse("section", args=[world.profile.pk, BASIS.id]),
        reverse("comments", args=[world.profile.pk]),
        reverse("comment_new", args=[world.profile.pk, SPOT]),
    ):
        ina.open(page)
        ina.look()
        ina.look_large()
