"""Answering by key, in a real browser."""

import pytest

pytestmark = pytest.mark.journey


def chosen(page, number: int) -> str | None:
    return page.evaluate(f"document.querySelector('#form-{number} [name=value]:checked')?.value ?? null")


def focused_item(page) -> str:
    return page.evaluate("document.activeElement.closest('[data-item]')?.id ?? ''")


def test_a_figure_chooses_within_the_item_that_has_the_focus(page):
    page.goto("/")
    page.focus("#form-1 [value=yes]")
    page.keyboard.press("2")
    assert (chosen(page, 1), chosen(page, 2)) == ("in_development", None)
    page.keyboard.press("0")
    assert chosen(page, 1) == "unsure"


def test_a_figure_typed_in_a_text_is_a_figure(page):
    page.goto("/")
    page.focus("#note-1")
    page.keyboard.press("2")
    assert chosen(page, 1) is None


def test_outside_an_item_keys_do_nothing(page):
    page.goto("/")
    page.focus("[data-keys-switch]")
    page.keyboard.press("1")
    assert chosen(page, 1) is None


def test_n_and_p_go_to_open_items(page):
    page.goto("/")
    page.check("#form-2 [value=no]", force=True)
    page.focus("#form-1 [value=yes]")
    page.keyboard.press("n")
    assert focused_item(page) == "item-3"
    page.keyboard.press("p")
    assert focused_item(page) == "item-1"


def test_switched_off_they_stay_off(page):
    page.goto("/")
    page.uncheck("[data-keys-switch]")
    page.reload()
    page.focus("#form-1 [value=yes]")
    page.keyboard.press("2")
    assert chosen(page, 1) is None
    assert not page.is_checked("[data-keys-switch]")


def test_walking_with_the_arrows_saves_once(page):
    from .pages import server

    page.goto("/")
    page.focus("#form-1 [value=yes]")
    page.keyboard.press(" ")
    page.wait_for_timeout(300)
    server.got.clear()
    for _ in range(2):
        page.keyboard.press("ArrowRight")
    page.wait_for_timeout(900)
    assert [save["value"] for save in server.got] == ["no"]
