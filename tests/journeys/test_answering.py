"""All questions in one document: turned by link, key, button and finger, with the address and the history along."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from dekkend.profile.models import Answer
from tests.profile.checklist.people import FMT, own
from tests.profile.talk.leading import running
from tests.world import World

pytestmark = pytest.mark.journey
PHONE = {"viewport": {"width": 320, "height": 640}, "has_touch": True}


def copy_page(world: World, question: str = "VEI") -> str:
    copy = world.profile.copies.filter(person=world.staff).first() or own(world.profile, world.staff)
    return reverse("copy_question", args=[world.profile.pk, copy.pk, question])


def heading(page: Page) -> Any:
    return page.locator("h1:visible")


def test_a_link_turns_to_the_question_and_back_returns(world: World, visit: Any) -> None:
    thijs = visit(world.staff)
    page = thijs.open(copy_page(world))
    page.evaluate("window.same = true")

    page.get_by_role("link", name="Vraag 2").click()
    expect(page).to_have_url(re.compile("/vraag/OPP/$"))
    expect(page).to_have_title(re.compile("^Vraag 2, "))
    expect(heading(page)).to_be_focused()
    expect(page.locator(".questions__link[aria-current]")).to_have_attribute("href", re.compile("/OPP/$"))
    page.go_back()
    expect(page).to_have_url(re.compile("/vraag/VEI/$"))
    expect(page.locator("#vraag-VEI")).to_be_visible()
    assert page.evaluate("window.same")
    thijs.look()


def test_n_goes_on_in_the_next_question(world: World, visit: Any) -> None:
    page = visit(world.staff).open(copy_page(world))
    page.locator("#onderdeel-VEI-6 [data-key='1']").focus()
    page.keyboard.press("1")
    page.keyboard.press("n")

    expect(page).to_have_url(re.compile("/vraag/OPP/$"))
    page.keyboard.press("2")
    page.keyboard.press("p")
    expect(page).to_have_url(re.compile("/vraag/VEI/$"))
    expect(page.locator("#onderdeel-VEI-5 .choice__input").first).to_be_focused()


def test_one_button_goes_from_open_item_to_open_item(world: World, visit: Any) -> None:
    page = visit(world.staff, **PHONE).open(copy_page(world))
    button = page.locator("[data-next-open]")
    for number in (1, 2, 3, 5, 6):
        page.locator(f"#onderdeel-VEI-{number} [data-key='1']").check(force=True)
    expect(button).to_have_text(re.compile("Volgend open: 1.4"))
    button.tap()
    page.locator("#onderdeel-VEI-4 [data-key='0']").check(force=True)
    expect(button).to_have_text(re.compile("Naar vraag 2"))
    button.tap()
    expect(page.locator("#onderdeel-OPP-1")).to_be_in_viewport()
    expect(page.locator("[data-time-left]")).to_contain_text(re.compile("nog"))
    box = button.bounding_box()
    assert box is not None
    assert box["height"] >= 44
    expect(page.locator("#onderdeel-VEI-4 [data-saved]")).to_contain_text("bewaard")
    assert Answer.objects.get(item="VEI-4").value == "unsure"


def sweep(page: Page, where: str, across: int) -> None:
    page.evaluate(
        """([where, across]) => {
          const target = document.querySelector(where);
          const touch = (x) => new Touch({ identifier: 1, target, clientX: x, clientY: 300 });
          const say = (kind, touches, x) => target.dispatchEvent(new TouchEvent(kind,
            { bubbles: true, touches, changedTouches: [touch(x)] }));
          say("touchstart", [touch(160)], 160);
          say("touchend", [], 160 + across);
        }""",
        [where, across],
    )


def test_a_sweep_turns_the_question_but_not_in_a_text(world: World, visit: Any) -> None:
    page = visit(world.staff, **PHONE).open(copy_page(world))
    page.wait_for_load_state("networkidle")  # the fingers have a module of their own, fetched after the page
    sweep(page, "#onderdeel-VEI-1 h2", -120)
    expect(page).to_have_url(re.compile("/vraag/OPP/$"))
    sweep(page, "#onderdeel-OPP-1 h2", 120)
    expect(page).to_have_url(re.compile("/vraag/VEI/$"))
    sweep(page, "#onderdeel-VEI-1 [name=note]", -120)
    sweep(page, "#onderdeel-VEI-1 h2", -30)
    expect(page).to_have_url(re.compile("/vraag/VEI/$"))


def test_an_answer_can_be_wiped_and_a_reason_is_asked(world: World, visit: Any) -> None:
    page = visit(world.staff).open(copy_page(world))
    item = page.locator("#onderdeel-VEI-1")
    item.locator("[data-key='4']").check(force=True)
    expect(item.locator("[data-reason]")).to_contain_text("Schrijf de reden op")
    expect(page.locator("[data-live=answered]")).to_have_text("0")
    item.locator("[name=reason]").fill("Wij hebben geen kleuters.")
    expect(page.locator("[data-live=answered]")).to_have_text("1")
    item.locator("summary").click()
    item.get_by_role("button", name="Wis het antwoord").click()
    expect(page.locator("[data-live=answered]")).to_have_text("0")
    expect(item.locator("[data-saved]")).to_contain_text("bewaard")
    page.wait_for_timeout(900)
    row = Answer.objects.get()
    assert (row.value, row.reason) == ("", "Wij hebben geen kleuters.")


def test_without_a_script_each_question_has_its_page(world: World, visit: Any) -> None:
    page = visit(world.staff, java_script_enabled=False).open(copy_page(world))
    page.locator("#onderdeel-VEI-1 [value=yes]").check(force=True)
    page.get_by_role("button", name="Bewaar 1.1").click()
    assert Answer.objects.get().value == "yes"
    page.get_by_role("link", name="Vraag 2").click()
    expect(page.locator("#vraag-OPP")).to_be_visible()
    expect(page.locator("#vraag-VEI")).to_be_hidden()
    expect(page.locator(".pace")).to_be_hidden()


def test_pages_are_readable_for_everybody(world: World, visit: Any) -> None:
    thijs, ina = visit(world.staff), visit(world.coordinator)
    thijs.open(copy_page(world))
    ina.open(reverse("checklist_question", args=[world.profile.pk, "AAN"]))
    for visitor in (thijs, ina):
        visitor.page.locator("[data-leaf]:not([hidden]) [data-key='2']").first.check(force=True)
        visitor.page.locator("[data-leaf]:not([hidden]) summary").first.click()
        visitor.look()


def test_at_twice_the_letter_size_nothing_sticks_out_of_a_phone(world: World, visit: Any) -> None:
    key = world.profile.pk
    talk = running(world)
    ina, thijs, phone = visit(world.coordinator), visit(world.staff), visit(None)
    pages = [reverse(name, args=[key]) for name in ("checklist", "dialogue", "writing")]
    item = FMT.items[0].id
    for path in [
        *(reverse("checklist_question", args=[key, question]) for question in ("VEI", "AAN")),
        *pages,
        reverse("dialogue_item", args=[key, item]),
        reverse("checklist_evidence", args=[key, item]),
    ]:
        ina.open(path)
        ina.look_large()
    thijs.open(copy_page(world))
    thijs.look_large()
    phone.open(f"/gesprek/{talk.code}/")
    phone.look_large()
