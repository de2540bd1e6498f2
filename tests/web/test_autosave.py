"""The form that saves itself, in a real browser."""

import pytest
from playwright.sync_api import expect

from .pages import server

pytestmark = pytest.mark.journey

LINE = "#form-1 [data-saved]"


def wait_for(page, words: str) -> None:
    expect(page.locator(LINE)).to_contain_text(words, timeout=5000)


def revision(page) -> str:
    return page.input_value("#form-1 [name=revision]")


def test_a_chosen_answer_is_saved_at_once_and_says_when(page):
    page.goto("/")
    page.check("#form-1 [value=in_development]")
    wait_for(page, "bewaard 14:02")
    assert server.got[0]["value"] == "in_development"
    assert server.got[0]["revision"] == "1"
    assert revision(page) == "2"


def test_a_text_is_saved_after_a_pause_and_figures_on_the_page_move_along(page):
    page.goto("/")
    server.answers.append((200, {"state": {"progress": "36 van de 59", "mark": "half", "done": "36/59"}}))
    page.locator("#note-1").press_sequentially(" Ja.", delay=20)
    wait_for(page, "bewaard 14:02")
    assert [save["note"] for save in server.got] == ["De doelen staan vast. Ja."] or len(server.got) == 1
    assert page.text_content("[data-live=progress]") == "36 van de 59"
    assert page.get_attribute("[data-live-mark=mark] use", "href") == "#m-half"
    assert page.get_attribute("[data-live-track=done]", "d") == "M0 4h36"


def test_the_merged_text_comes_in_when_nobody_typed_on(page):
    page.goto("/")
    server.answers.append((200, {"fields": {"note": "De doelen staan vast. Mijn zin. Hun zin."}}))
    page.fill("#note-1", "De doelen staan vast. Mijn zin.")
    wait_for(page, "bewaard 14:02")
    assert page.input_value("#note-1") == "De doelen staan vast. Mijn zin. Hun zin."


def test_typing_on_during_a_save_keeps_both_and_is_sent_after_it(page):
    page.goto("/")
    server.pause = 0.7
    server.answers.append((200, {"fields": {"note": "Hun zin. De doelen staan vast!"}}))
    page.fill("#note-1", "De doelen staan vast!")
    page.wait_for_timeout(1000)
    page.locator("#note-1").press_sequentially(" En meer.")
    expect(page.locator("#note-1")).to_have_value("Hun zin. De doelen staan vast! En meer.")
    wait_for(page, "bewaard 14:02")
    assert server.got[-1]["note"] == "Hun zin. De doelen staan vast! En meer."
    assert server.got[-1]["revision"] == "2"


def test_typing_on_in_the_same_words_starts_again_from_the_old_revision(page):
    page.goto("/")
    server.pause = 0.7
    server.answers.append((200, {"fields": {"note": "De doelen staan vast! Hun zin."}}))
    page.fill("#note-1", "De doelen staan vast!")
    page.wait_for_timeout(1000)
    page.locator("#note-1").press_sequentially(" En meer.")
    wait_for(page, "bewaard 14:02")
    assert page.input_value("#note-1") == "De doelen staan vast! En meer."
    assert [save["revision"] for save in server.got] == ["1", "1"]


def test_two_texts_are_shown_and_the_chosen_one_is_saved(page):
    page.goto("/")
    clash = {
        "label": "Toelichting",
        "mine": "Mijn zin.",
        "theirs": "Hun zin.",
        "who": "Leerkracht",
        "when": "13:57",
    }
    server.answers.append((409, {"revision": 5, "fields": {"note": clash}}))
    page.fill("#note-1", "Mijn zin.")
    page.wait_for_selector("text=Leerkracht, 13:57")
    assert page.input_value("#note-1") == "Mijn zin."
    page.click(".twotexts >> text=Zet ze onder elkaar")
    wait_for(page, "bewaard 14:02")
    assert server.got[-1]["revision"] == "5"
    assert server.got[-1]["note"].replace("\r", "") == "Mijn zin.\n\nHun zin."
    assert page.locator(".twotexts").count() == 0


def test_a_clash_of_answers_can_be_chosen_too(page):
    page.goto("/")
    clash = {
        "label": "Antwoord",
        "mine": "yes",
        "theirs": "no",
        "mine_shown": "Ja",
        "theirs_shown": "Nee",
        "who": "Lea",
    }
    server.answers.append((409, {"revision": 5, "fields": {"value": clash}}))
    page.check("#form-1 [value=yes]")
    page.locator(".twotexts button").nth(1).click()
    wait_for(page, "bewaard 14:02")
    assert server.got[-1]["value"] == "no"


def test_what_is_wrong_stands_at_the_field_and_goes_when_repaired(page):
    page.goto("/")
    server.answers.append((422, {"errors": {"note": ["Schrijf geen namen van leerlingen."]}}))
    page.fill("#note-1", "Jan Jansen")
    page.wait_for_selector("#form-1 .field__error")
    assert page.get_attribute("#note-1", "aria-invalid") == "true"
    page.fill("#note-1", "Een leerling")
    wait_for(page, "bewaard 14:02")
    assert page.locator("#form-1 .field__error").count() == 0
    assert page.get_attribute("#note-1", "aria-invalid") is None


def test_a_broken_line_is_said_and_tried_again(page):
    page.goto("/")
    server.answers.append((500, {}))
    page.check("#form-1 [value=no]")
    wait_for(page, "we proberen het opnieuw")
    wait_for(page, "bewaard 14:02")
    assert len(server.got) == 2


def test_signed_out_says_so_and_keeps_what_was_typed(page):
    page.goto("/")
    server.answers.append((401, {}))
    page.fill("#note-1", "Dit mag niet weg.")
    wait_for(page, "Je bent uitgelogd")
    assert page.input_value("#note-1") == "Dit mag niet weg."
    wait_for(page, "bewaard 14:02")
    assert server.got[-1]["note"] == "Dit mag niet weg."


def test_what_is_refused_is_not_tried_again(page):
    page.goto("/")
    server.answers.append((423, {"error": "De MR leest deze versie."}))
    page.check("#form-1 [value=no]")
    wait_for(page, "De MR leest deze versie.")
    page.wait_for_timeout(300)
    assert len(server.got) == 1


def test_a_link_waits_until_all_is_kept(page):
    page.goto("/")
    page.fill("#note-1", "Nog net.")
    page.click("text=Verder")
    page.wait_for_url("**/toegankelijkheid/")
    assert server.got[-1]["note"] == "Nog net."


def test_without_a_script_the_button_saves(chromium, site):
    context = chromium.new_context(base_url=site, java_script_enabled=False)
    page = context.new_page()
    page.goto("/")
    page.check("#form-1 [value=yes]")
    page.click("#form-1 >> text=Bewaar")
    assert server.got[-1]["value"] == "yes"
    context.close()
