"""One board, one who leads, three phones: all follow, one loses its line and comes back."""

from __future__ import annotations

import os
from typing import Any

import pytest
from django.utils import timezone

from dekkend.profile.models import Profile, Talk, Vote
from dekkend.profile.talk.actions.closing import close_talk
from tests.profile.checklist.people import FMT, HALF, NO, YES, answered, own
from tests.profile.talk.leading import ITEMS, planned, running
from tests.world import World

pytestmark = pytest.mark.journey
PICTURES = os.environ.get("DEKKEND_PICTURES", "")
THREE_LINES = """() => { const head = document.querySelector("h1");
  head.className = "talk__item--long"; head.lastChild.textContent = " een zin met heel veel woorden".repeat(6) }"""
# Every text that is seen, and its size as a share of the width.
SMALLEST = """() => Math.min(...[...document.querySelectorAll("body *")].filter((one) =>
  [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim()) && one.checkVisibility()
  && !one.closest(".hidden-text, svg")).map((one) => parseFloat(getComputedStyle(one).fontSize) / innerWidth))"""
FOLLOWS = 2000  # ms


def picture(page: Any, name: str) -> None:
    if PICTURES:
        page.screenshot(path=f"{PICTURES}/{name}.png")


def answers(world: World) -> None:
    notes = {
        YES: "Ik voer twee keer per jaar een gesprek met iedereen.",
        HALF: "Met een plan wel, anders niet.",
        NO: "Geen afspraak.",
    }
    for person, value in ((world.staff, YES), (world.colleague, HALF), (world.head, NO)):
        answered(own(world.profile, person), ITEMS[0], value, note=notes[value])


def test_board_leader_and_phones_follow_each_other(visit: Any, world: World) -> None:
    answers(world)
    planned(world.profile)
    start = f"/profielen/{world.profile.pk}/gesprek"
    leader, board = visit(world.coordinator), visit(world.head)
    control = leader.open(f"{start}/regie/")
    control.get_by_role("button", name="Begin het gesprek").click()
    control.get_by_text("Op het bord staat de code").wait_for()
    screen = board.open(f"{start}/bord/")
    screen.get_by_role("heading", name="Doe mee met je telefoon").wait_for()
    picture(screen, "open")
    board.look()
    code = Talk.objects.get().code
    visitors = [visit(None, viewport={"width": 360, "height": 700}) for _ in range(3)]
    phones = [one.open(f"/gesprek/{code}/") for one in visitors]

    control.get_by_role("button", name="Eerste punt").click()
    first = FMT.item(ITEMS[0]).text
    for page in (*phones, screen):
        page.get_by_role("heading", name=first).wait_for(timeout=FOLLOWS)
    for phone in phones:
        phone.get_by_role("button", name=FMT.scale.get(HALF).label).click()
        phone.get_by_text("Bewaard:").wait_for(timeout=FOLLOWS)
    screen.get_by_text("3 van de 3").wait_for(timeout=FOLLOWS)
    screen.keyboard.press("t")
    screen.get_by_text("schreven, 1 van 3").wait_for(timeout=FOLLOWS)
    screen.keyboard.press("2")
    phones[0].get_by_role("heading", name="Ons antwoord").wait_for(timeout=FOLLOWS)
    picture(screen, "bord")
    picture(phones[0], "telefoon")
    for width, height in ((1280, 720), (1920, 1080), (3840, 2160)):
        screen.set_viewport_size({"width": width, "height": height})
        assert screen.evaluate(SMALLEST) >= 0.0199
        assert screen.evaluate("document.documentElement.scrollHeight <= innerHeight + 1"), (width, height)
    # A sentence of three lines, as other formats may have; the page is as it would come.
    screen.evaluate(THREE_LINES)
    for width, height in ((960, 600), (1280, 720), (1920, 1080), (3840, 2160)):
        screen.set_viewport_size({"width": width, "height": height})
        assert screen.evaluate("document.documentElement.scrollHeight <= innerHeight + 1"), (width, height)
        assert screen.evaluate("document.documentElement.scrollWidth <= innerWidth"), (width, height)
    board.look()
    control.get_by_role("heading", name="Wat spreken jullie af?").wait_for()
    picture(control, "regie")
    leader.look()
    visitors[1].look()

    visitors[0].context.set_offline(True)
    phones[0].get_by_text("Geen verbinding").wait_for(timeout=4 * FOLLOWS)
    phones[0].get_by_role("button", name=FMT.scale.get(NO).label).click()
    phones[0].get_by_text("Je antwoord wacht hier").wait_for(timeout=4 * FOLLOWS)
    screen.keyboard.press("ArrowRight")
    second = FMT.item(ITEMS[1]).text
    phones[1].get_by_role("heading", name=second).wait_for(timeout=FOLLOWS)
    visitors[0].context.set_offline(False)
    phones[0].get_by_role("heading", name=second).wait_for(timeout=4 * FOLLOWS)
    phones[0].wait_for_timeout(4000)

    assert Vote.objects.filter(item=ITEMS[0], value=NO).count() == 1
    assert Profile.objects.get(pk=world.profile.pk).agreements.get(item=ITEMS[0]).value == HALF


def test_an_answer_waits_for_the_line_also_when_the_tab_is_shut_and_goes_when_the_talk_is_over(
    visit: Any, world: World
) -> None:
    talk = running(world)
    visitor, held = visit(None), True
    votes = "**/antwoord/"
    phone = visitor.open(f"/gesprek/{talk.code}/")
    visitor.context.route(votes, lambda route: route.abort() if held else route.continue_())
    phone.get_by_role("button", name=FMT.scale.get(NO).label).click()
    phone.get_by_text("Je antwoord wacht hier").wait_for(timeout=FOLLOWS)
    phone.close()
    assert not Vote.objects.exists()

    again = visitor.context.new_page()
    again.goto(phone.url)
    pressed = again.locator("[aria-pressed=true]")
    pressed.wait_for(timeout=FOLLOWS)
    assert pressed.get_attribute("value") == NO
    held = False
    again.get_by_text("Bewaard:").wait_for(timeout=4 * FOLLOWS)
    assert Vote.objects.get().value == NO

    held = True
    again.get_by_role("button", name=FMT.scale.get(YES).label).click()
    again.get_by_text("Je antwoord wacht hier").wait_for(timeout=FOLLOWS)
    assert again.evaluate("localStorage.length") == 1
    close_talk(talk, on=timezone.localdate(), roles=["leerkrachten"], actor=world.head)
    again.get_by_role("heading", name="Bedankt voor het meedoen").wait_for(timeout=4 * FOLLOWS)
    again.wait_for_function("localStorage.length === 0", timeout=FOLLOWS)


def test_code_page_and_a_wrong_code(visit: Any, world: World) -> None:
    visitor = visit(None)
    page = visitor.open("/gesprek/")
    visitor.look()
    page.get_by_label("Code").fill("abc 123")
    page.get_by_role("button", name="Doe mee").click()
    page.get_by_role("heading", name="Geen gesprek gevonden").wait_for()
